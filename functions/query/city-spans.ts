import { isState, stateNames } from '../domain/state.ts';
import { isAbroad } from '../places/abroad.ts';
import { isAmbiguous, type Place, type Places } from '../places/places.ts';
import { stateOf } from '../places/postal-states.ts';
import { isListed } from '../places/prior.ts';
import { countySpans, isCountyWord } from './county-spans.ts';
import { languageOf } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import {
  certain,
  isArticle,
  isKnown,
  isLedTo,
  isLedToLandmark,
  isNameLike,
  isOrdinary,
  isOwned,
  isWordsOnly,
  plainText,
  rawText,
  stateAt,
  unsure,
  withOwnState,
} from './names.ts';
import { memberSpan } from './nations.ts';
import { type NamedPlace, rank, type Span } from './span.ts';
import { isSpanishArticle, isSpanishWordOnly } from './spanish.ts';
import { isConnector, isStopWord } from './stop-words.ts';
import type { Token } from './tokenize.ts';
import { wordsOf } from './word-set.ts';

/** Most words in the full name of a city: "Rancho Palos Verdes Estates", "Lake in the Hills". */
const LONGEST_NAME = 4;
const LONGEST_STATE = 3;
/** Most words in a nickname: "the valley of the sun". */
const LONGEST_NICKNAME = 5;
/** Number of letters in an airport code. */
const LONGEST_CODE = 3;
const LONGEST_POSTAL = 2;

/**
 * Least population of a city whose name also has another meaning. It depends on how the city is named: after "in", with
 * a state, with several words, or alone.
 */
const wordOfEnglish = {
  led: 20_000,
  withState: 10_000,
  listedWithState: 1_000,
  severalWords: 10_000,
  alone: 120_000,
} as const;
/** Least population of a city whose name has no other meaning. */
const onlyName = { severalWords: 1_000, alone: 4_000, last: 500 } as const;
/** Fewest letters of a town's name at the end of a text. Shorter words are as often a slip or another word. */
const SHORTEST_LAST = 4;
const LONG_NAME = 7;
/**
 * Population of the largest city with a name, below which the name is ignored if it is ambiguous and nothing such as
 * "in" comes before it.
 */
const AMBIGUOUS_ALONE = 20_000;

/** Finds all correctly spelled cities that the text may name: with a state, by a nickname, or alone. */
export function citySpans(tokens: readonly Token[], lexicon: Lexicon, places: Places): readonly Span[] {
  return [
    ...nicknameSpans(tokens, lexicon, places),
    ...withState(tokens, lexicon, places),
    ...countySpans(tokens, lexicon, places),
    ...airports(tokens, places),
    ...alone(tokens, lexicon, places),
  ].map((span) => memberSpan(tokens, span) ?? span);
}

function nicknameSpans(tokens: readonly Token[], lexicon: Lexicon, places: Places): readonly Span[] {
  const spans: Span[] = [];
  for (const from of tokens.keys()) {
    for (let to = from + 1; to <= Math.min(from + LONGEST_NICKNAME, tokens.length); to++) {
      if (!isWordsOnly(tokens, from, to) || (to === from + 1 && isSpanishArticle(tokens, from, lexicon))) continue;
      // Joining words are not a nickname: "la podemos" in "Ya no la podemos cuidar" does not mean NoLa.
      const isJoining = to > from + 1 && tokens.slice(from, to).every(({ plain }) => isConnector(plain));
      if (isJoining && !isLedTo(tokens, from)) continue;
      if (isOwned(tokens, from, to) || isSpanishWordOnly(tokens, from, to)) continue;
      const place = places.called(plainText(tokens, from, to));
      if (place === null) continue;
      spans.push({ from, to, rank: rank.sure, meanings: [], place: certain(place, 2) });
    }
  }
  return spans;
}

/** Finds airports that are called by a Spanish word and their English name: "aeropuerto internacional de Denver". */
function airports(tokens: readonly Token[], places: Places): readonly Span[] {
  return tokens.flatMap(({ plain }, from): Span[] => {
    if (plain !== 'aeropuerto') return [];
    let at = from + 1;
    while (['internacional', 'de', 'del'].includes(tokens[at]?.plain ?? '')) at++;
    return [1, 2, 3].flatMap((words) => {
      const to = at + words;
      const [airport] = to <= tokens.length ? places.named(`${rawText(tokens, at, to)} airport`) : [];
      return airport === undefined ? [] : [{ from, to, rank: rank.sure, meanings: [], place: certain(airport, 2) }];
    });
  });
}

