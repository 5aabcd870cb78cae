import { lettersOf } from './name-key.ts';
import type { PlaceName } from './place.ts';
import { stateOf } from './postal-states.ts';

/** Most words in the name of a state: "District of Columbia", "U.S. Virgin Islands". */
const LONGEST_STATE_WORDS = 3;
/** Greatest length of a text that is read, in characters. No place with its state is longer. */
const LONGEST_TEXT = 100;
const COUNTRY = /[\s,]+(?:usa?|u\.s\.a\.|u\.s\.|united states(?: of america)?)$/i;

/**
 * Splits "Phoenix, AZ", "phoenix az" and "St. Louis Missouri" into name and state.
 * - A text that is the name of a state is read as the city of that name ("Washington", "New York").
 * - Without a comma, a state at the end may be part of the name. Only `isCity` can decide: "West New York" and "Port
 *   Washington" are cities, while "West, NY" and "Port, WA" are not. "Charleston West Virginia" is in West Virginia,
 *   "Kings Park West Virginia" in Virginia.
 * - Null if the text has another form, for example if the part after a comma is not a state.
 */
export function parsePlace(text: string, isCity: (name: string, state: string | null) => boolean): PlaceName | null {
  if (text.length > LONGEST_TEXT) return null;
  const bare = text
    .trim()
    .replace(COUNTRY, '')
    .replace(/[\s,]+$/, '');
  if (!/\p{L}/u.test(bare)) return null;
  const comma = bare.lastIndexOf(',');
  if (comma >= 0) {
    const name = bare.slice(0, comma).trim();
    const state = stateOf(bare.slice(comma + 1));
    // A district may be typed with its city, which is then part of the name: "Capitol Hill, Seattle, WA".
    const isOne = !name.includes(',') || (state !== null && isCity(name, state));
    return state === null || lettersOf(name) === '' || !isOne ? null : { name, state };
  }
  const whole = { name: bare.replace(/\s+/g, ' '), state: null };
  if (stateOf(bare) !== null) return whole;
  const splits = splitStates(bare.split(/\s+/));
  const known = [...splits, whole].find(({ name, state }) => isCity(name, state));
  return known ?? splits[0] ?? whole;
}

/** All ways to split off a state at the end of the text. A state with more words comes first. */
function splitStates(words: readonly string[]): readonly PlaceName[] {
  const splits: PlaceName[] = [];
  for (let count = Math.min(LONGEST_STATE_WORDS, words.length - 1); count > 0; count--) {
    const state = stateOf(words.slice(-count).join(' '));
    const name = words.slice(0, -count).join(' ');
    if (state !== null && lettersOf(name) !== '') splits.push({ name, state });
  }
  return splits;
}

const ZIP_LAST = /(?:^|[\s,])(\d{5})(?:-\d{4})?[\s.,]*$/;
const ZIP_FIRST = /^\s*(\d{5})(?:-\d{4})?[\s,]+(?=\D)/;

/** A ZIP in a text, and the text around it. */
export interface ZipText {
  readonly zip: string;
  readonly beside: string;
  /** True if the text begins with the ZIP. Its five digits may then be a house number. */
  readonly isFirst: boolean;
}

/** The ZIP at the start or end of a text, as in labels and addresses: "85004-1234", "Phoenix, AZ 85004, USA". */
export function zipIn(text: string): ZipText | null {
  const bare = text.trim().replace(COUNTRY, '');
  const last = ZIP_LAST.exec(bare);
  if (last?.[1] !== undefined) return { zip: last[1], beside: bare.slice(0, last.index), isFirst: false };
  const first = ZIP_FIRST.exec(bare);
  return first?.[1] === undefined ? null : { zip: first[1], beside: bare.slice(first[0].length), isFirst: true };
}

/**
 * The five digits of a ZIP, if the text is a ZIP or ends with one: "85004-1234", "Phoenix, AZ 85004". Null otherwise.
 */
export function trailingZip(text: string): string | null {
  return /(?:^|[\s,])(\d{5})(?:-\d{4})?\s*$/.exec(text)?.[1] ?? null;
}

const SHORT_ZIP = /(?:^|[\s,])(\d{4})(?:-\d{4})?(?=[\s,]|$)/;
const NEW_JERSEY = /(?:^|[\s,])(?:nj|n\.j\.|new\s+jersey)(?=[\s,]|$)/i;

/**
 * A New Jersey ZIP without its leading 0, as spreadsheets write it: "8701", "Newark NJ 7102". Four digits are read as a
 * ZIP only next to the state or alone, because otherwise they may be a house number.
 */
export function shortZipIn(text: string): ZipText | null {
  const bare = text.trim().replace(COUNTRY, '');
  const found = SHORT_ZIP.exec(bare);
  if (found?.[1] === undefined) return null;
  const beside = `${bare.slice(0, found.index)} ${bare.slice(found.index + found[0].length)}`.trim();
  return beside === '' || NEW_JERSEY.test(beside) ? { zip: `0${found[1]}`, beside, isFirst: false } : null;
}

/** True for a ZIP of military or diplomatic mail (APO, FPO, DPO), which is delivered abroad. */
export const isMilitaryZip = (zip: string): boolean => /^(?:09[0-8]|340|96[2-6])/.test(zip);
