import { candidatePairs } from './block.ts';
import { keyText, type Profile } from './profile.ts';
import { Decisions, type ReviewRow } from './review.ts';
import { explainScore, isElsewhere, type Score, score } from './score.ts';

/** Which profiles are one center (as groups of indexes), and which pairs a person must decide. */
export interface Grouping {
  readonly groups: readonly (readonly number[])[];
  readonly review: readonly ReviewRow[];
}

interface Pair {
  readonly one: number;
  readonly other: number;
  readonly score: Score;
}

/**
 * Groups the profiles that are one center, surest pairs first. Merges two groups only if every pair between them is
 * sure, so a third listing never joins a doubtful pair. A reviewer's decision overrides any score.
 * @param profiles In an order that does not depend on the file's order.
 */
export function groupProfiles(profiles: readonly Profile[], decisions: Decisions = new Decisions()): Grouping {
  const pairs = [...candidatePairs(profiles)].map(([one, other]): Pair => {
    return { one, other, score: scoreOf(profiles, one, other) };
  });
  const decided = placesOf(decisions, profiles);
  for (const [one, other] of decided) pairs.push({ one, other, score: scoreOf(profiles, one, other) });

  const groupOf = profiles.map((_, index) => [index]);
  const decisionOn = (one: number, other: number) => decisions.of(keyAt(profiles, one), keyAt(profiles, other));
  const mayJoin = (one: number, other: number): boolean => {
    const said = decisionOn(one, other);
    return said === 'same' || (said === null && scoreOf(profiles, one, other).outcome === 'merged');
  };
  const join = (first: number[], second: number[]): void => {
    first.push(...second);
    for (const index of second) groupOf[index] = first;
  };
  const groupAt = (index: number): number[] => groupOf[index] ?? [];
  // A reviewer's "same" joins two groups regardless of scores, unless a reviewer said "different" for a pair in them.
  for (const [one, other] of decided) {
    const [first, second] = [groupAt(one), groupAt(other)];
    if (decisionOn(one, other) !== 'same' || first === second) continue;
    if (!first.some((each) => second.some((every) => decisionOn(each, every) === 'different'))) join(first, second);
  }
  const sure = pairs.filter(({ one, other }) => mayJoin(one, other)).sort(surest);
  for (const { one, other } of sure) {
    const [first, second] = [groupAt(one), groupAt(other)];
    if (first !== second && first.every((each) => second.every((every) => mayJoin(each, every)))) join(first, second);
  }
  return { groups: [...new Set(groupOf)], review: reviewOf(pairs, profiles, groupOf, decisions) };
}

function surest(a: Pair, b: Pair): number {
  return b.score.points - a.score.points || a.one - b.one || a.other - b.other;
}

function scoreOf(profiles: readonly Profile[], one: number, other: number): Score {
  const [first, second] = [profiles[one], profiles[other]];
  if (first === undefined || second === undefined) throw new Error('a pair beyond the profiles');
  return score(first, second);
}

function keyAt(profiles: readonly Profile[], index: number): string {
  return profiles[index]?.key ?? '';
}

/** Returns the decided pairs as indexes. Pairs that this year's file no longer has are skipped. */
function placesOf(decisions: Decisions, profiles: readonly Profile[]): (readonly [number, number])[] {
  const places = Map.groupBy(profiles.keys(), (index) => keyText(keyAt(profiles, index)));
  const at = (key: string): number[] => places.get(keyText(key)) ?? [];
  return decisions.rows.flatMap(({ one, other }) =>
    at(one).flatMap((first) => at(other).flatMap((second) => (first === second ? [] : [[first, second] as const]))),
  );
}

/**
 * Lists the pairs to review: doubtful ones, and sure ones whose groups could not be joined. Pairs that were already
 * decided stay in the list.
 */
function reviewOf(
  pairs: readonly Pair[],
  profiles: readonly Profile[],
  groupOf: readonly number[][],
  decisions: Decisions,
): ReviewRow[] {
  const rows = new Decisions();
  for (const row of decisions.rows) rows.add(row);
  for (const { one, other, score } of pairs) {
    const [first, second] = [profiles[one], profiles[other]];
    if (first === undefined || second === undefined || score.outcome === 'distinct') continue;
    if (groupOf[one] === groupOf[other] || decisions.of(first.key, second.key) !== null) continue;
    const passed = score.outcome === 'merged' ? 'another listing fits better, and is not sure to be this one: ' : '';
    const moved = isElsewhere(score.findings) ? 'may have moved, with the same name: ' : '';
    rows.add({
      decision: '',
      points: score.points,
      why: passed + moved + explainScore(score),
      one: first.key,
      onePhones: [...first.numbers].join(', '),
      other: second.key,
      otherPhones: [...second.numbers].join(', '),
    });
  }
  return rows.rows;
}
