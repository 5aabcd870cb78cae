import type { CenterRecord } from '../../functions/domain/record.ts';
import { candidatePairs } from './block.ts';
import { profileOfRecord } from './profile.ts';
import type { Decisions, ReviewRow } from './review.ts';
import { explainScore, score } from './score.ts';

/**
 * Finds pairs of a sheet's centers that look like one center. It merges no pair, because the sheet's own names and ids
 * say which rows are one center: its owner corrects the sheet, or answers "different" and is not asked again.
 */
export function nearDuplicates(records: readonly CenterRecord[], decisions: Decisions): ReviewRow[] {
  const profiles = records.map((record) => ({ ...profileOfRecord(record), directory: 'sheet' }));
  const rows: ReviewRow[] = [];
  for (const [first, second] of candidatePairs(profiles)) {
    const [one, other] = [profiles[first], profiles[second]];
    if (one === undefined || other === undefined || decisions.of(one.key, other.key) !== null) continue;
    const result = score(one, other);
    if (result.outcome === 'distinct') continue;
    rows.push({
      decision: '',
      points: result.points,
      why: `two centers of one sheet: ${explainScore(result)}`,
      one: one.key,
      onePhones: [...one.numbers].join(', '),
      other: other.key,
      otherPhones: [...other.numbers].join(', '),
    });
  }
  return rows;
}
