import { fieldsOf } from '../../functions/domain/fields.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { stateCodes } from '../../functions/domain/state.ts';
import { vocabularyOf } from '../../functions/domain/vocabularies.ts';
import { encodeGeohash } from '../../functions/geo/geohash.ts';
import type { Point } from '../../functions/geo/point.ts';
import { places } from '../../functions/places/load.ts';
import { Cities } from '../support/cities.ts';
import { pick, seeded } from '../support/random.ts';

/** A body of `POST /v1/centers/search`. */
export type Body = Readonly<Record<string, unknown>>;

/**
 * Points near state borders, between two served states or a served state and another: towns from which people cross a
 * border.
 */
const borders: readonly Point[] = [
  { lat: 34.8482, lng: -114.6141 }, // Needles, CA
  { lat: 35.1678, lng: -114.573 }, // Laughlin, NV
  { lat: 32.6927, lng: -114.6277 }, // Yuma, AZ
  { lat: 36.8147, lng: -114.0669 }, // Mesquite, NV
  { lat: 38.9399, lng: -119.9772 }, // South Lake Tahoe, CA
  { lat: 45.6387, lng: -122.6615 }, // Vancouver, WA
  { lat: 47.0, lng: -117.05 }, // the line between Washington and Idaho
  { lat: 37.0, lng: -102.5 }, // where Colorado and Oklahoma meet
  { lat: 38.63, lng: -90.15 }, // East St. Louis, IL
  { lat: 40.74, lng: -74.03 }, // Hoboken, NJ
  { lat: 39.95, lng: -75.12 }, // Camden, NJ
  { lat: 36.9, lng: -94.65 }, // the corner of Oklahoma
];

const phrases = [
  'iop near 85004',
  'php denver co medicaid',
  'dual diagnosis spokane women',
  'detox las vegas tonight',
  'sober living 90210 men',
  'teen residential near Aurora, IL',
  'methadone tulsa ok within 20 miles',
  'evening iop san diego medi-cal',
  'suboxone Newark NJ spanish',
  'rehab for my 16 year old chicago',
  'telehealth iop needles ca',
  'iop in arizona',
  'kaiser iop oakland',
  'iop near me',
  'i want to die 85004',
  'alcohol treatment Springfield',
  'free detox columbus',
  'ahcccs iop',
  'php within 10 miles of phoenix az',
  'trauma therapy seattle lgbt evenings',
  'inpatient hospital 60601',
  'zzzz qqqq 80202',
];

/** Seeded searches like those of people and programs, most of them valid. */
export function* questions(seed: number, count: number, records: readonly CenterRecord[]): Generator<Body> {
  const random = seeded(seed);
  const cities = Cities.of(places());
  const served = cities.where(({ state }) => (stateCodes as readonly string[]).includes(state));
  const words = records.flatMap(({ center }) => center.name.split(' ')).filter((word) => word.length > 2);
  const slugs = records.map(({ center }) => center.organization.slug);
  for (let at = 0; at < count; at += 1) {
    const where = whereOf();
    yield { ...where, ...narrowed(where), ...(random() < 0.3 && { limit: pick(random, [1, 3, 5, 25, 50]) }) };
  }

  function whereOf(): Body {
    const chance = random();
    const point = chance < 0.5 ? pick(random, borders) : served.pick(random).location;
    const near = { lat: point.lat + (random() - 0.5) * 0.6, lng: point.lng + (random() - 0.5) * 0.6 };
    const kind = random();
    if (kind < 0.3) return { near: `${near.lat.toFixed(5)},${near.lng.toFixed(5)}` };
    if (kind < 0.55) return { near: pick(random, records).center.address.zip };
    if (kind < 0.72) return { near: served.pick(random).label };
    if (kind < 0.77) return { near: served.pick(random).label.replace(/, ..$/, '') };
    if (kind < 0.82) return { cell: encodeGeohash(near, random() < 0.5 ? 4 : 5) };
    if (kind < 0.9) return { state: pick(random, stateCodes) };
    if (kind < 0.95) return { q: pick(random, phrases) };
    return { name: aName() };
  }

  function aName(): string {
    const word = pick(random, words);
    if (random() < 0.5) return word.slice(0, 3 + Math.floor(random() * word.length));
    return random() < 0.5 ? `${word} ${pick(random, words)}` : word.slice(0, 2) + word.slice(3);
  }

  function narrowed(where: Body): Body {
    if ('q' in where && random() < 0.8) return {};
    const body: Record<string, unknown> = {};
    const lists = fieldsOf('list', 'accepted', 'times', 'payers');
    if (random() < 0.7) body.level = twoOf(vocabularyOf('level').codes);
    for (const field of lists) if (random() < 0.13) body[field] = twoOf(vocabularyOf(field).codes);
    if (random() < 0.05) body.language = twoOf(['es', 'ase', 'vi', 'zh', 'fil', 'en']);
    for (const field of fieldsOf('yes-no')) if (random() < 0.06) body[field] = random() < 0.5;
    for (const field of fieldsOf('at-most')) if (random() < 0.03) body[field] = Math.ceil(random() * 20);
    if (random() < 0.03) body.confirmed = random() < 0.5 ? true : '30d';
    if (random() < 0.04) body.accepting = true;
    if (random() < 0.03) body.organization = twoOf(slugs);
    if (random() < 0.1 && !('state' in where)) body.in = twoOf(stateCodes);
    if (random() < 0.05 && !('name' in where)) body.name = aName();
    if (random() < 0.5 && !('state' in where) && !('name' in where)) body.within = pick(random, RADII);
    if (random() < 0.25) body.include = 'unknown';
    return body;
  }

  function twoOf<T>(list: readonly T[]): T[] {
    return [...new Set([pick(random, list), ...(random() < 0.4 ? [pick(random, list)] : [])])];
  }
}

