import { describe, expect, it } from 'vitest';
import { listings } from '../support/listings.ts';
import { records, serveRecords } from '../support/real-records.ts';
import { runs } from '../support/runs.ts';
import { compareFaces } from './compare.ts';
import { comparePaths, pathsQuestions } from './paths.ts';
import { questionsOver } from './questions.ts';

// Long: asks eight faces the same questions.

async function expectOneCore(list: typeof records, questions: number): Promise<void> {
  const { handler } = await serveRecords(list);
  for (const { face, asked, centers, different } of await compareFaces(handler, questionsOver(list, questions, 5))) {
    expect(different, face).toEqual([]);
    expect(asked, face).toBeGreaterThanOrEqual(Math.floor(questions / 18));
    expect(centers, face).toBeGreaterThan(questions / 6);
  }
}

describe('every face gives the same centers in the same order', () => {
  it('over the sample data', () => expectOneCore(records, runs(480)));

  it('and the same care paths', async () => {
    const { handler } = await serveRecords(records);
    for (const { face, paths, different } of await comparePaths(handler, pathsQuestions(records, 40, 5))) {
      expect(different, face).toEqual([]);
      expect(paths, face).toBeGreaterThan(60);
    }
  });

  it('over the published listings', async () => expectOneCore(await listings(), runs(480)));
});
