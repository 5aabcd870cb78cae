import type * as z from 'zod';
import { offeringSchema } from '../../domain/offering.ts';
import type { CenterRecord } from '../../domain/record.ts';

/**
 * Fields of a center that can be corrected. Its id is left out, because it identifies the center; so are its sources.
 */
const centerFields = [
  'name',
  'alternateNames',
  'organization',
  'address',
  'location',
  'phones',
  'website',
  'unknownLevels',
] as const;
/** Fields of an offering that can be corrected. The confirmation is left out, because it is recorded in another way. */
const offeringFields: readonly string[] = Object.keys(offeringSchema.shape).filter(
  (name) => !['id', 'confirmation', 'admissions'].includes(name),
);

/**
 * Path that says whether the center is closed, so that nobody is sent there. It is the only path that is not a field.
 */
export const CLOSED = 'closed';

export type Json = z.core.util.JSONType;

/** The record does not have this path, or its value cannot be corrected. */
export class PathError extends Error {
  override readonly name = 'PathError';
}

/**
 * The position in a record that a path names: `name` is center.name, and `offerings.<id>.housing` is that offering's
 * housing.
 * @throws PathError that lists what can be corrected.
 */
export function placeOf(path: string, record: CenterRecord): (string | number)[] {
  const [first = '', ...rest] = path.split('.');
  if (first !== 'offerings') {
    oneOf(path, first, centerFields);
    return ['center', first, ...rest.map(indexOrName)];
  }
  const [id = '', field = '', ...below] = rest;
  const index = record.offerings.findIndex((offering) => offering.id === id || tailOf(offering.id, record) === id);
  if (index < 0) {
    const known = record.offerings.map((offering) => tailOf(offering.id, record)).join(', ') || 'none';
    throw new PathError(`"${path}": the center has no offering "${id}"; it has ${known}`);
  }
  oneOf(path, field, offeringFields);
  return ['offerings', index, field, ...below.map(indexOrName)];
}

/** The path with the full id of its offering, as corrections are stored. */
export function wholePath(path: string, record: CenterRecord): string {
  const place = placeOf(path, record);
  const [first, index, ...rest] = place;
  if (first !== 'offerings' || typeof index !== 'number') return path;
  return ['offerings', record.offerings[index]?.id ?? '', ...rest].join('.');
}

/**
 * The value at a path; undefined if there is none.
 * @throws PathError
 */
export function valueAt(path: string, record: CenterRecord): Json | undefined {
  let here: unknown = record;
  for (const part of placeOf(path, record)) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, part)) return undefined;
    here = (here as Record<string | number, unknown>)[part];
  }
  return here as Json | undefined;
}

/**
 * Returns the record with a new value at a path. The caller must check the result with the schema.
 * @throws PathError if the path has no parent: there is no such entry in a list, or the fact above it is unknown.
 */
export function withValue(record: CenterRecord, path: string, value: Json): CenterRecord {
  const place = placeOf(path, record);
  const copy: unknown = structuredClone(record);
  let here = copy as Record<string | number, unknown>;
  for (const [depth, part] of place.entries()) {
    if (Array.isArray(here) && (typeof part !== 'number' || part > here.length)) {
      throw new PathError(`"${path}": the list has ${here.length}, so give one of 0 to ${here.length} for "${part}"`);
    }
    if (depth === place.length - 1) here[part] = structuredClone(value);
    else {
      const next = Object.hasOwn(here, part) ? here[part] : undefined;
      if (typeof next !== 'object' || next === null) {
        const above = place.slice(1, depth + 1).join('.');
        throw new PathError(`"${path}": "${above}" is ${next === undefined ? 'not there' : 'unknown'}: set it whole`);
      }
      here = next as Record<string | number, unknown>;
    }
  }
  return copy as CenterRecord;
}

function oneOf(path: string, field: string, known: readonly string[]): void {
  if (known.includes(field)) return;
  const where = path.startsWith('offerings.') ? 'of an offering' : 'of a center';
  const list = path.startsWith('offerings.') ? known : [...known, CLOSED, 'offerings.<id>.…'];
  throw new PathError(`"${path}": "${field}" ${where} cannot be set; ${list.join(', ')} can`);
}

const tailOf = (offering: string, { center }: CenterRecord): string => offering.slice(center.id.length + 1);
const indexOrName = (part: string): string | number => (/^\d{1,3}$/.test(part) ? Number(part) : part);
