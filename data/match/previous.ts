import type { CenterRecord } from '../../functions/domain/record.ts';
import type { Alias } from './aliases.ts';
import { candidatePairs } from './block.ts';
import { profileOfRecord } from './profile.ts';
import { renamed } from './rename.ts';
import { Decisions, type ReviewRow } from './review.ts';
import { explainScore, type Score, score } from './score.ts';

/** The dataset before: its centers, and the ids that it had given up already. */
export interface Previous {
  readonly records: readonly CenterRecord[];
  readonly aliases: readonly Alias[];
}

/** The new records under the ids that they keep, and what became of every old id. */
export interface Kept {
  /** Sorted by id. */
  readonly records: readonly CenterRecord[];
  readonly aliases: readonly Alias[];
  readonly review: readonly ReviewRow[];
  readonly counts: { readonly kept: number; readonly new: number; readonly merged: number; readonly gone: number };
}

interface Pair {
  readonly old: CenterRecord;
  readonly now: CenterRecord;
  readonly score: Score;
  /** The id that the new record would get by itself is the old one: name, town, street and ZIP agree. */
  readonly sameId: boolean;
}

/**
 * Gives the new records the ids of the centers that they go on from, by the score that tells near-duplicates (score.ts): the surest
 * pairs first, each id once. A doubtful pair, or two that fit equally well, get a new id and a row to review. Offerings keep theirs.
 * @param since The day that new rows of the alias file bear.
 * @throws where a correction made by hand gives one id to two centers.
 */
export function keepIds(
  records: readonly CenterRecord[],
  previous: Previous,
  since: string,
  decisions: Decisions = new Decisions(),
): Kept {
  const pairs = pairsOf(records, previous.records, decisions);
  const heirs = new Map<string, Pair>();
  const origin = new Map<CenterRecord, Pair>();
  const review = new Decisions();
  const asked = new Set<Pair>();
  const isSure = ({ old, now, score, sameId }: Pair): boolean => {
    const said = decisions.of(old.center.id, now.center.id);
    return said === 'same' || (said === null && (sameId || score.outcome === 'merged'));
  };
  const sure = pairs.filter(isSure);
  for (const pair of sure) {
    if (heirs.has(pair.old.center.id) || origin.has(pair.now)) continue;
    const rival = sure.find((each) => isRival(each, pair) && !heirs.has(each.old.center.id) && !origin.has(each.now));
    if (rival !== undefined) {
      asked.add(pair).add(rival);
      for (const each of [pair, rival]) review.add(rowOf(each, 'two centers fit equally well: '));
    } else {
      heirs.set(pair.old.center.id, pair);
      origin.set(pair.now, pair);
    }
  }
  for (const pair of pairs) {
    const free = !heirs.has(pair.old.center.id) && !origin.has(pair.now);
    const said = decisions.of(pair.old.center.id, pair.now.center.id);
    if (asked.has(pair)) continue;
    if (free && said === null && pair.score.outcome !== 'distinct') review.add(rowOf(pair, ''));
    else if (free && said === null && mayHaveMoved(pair)) review.add(rowOf(pair, 'may have moved: '));
  }
  const byHand = new Map(previous.aliases.flatMap(({ id, now, reason }) => (reason === 'by hand' ? [[id, now]] : [])));
  const ids = idsOf(records, origin, byHand, previous);
  const kept = records.map((record) => {
    const id = ids.get(record) ?? record.center.id;
    return renamed(record, id, origin.get(record)?.old ?? null);
  });
  const aliases = aliasesOf(previous, heirs, sure, ids, since);
  const merged = aliases.filter(({ reason, since: day }) => reason === 'merged' && day === since).length;
  return {
    records: kept.sort((one, other) => (one.center.id < other.center.id ? -1 : 1)),
    aliases,
    review: review.rows,
    counts: {
      kept: origin.size,
      new: records.length - origin.size,
      merged,
      gone: previous.records.length - heirs.size - merged,
    },
  };
}

