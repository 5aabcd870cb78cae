import type { CenterRecord } from '../../functions/domain/record.ts';
import type { Alias } from './aliases.ts';
import { aliasesOf, idsOf } from './assign-ids.ts';
import type { Covers } from './lists.ts';
import { isRival, mayHaveMoved, type Pair, pairsOf, rowOf } from './pairs.ts';
import type { Remembered } from './remembered.ts';
import { renamed } from './rename.ts';
import { Decisions, type ReviewRow } from './review.ts';

/** The previous dataset: its centers, its aliases, and the centers that it remembers from earlier datasets. */
export interface Previous {
  readonly records: readonly CenterRecord[];
  readonly aliases: readonly Alias[];
  readonly remembered?: readonly Remembered[];
}

/** The new records with the ids that they keep, and what happened to every old id. */
export interface Kept {
  /** The new records, sorted by id. */
  readonly records: readonly CenterRecord[];
  readonly aliases: readonly Alias[];
  /** For each new record that keeps an old id: the id that it came with, and the id that it keeps. */
  readonly continues: ReadonlyMap<string, string>;
  readonly remembered: readonly Remembered[];
  readonly review: readonly ReviewRow[];
  readonly counts: KeptCounts;
}

/**
 * The ids that led to a center before this import are `kept + merged + gone + unsought`. The new records are `kept +
 * returned + new`.
 */
interface KeptCounts {
  readonly kept: number;
  /** Retired ids that were given back to their center. */
  readonly returned: number;
  readonly new: number;
  readonly merged: number;
  readonly gone: number;
  /**
   * Number of ids in a state or directory that the import does not cover, so that their centers cannot count as gone.
   */
  readonly unsought: number;
}

/**
 * Gives the new records the ids of the centers that they continue, by the near-duplicate score (score.ts): surest pairs
 * first, each id once. A doubtful pair, or two equally good pairs, get a new id and a row to review. Offerings keep
 * their ids. A center from an earlier dataset gets its id back when it returns.
 * @param since Date of new rows in the alias file.
 * @param covers Tells which old centers the import looked for: only these can be gone. @default all
 * @throws if a correction made by hand gives one id to two centers.
 */
export function keepIds(
  records: readonly CenterRecord[],
  previous: Previous,
  since: string,
  decisions: Decisions = new Decisions(),
  covers: Covers = () => true,
): Kept {
  const { aliases: before, remembered: memory = [] } = previous;
  const live = new Set(previous.records.map(({ center }) => center.id));
  const byHand = new Map(before.flatMap(({ id, now, reason }) => (reason === 'by hand' ? [[id, now]] : [])));
  const known = new Map(memory.map((each) => [each.record.center.id, each]));
  // Reserves the ids for which a person decided what replaces them: no other center may get them.
  const resting = memory.filter(({ record: { center } }) => !live.has(center.id) && !byHand.has(center.id));
  const pairs = pairsOf(
    records,
    previous.records,
    resting.map(({ record }) => record),
    decisions,
  );
  const isSure = ({ old, now, score, sameId }: Pair): boolean => {
    const said = decisions.of(old.center.id, now.center.id);
    return said === 'same' || (said === null && (sameId || score.outcome === 'merged'));
  };
  const sure = pairs.filter(isSure);
  const { heirs, origin, asked, review } = inherit(sure, before);
  for (const pair of pairs) {
    const free = !heirs.has(pair.old.center.id) && !origin.has(pair.now);
    const said = decisions.of(pair.old.center.id, pair.now.center.id);
    if (asked.has(pair)) continue;
    if (free && said === null && pair.score.outcome !== 'distinct') review.add(rowOf(pair, ''));
    else if (free && said === null && mayHaveMoved(pair)) review.add(rowOf(pair, 'may have moved: '));
  }
  const former = [...previous.records, ...resting.map(({ record }) => record)];
  const ids = idsOf(records, origin, byHand, { former, aliases: before, remembered: memory });
  const lostOf = (id: string): CenterRecord | null => (live.has(id) ? (known.get(id)?.record ?? null) : null);
  const kept = records.map((record) => {
    const id = ids.get(record) ?? record.center.id;
    return renamed(record, id, origin.get(record)?.old ?? null, lostOf(id));
  });
  const aliases = aliasesOf({ former, before, memory }, { heirs, sure, ids, since, covers });
  return {
    records: kept.sort((one, other) => (one.center.id < other.center.id ? -1 : 1)),
    aliases,
    continues: new Map([...origin.keys()].map((record) => [record.center.id, ids.get(record) ?? record.center.id])),
    remembered: remember(former, { kept, heirs, before, known, lostOf, byHand }),
    review: review.rows,
    counts: countsOf(former, records.length, before, aliases, heirs),
  };
}

