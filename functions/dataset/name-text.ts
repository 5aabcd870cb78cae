import type { Center } from '../domain/center.ts';
import { allWordsOf, wordsOf, wordsOfName } from './words.ts';

/** Words for a company's legal form, which people leave out of initials. */
const REGISTERED = new Set(['inc', 'llc', 'dba', 'corp', 'co', 'ltd', 'pllc', 'pc']);
const SMALL = new Set(['the', 'of', 'and', 'at', 'for', 'in', 'a', 'an']);
const LEAST_INITIALS = 3;
const MOST_INITIALS = 8;

/** The fields of a center that a search by name compares with the typed text. */
export type Named = Pick<Center, 'name' | 'alternateNames' | 'organization' | 'address'>;

/**
 * The name text of a center: lower-case lines with the center's name, its city and its state, then the organization's
 * name and alternate names if they differ.
 */
export function nameTextOf({ name, alternateNames, organization, address }: Named): string {
  const [own, city, ...others] = [name, address.city, organization.name, ...alternateNames].map(inOneLine);
  const further = [...new Set(others)].filter((other) => other !== own);
  return [own, city, address.state.toLowerCase(), ...further].join('\n');
}

const inOneLine = (text: string): string => text.toLowerCase().replaceAll('\n', ' ');

/** The parts of a name text. */
export interface NameTerms {
  /** The center's name in lowercase. */
  readonly name: string;
  /** Words of the center's main name. */
  readonly own: readonly string[];
  /** Words of all the center's names. */
  readonly words: ReadonlySet<string>;
  /** Initials of the center's names: "Center for Behavioral Health, Inc" has "cbh" and "cfbh". */
  readonly initials: ReadonlySet<string>;
  readonly city: ReadonlySet<string>;
  /** Postal code in lowercase. */
  readonly state: string;
}

export function nameTermsOf(text: string): NameTerms {
  const [name = '', city = '', state = '', ...others] = text.split('\n');
  const names = [name, ...others];
  return {
    name,
    own: wordsOf(name),
    words: new Set(wordsOfName(names.join(' '))),
    initials: new Set(names.flatMap(initialsOf)),
    city: new Set(wordsOfName(city)),
    state,
  };
}

/** Words by which a search finds the center: those in its names, the names' initials, and those in its city. */
export function searchedWordsOf({ words, initials, city }: NameTerms): string[] {
  return [...new Set([...words, ...initials, ...city])];
}

/** Initials of a name of at least three words, with and without small words such as "of". */
function initialsOf(name: string): string[] {
  const words = allWordsOf(name).filter((word) => !REGISTERED.has(word));
  return [...new Set([words.filter((word) => !SMALL.has(word)), words].map(firstLetters))].filter(
    (initials) => initials.length >= LEAST_INITIALS,
  );
}

const firstLetters = (words: readonly string[]): string =>
  words
    .slice(0, MOST_INITIALS)
    .map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0))
    .join('');
