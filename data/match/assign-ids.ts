import type { CenterRecord } from '../../functions/domain/record.ts';
import type { Alias } from './aliases.ts';
import type { Covers } from './lists.ts';
import type { Pair } from './pairs.ts';
import type { Remembered } from './remembered.ts';

interface Spent {
  readonly former: readonly CenterRecord[];
  readonly aliases: readonly Alias[];
  readonly remembered: readonly Remembered[];
}

/** Assigns each new record an id. Never reuses an id that belongs, or once belonged, to another center. */
export function idsOf(
  records: readonly CenterRecord[],
  origin: ReadonlyMap<CenterRecord, Pair>,
  byHand: ReadonlyMap<string, string | null>,
  { former, aliases, remembered }: Spent,
): Map<CenterRecord, string> {
  const ids = new Map<CenterRecord, string>();
  const holders = new Map<string, CenterRecord>();
  const hold = (record: CenterRecord, id: string): void => {
    const holder = holders.get(id);
    if (holder !== undefined) {
      throw new Error(
        `the alias file gives "${id}" to two centers, "${holder.center.name}" and "${record.center.name}": ` +
          'if they are one, say so in the review file',
      );
    }
    holders.set(id, record);
    ids.set(record, id);
  };
  for (const [record, { old }] of origin) hold(record, byHand.get(old.center.id) ?? old.center.id);
  const spent = new Set([
    ...[...former, ...remembered.map(({ record }) => record)].map(({ center }) => center.id),
    ...aliases.flatMap(({ id, now }) => (now === null ? [id] : [id, now])),
  ]);
  for (const record of records) {
    if (ids.has(record)) continue;
    const own = byHand.get(record.center.id) ?? null;
    let id = own !== null && !holders.has(own) ? own : record.center.id;
    for (let count = 2; holders.has(id) || (spent.has(id) && id !== own); count++) id = `${record.center.id}-${count}`;
    hold(record, id);
  }
  return ids;
}

interface Before {
  /** Lists every center that had an id in the previous dataset or in an earlier one. */
  readonly former: readonly CenterRecord[];
  readonly before: readonly Alias[];
  readonly memory: readonly Remembered[];
}

interface Given {
  readonly heirs: ReadonlyMap<string, Pair>;
  readonly sure: readonly Pair[];
  readonly ids: ReadonlyMap<CenterRecord, string>;
  readonly since: string;
  readonly covers: Covers;
}

/** Finds the current id for each id that was ever published. */
export function aliasesOf({ former, before, memory }: Before, { heirs, sure, ids, since, covers }: Given): Alias[] {
  const aliases = new Map<string, Alias>();
  const current = new Set(ids.values());
  const given = new Map(before.flatMap((alias) => (alias.reason === 'by hand' ? [] : [[alias.id, alias] as const])));
  const sureOf = Map.groupBy(sure, ({ old }) => old.center.id);
  for (const record of former) {
    const { id } = record.center;
    if (current.has(id)) continue;
    const heir = heirs.get(id);
    const now = heir === undefined ? null : (ids.get(heir.now) ?? null);
    if (now !== null) {
      const said = before.find((alias) => alias.id === id && alias.now === now);
      aliases.set(id, said ?? { id, now, reason: 'by hand', since });
      continue;
    }
    const earlier = given.get(id);
    // If the old center matches a new record that has another center's id, the two old centers have become one.
    const into = sureOf.get(id)?.[0];
    const taken = into === undefined ? undefined : ids.get(into.now);
    if (earlier !== undefined && earlier.now !== null) continue;
    if (taken !== undefined) aliases.set(id, { id, now: taken, reason: 'merged', since });
    else if (earlier === undefined && covers(record)) aliases.set(id, { id, now: null, reason: 'gone', since });
  }
  for (const alias of before) {
    if (current.has(alias.id) || aliases.has(alias.id)) continue;
    const next = alias.now === null ? undefined : aliases.get(alias.now);
    aliases.set(alias.id, next === undefined ? alias : { ...alias, now: next.now, reason: next.reason, since });
  }
  // When a center returns, its old aliases point to it again.
  for (const { record, aliases: ledTo } of memory) {
    if (!current.has(record.center.id)) continue;
    for (const alias of ledTo) if (aliases.get(alias.id)?.now === null) aliases.set(alias.id, alias);
  }
  return [...aliases.values()];
}
