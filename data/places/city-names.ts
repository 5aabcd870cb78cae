import type { CitySource } from './sources.ts';

/**
 * Common names for places whose full name in GeoNames nobody types or writes on a letter. With an `alias`, the full
 * name stays searchable.
 */
const RENAMED: ReadonlyMap<string, { readonly name: string; readonly alias?: string }> = new Map([
  ['New York City, NY', { name: 'New York', alias: 'New York City' }],
  ['Lexington-Fayette, KY', { name: 'Lexington', alias: 'Lexington-Fayette' }],
  ['Washington, D.C., DC', { name: 'Washington' }],
  ['The Bronx, NY', { name: 'Bronx' }],
  ['City of Milford (balance), CT', { name: 'Milford' }],
  ['City of Sammamish, WA', { name: 'Sammamish' }],
  ['New Century, KS, KS', { name: 'New Century' }],
  ['Stambaugh, Iron River, MI', { name: 'Stambaugh' }],
]);

/** Returns the label and the alias of a place in GeoNames; null if it is not a place where people live. */
export function cityName({ name, state, population }: CitySource): { name: string; alias: string | null } | null {
  if (population === 0 || /\((?:historical)\)|police dept/i.test(name)) return null;
  const renamed = RENAMED.get(`${name}, ${state}`);
  if (renamed !== undefined) return { name: renamed.name, alias: renamed.alias ?? null };
  const bare = name.replace(/\s*\(.*\)$/, '');
  return { name: state === 'GU' ? bare.replace(/ Village$/, '') : bare, alias: null };
}

const SMALL_WORDS = /(?<= )(?:Of|The|And|On|At|By|In)(?= )/g;
const ACRONYMS = /\b(?:Afb|Arb|Usaf|Jber|Jbsa|Jbphh|Mcbh|Nawc|Cbc|Jrb|Dhs|Mdl)\b/g;

/**
 * Corrects names in GeoNames' ZIP table, which capitalizes only first letters: "Mc Donald", "Usaf Academy", "City Of
 * Industry".
 */
export function mailName(city: string): string {
  return city
    .replace(ACRONYMS, (word) => word.toUpperCase())
    .replace(SMALL_WORDS, (word) => word.toLowerCase())
    .replace(/'S\b/g, "'s")
    .replace(/\bMc ?([A-Za-z])/g, (_, letter: string) => `Mc${letter.toUpperCase()}`);
}
