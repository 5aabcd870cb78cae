import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, LevelSummary } from '../../functions/dataset/index-nodes.ts';
import { packCenter, unpackOffering } from '../../functions/dataset/packed-center.ts';
import { mergeSummaries, summarizeRows } from '../../functions/dataset/summarize.ts';
import { levels } from '../../functions/domain/level-of-care.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { boxOf } from '../../functions/geo/box.ts';
import { compileFilter } from '../../functions/search/filter.ts';
import { judge, mayBeUnknown, mayMatch } from '../../functions/search/match.ts';
import { clustered, NOW } from '../publish/clustered.ts';
import { isUnknown, matchingOfferings } from '../support/oracle.ts';
import { runs } from '../support/runs.ts';
import { filters } from './arbitrary-filter.ts';

const records = clustered(600, 4);

/** A few records at a time, like those of one page. */
const pages = fc
  .tuple(fc.nat(records.length - 1), fc.integer({ min: 1, max: 12 }))
  .map(([from, count]) => records.slice(from, from + count));

const summaryOf = (page: readonly CenterRecord[]) => summarizeRows(page.map(packCenter));

function entryOf(page: readonly CenterRecord[], summaries: readonly (LevelSummary | null)[]): Entry {
  const states = page.map(({ center }) => center.address.state);
  const box = boxOf(page.map(({ center }) => center.location));
  return { hash: '', leaf: true, count: page.length, firstKey: '', box, states, levels: summaries };
}

describe('summaries of a page', () => {
  it('count what a plain count counts: centers that offer a level, and centers that cannot say', () => {
    fc.assert(
      fc.property(pages, (page) => {
        const plain = levels.codes.map((level) => ({
          offered: page.filter(({ offerings }) =>
            offerings.some(
              (one) => one.level === level && one.confirmation.state !== 'denied' && !one.only.includes('dui'),
            ),
          ).length,
          unknown: page.filter(({ center }) => center.unknownLevels.includes(level)).length,
        }));
        const found = summaryOf(page).map((level) => ({ offered: level?.offered ?? 0, unknown: level?.unknown ?? 0 }));
        expect(found).toEqual(plain);
      }),
      { numRuns: runs(400), seed: 61 },
    );
  });

  it('merge into the summary of all their rows, however they are cut', () => {
    fc.assert(
      fc.property(pages, pages, pages, fc.nat(12), (a, b, c, cut) => {
        const all = [...a, ...b, ...c];
        const parts = [all.slice(0, cut), all.slice(cut)].filter((part) => part.length > 0);
        expect(mergeSummaries(parts.map(summaryOf))).toEqual(summaryOf(all));
        expect(mergeSummaries([mergeSummaries([a, b].map(summaryOf)), summaryOf(c)])).toEqual(summaryOf(all));
      }),
      { numRuns: runs(300), seed: 62 },
    );
  });
});

describe('what an entry admits', () => {
  it('holds every match and every center in doubt below it, in a page and in a node above', () => {
    let [matched, excluded] = [0, 0];
    fc.assert(
      fc.property(pages, pages, filters, (page, other, filter) => {
        const compiled = compileFilter(filter, NOW);
        const matches = page.some((record) => matchingOfferings(record, filter, NOW) !== null);
        const doubtful = page.some((record) => isUnknown(record, filter, NOW));
        const summaries = summaryOf(page);
        const above = mergeSummaries([summaries, summaryOf(other)]);
        for (const entry of [entryOf(page, summaries), entryOf([...page, ...other], above)]) {
          if (matches) expect(mayMatch(entry, compiled)).toBe(true);
          if (doubtful) expect(mayBeUnknown(entry, compiled)).toBe(true);
        }
        matched += matches ? 1 : 0;
        excluded += mayMatch(entryOf(page, summaries), compiled) ? 0 : 1;
      }),
      { numRuns: runs(3_000), seed: 63 },
    );
    // The filters match some centers and exclude others, so both halves of the property are tested.
    expect(Math.min(matched, excluded)).toBeGreaterThan(runs(3_000) / 10);
  });
});

describe('judging a center', () => {
  it('gives the offerings, the doubt or the no that plain words give', () => {
    fc.assert(
      fc.property(fc.constantFrom(...records), filters, (record, filter) => {
        const row = packCenter(record);
        const verdict = judge(row, compileFilter(filter, NOW));
        const plain = matchingOfferings(record, filter, NOW)?.map(({ id }) => id);
        const found =
          typeof verdict === 'string' ? verdict : verdict.map((offering) => unpackOffering(row, offering).id);
        expect(found).toEqual(plain ?? (isUnknown(record, filter, NOW) ? 'unknown' : 'no'));
      }),
      { numRuns: runs(4_000), seed: 64 },
    );
  });
});
