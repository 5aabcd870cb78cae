import type { Center } from '../domain/center.ts';
import { allWordsOf, wordsOf, wordsOfName } from './words.ts';

/** Words that people leave out of initials: how a company is registered. */
const REGISTERED = new Set(['inc', 'llc', 'dba', 'corp', 'co', 'ltd', 'pllc', 'pc']);
const SMALL = new Set(['the', 'of', 'and', 'at', 'for', 'in', 'a', 'an']);
const LEAST_INITIALS = 3;
const MOST_INITIALS = 8;

/** What a search by name knows of a center: one text, as the rows of its words carry it. */
export type Named = Pick<Center, 'name' | 'alternateNames' | 'organization' | 'address'>;

/**
 * Lines in lower case: the center's name, its city, its state, then the names of its organization and its alternate names
 * as far as they differ.
 */
export function nameTextOf({ name, alternateNames, organization, address }: Named): string {
  const [own, city, ...others] = [name, address.city, organization.name, ...alternateNames].map(inOneLine);
  const further = [...new Set(others)].filter((other) => other !== own);
  return [own, city, address.state.toLowerCase(), ...further].join('\n');
}

const inOneLine = (text: string): string => text.toLowerCase().replaceAll('\n', ' ');

/** A name text, read. */
export interface NameTerms {
  /** The center's name in lower case. */
  readonly name: string;
  /** Words of the center's own name. */
  readonly own: readonly string[];
  /** Words of all its names. */
  readonly words: ReadonlySet<string>;
  /** Initials of its names: "cbh" and "cfbh" of "Center for Behavioral Health, Inc". */
  readonly initials: ReadonlySet<string>;
  readonly city: ReadonlySet<string>;
  /** Postal code in lower case. */
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

/** The words that a center is found by: those of its names, their initials, those of its city. */
export function searchedWordsOf({ words, initials, city }: NameTerms): string[] {
  return [...new Set([...words, ...initials, ...city])];
}

/** Initials of a name of three words or more, with and without its small words. */
export function initialsOf(name: string): string[] {
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
