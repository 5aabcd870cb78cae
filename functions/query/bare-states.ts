import type { Places } from '../places/places.ts';
import { postalStates, stateOf } from '../places/postal-states.ts';
import type { Lexicon } from './lexicon.ts';
import { isWordsOnly, rawText } from './names.ts';
import { rank, type Span } from './span.ts';
import { corrected, isSpelledRight } from './spelling.ts';
import { leadsToPlace } from './stop-words.ts';
import type { Token } from './tokenize.ts';
import { wordsOf } from './word-set.ts';

/**
 * Postal codes of states that have no other meaning as a word. Leaves out CO and OK, which need context, and codes that
 * are English words: "in", "or", "me", "hi", "oh", "pa", "ma", "la", "va".
 */
const plainCodes = wordsOf('az ca il nv nj wa tx fl ny ut nm ks ga nc tn ky wi mn');
/** Shortest unknown word that may be a town. Shorter ones are as often names of drugs, tests or people. */
const SHORTEST_UNKNOWN = 5;
const notColorado = /^(?:oc|ocur|occur|dep|pay|morbid|ed$|parent|op|ins)/;

/**
 * Finds postal codes of states without a city: "rehabs az", "iop CO". A city with its state is a longer phrase
 * (city-spans.ts).
 */
export function bareStateSpans(tokens: readonly Token[], lexicon: Lexicon, places: Places): readonly Span[] {
  return [...tokens.keys()].filter((at) => isState(tokens, at, lexicon, places)).map((at) => stateSpan(tokens, at));
}

function isState(tokens: readonly Token[], at: number, lexicon: Lexicon, places: Places): boolean {
  const code = tokens[at]?.plain ?? '';
  if (code === 'tx' && isTreatment(tokens, at)) return false;
  if (plainCodes.has(code)) return true;
  if (code === 'co') return !notColorado.test(tokens[at + 1]?.plain ?? '');
  return code === 'ok' && isOklahoma(tokens, at, lexicon, places);
}

const caredFor = /^(?:op|iop|php|outpatient|inpatient|residential|sud|mh|etoh|detox|seeking|needs?|wants?)$/;

/**
 * True if TX is the abbreviation for treatment: "Op tx for dv survivor". False if it is Texas, as after "in" or at the
 * end.
 */
function isTreatment(tokens: readonly Token[], at: number): boolean {
  const [before, next] = [tokens[at - 1]?.plain ?? '', tokens[at + 1]];
  if (next === undefined) return false;
  if (next.kind === 'zip') return !next.text.startsWith('7');
  if (/^(?:ind|individual|grp|group|mat)$/.test(before)) return true;
  return ['for', 'hx', 'plan', 'w', 'with'].includes(next.plain) && caredFor.test(before);
}

/**
 * "in ok" is Oklahoma. So is "OK" in an otherwise lower-case text. As the last word, "ok" is Oklahoma after a level of
 * care, a word such as "rehabs" or "centers", a town of Oklahoma, or an unknown word, which is probably a town. "Is
 * telehealth ok", "suboxone ok" and "ok so" are English.
 */
function isOklahoma(tokens: readonly Token[], at: number, lexicon: Lexicon, places: Places): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (before === undefined || token === undefined) return false;
  if (leadsToPlace(before.plain)) return true;
  if (token.text === 'OK' && tokens.some(({ text }) => /\p{Ll}/u.test(text))) return true;
  if (at !== tokens.length - 1 || tokens.some(({ plain }) => ['is', 'are', 'its', 'if'].includes(plain))) return false;
  if (isAfterTown(tokens, at, places) || isUnknown(before, lexicon, places)) return true;
  const isLevel = lexicon.find(before.word)?.meanings.some(({ field }) => field === 'level') === true;
  return isLevel || ['program', 'center', 'treatment', 'facility', 'clinic', 'option'].includes(before.word);
}

/** True if the words before are a town of Oklahoma: "grove ok", "wright city ok". */
function isAfterTown(tokens: readonly Token[], at: number, places: Places): boolean {
  return [1, 2, 3].some((words) => {
    const from = at - words;
    return from >= 0 && isWordsOnly(tokens, from, at) && places.cities(rawText(tokens, from, at), 'OK').length > 0;
  });
}

function isUnknown({ kind, word, plain }: Token, lexicon: Lexicon, places: Places): boolean {
  if (kind !== 'word' || !/[a-z]/.test(plain) || isSpelledRight(word, plain, lexicon)) return false;
  // Reno is in another state. "reno ok" is still read as a town and a state, so that the person is asked which one is
  // meant.
  if (places.cities(plain).length > 0) return true;
  if (plain.length < SHORTEST_UNKNOWN) return false;
  const meant = corrected(word, lexicon);
  // "Delawtre" is closest to a state's name. In "Delawtre OK" it means a town called Delaware.
  return meant === null || lexicon.find(meant)?.meanings.some(({ field }) => field === 'state') === true;
}

function stateSpan(tokens: readonly Token[], at: number): Span {
  const value = stateOf(tokens[at]?.plain ?? '') ?? postalStates[0][0];
  return { from: at, to: at + 1, rank: rank.term, meanings: [{ field: 'state', value, yieldsTo: null }] };
}