/** Gives each old id to at most one new record, surest pairs first. */
function inherit(sure: readonly Pair[], before: readonly Alias[]) {
  const heirs = new Map<string, Pair>();
  const origin = new Map<CenterRecord, Pair>();
  const review = new Decisions();
  const asked = new Set<Pair>();
  const merged = new Set(before.flatMap(({ id, reason }) => (reason === 'merged' ? [id] : [])));
  // An id that was merged into another one returns to a center that would get this id anyway. Any other center can get
  // it only in the second pass, after all other pairs.
  const isLate = ({ old, sameId, live }: Pair): boolean => !live && !sameId && merged.has(old.center.id);
  for (const late of [false, true]) {
    const turn = sure.filter((pair) => isLate(pair) === late);
    for (const pair of turn) {
      if (heirs.has(pair.old.center.id) || origin.has(pair.now)) continue;
      const rival = turn.find((each) => isRival(each, pair) && !heirs.has(each.old.center.id) && !origin.has(each.now));
      if (rival !== undefined) {
        asked.add(pair).add(rival);
        for (const each of [pair, rival]) review.add(rowOf(each, 'two centers fit equally well: '));
      } else {
        heirs.set(pair.old.center.id, pair);
        origin.set(pair.now, pair);
      }
    }
  }
  return { heirs, origin, asked, review };
}

interface Known {
  readonly kept: readonly CenterRecord[];
  readonly heirs: ReadonlyMap<string, Pair>;
  readonly before: readonly Alias[];
  readonly known: ReadonlyMap<string, Remembered>;
  readonly lostOf: (id: string) => CenterRecord | null;
  readonly byHand: ReadonlyMap<string, string | null>;
}

/** Collects what the next import needs so that returning centers and offerings get their old ids. */
function remember(
  former: readonly CenterRecord[],
  { kept, heirs, before, known, lostOf, byHand }: Known,
): Remembered[] {
  const now = new Map(kept.map((record) => [record.center.id, record]));
  const found = new Map<string, Remembered>();
  const leadingTo = Map.groupBy(before, (alias) => alias.now);
  for (const record of former) {
    const { id } = record.center;
    const current = now.get(id);
    const all = together(record, lostOf(id));
    if (current !== undefined) {
      const still = new Set(current.offerings.map((offering) => offering.id));
      const lost = all.offerings.filter((offering) => !still.has(offering.id) && offering.id.startsWith(`${id}-`));
      if (lost.length > 0)
        found.set(id, { record: together({ ...current, offerings: [] }, { ...all, offerings: lost }), aliases: [] });
    } else if (!heirs.has(id)) {
      const aliases = [...(known.get(id)?.aliases ?? []), ...(leadingTo.get(id) ?? [])];
      found.set(id, { record: all, aliases: [...new Map(aliases.map((each) => [each.id, each])).values()] });
    }
  }
  for (const [id, each] of known) if (byHand.has(id) && !now.has(id) && !found.has(id)) found.set(id, each);
  return [...found.values()].sort((one, other) => (one.record.center.id < other.record.center.id ? -1 : 1));
}

/** Combines the current and the earlier offerings of a center. The sources are reduced to one for each list. */
function together({ center, offerings }: CenterRecord, earlier: CenterRecord | null): CenterRecord {
  const list = ({ name }: { readonly name: string }): string => name.replace(/ \d{4}$/, '');
  const sources = [...(earlier?.center.sources ?? []), ...center.sources];
  const all = [...(earlier?.offerings ?? []), ...offerings];
  return {
    center: {
      ...center,
      sources: [...new Map(sources.map((source) => [list(source), source])).values()].slice(-10),
      unknownLevels: center.unknownLevels.filter((level) => all.every((offering) => offering.level !== level)),
    },
    offerings: [...new Map(all.map((offering) => [offering.id, offering])).values()],
  };
}

function countsOf(
  former: readonly CenterRecord[],
  records: number,
  before: readonly Alias[],
  aliases: readonly Alias[],
  heirs: ReadonlyMap<string, Pair>,
): KeptCounts {
  const given = new Set(before.flatMap(({ id, reason }) => (reason === 'by hand' ? [] : [id])));
  const after = new Map(aliases.map((alias) => [alias.id, alias]));
  const counts = { kept: 0, returned: 0, merged: 0, gone: 0, unsought: 0 };
  for (const { center } of former) {
    const alias = after.get(center.id);
    if (heirs.has(center.id)) counts[given.has(center.id) ? 'returned' : 'kept']++;
    else if (given.has(center.id)) continue;
    else if (alias === undefined) counts.unsought++;
    else counts[alias.now === null ? 'gone' : 'merged']++;
  }
  return { ...counts, new: records - counts.kept - counts.returned };
}
