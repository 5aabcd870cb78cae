import { editDistance } from '../../functions/domain/edit-distance.ts';
import { directions, shortTypes } from '../../functions/places/street-words.ts';
import { plain } from '../../functions/records/plain.ts';

/** The parts of a street line. Used only for comparing. */
export interface Street {
  /** The house number, such as `3740`; empty if the line has no number. */
  readonly number: string;
  /** The street's name without compass points and without its type (Street, Avenue): `idaho`, `hwy 59`. */
  readonly name: string;
  readonly kind: string;
  readonly direction: string;
  /** The suite, floor or building, such as `{ 302a }`. Words such as "suite" are left out. */
  readonly unit: ReadonlySet<string>;
}

const shortDirections = new Set(directions.values());

/** Types of streets that two lines may write differently. Rarer types ("Pass", "Row") stay part of the name. */
const kinds = shortTypes(
  'street,avenue,av,boulevard,road,drive,lane,court,place,parkway,circle,square,terrace,trail,way,plaza,loop'.split(
    ',',
  ),
);
const shortKinds = new Set(kinds.values());

/** Words of a street name that have a second common spelling. */
const otherForms: ReadonlyMap<string, string> = new Map(
  Object.entries({
    first: '1st',
    second: '2nd',
    third: '3rd',
    fourth: '4th',
    fifth: '5th',
    sixth: '6th',
    seventh: '7th',
    eighth: '8th',
    ninth: '9th',
    tenth: '10th',
    highway: 'hwy',
    route: 'hwy',
    rt: 'hwy',
    rte: 'hwy',
    mount: 'mt',
    saint: 'st',
    fort: 'ft',
  }),
);
const unitWords =
  /^(?:suites?|ste|units?|buildings?|bldg|floors?|fl|rooms?|rm|apt|apartment|number|no|and|the|door|wing|upper|lower|main|office)$/;
const unitStart = /\b(?:suites?|ste|units?|buildings?|bldg|floor|rooms?|rm|apt)\b|#/i;

/** Splits a street line into its parts. The suite may be in the second line or at the end of the first. */
export function streetParts(street1: string, street2: string): Street {
  const [first = '', ...within] = splitUnit(street1);
  const words = plain(first).split(' ');
  const [, number = '', letter = ''] = /^(\d+)([a-z]?)$/.exec(words[0] ?? '') ?? [];
  if (number !== '') words.shift();
  const unit = new Set(unitsOf([...within, street2].join(' ')));
  // A letter beside the number is a door, so it counts as a suite: "908-A West Chandler", "154 A Capp Street".
  if (letter !== '') unit.add(letter);
  if (number !== '' && words.length > 1 && /^[a-z]$/.test(words[0] ?? '') && !shortDirections.has(words[0] ?? '')) {
    unit.add(words.shift() ?? '');
  }
  let kind = '';
  let direction = '';
  const name: string[] = [];
  for (const [index, word] of words.entries()) {
    const short = directions.get(word) ?? word;
    const way = kinds.get(word) ?? word;
    // If a compass point is the only word, it is the name. A first word "St" is part of the name, because it means
    // "Saint".
    if (shortDirections.has(short) && words.length > 1) direction += short;
    else if (shortKinds.has(way) && index > 0) kind ||= way;
    else name.push(otherForms.get(word) ?? word);
  }
  // If no word is left for the name, the compass points and the type are the name: "East South Street", "West Avenue".
  if (name.length === 0) return { number, name: words.join(' '), kind: '', direction: '', unit };
  return { number, name: name.join(' '), kind, direction: [...direction].sort().join(''), unit };
}

/** Splits a line before the suite, or before the name of a building that follows a comma. */
function splitUnit(street: string): string[] {
  const at = street.search(/^\d.*,/.test(street) ? /,/ : unitStart);
  return at <= 0 ? [street] : [street.slice(0, at), street.slice(at)];
}

function unitsOf(text: string): string[] {
  if (/\bp\.? ?o\.? ?box\b/i.test(text)) return [];
  return plain(text.replace(/(\w)\s*-\s*(\w)/g, '$1$2'))
    .split(' ')
    .filter((word) => word !== '' && !unitWords.test(word));
}

export type StreetLikeness = 'same' | 'spelt-otherwise' | 'near' | 'other';

/**
 * Compares two street lines without their suites (see `compareUnits`). `near`: the same street, but the house numbers
 * are close to each other or differ by a typo.
 */
export function compareStreets(one: Street, other: Street): StreetLikeness {
  if (one.name === '' || other.name === '') return 'other';
  if (one.number === '' && other.number === '' && one.name !== other.name) return 'other';
  if (one.number !== other.number && !nearNumbers(one.number, other.number)) return 'other';
  const turned = one.direction !== '' && other.direction !== '' && one.direction !== other.direction;
  if (turned) return 'other';
  const slips = nameSlips(one.name, other.name);
  if (slips > 2) return 'other';
  if (one.number !== other.number) return 'near';
  const kindDiffers = one.kind !== '' && other.kind !== '' && one.kind !== other.kind;
  return slips === 0 && !kindDiffers ? 'same' : 'spelt-otherwise';
}

/** True if the two numbers are at most 10 apart, or differ by one mistyped digit or two swapped digits. */
function nearNumbers(one: string, other: string): boolean {
  if (one === '' || other === '') return false;
  if (Math.abs(Number(one) - Number(other)) <= 10) return true;
  const exchanged = one.length === other.length && [...one].sort().join('') === [...other].sort().join('');
  const edits = editDistance(one, other, 2);
  return one.length >= 3 && (edits === 1 || (exchanged && edits === 2));
}

/**
 * Counts the letters in which two street names differ, up to 3: a result of 3 means at least three. Infinite if the
 * names are so short that this many letters make another name, or if their numbers differ: 10th and 11th are two streets.
 */
function nameSlips(one: string, other: string): number {
  if (one === other) return 0;
  if ((one.match(/\d+/g) ?? []).join() !== (other.match(/\d+/g) ?? []).join()) return Number.POSITIVE_INFINITY;
  const length = Math.min(one.length, other.length);
  const slips = editDistance(one, other, 2);
  return length >= 8 || slips <= length / 5 ? slips : Number.POSITIVE_INFINITY;
}

export type UnitLikeness = 'same' | 'near' | 'one-silent' | 'none' | 'other';

/** Compares suites. "Suite 302" and "302-A" are `near`; "Building 257" and "Building 257, Floor 2" are `same`. */
export function compareUnits(one: ReadonlySet<string>, other: ReadonlySet<string>): UnitLikeness {
  if (one.size === 0 || other.size === 0) return one.size === other.size ? 'none' : 'one-silent';
  const common = [...one].filter((word) => other.has(word)).length;
  if (common === Math.min(one.size, other.size)) return 'same';
  const digits = (units: ReadonlySet<string>) => [...units].map((word) => word.replace(/\D/g, '')).filter(Boolean);
  const near = common > 0 || digits(one).some((number) => digits(other).includes(number));
  return near ? 'near' : 'other';
}
