import { accuracies } from '../domain/accuracy.ts';
import type { Center } from '../domain/center.ts';
import { answerers, type Phone, phonePurposes } from '../domain/contact.ts';
import { levels } from '../domain/level-of-care.ts';
import type { Offering } from '../domain/offering.ts';
import type { CenterRecord } from '../domain/record.ts';
import type { Source } from '../domain/source.ts';
import { vocabularyOfOffering } from '../domain/source-vocabulary.ts';
import type { State } from '../domain/state.ts';
import { type Facts, packFacts, unpackFacts } from './facts.ts';
import { type Mask, maskOf, valuesOf } from './masks.ts';

type PackedPhone = readonly [nationalNumber: string, extension: string | 0, purpose: number, answeredBy: number];
type PackedAsam = readonly [code: string, edition: '3' | '4'];

/**
 * One offering. `changes` lists the facts that differ from the center's shared facts: a position and a value for each,
 * in one flat array.
 */
export type PackedOffering = readonly [
  idSuffix: string,
  level: number,
  asam: PackedAsam | 0,
  changes: readonly unknown[] | 0,
];

/**
 * A center as published pages store it. It has codes instead of labels, and states once what all offerings share. It
 * has no private fields, because published data contains only what the public may read.
 */
export type PackedCenter = readonly [
  id: string,
  name: string,
  alternateNames: readonly string[] | 0,
  organizationSlug: string,
  organizationName: string,
  sample: 0 | 1,
  street: string | 0,
  city: string,
  state: State,
  zip: string,
  lat: number,
  lng: number,
  accuracy: number,
  phones: readonly PackedPhone[],
  website: string | 0,
  unknownLevels: Mask,
  sources: readonly (readonly [name: string, asOf: string])[],
  shared: Facts | 0,
  offerings: readonly PackedOffering[],
];

/** Positions of the members that code reads without unpacking the whole center. */
export const packed = {
  id: 0,
  name: 1,
  organization: 3,
  sample: 5,
  city: 7,
  state: 8,
  lat: 10,
  lng: 11,
  unknownLevels: 15,
  shared: 17,
  offerings: 18,
} as const;

export function packCenter({ center, offerings }: CenterRecord): PackedCenter {
  const first = offerings[0];
  const shared = first === undefined ? 0 : packFacts(first, vocabularyOfOffering(center, first));
  return [
    center.id,
    center.name,
    center.alternateNames.length === 0 ? 0 : center.alternateNames,
    center.organization.slug,
    center.organization.name,
    center.sample ? 1 : 0,
    center.address.street ?? 0,
    center.address.city,
    center.address.state,
    center.address.zip,
    center.location.lat,
    center.location.lng,
    accuracies.indexOf(center.location.accuracy),
    center.phones.map(packPhone),
    center.website ?? 0,
    maskOf(levels, center.unknownLevels),
    center.sources.map(({ name, asOf }) => [name, asOf] as const),
    shared,
    shared === 0 ? [] : offerings.map((offering) => packOffering(center, offering, shared)),
  ];
}

export function unpackCenter(row: PackedCenter): Center {
  const [id, name, alternateNames, slug, organizationName, sample, street, city, state, zip, lat, lng] = row;
  const [accuracy, phones, website, unknownLevels, sources] = row.slice(12) as unknown as [
    number,
    readonly PackedPhone[],
    string | 0,
    Mask,
    readonly (readonly [string, string])[],
  ];
  return {
    id,
    name,
    alternateNames: alternateNames === 0 ? [] : [...alternateNames],
    organization: { slug, name: organizationName },
    sample: sample === 1,
    address: { street: street === 0 ? null : street, city, state, zip },
    location: { lat, lng, accuracy: at(accuracies, accuracy) },
    phones: phones.map(unpackPhone),
    website: website === 0 ? null : website,
    unknownLevels: valuesOf(levels, unknownLevels),
    sources: sources.map(([sourceName, asOf]): Source => ({ name: sourceName, asOf })),
  };
}

const remembered = new WeakMap<PackedOffering, Facts>();

/** Caches the facts of each offering. Used for rows that are searched again and again, as on a device. */
export function rememberFacts(row: PackedCenter): void {
  for (const offering of row[packed.offerings]) if (offering[3] !== 0) remembered.set(offering, factsOf(row, offering));
}

/** The facts of one offering: the center's shared ones with this offering's changes. */
export function factsOf(row: PackedCenter, offering: PackedOffering): Facts {
  const shared = row[packed.shared];
  if (shared === 0) throw new Error(`center "${row[packed.id]}" has offerings without facts`);
  const changes = offering[3];
  if (changes === 0) return shared;
  const known = remembered.get(offering);
  if (known !== undefined) return known;
  const facts: unknown[] = [...shared];
  for (let i = 0; i < changes.length; i += 2) facts[changes[i] as number] = changes[i + 1];
  return facts as unknown as Facts;
}

export function unpackOffering(row: PackedCenter, offering: PackedOffering): Offering {
  const [suffix, level, asam] = offering;
  return {
    id: `${row[packed.id]}-${suffix}`,
    level: at(levels.codes, level),
    asam: asam === 0 ? null : { code: asam[0], edition: asam[1] },
    ...unpackFacts(factsOf(row, offering)),
  };
}

function packOffering(center: Center, offering: Offering, shared: Facts): PackedOffering {
  const facts = packFacts(offering, vocabularyOfOffering(center, offering));
  const changes: unknown[] = [];
  for (let position = 0; position < Math.max(facts.length, shared.length); position += 1) {
    // The last position is only used for offerings with further answers from admissions (facts.ts), so it may be
    // missing.
    const value = facts[position] ?? 0;
    if (JSON.stringify(value) !== JSON.stringify(shared[position] ?? 0)) changes.push(position, value);
  }
  const asam = offering.asam === null ? 0 : ([offering.asam.code, offering.asam.edition] as const);
  const level = levels.codes.indexOf(offering.level);
  return [offering.id.slice(center.id.length + 1), level, asam, changes.length === 0 ? 0 : changes];
}

function packPhone({ number, extension, purpose, answeredBy }: Phone): PackedPhone {
  return [number.slice(2), extension ?? 0, phonePurposes.indexOf(purpose), answerers.indexOf(answeredBy)];
}

function unpackPhone([national, extension, purpose, answeredBy]: PackedPhone): Phone {
  return {
    number: `+1${national}`,
    extension: extension === 0 ? null : extension,
    purpose: at(phonePurposes, purpose),
    answeredBy: at(answerers, answeredBy),
  };
}

function at<T>(list: readonly T[], position: number): T {
  const value = list[position];
  if (value === undefined) throw new RangeError(`position ${position} is outside a list of ${list.length}`);
  return value;
}
