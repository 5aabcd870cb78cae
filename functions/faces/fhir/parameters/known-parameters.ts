import { bounds, tooLong, tooManyValues } from '../../../http/bounds.ts';
import type { NameTest } from '../../../search/names/name-test.ts';
import { type SearchedType, tokenParameters } from '../shapes/parameters.ts';
import { isTokenParameter } from './tokens.ts';

export type { SearchedType };

/** Search parameters of each type, except those whose values are codes (tokenParameters). */
export const parametersOf: Readonly<Record<SearchedType, readonly string[]>> = {
  Location: [
    ...['near', 'name', 'address', 'address-city', 'address-state', 'address-postalcode', 'organization', 'identifier'],
    ...['status', 'partof', 'endpoint', 'type', 'include'],
  ],
  HealthcareService: [
    ...['location.near', 'location.address', 'location.address-city', 'location.address-state'],
    ...['location.address-postalcode', 'location.name', 'location', 'organization', 'name', 'active'],
    ...['service-category', ...Object.keys(tokenParameters), 'coverage-area', 'endpoint', 'include'],
  ],
  Organization: ['name', 'identifier', 'active', 'type', 'address', 'partof', 'endpoint', 'coverage-area'],
};
/** Parameters for elements that no resource of the type has here. A search by one is valid, and finds nothing. */
export const absentOf: Readonly<Record<SearchedType, readonly string[]>> = {
  Location: ['partof', 'endpoint', 'type'],
  HealthcareService: ['coverage-area', 'endpoint'],
  Organization: ['address', 'partof', 'endpoint', 'coverage-area'],
};
const commonParameters = [
  '_id',
  '_lastUpdated',
  '_count',
  '_format',
  '_cursor',
  '_include',
  '_revinclude',
  '_summary',
  '_total',
];
export const includesOf: Readonly<
  Record<SearchedType, Readonly<Record<'_include' | '_revinclude', readonly string[]>>>
> = {
  Location: { _include: ['Location:organization'], _revinclude: ['HealthcareService:location'] },
  HealthcareService: { _include: ['HealthcareService:location', 'HealthcareService:organization'], _revinclude: [] },
  Organization: { _include: [], _revinclude: [] },
};
/** Prefix of parameters that search locations by the services there. */
const HAS = '_has:HealthcareService:location:';

/** Names of all parameters that a search of the type accepts. */
export function namesOf(type: SearchedType): string[] {
  const has = type === 'Location' ? Object.keys(tokenParameters).map((name) => HAS + name) : [];
  return [...parametersOf[type], ...has, ...commonParameters];
}

/** Finds the parameter that a name means; null if a search of the type has no such parameter. */
export function plainName(type: SearchedType, name: string): string | null {
  const typed = name.replace(/^location:Location\./, 'location.');
  if (!namesOf(type).includes(typed)) return null;
  return typed.startsWith(HAS) ? typed.slice(HAS.length) : typed;
}

const MODIFIED = /^((?:location(?::Location)?\.)?(?:name|address|address-city|address-postalcode)):(contains|exact)$/;

/** Splits a parameter into its name and its modifier, which says how to compare text. */
export function unmodified(name: string): { readonly name: string; readonly how: NameTest['how'] } {
  const [, plain, how] = MODIFIED.exec(name) ?? [];
  return plain === undefined ? { name, how: 'starts' } : { name: plain, how: how === 'exact' ? 'exact' : 'contains' };
}

/** Parameters whose values are comma-separated lists, without the parameters whose values are codes. */
const lists = new Set([
  ...['_id', '_lastUpdated', 'location', 'organization', 'identifier', 'name', 'location.name'],
  ...['address', 'address-city', 'address-state', 'address-postalcode'].flatMap((name) => [name, `location.${name}`]),
]);

/** Explains why the values of a parameter are too many or too long; null if they are not. */
export function beyondBounds(parameter: string, values: readonly string[]): string | null {
  if (parameter === '_cursor')
    return values.some((value) => value.length > bounds.cursor) ? 'is too long to be a cursor' : null;
  const isList = isTokenParameter(parameter) || lists.has(parameter);
  const all = isList ? values.flatMap((value) => value.split(',')) : values;
  if (all.length > bounds.values) return tooManyValues;
  return all.some((value) => value.length > bounds.text) ? tooLong : null;
}