function withState(tokens: readonly Token[], lexicon: Lexicon, places: Places): readonly Span[] {
  const spans: Span[] = [];
  for (let at = 1; at < tokens.length; at++) {
    for (let to = at + 1; to <= Math.min(at + LONGEST_STATE, tokens.length); to++) {
      const state = stateAt(tokens, at, to);
      if (state === null || isConjunction(tokens, at, to, places) || isSpanishWordHere(tokens, at, to)) continue;
      let isCityRead = false;
      for (let from = at - 1; from >= Math.max(0, at - LONGEST_NAME); from--) {
        if (!isWordsOnly(tokens, from, at)) break;
        if (isConnector(tokens[from]?.plain ?? '') && at - from === 1) continue;
        const found = places.named(rawText(tokens, from, at), state);
        const [city] = found;
        const place = inState(found, rawText(tokens, from, at), state) ?? township(tokens, from, at, state, places);
        // In "new douglas il", "douglas" is a town of the state. A longer name that ends with it is one too, even if
        // its words also have other meanings.
        const isWord = city !== undefined && !isCityRead && isWordNotCity(tokens, from, at, city, lexicon);
        if (place === null || isWord || isCountyByChance(tokens, at, to, city)) continue;
        isCityRead ||= city !== undefined && city.kind !== 'county';
        spans.push({ from, to, rank: rank.sure, meanings: [], place });
      }
    }
  }
  return spans;
}

/**
 * True if a name that has another meaning is not meant as a place. In "Hope in" and "weed ca" it is a city only with a
 * comma, after "in", or if the city is large. It is a county only with the word "county". Names such as "La Center" and
 * "Colorado City" are always cities.
 */
function isWordNotCity(tokens: readonly Token[], from: number, at: number, city: Place, lexicon: Lexicon): boolean {
  if (!isOrdinary(tokens, from, at, lexicon)) return false;
  if (tokens[at]?.gap.includes(',') === true || isLedTo(tokens, from)) return false;
  const words = tokens.slice(from, at);
  // In "php anthem nv", Anthem is the insurer and not the district of Henderson.
  if (city.kind !== 'city' && isInsurer(words, lexicon)) return true;
  if (city.kind === 'county') return !isCountyWord(words.at(-1)?.plain ?? '');
  const isStateWord = ({ word }: Token) => lexicon.find(word)?.meanings.some(({ field }) => field === 'state') === true;
  if (words.length > 1 && (isArticle(words[0]?.plain ?? '') || words.some(isStateWord))) return false;
  // In "Washington NJ" both words are names of states, but the first is also a city in the second.
  if (words.every(isStateWord) && Object.hasOwn(stateNames, city.state)) return false;
  // In "page az" and "needles ca", the first word is a town: it has no meaning in a search, and the state follows.
  const asksNothing = isListed(city) && !words.some((token) => isKnown(token, lexicon));
  return city.population < (asksNothing ? wordOfEnglish.listedWithState : wordOfEnglish.withState);
}

const isInsurer = (words: readonly Token[], lexicon: Lexicon): boolean =>
  lexicon.find(words.map(({ word }) => word).join(' '))?.meanings.some(({ field }) => field === 'payer') === true;

/**
 * True if "in" or "or" is a joining word, and not the state of a county: "Lake in tthe Hills, IL". With the word
 * "county", it is the state.
 */
function isCountyByChance(tokens: readonly Token[], at: number, to: number, city: Place | undefined): boolean {
  if (city?.kind !== 'county' || isCountyWord(tokens[at - 1]?.plain ?? '')) return false;
  return to < tokens.length && ['in', 'or'].includes(tokens[at]?.text ?? '');
}

/** The place with this name in a state. If several townships have the name, the answer asks which one is meant. */
function inState([first, ...others]: readonly Place[], name: string, state: string): NamedPlace | null {
  if (first === undefined) return null;
  if (first.kind === 'city' || !isAmbiguous([first, ...others])) return withOwnState(first);
  return { near: `${name}, ${state}`, city: name, state, saysState: true, certainty: 2 };
}

