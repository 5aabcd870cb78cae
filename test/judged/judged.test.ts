import { expect, test } from 'vitest';
import { judge, precisionOf, readPairs, readRecords } from './judge.ts';

test('99 % of each yes and no are what a careful reader of the codes says', async () => {
  const judged = await judge(await readRecords(), await readPairs());
  const wrong = judged.filter(({ answer, found }) => answer !== found && found !== 'unknown');
  for (const answer of ['yes', 'no'] as const) {
    const { right, given } = precisionOf(judged, answer);
    expect(given).toBeGreaterThan(50);
    expect(right / given, JSON.stringify(wrong, null, 2)).toBeGreaterThanOrEqual(0.99);
  }
});
