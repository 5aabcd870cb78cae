import { describe, expect, it } from 'vitest';
import { loadRecords } from '../../data/records/load.ts';
import { records, serveRecords } from '../support/real-records.ts';
import { compareFaces } from './compare.ts';
import { comparePaths, pathsQuestions } from './paths.ts';
import { questionsOver } from './questions.ts';

// Long: eight faces answer the same questions.

async function expectOneCore(list: typeof records): Promise<void> {
  const { handler } = await serveRecords(list);
  for (const { face, asked, centers, different } of await compareFaces(handler, questionsOver(list, 540, 5))) {
    expect(different, face).toEqual([]);
    expect(asked, face).toBeGreaterThanOrEqual(30);
    expect(centers, face).toBeGreaterThan(100);
  }
}

describe('every face gives the same centers in the same order', () => {
  it('over the sample data', () => expectOneCore(records));

  it('and the same care paths', async () => {
    const { handler } = await serveRecords(records);
    for (const { face, paths, different } of await comparePaths(handler, pathsQuestions(records, 40, 5))) {
      expect(different, face).toEqual([]);
      expect(paths, face).toBeGreaterThan(60);
    }
  });

  it('over the published listings', async () => expectOneCore(await loadRecords('data/centers')));
});
