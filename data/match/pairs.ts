import type { CenterRecord } from '../../functions/domain/record.ts';
import { candidatePairs } from './block.ts';
import { profileOfRecord } from './profile.ts';
import type { Decisions, ReviewRow } from './review.ts';
import { explainScore, type Score, score } from './score.ts';

/** A center that already had an id, and a new record that may be the same center. */
export interface Pair {
  readonly old: CenterRecord;
  readonly now: CenterRecord;
  readonly score: Score;
  /** True if the new record would get the old id anyway, because name, town, street and ZIP agree. */
  readonly sameId: boolean;
  /** True if the previous dataset had the center; false if only an earlier one did. */
  readonly live: boolean;
}

/**
 * Returns the pairs of an old and a new center that are worth comparing, surest first.
 * @param live Centers of the previous dataset.
 * @param resting Centers of earlier datasets that the previous one lacks.
 */
export function pairsOf(
  records: readonly CenterRecord[],
  live: readonly CenterRecord[],
  resting: readonly CenterRecord[],
  decisions: Decisions,
): Pair[] {
  const former = [...live, ...resting];
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
    const isLive = first < live.length;
    const scored = score(one, other);
    const sameId = old.center.id === now.center.id && (isLive || !isStranger(scored));
    pairs.push({ old, now, score: scored, sameId, live: isLive });
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
      Number(b.live) - Number(a.live) ||
      (`${a.old.center.id} ${a.now.center.id}` < `${b.old.center.id} ${b.now.center.id}` ? -1 : 1),
  );
}

/** True if two pairs have equal scores and claim the same old id or the same new center. */
export function isRival(each: Pair, pair: Pair): boolean {
  if (each === pair || each.sameId !== pair.sameId || each.live !== pair.live) return false;
  return each.score.points === pair.score.points && (each.old === pair.old) !== (each.now === pair.now);
}

const is = ({ findings }: Score, feature: string): string =>
  findings.find((finding) => finding.feature === feature)?.is ?? '';

/**
 * True if both the operator and the building differ. Two such centers are not the same, even if a file gives them the
 * same id.
 */
function isStranger(scored: Score): boolean {
  return is(scored, 'operator') === 'other' && is(scored, 'building') === 'other';
}

/**
 * True if operator and main number are the same, at another address. A center is a site, so only a person can decide if
 * it is still the same center.
 */
export function mayHaveMoved({ score: scored }: Pair): boolean {
  return (
    is(scored, 'operator') === 'same' &&
    is(scored, 'phone') === 'same main number' &&
    is(scored, 'site') !== 'other' &&
    is(scored, 'program') === 'not told apart'
  );
}

/** Makes the row of the review file that asks a person about a pair. */
export function rowOf({ old, now, score: scored }: Pair, reason: string): ReviewRow {
  const phones = ({ center }: CenterRecord): string => center.phones.map(({ number }) => number).join(', ');
  return {
    decision: '',
    points: scored.points,
    why: `id in the earlier dataset: ${reason}${explainScore(scored)}`,
    one: old.center.id,
    onePhones: phones(old),
    other: now.center.id,
    otherPhones: phones(now),
  };
}
