import type { CenterRecord } from '../../functions/domain/record.ts';
import { compare, type Difference } from '../../functions/records/diff/compare.ts';
import { readFormerIds } from '../match/aliases.ts';
import { coveredBy } from '../match/lists.ts';
import { keepIds } from '../match/previous.ts';
import { decisionsPath, readDecisions } from '../match/review.ts';

/**
 * Compares two datasets. Which new center continues which old one is taken from the import that wrote the new records:
 * from its aliases and, for a center with a new id, from the score that it used.
 * @param path Path of the new records.
 */
export async function judgedDifference(
  before: readonly CenterRecord[],
  after: readonly CenterRecord[],
  path: string,
): Promise<Difference> {
  const decisions = await readDecisions(await decisionsPath(undefined, path));
  const { continues, review } = keepIds(
    after,
    { records: before, aliases: [] },
    '1970-01-01',
    decisions,
    coveredBy(after),
  );
  const undecided = review
    .filter(({ decision }) => decision === '')
    .map(({ one, other, why }) => ({ old: one, now: other, why: why.replace('id in the earlier dataset: ', '') }));
  return compare(before, after, { former: await readFormerIds(path), continues, undecided });
}
