import type * as z from 'zod';
import { offeringSchema } from '../../domain/offering.ts';
import type { CenterRecord } from '../../domain/record.ts';

/** What of a center can be set right. Its id is its identity, and sources are where the imported facts came from. */
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
/** What of an offering can be; what admissions confirmed has a way of its own. */
const offeringFields: readonly string[] = Object.keys(offeringSchema.shape).filter(
  (name) => !['id', 'confirmation', 'admissions'].includes(name),
);

/** The one path that is no field: whether the center is gone, so that nobody is sent there. */
export const CLOSED = 'closed';

export type Json = z.core.util.JSONType;

/** There is no such place in the record, or it cannot be set. */
export class PathError extends Error {
  override readonly name = 'PathError';
}

/**
 * Where a path leads in a record: `name` → center.name, `offerings.<id>.housing` → that offering's housing.
 * @throws PathError that says what can be set.
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

/** The same path with an offering's whole id, as it is stored. */
export function wholePath(path: string, record: CenterRecord): string {
  const place = placeOf(path, record);
  const [first, index, ...rest] = place;
  if (first !== 'offerings' || typeof index !== 'number') return path;
  return ['offerings', record.offerings[index]?.id ?? '', ...rest].join('.');
}

/** What stands at a path; undefined where nothing does. @throws PathError */
export function valueAt(path: string, record: CenterRecord): Json | undefined {
  let here: unknown = record;
  for (const part of placeOf(path, record)) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, part)) return undefined;
    here = (here as Record<string | number, unknown>)[part];
  }
  return here as Json | undefined;
}

/**
 * A record with another value at a path. Whether that is a sound record is for its schema to say.
 * @throws PathError where there is nothing to put it into: a list has no such entry, or the fact above is unknown.
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