const RADII: readonly (string | number)[] = ['5mi', '10mi', 15, '25mi', '40km', '50mi', 100, '250mi', '500mi'];

/** Bodies with faults, to compare the messages. */
export const wrongBodies: readonly unknown[] = [
  {},
  [],
  { near: '' },
  { near: 5 },
  { near: null },
  { near: 'x'.repeat(201) },
  { near: '85004', level: ['iopp'] },
  { near: '85004', level: 'iop' },
  { near: '85004', level: [] },
  { near: '85004', level: ['iop', 'iop'] },
  { near: '85004', level: [5, null] },
  { near: '85004', level: Array.from({ length: 51 }, () => 'iop') },
  { near: '85004', age: [16, '17', 'teens', 121, -1, 1.5] },
  { near: '85004', age: ['teen'] },
  { near: '85004', payer: ['medicade'] },
  { near: '85004', payer: [7] },
  { near: '85004', language: ['klingon', 5] },
  { near: '85004', language: ['ES', 'es'] },
  { near: '85004', language: ['asl'] },
  { near: '85004', housing: 'yes' },
  { near: '85004', maxHoursPerWeek: 0 },
  { near: '85004', maxHoursPerWeek: 1000 },
  { near: '85004', maxWeeks: '4' },
  { near: '85004', organization: ['Not A Slug', 3] },
  { near: '85004', in: ['az', 'ZZ'] },
  { near: '85004', confirmed: '0d' },
  { near: '85004', confirmed: false },
  { near: '85004', accepting: false },
  { near: '85004', include: 'all' },
  { near: '85004', limit: 0 },
  { near: '85004', limit: 51 },
  { near: '85004', limit: 2.5 },
  { near: '85004', limit: '10' },
  { near: '85004', within: '' },
  { near: '85004', within: 'far' },
  { near: '85004', within: '501mi' },
  { near: '85004', within: true },
  { near: '85004', within: '9'.repeat(300) },
  { near: '85004', cursor: '' },
  { near: '85004', cursor: 'abc' },
  { near: '85004', colour: 'red', levle: ['iop'] },
  { near: '85004', state: 'AZ' },
  { near: 'Springfield' },
  { near: 'Aurora' },
  { near: 'Pheonix, AZ' },
  { near: '91,0' },
  { near: '112.07,33.4' },
  { near: 'me' },
  { near: 'Arizona' },
  { near: '85004 Denver' },
  { state: 'FL' },
  { state: 'AZ', in: ['NV'] },
  { state: 'AZ', within: '5mi' },
  { cell: '9' },
  { cell: '9tbq', cursor: 'abc' },
  { name: 'the of' },
  { name: 'x '.repeat(30) },
  { q: 'iop near me' },
  { q: '' },
  { q: 'w '.repeat(61) },
  { q: 'iop in texas' },
  { q: 'i want to kill myself', level: ['iopp'] },
  { q: 'ahcccs iop' },
  { q: 'php near 85004', level: ['iop'] },
  { name: 'lantern', within: '5mi' },
];
