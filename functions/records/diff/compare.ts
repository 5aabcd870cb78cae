import type { Offering } from '../../domain/offering.ts';
import type { CenterRecord } from '../../domain/record.ts';
import { columns } from '../columns/columns.ts';
import { plain } from '../plain.ts';
import { valueAt } from '../raw.ts';
import { addressKey } from '../street.ts';

/** One field that differs, as people read it; empty where a side has nothing. */
export interface FieldChange {
  /** A column of the CSV export, or `iop: payers` for one of an offering. */
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export interface Changed {
  readonly before: CenterRecord;
  readonly after: CenterRecord;
  readonly fields: readonly FieldChange[];
  /** The center has another id than before, and was known again by its address. */
  readonly moved: boolean;
}

/** What would become of a dataset. Each list is sorted by state, city, name and id. */
export interface Difference {
  readonly before: number;
  readonly after: number;
  readonly added: readonly CenterRecord[];
  readonly removed: readonly CenterRecord[];
  readonly changed: readonly Changed[];
  readonly same: number;
}

/**
 * Compares two datasets center by center. A center whose id is gone is taken for the new one at the same building, where
 * exactly one came and one went there, or where the name or a phone tells which.
 */
export function compare(before: readonly CenterRecord[], after: readonly CenterRecord[]): Difference {
  const former = new Map(before.map((record) => [record.center.id, record]));
  const current = new Map(after.map((record) => [record.center.id, record]));
  const gone = before.filter(({ center }) => !current.has(center.id));
  const come = after.filter(({ center }) => !former.has(center.id));
  const moves = movesOf(gone, come);
  const pairs = after.flatMap((record) => {
    const old = former.get(record.center.id) ?? moves.get(record);
    return old === undefined ? [] : [{ before: old, after: record }];
  });
  const changed = pairs
    .map((pair) => ({
      ...pair,
      fields: changesOf(pair.before, pair.after),
      moved: pair.before.center.id !== pair.after.center.id,
    }))
    .filter(({ fields }) => fields.length > 0);
  const taken = new Set(moves.values());
  return {
    before: before.length,
    after: after.length,
    added: come.filter((record) => !moves.has(record)).sort(byPlace),
    removed: gone.filter((record) => !taken.has(record)).sort(byPlace),
    changed: changed.sort((one, other) => byPlace(one.after, other.after)),
    same: pairs.length - changed.length,
  };
}

/** New records by the old ones that they go on from. */
function movesOf(gone: readonly CenterRecord[], come: readonly CenterRecord[]): Map<CenterRecord, CenterRecord> {
  const buildings = new Map<string, CenterRecord[]>();
  for (const record of gone) {
    const key = buildingOf(record);
    if (key !== null) buildings.set(key, [...(buildings.get(key) ?? []), record]);
  }
  const moves = new Map<CenterRecord, CenterRecord>();
  const taken = new Set<CenterRecord>();
  const arrivals = Map.groupBy(come, buildingOf);
  // Whoever is known by name or phone first, so that nobody takes another's place by the address alone.
  for (const known of [true, false]) {
    for (const [key, records] of arrivals) {
      for (const record of records) {
        const former = (key === null ? [] : (buildings.get(key) ?? [])).filter((each) => !taken.has(each));
        const waiting = records.filter((each) => !moves.has(each));
        const found = known ? former.filter((each) => isKnown(each, record)) : waiting.length === 1 ? former : [];
        const [only] = found;
        if (only === undefined || found.length > 1 || moves.has(record)) continue;
        moves.set(record, only);
        taken.add(only);
      }
    }
  }
  return moves;
}

function buildingOf({ center: { address } }: CenterRecord): string | null {
  return addressKey({ street1: address.street?.split(', ')[0] ?? '', street2: '', zip: address.zip });
}

function isKnown({ center: one }: CenterRecord, { center: other }: CenterRecord): boolean {
  return (
    plain(one.name) === plain(other.name) ||
    one.phones.some(({ number }) => other.phones.some((phone) => phone.number === number))
  );
}

function changesOf(before: CenterRecord, after: CenterRecord): FieldChange[] {
  const center = fieldsOf('center', before.center, after.center);
  const fields = fieldsOf('private', before.private, after.private);
  return [...center, ...fields, ...offeringChanges(before, after)];
}

function offeringChanges(before: CenterRecord, after: CenterRecord): FieldChange[] {
  // An offering's id begins with its center's; what follows stays when the center's changes.
  const byTail = ({ center, offerings }: CenterRecord): Map<string, Offering> =>
    new Map(offerings.map((offering) => [offering.id.slice(center.id.length + 1), offering]));
  const [former, current] = [byTail(before), byTail(after)];
  return [...new Set([...former.keys(), ...current.keys()])].sort().flatMap((tail) => {
    const [old, now] = [former.get(tail), current.get(tail)];
    if (old === undefined || now === undefined) {
      return [{ field: 'offering', before: old === undefined ? '' : tail, after: now === undefined ? '' : tail }];
    }
    const fields = fieldsOf('offering', old, now).filter(({ field }) => field !== 'offering_id');
    return fields.map((change) => ({ ...change, field: `${tail}: ${change.field}` }));
  });
}

function fieldsOf(of: 'center' | 'offering' | 'private', before: unknown, after: unknown): FieldChange[] {
  return columns
    .filter((column) => column.of === of)
    .flatMap(({ name, path, write }) => {
      const [old = '', now = ''] = [before, after].map((side) => {
        const value = valueAt(side, path) ?? null;
        return value === null ? '' : write(value);
      });
      return old === now ? [] : [{ field: name, before: old, after: now }];
    });
}

function byPlace({ center: one }: CenterRecord, { center: other }: CenterRecord): number {
  const [left, right] = [one, other].map(({ address, name, id }) => [address.state, address.city, name, id].join('\t'));
  return (left ?? '') < (right ?? '') ? -1 : 1;
}
