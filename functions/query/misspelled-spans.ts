import { stateNames } from '../domain/state.ts';
import { nameKey } from '../places/name-key.ts';
import type { Places } from '../places/places.ts';
import { isListed } from '../places/prior.ts';
import { cityName, misspelledCity } from './known-cities.ts';
import { languageOf } from './language.ts';
import type { Language, Lexicon } from './lexicon.ts';
import { isLedTo, isNameLike, rawText, stateAt, unsure, withOwnState } from './names.ts';
import { slipCost } from './slip-cost.ts';
import { soundOf } from './sounds.ts';
import { rank, type Span } from './span.ts';
import { isSpelledRight } from './spelling.ts';
import type { Token } from './tokenize.ts';

/** Greatest number of words in a name: "los angelos", "new yrok city". */
const LONGEST_NAME = 3;
/**
 * Least population of a guessed city: with a state, after "in", and alone. The less context, the larger the city must
 * be.
 */
const leastPeople = { withState: 1_000, led: 15_000, alone: 50_000, overHamlet: 200_000 } as const;
/**
 * Highest cost of a common slip, such as a missing double letter. In the name of a small city at the end of the text,
 * only common slips are corrected.
 */
const COMMON_SLIP = 0.6;
const SHORTEST_ALONE = 6;
const CODE_LENGTH = 2;

/** Finds misspelled cities at words that are neither in a dictionary nor part of a correctly spelled city. */
export function misspelledSpans(
  tokens: readonly Token[],
  lexicon: Lexicon,
  places: Places,
  cities: readonly Span[],
): readonly Span[] {
  const spans: Span[] = [];
  const language = languageOf(tokens);
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'word' || token.plain.length < 3 || isSpelledRight(token.word, token.plain, lexicon)) continue;
    if (cities.some(({ from, to }) => from <= at && at < to)) continue;
    for (let from = Math.max(0, at - LONGEST_NAME + 1); from <= at; from++) {
      for (let to = at + 1; to <= Math.min(from + LONGEST_NAME, tokens.length); to++) {
        const isName = isNameLike(tokens, from, to) && !endsWithCode(tokens, from, to);
        const span = isName ? misspelledSpan(tokens, from, to, places, language) : null;
        if (span !== null) spans.push(span);
      }
    }
  }
  return spans;
}

/**
 * True if a name of several words ends with a state's code. The code is not part of the name: "Hawthore NV" is not a
 * misspelled town in another state, and "Diamond WA" is not Diamond Bar.
 */
function endsWithCode(tokens: readonly Token[], from: number, to: number): boolean {
  return to - from > 1 && tokens[to - 1]?.plain.length === CODE_LENGTH && stateAt(tokens, to - 1, to) !== null;
}

/**
 * True if a state with centers follows. No town of that state matched the name, and the name cannot mean a town in
 * another state.
 */
function isServedAt(tokens: readonly Token[], at: number): boolean {
  return [1, 2].some((words) => {
    const state = at + words > tokens.length ? null : stateAt(tokens, at, at + words);
    return state !== null && Object.hasOwn(stateNames, state);
  });
}

const hasComma = (tokens: readonly Token[], from: number): boolean => tokens[from]?.gap.includes(',') === true;

function misspelledSpan(
  tokens: readonly Token[],
  from: number,
  to: number,
  places: Places,
  language: Language | null,
): Span | null {
  const name = rawText(tokens, from, to);
  for (const end of [to + 1, to + 2]) {
    const state = end > tokens.length ? null : stateAt(tokens, to, end);
    if (state === null) continue;
    const [city] = misspelledCity(name, places, { state, leastPeople: leastPeople.withState });
    if (city !== undefined) return { from, to: end, rank: rank.place, meanings: [], place: withOwnState(city) };
  }
  if (isServedAt(tokens, to)) return null;
  // The name of an existing town is not a misspelling of another.
  const known = places.cities(name);
  if (known.some(({ population }) => population > 0)) return null;
  const isLed = isLedTo(tokens, from);
  if (!isLed && name.length < SHORTEST_ALONE) return null;
  const isLast = to === tokens.length;
  // Our word lists have fewer Spanish words, so an unknown one is often no name ("perros de terapia"). In Spanish a
  // name is only guessed where a place is expected.
  if (!isLed && !isLast && language === 'spanish' && !hasComma(tokens, from)) return null;
  const [largest, ...others] = misspelledCity(name, places, {
    state: null,
    leastPeople: isLed || isLast ? leastPeople.led : leastPeople.alone,
  });
  if (largest === undefined) return null;
  // A hamlet of exactly this name exists ("phenix"), but a large city that sounds the same is likelier.
  const isHeard = soundOf(nameKey(name), 'english') === soundOf(nameKey(cityName(largest)), 'english');
  if (known.length > 0 && !(isHeard && largest.population >= leastPeople.overHamlet)) return null;
  const isSmall = !isLed && largest.population < leastPeople.alone;
  if (isSmall && (!isListed(largest) || slipCost(nameKey(name), nameKey(cityName(largest))) > COMMON_SLIP)) return null;
  return { from, to, rank: rank.guess, meanings: [], place: unsure([largest, ...others], isLed ? 1 : 0) };
}