/**
 * Reads "Washington Township NJ". Townships are not in the table of places, and a town of the same name may be far
 * away. So the text itself becomes `near`, and the person is asked.
 */
function township(
  tokens: readonly Token[],
  from: number,
  at: number,
  state: string,
  places: Places,
): NamedPlace | null {
  if (at - from < 2 || !['township', 'twp'].includes(tokens[at - 1]?.plain ?? '')) return null;
  const name = rawText(tokens, from, at);
  if (isConnector(tokens[from]?.plain ?? '') || !isTownName(rawText(tokens, from, at - 1), places)) return null;
  return { near: `${name}, ${state}`, city: name, state, saysState: true, certainty: 2 };
}

const isTownName = (name: string, places: Places): boolean => places.cities(name).length > 0;

const spanishToo = wordsOf('mi de la al me pa id');

/** True for a state's code that is a word in a Spanish text: "mi" in "Dios mío, mi hija". */
function isSpanishWordHere(tokens: readonly Token[], at: number, to: number): boolean {
  const [token, next] = [tokens[at], tokens[to]];
  if (to - at > 1 || token === undefined || !spanishToo.has(token.text) || token.gap.includes(',')) return false;
  return next?.kind === 'word' && /^\s+$/.test(next.gap) && languageOf(tokens) === 'spanish';
}

/**
 * True for "or" or "in" between two places: "Aurora or Denver", "Gary in Indiana". There it joins the places and is not
 * a state.
 */
function isConjunction(tokens: readonly Token[], at: number, to: number, places: Places): boolean {
  const next = tokens[to];
  if (to - at !== 1 || next === undefined || !['or', 'in'].includes(tokens[at]?.plain ?? '')) return false;
  if (next.kind === 'zip' || stateOf(next.plain) !== null) return true;
  return /[a-z]/.test(next.plain) && !isStopWord(next.plain) && places.cities(next.text).length > 0;
}

function alone(tokens: readonly Token[], lexicon: Lexicon, places: Places): readonly Span[] {
  const spans: Span[] = [];
  for (const from of tokens.keys()) {
    for (let to = from + 1; to <= Math.min(from + LONGEST_NAME, tokens.length); to++) {
      if (!isNameLike(tokens, from, to) || isOwned(tokens, from, to) || isSpanishWordOnly(tokens, from, to)) continue;
      const isBeside = isLedToLandmark(tokens, from);
      const isWhole = to - from === tokens.length;
      const isApart = isSetApart(tokens, from, to, lexicon);
      if (!isBeside && !isWhole && !isApart && !mayBeName(tokens.slice(from, to), lexicon)) continue;
      const [largest, ...others] = places.named(rawText(tokens, from, to)).filter(({ kind }) => kind !== 'county');
      if (largest === undefined || (isOfOtherThings(largest) && !isBeside)) continue;
      const isLed = isBeside && (largest.kind === 'area' || isLedTo(tokens, from));
      const isWord = isOrdinary(tokens, from, to, lexicon);
      const isLast = !isWord && isLastName(tokens, from, to, lexicon) && isListed(largest);
      if (
        largest.population <
        (isLast
          ? leastLast(tokens, from, to, others.length > 0)
          : leastPeople(isWord, isLed || isWhole || (isApart && isListed(largest)), to - from))
      )
        continue;
      if (isAbroad(plainText(tokens, from, to))) continue;
      // "el centro" before "de" means downtown, and not El Centro in California: "En el centro de Phoenix".
      if (tokens[to - 1]?.plain === 'centro' && ['de', 'del'].includes(tokens[to]?.plain ?? '')) continue;
      // "rehab in washington" means the state, which has centers. For the city, people say "washington dc".
      const name = plainText(tokens, from, to);
      if (name.length > LONGEST_POSTAL && isState(stateOf(name))) continue;
      // In "bo mar co", the end is Colorado's code. The three words are not a spelling of Marco, Florida.
      const said = to - from > 1 ? stateAt(tokens, to - 1, to) : null;
      if (said !== null && said !== largest.state && isListed({ state: said }) && !isListed(largest)) continue;
      const isCode = largest.kind === 'area' && rawText(tokens, from, to).length <= LONGEST_CODE;
      if (!isWhole && !isLed && isCode && !isLastCode(tokens, from, lexicon)) continue;
      const isMeant = isLed || isWhole || isLast || isApart;
      const isUnsure = isAmbiguous([largest, ...others]) || (!isListed(largest) && others.length > 0);
      const isSmall = !isMeant && largest.population < AMBIGUOUS_ALONE && isUnsure;
      if (isSmall) continue;
      const place = unsure([largest, ...others], isLed ? 1 : 0);
      spans.push({ from, to, rank: isLed ? rank.sure : rank.place, meanings: [], place });
    }
  }
  return spans;
}

