import Table from 'cli-table3';
import { loadRecords } from '../../data/records/load.ts';
import { serveRecords } from '../support/real-records.ts';
import { compareFaces } from './compare.ts';
import { comparePaths, pathsQuestions } from './paths.ts';
import { questionsOver } from './questions.ts';

const QUESTIONS = 300;
const PATHS_QUESTIONS = 60;
const SEED = 5;

/**
 * `npm run faces` prints a table: for each face, how many questions got the same answer as from GET. Exits with 1 if
 * any answer differs.
 */
async function main(): Promise<void> {
  const list = await loadRecords('data/centers');
  const { handler } = await serveRecords(list);
  const rows = await compareFaces(handler, questionsOver(list, QUESTIONS, SEED));
  const table = new Table({
    head: ['face', 'asked', 'equal', 'centers', 'cannot ask'],
    style: { head: [], border: [] },
  });
  for (const { face, asked, equal, centers, cannot } of rows) {
    table.push([face, asked, equal, centers, [...cannot].map(([why, count]) => `${count}: ${why}`).join('\n')]);
  }
  const paths = await comparePaths(handler, pathsQuestions(list, PATHS_QUESTIONS, SEED));
  for (const { face, asked, equal, paths: found } of paths) table.push([face, asked, equal, `${found} paths`, '']);
  console.log(`${QUESTIONS} questions, seed ${SEED}, ${list.length} centers of data/centers\n${table}`);
  if ([...rows, ...paths].some(({ different }) => different.length > 0)) process.exitCode = 1;
}

await main();
