import { isAbroad } from '../places/abroad.ts';
import { isAmbiguous, type Place } from '../places/places.ts';
import { stateOf } from '../places/postal-states.ts';
import { cityName } from './known-cities.ts';
import type { Lexicon } from './lexicon.ts';
import { isOrdinaryWord } from './ordinary-words.ts';
import type { NamedPlace } from './span.ts';
import { isConnector, isStopWord, leadsToPlace } from './stop-words.ts';
import type { Token } from './tokenize.ts';
import { wordsOf } from './word-set.ts';

// Functions that check tokens and help to find names of cities.

export const rawText = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');

export const plainText = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map(({ plain }) => plain)
    .join(' ');

/**
 * True if the tokens can be one name by their form. A comma or a line break between them ends a name; a period or a
 * hyphen does not.
 */
export function isWordsOnly(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token === undefined || (token.kind !== 'word' && token.kind !== 'number')) return false;
    if (at > from && /[^\s.'’-]/.test(token.gap)) return false;
    // A word without Latin letters or digits is in no place name, and a lookup would skip it.
    if (!/[a-z\d]/.test(token.plain)) return false;
  }
  // A name must have at least one letter.
  return /[a-z]/.test(plainText(tokens, from, to));
}

// A direction may begin a name, as an article may: "W Hollywood", "La Mesa".
const articles = wordsOf('la los las el del the de w');

export const isArticle = (word: string): boolean => articles.has(word) && word !== 'w';

/** True if the tokens can be a name without a state. */
export function isNameLike(tokens: readonly Token[], from: number, to: number): boolean {
  const [first, last] = [tokens[from], tokens[to - 1]];
  if (first?.kind !== 'word' || last === undefined || isConnector(last.plain)) return false;
  if (isAbroad(tokens[to]?.plain ?? '')) return false;
  if (isConnector(first.plain) && !(to - from > 1 && articles.has(first.plain))) return false;
  return isWordsOnly(tokens, from, to);
}

const beforeVerb = wordsOf(
  `want wants wanted wanting need needs needed try tries trying tried how have has had able unable like going learn learning
  learned hard unsure ready supposed help helps start started begin began used love afraid scared place somewhere somebody someone
  something things able struggling failing failed refuse refuses`,
);

const besideWords = wordsOf('near by close next cerca junto frente enfrente lado across behind alrededor');
const joiningBeside = wordsOf('the to of from de del a al la el los las');

/** True after words that introduce a landmark or a town: "Close to", "cerca de la", "al lado del". */
function isBeside(tokens: readonly Token[], from: number): boolean {
  let at = from - 1;
  while (joiningBeside.has(tokens[at]?.plain ?? '')) at--;
  return besideWords.has(tokens[at]?.plain ?? '');
}

/**
 * True after words that introduce a landmark: those for towns, and "por" and "off": "por el estadio", "off the strip".
 */
export function isLedToLandmark(tokens: readonly Token[], from: number): boolean {
  let at = from - 1;
  while (['the', 'el', 'la', 'los', 'las'].includes(tokens[at]?.plain ?? '')) at--;
  return ['por', 'off'].includes(tokens[at]?.plain ?? '') || isLedTo(tokens, from);
}

/** True if "in", "near" or a similar word comes before the token, skipping words such as "the" and "downtown". */
export function isLedTo(tokens: readonly Token[], from: number): boolean {
  if (isBeside(tokens, from)) return true;
  let at = from - 1;
  while (['the', 'downtown', 'north', 'south', 'east', 'west', 'greater'].includes(tokens[at]?.plain ?? '')) at--;
  const word = tokens[at]?.plain ?? '';
  // After such words, "to" begins a verb and not a place: "want to cope", "learning to cope".
  return leadsToPlace(word) && !(word === 'to' && beforeVerb.has(tokens[at - 1]?.plain ?? ''));
}

const owners = wordsOf('mi mis tu tus su sus un una mucha mucho tanta tanto');
const englishOwners = wordsOf('my your his her our their this that');

/**
 * True for something that a person has, which is not a town: "Mi pueblo", "mucha soledad", "her hope". With its state
 * it is a town.
 */
export function isOwned(tokens: readonly Token[], from: number, to: number): boolean {
  const before = tokens[from - 1]?.plain ?? '';
  if (owners.has(before) && tokens[from - 2]?.kind !== 'number') return /^\s+$/.test(tokens[from]?.gap ?? '');
  return englishOwners.has(before) && tokens.slice(from, to).every(({ plain }) => isOrdinaryWord(plain));
}

/** True if the token is a word of the lexicon or a joining word. Such a word is rarely part of a city's name. */
export const isKnown = (token: Token, lexicon: Lexicon): boolean =>
  token.kind !== 'word' || lexicon.hasWord(token.word) || isStopWord(token.plain) || isStopWord(token.word);

/** True if every token has a meaning other than a city's name. */
export function isOrdinary(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): boolean {
  return tokens.slice(from, to).every((token) => isKnown(token, lexicon) || isOrdinaryWord(token.plain));
}

/** The postal code of a state whose name is exactly these tokens. */
export function stateAt(tokens: readonly Token[], from: number, to: number): string | null {
  for (let at = from; at < to; at++) if (tokens[at]?.kind !== 'word') return null;
  return stateOf(plainText(tokens, from, to));
}

/** A city that is named with its state. */
export const withOwnState = (city: Place): NamedPlace => ({ ...certain(city, 2), saysState: true });

/** A city whose state is known. */
export const certain = (city: Place, certainty: 1 | 2): NamedPlace => ({
  near: city.label,
  city: cityName(city),
  state: city.state,
  certainty,
});

/**
 * The place that a name without a state means. If one city is meant by everyone, `near` is its label. Otherwise `near`
 * is the bare name, so that the person is asked which one is meant.
 * @param found At least one, larger first.
 */
export function unsure(found: readonly [Place, ...Place[]], certainty: 0 | 1): NamedPlace {
  const [largest] = found;
  if (!isAmbiguous(found)) return certain(largest, 1);
  return { near: cityName(largest), city: cityName(largest), state: null, certainty };
}