/**
 * Airport codes that are also words. They are places only if they are the whole text, or after a word such as "near".
 */
const codesToo = wordsOf('ase bur cos den dro fat las oak ont san sea spi sun');

/** True for an airport code that ends the text, after a level of care: "Iop asu", "detox lax". */
function isLastCode(tokens: readonly Token[], from: number, lexicon: Lexicon): boolean {
  const isLevel = lexicon.find(tokens[from - 1]?.word ?? '')?.meanings.some(({ field }) => field === 'level') === true;
  return from === tokens.length - 1 && isLevel && !codesToo.has(tokens[from]?.plain ?? '');
}

/**
 * True for a landmark without a population in landmarks.csv. Names of such landmarks are often part of a center's name
 * ("Denver Health").
 */
const isOfOtherThings = ({ kind, population }: Place): boolean => kind === 'area' && population === 0;

/**
 * True if the last words are a place, because the word before has a known meaning: "Iop elko", "medicaid fairbury".
 * False after a joining word: in "can't cope", "cope" is a verb.
 */
function isLastName(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): boolean {
  const isParted = isBetweenCommas(tokens, from, to);
  if ((to !== tokens.length && !isParted) || plainText(tokens, from, to).length < SHORTEST_LAST) return false;
  const before = tokens[from - 1];
  if (before === undefined || titles.has(before.plain)) return false;
  // In "John Smith", the word before has no known meaning either. Both words are then a person's name.
  return tokens[from]?.gap.includes(',') === true || (isKnown(before, lexicon) && !isConnector(before.plain));
}

/**
 * Least population of a place at the end of a text. A long name that no other place has is accepted even without a
 * population count: "Rehab pacoima".
 */
const leastLast = (tokens: readonly Token[], from: number, to: number, hasOthers: boolean): number =>
  hasOthers || plainText(tokens, from, to).length < LONG_NAME ? onlyName.last : 0;

const isBetweenCommas = (tokens: readonly Token[], from: number, to: number): boolean =>
  [tokens[from], tokens[to]].every((token) => token?.gap.includes(',') === true);

/**
 * True for a name between commas, or after the last comma: "…, indio". Such a word is a town if it has no meaning by
 * itself.
 */
function isSetApart(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): boolean {
  if (tokens[from]?.gap.includes(',') !== true || (to < tokens.length && !isBetweenCommas(tokens, from, to)))
    return false;
  const words = tokens.slice(from, to);
  if (words.some(({ plain }) => isStopWord(plain) || plain.length < SHORTEST_LAST)) return false;
  return lexicon.find(words.map(({ word }) => word).join(' ')) === undefined;
}

const titles = wordsOf('dr doctor doctora mr mrs ms st senor senora');

/**
 * True if the words should be looked up as a place's name. They are not if each of them has a meaning or asks for
 * nothing ("Day", "Center"), unless one is a state ("Oklahoma City").
 */
function mayBeName(words: readonly Token[], lexicon: Lexicon): boolean {
  return words.some(({ kind, plain, word }) => {
    const entry = lexicon.find(word);
    if (entry?.meanings.some(({ field }) => field === 'state') === true) return true;
    return kind === 'word' && entry === undefined && !isStopWord(plain) && !isStopWord(word);
  });
}

/**
 * Least population of a place that is named without a state.
 * @param isMeant True if "in" comes before the name, or the name is the whole text.
 */
function leastPeople(isWord: boolean, isMeant: boolean, words: number): number {
  if (isMeant) return isWord && words === 1 ? wordOfEnglish.led : 0;
  const least = isWord ? wordOfEnglish : onlyName;
  return words === 1 ? least.alone : least.severalWords;
}
