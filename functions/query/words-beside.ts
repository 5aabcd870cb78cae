import type { Places } from '../places/places.ts';
import { stateOf } from '../places/postal-states.ts';
import { plainText, rawText } from './names.ts';
import { isOrdinaryWord } from './ordinary-words.ts';
import type { NamedPlace } from './span.ts';
import type { Token } from './tokenize.ts';
import type { Where } from './where.ts';

/** Population from which a city is assumed to be meant, unless the word next to it is typical for names of towns. */
const LARGE = 100_000;
const townWords = new Set(
  (
    'acres bay beach bluff center centre city corner creek dale east estates falls farms forest gardens grove harbor heights ' +
    'hill hills island junction lake lakes landing mills mount mountain new north park place point port ridge river shore shores ' +
    'south springs town township valley village vista west wood woods yard'
  ).split(' '),
);

/**
 * Extends `near` by unknown words next to the city, so that the person is asked: "acton ma", "aberdeen proving ground".
 * Needed if only the places of some states are known, because the words may name a town in another state.
 * @param isIgnored True for a token that was not understood.
 */
export function nearWithWordsBeside(
  { near, read }: Where,
  tokens: readonly Token[],
  places: Places,
  isIgnored: (token: Token, at: number) => boolean,
): string | null {
  if (near === null || places.states === null) return near;
  const [span, ...others] = [...read].flatMap(([one, { field }]) => (field === 'near' ? [one] : []));
  // A ZIP or a point needs no name, and a named state decides which town is meant.
  if (span?.place === undefined || others.length > 0 || span.place.city === null || span.place.saysState === true)
    return near;
  // A city name that is also a state's code is not certain: "bayou vista la" is in Louisiana.
  const isSure = isLarge(span.place, places) && stateOf(plainText(tokens, span.from, span.to)) === null;
  const isBeside = (at: number): boolean => {
    const token = tokens[at];
    if (token?.kind !== 'word' || !isIgnored(token, at)) return false;
    // In "lago vista" the first word is likely part of the name: names of towns begin with a distinctive word more
    // often than they end with one.
    const isOwnWord = at < span.from && !isOrdinaryWord(token.plain);
    return !isSure || isOwnWord || townWords.has(token.plain) || stateOf(token.plain) !== null;
  };
  let { from, to } = span;
  while (isBeside(from - 1)) from -= 1;
  while (isBeside(to)) to += 1;
  return from === span.from && to === span.to ? near : rawText(tokens, from, to);
}

function isLarge({ city, state }: NamedPlace, places: Places): boolean {
  const [largest] = city === null || state === null ? [] : places.named(city, state);
  return largest !== undefined && largest.population >= LARGE;
}
