import { directions, otherTypes, streetTypes } from './street-words.ts';

/** Words for a type of street. Most come at the end of a name; a few may also come first ("Calle Real"). */
const TYPES = new Set([streetTypes, otherTypes].flatMap((types) => [...types.keys(), ...types.values()]));
const TYPES_IN_FRONT = new Set('avenida avenue ave calle camino hwy highway route rte via paseo'.split(' '));
const DIRECTIONS = new Set([...directions.keys(), ...directions.values()]);
const LONGEST_NAME = 5;
const ORDINAL = /^\d{1,4}(?:st|nd|rd|th)$/;
const HOUSE_NUMBER = /^\d{1,6}(?:-\d{1,6})?[a-z]?$/;
const UNIT_ID = /^(?:\d{1,6}[a-z]?|[a-z]\d{0,5})$/;
const UNIT = /^(?:suite|ste|apt|apartment|unit|room|rm|floor|fl|building|bldg|number|no|#|lot|spc|space|dept)$/;
const PO_BOX = /^(?:po|p o|post office)? ?box (?:\d{1,6}[a-z]?|[a-z]\d{0,5})$/;

/**
 * True if the whole text is a street: a number and a street ("123 N Main St, Suite 4"), a numbered street or highway
 * ("16th St", "Hwy 99"), an intersection, or a PO box. "12 step program" is not.
 */
export function isStreet(text: string): boolean {
  const parts = text
    .toLowerCase()
    .replace(/[.]/g, '')
    .replace(/#\s*/g, ' # ')
    .split(',')
    .map((part) => part.trim().split(/\s+/).filter(Boolean))
    .filter((words) => words.length > 0);
  const [street, ...units] = parts;
  return street !== undefined && isAddressLine(street) && units.every(isUnit);
}

/** True if the text starts with a street: "12345 Main St, Phoenix". */
export function startsAsStreet(text: string): boolean {
  const words = text.trim().split(/[\s,]+/);
  return words.some((_, at) => at > 0 && isStreet(words.slice(0, at + 1).join(' ')));
}

function isAddressLine(words: readonly string[]): boolean {
  if (PO_BOX.test(words.join(' '))) return true;
  const cross = words.findIndex((word) => word === '&' || word === 'and' || word === 'at');
  if (cross > 0) return isNamed(words.slice(0, cross)) && isNamed(words.slice(cross + 1));
  for (let end = words.length; end > 0; end--) {
    if (end < words.length && !isUnit(words.slice(end))) continue;
    const [number = '', ...street] = words.slice(0, end);
    if (HOUSE_NUMBER.test(number) ? isNumbered(street) : isNumberName(words.slice(0, end))) return true;
  }
  return false;
}

/**
 * True if the words after a house number name a street. With a direction no street type is needed: "1200 E Washington".
 */
function isNumbered(words: readonly string[]): boolean {
  if (words.length === 0 || words.length > LONGEST_NAME) return false;
  return isNamed(words) || (words.length > 1 && words.length < 4 && DIRECTIONS.has(words[0] ?? ''));
}

/** True for a name with a street type: "Main St", "N Central Ave W", "Calle Real". */
function isNamed(words: readonly string[]): boolean {
  if (words.length > LONGEST_NAME) return false;
  const bare = DIRECTIONS.has(words.at(-1) ?? '') ? words.slice(0, -1) : words;
  const last = bare.at(-1) ?? '';
  if (last === 'broadway') return true;
  if (bare.length > 1 && (TYPES.has(last) || TYPES_IN_FRONT.has(bare[0] ?? ''))) return true;
  return isNumberName(words);
}

/** True for a street whose name is a number, such as "16th St". It needs no house number. */
function isNumberName(words: readonly string[]): boolean {
  const bare = words.filter((word) => !DIRECTIONS.has(word));
  const [first = '', second = '', ...others] = bare;
  if (ORDINAL.test(first))
    return others.length < 2 && [second, ...others].every((word) => word === '' || TYPES.has(word));
  return TYPES_IN_FRONT.has(first) && /^\d{1,4}$/.test(second) && others.length === 0;
}

function isUnit(words: readonly string[]): boolean {
  const [kind = '', id = '', ...others] = words;
  return UNIT.test(kind) && UNIT_ID.test(id) && others.length === 0;
}