/** Every pair of an old and a new center worth comparing, the surest first. */
function pairsOf(records: readonly CenterRecord[], former: readonly CenterRecord[], decisions: Decisions): Pair[] {
  const profiles = [...former, ...records].map(profileOfRecord);
  const pairs: Pair[] = [];
  const seen = new Set<string>();
  const add = (first: number, second: number): void => {
    const [one, other] = [profiles[first], profiles[second]];
    const [old, now] = [former[first], records[second - former.length]];
    if (old === undefined || now === undefined || one === undefined || other === undefined) return;
    const key = `${first} ${second}`;
    if (seen.has(key)) return;
    seen.add(key);
    pairs.push({ old, now, score: score(one, other), sameId: old.center.id === now.center.id });
  };
  for (const [first, second] of candidatePairs(profiles, (one, other) => one < former.length && other >= former.length))
    add(first, second);
  const oldAt = new Map(former.map(({ center }, index) => [center.id, index]));
  const newAt = new Map(records.map(({ center }, index) => [center.id, index + former.length]));
  for (const [id, index] of newAt) add(oldAt.get(id) ?? -1, index);
  for (const { one, other } of decisions.rows) {
    add(oldAt.get(one) ?? -1, newAt.get(other) ?? -1);
    add(oldAt.get(other) ?? -1, newAt.get(one) ?? -1);
  }
  return pairs.sort(
    (a, b) =>
      Number(b.sameId) - Number(a.sameId) ||
      b.score.points - a.score.points ||
      (`${a.old.center.id} ${a.now.center.id}` < `${b.old.center.id} ${b.now.center.id}` ? -1 : 1),
  );
}

/** Another pair that is as sure and wants the same id or the same center. */
function isRival(each: Pair, pair: Pair): boolean {
  if (each === pair || each.sameId !== pair.sameId || each.score.points !== pair.score.points) return false;
  return (each.old === pair.old) !== (each.now === pair.now);
}

/** One operator and one number at another address: a center is a site, so only a person can say that it is still the same. */
function mayHaveMoved({ score: { findings } }: Pair): boolean {
  const is = (feature: string): string => findings.find((finding) => finding.feature === feature)?.is ?? '';
  return (
    is('operator') === 'same' &&
    is('phone') === 'same main number' &&
    is('site') !== 'other' &&
    is('program') === 'not told apart'
  );
}

function rowOf({ old, now, score }: Pair, reason: string): ReviewRow {
  const phones = ({ center }: CenterRecord): string => center.phones.map(({ number }) => number).join(', ');
  return {
    decision: '',
    points: score.points,
    why: `id of the dataset before: ${reason}${explainScore(score)}`,
    one: old.center.id,
    onePhones: phones(old),
    other: now.center.id,
    otherPhones: phones(now),
  };
}

/** The id of each new record. One that was given to another center, now or before, is never given again. */
function idsOf(
  records: readonly CenterRecord[],
  origin: ReadonlyMap<CenterRecord, Pair>,
  byHand: ReadonlyMap<string, string | null>,
  previous: Previous,
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
  const spent = new Set([...previous.records.map(({ center }) => center.id), ...previous.aliases.map(({ id }) => id)]);
  for (const record of records) {
    if (ids.has(record)) continue;
    const own = byHand.get(record.center.id) ?? null;
    let id = own !== null && !holders.has(own) ? own : record.center.id;
    for (let count = 2; holders.has(id) || (spent.has(id) && id !== own); count++) id = `${record.center.id}-${count}`;
    hold(record, id);
  }
  return ids;
}

/** What each id that was ever published is called now. */
function aliasesOf(
  previous: Previous,
  heirs: ReadonlyMap<string, Pair>,
  sure: readonly Pair[],
  ids: ReadonlyMap<CenterRecord, string>,
  since: string,
): Alias[] {
  const aliases = new Map<string, Alias>();
  const current = new Set(ids.values());
  for (const { center } of previous.records) {
    const heir = heirs.get(center.id);
    const now = heir === undefined ? null : (ids.get(heir.now) ?? null);
    if (now === center.id) continue;
    if (now !== null) aliases.set(center.id, { id: center.id, now, reason: 'by hand', since });
    else {
      // Its center went on under another's id: two old ones are one now.
      const into = sure.find(({ old, now }) => old.center.id === center.id && ids.has(now));
      const taken = into === undefined ? undefined : ids.get(into.now);
      if (taken === undefined) aliases.set(center.id, { id: center.id, now: null, reason: 'gone', since });
      else aliases.set(center.id, { id: center.id, now: taken, reason: 'merged', since });
    }
  }
  for (const alias of previous.aliases) {
    if (current.has(alias.id)) continue;
    const next = alias.now === null ? undefined : aliases.get(alias.now);
    aliases.set(alias.id, next === undefined ? alias : { ...alias, now: next.now, reason: next.reason, since });
  }
  return [...aliases.values()];
}
