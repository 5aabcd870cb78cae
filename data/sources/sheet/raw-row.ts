import { slugOf } from '../../../functions/domain/slug.ts';
import { phoneFault } from '../../../functions/records/check/phones.ts';
import { listCell } from '../../../functions/records/columns/cells.ts';
import { type Cells, columns } from '../../../functions/records/columns/columns.ts';
import { valueAt } from '../../../functions/records/raw.ts';
import type { ZipPoint } from '../samhsa/coordinates.ts';

/** A part of a record that is not validated yet. */
export type Raw = Record<string, unknown>;

/**
 * Splits one row into the center's part and its offerings. A row with several levels gives one offering per level, with
 * equal facts.
 */
export function readOfferings(cells: Cells, zipPoint: ZipPoint) {
  const [level = '', ...others] = listCell.read(cells.level ?? '');
  const { offering, ...first } = readRow({ ...cells, level }, zipPoint);
  const offerings = offering === null ? [] : [offering];
  for (const other of others) {
    const next = readRow({ ...cells, level: other }, zipPoint);
    first.reasons.push(...next.reasons.filter((reason) => !first.reasons.includes(reason)));
    if (next.offering !== null) offerings.push(next.offering);
  }
  if (others.length > 0 && (cells.offering_id ?? '') !== '')
    first.reasons.push('offering_id: names one offering, but the row has several levels');
  return { ...first, offerings };
}

/** Splits one row into the center's part and its offering, with a reason for every cell that cannot be read. */
function readRow(cells: Cells, zipPoint: ZipPoint) {
  const parts: Record<'center' | 'offering' | 'private', Raw> = { center: {}, offering: {}, private: {} };
  const reasons: string[] = [];
  for (const { name, of, path, read } of columns) {
    try {
      set(parts[of], path, read(cells[name]?.trim() ?? ''));
    } catch (error) {
      reasons.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  for (const name of ['name', 'city']) {
    if (!/[a-z0-9]/i.test(cells[name] ?? '')) reasons.push(`${name}: is missing`);
  }
  const { center } = parts;
  const [organization, location] = [center.organization as Raw, center.location as Raw];
  organization.name ??= center.name;
  if (/[a-z0-9]/i.test(String(organization.name))) organization.slug ??= slugOf(String(organization.name));
  if (location.lat === null && location.lng === null) {
    const zip = String(valueAt(center, ['address', 'zip']));
    const point = zipPoint(zip);
    if (point === null) reasons.push(`zip: "${zip}" is not known, and there is no point`);
    else center.location = { lat: point.lat, lng: point.lng, accuracy: 'zip' };
  } else location.accuracy ??= 'street';
  const { offering } = parts;
  if (offering.level === null) {
    const extra = columns.find(({ of, name }) => of === 'offering' && name !== 'level' && (cells[name] ?? '') !== '');
    const offered = extra !== undefined && !/^(?:unconfirmed|unknown)$/.test(cells[extra.name] ?? '');
    if (offered) reasons.push(`level: is empty, though ${extra.name} describes an offering`);
    return { center, offering: null, fields: known(parts.private), reasons };
  }
  const schedule = offering.schedule as Raw;
  if (Object.values(schedule).every((part) => part === null)) offering.schedule = null;
  return { center, offering, fields: known(parts.private), reasons };
}

/** Removes phone numbers that cannot exist. @returns the reason for each */
export function dropNumbers(center: Raw, fields: Raw | null): string[] {
  const faults: string[] = [];
  const isUsable = (phone: unknown): boolean => {
    const number = valueAt(phone, ['number']);
    const fault = typeof number === 'string' ? phoneFault(number, center.sample === true) : null;
    if (fault !== null) faults.push(fault);
    return fault === null;
  };
  if (Array.isArray(center.phones)) center.phones = center.phones.filter(isUsable);
  if (fields !== null && fields.directIntakeLine !== null && !isUsable(fields.directIntakeLine))
    fields.directIntakeLine = null;
  return faults;
}

export function hasPhone({ phones }: Raw): boolean {
  return Array.isArray(phones) && phones.length > 0;
}

/** Returns the private fields, or null if all of them are null. */
function known(fields: Raw): Raw | null {
  return Object.values(fields).some((value) => value !== null) ? fields : null;
}

function set(target: Raw, path: readonly (string | number)[], value: unknown): void {
  const [key, ...rest] = path.map(String);
  if (key === undefined) return;
  if (rest.length === 0) target[key] = value;
  else {
    target[key] ??= {};
    set(target[key] as Raw, rest, value);
  }
}
