import type { FormerId } from '../../domain/former-id.ts';
import { formerToPublish } from '../../domain/former-to-publish.ts';
import type { Offering } from '../../domain/offering.ts';
import type { CenterRecord } from '../../domain/record.ts';
import { columns } from '../columns/columns.ts';
import { valueAt } from '../raw.ts';

/** One field that differs, as text; empty if that side has no value. */
interface FieldChange {
  /** A column of the CSV export; for a field of an offering, with its level: `iop: payers`. */
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export interface Changed {
  readonly before: CenterRecord;
  readonly after: CenterRecord;
  readonly fields: readonly FieldChange[];
  /** True if the center has another id than before. */
  readonly moved: boolean;
}

/** The difference between two datasets. Each list is sorted by state, city, name and id. */
export interface Difference {
  readonly before: number;
  readonly after: number;
  readonly added: readonly CenterRecord[];
  readonly removed: readonly CenterRecord[];
  /** What became of removed centers, by their id, if it is known. */
  readonly became: ReadonlyMap<string, FormerId>;
  /** Ids in the old dataset that are neither centers nor former ids in the new one: links to them would break. */
  readonly broken: readonly string[];
  /** Pairs of a removed and an added center that may be the same center. */
  readonly undecided: readonly (Changed & { readonly why: string })[];
  readonly changed: readonly Changed[];
  readonly same: number;
}

/** What an import found out about ids. */
export interface Known {
  readonly former?: readonly FormerId[];
  readonly continues?: ReadonlyMap<string, string>;
  /** Pairs of an old and a new id that may be the same center: a person still has to decide. */
  readonly undecided?: readonly Undecided[];
}

interface Undecided {
  readonly old: string;
  readonly now: string;
  /** Why a person must decide. */
  readonly why: string;
}

/**
 * Compares two datasets center by center. Which center continues which is not decided here: the import did, and
 * recorded it as former ids.
 * @param former Former ids that belong to `after`.
 * @param continues If the import would recognize a center of `after` under another id: that id, by the center's id.
 */
export function compare(
  before: readonly CenterRecord[],
  after: readonly CenterRecord[],
  { former = [], continues = new Map(), undecided = [] }: Known = {},
): Difference {
  const old = new Map(before.map((record) => [record.center.id, record]));
  const current = new Set(after.map(({ center }) => center.id));
  const answers = formerToPublish(former, new Map(), current).former;
  const said = new Map(answers.map((one) => [one.id, one]));
  const moves = new Map<string, CenterRecord>();
  const renamed = answers.flatMap(({ id, now, reason }) => (now !== null && reason === 'renamed' ? [[now, id]] : []));
  for (const [now = '', id = ''] of [...renamed, ...continues]) {
    const record = old.get(id);
    if (record !== undefined && !current.has(id) && !old.has(now) && !moves.has(now)) moves.set(now, record);
  }
  const pairs = after.flatMap((record) => {
    const known = old.get(record.center.id) ?? moves.get(record.center.id);
    return known === undefined ? [] : [{ before: known, after: record }];
  });
  const changed = pairs
    .map((pair) => ({
      ...pair,
      fields: changesOf(pair.before, pair.after),
      moved: pair.before.center.id !== pair.after.center.id,
    }))
    .filter(({ fields }) => fields.length > 0);
  const come = new Map(after.map((record) => [record.center.id, record]));
  const perhaps = undecided.flatMap(({ old: was, now, why }) => {
    const [one, other] = [old.get(was), come.get(now)];
    if (one === undefined || other === undefined || current.has(was) || old.has(now) || moves.has(now)) return [];
    return [{ before: one, after: other, fields: changesOf(one, other), moved: true, why }];
  });
  const continued = new Set(pairs.map((pair) => pair.before));
  const removed = before.filter((record) => !continued.has(record)).sort(byPlace);
  return {
    before: before.length,
    after: after.length,
    added: after.filter(({ center }) => !old.has(center.id) && !moves.has(center.id)).sort(byPlace),
    removed,
    became: new Map(removed.flatMap(({ center }) => said.get(center.id) ?? []).map((one) => [one.id, one])),
    undecided: perhaps,
    broken: before
      .filter(({ center }) => !current.has(center.id) && !said.has(center.id))
      .map(({ center }) => center.id),
    changed: changed.sort((one, other) => byPlace(one.after, other.after)),
    same: pairs.length - changed.length,
  };
}

function changesOf(before: CenterRecord, after: CenterRecord): FieldChange[] {
  const center = fieldsOf('center', before.center, after.center);
  const fields = fieldsOf('private', before.private, after.private);
  return [...center, ...fields, ...offeringChanges(before, after)];
}

function offeringChanges(before: CenterRecord, after: CenterRecord): FieldChange[] {
  // An offering's id begins with its center's id. The rest of it is the same even if the center's id changed.
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
