import { judge, precisionOf, readPairs, readRecords } from './judge.ts';

/** `node test/judged/print.ts`: the API's answers to 200 questions that were judged by hand, and each difference. */
const judged = await judge(await readRecords(), await readPairs());
for (const { center, question, answer, found, reason } of judged) {
  if (answer !== found) console.log(`${center}  ${question}\n  judged ${answer}, found ${found}: ${reason}`);
}
for (const answer of ['yes', 'no', 'unknown'] as const) {
  const { right, given } = precisionOf(judged, answer);
  console.log(`${answer}: ${right} of ${given} right (${((100 * right) / given).toFixed(1)} %)`);
}
