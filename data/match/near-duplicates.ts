import type { CenterRecord } from '../../functions/domain/record.ts';
import { candidatePairs } from './block.ts';
import { profileOfRecord } from './profile.ts';
import type { Decisions, ReviewRow } from './review.ts';
import { explainScore, score } from './score.ts';

/**
 * Finds pairs of a sheet's centers that look like one center. It does not merge them, because the sheet's own names and
 * ids decide which rows are one center. The sheet's owner corrects the sheet, or answers "different", and the pair is
 * then not reported again.
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
