import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../functions/dataset/index-nodes.ts';
import { packCenter, unpackOffering } from '../../functions/dataset/packed-center.ts';
import { mergeSummaries, summarizeRows } from '../../functions/dataset/summarize.ts';
import { boxOf } from '../../functions/geo/box.ts';
import { compileFilter } from '../../functions/search/filter.ts';
import { mayBeUnknown, mayMatch, resultOf } from '../../functions/search/match.ts';
import { clustered, NOW } from '../publish/clustered.ts';
import { plainVerdict } from '../support/kleene.ts';
import { oracleNear } from '../support/oracle.ts';
import { fastNear, locatorOf } from '../support/published.ts';
import { runs } from '../support/runs.ts';
import { sourced } from '../support/sourced.ts';
import { filters } from './arbitrary-filter.ts';

// Long: random three-valued searches are compared with a plain Kleene scan.

const records = sourced(clustered(900, 5));

describe('judging a center in three values', () => {
  it('gives what a plain scan of words gives, with what to ask', () => {
    const seen = { listed: 0, unknown: 0, no: 0 };
    fc.assert(
      fc.property(fc.constantFrom(...records), filters, (record, filter) => {
        const row = packCenter(record);
        const result = resultOf(row, compileFilter(filter, NOW), 'any');
        const plain = plainVerdict(record, filter, NOW);
        seen[plain.kind] += 1;
        expect(
          result === null
            ? { kind: 'no' }
            : {
                kind: result.certainty,
                ask: result.ask,
                ids: result.offerings.map((one) => unpackOffering(row, one).id),
              },
        ).toEqual(
          plain.kind === 'no'
            ? { kind: 'no' }
            : { kind: plain.kind, ask: plain.ask, ids: plain.offerings.map(({ id }) => id) },
        );
      }),
      { numRuns: runs(20_000), seed: 164 },
    );
    expect(Math.min(seen.listed, seen.unknown, seen.no)).toBeGreaterThan(runs(20_000) / 10);
  });

  it('never prunes a page that holds a center in doubt, or a match', () => {
    const pages = fc
      .tuple(fc.nat(records.length - 1), fc.integer({ min: 1, max: 12 }))
      .map(([from, count]) => records.slice(from, from + count));
    let [doubtful, pruned] = [0, 0];
    fc.assert(
      fc.property(pages, pages, filters, (page, other, filter) => {
        const compiled = compileFilter(filter, NOW);
        const verdicts = page.map((record) => plainVerdict(record, filter, NOW).kind);
        const levels = summarizeRows(page.map(packCenter));
        const above = mergeSummaries([levels, summarizeRows(other.map(packCenter))]);
        const entryOf = (of: typeof levels, held: typeof records): Entry => ({
          hash: '',
          leaf: true,
          count: held.length,
          firstKey: '',
          box: boxOf(held.map(({ center }) => center.location)),
          levels: of,
          states: held.map(({ center }) => center.address.state),
        });
        for (const entry of [entryOf(levels, page), entryOf(above, [...page, ...other])]) {
          if (verdicts.includes('unknown')) expect(mayBeUnknown(entry, compiled)).toBe(true);
          if (verdicts.includes('listed')) expect(mayMatch(entry, compiled)).toBe(true);
        }
        doubtful += verdicts.includes('unknown') ? 1 : 0;
        pruned += mayBeUnknown(entryOf(levels, page), compiled) ? 0 : 1;
      }),
      { numRuns: runs(6_000), seed: 165 },
    );
    expect(Math.min(doubtful, pruned)).toBeGreaterThan(runs(6_000) / 12);
  });
});

describe('three-valued searches', () => {
  it('equal a plain Kleene scan: results, what to ask, and the count of centers in doubt', async () => {
    const locator = await locatorOf(records, NOW);
    const places = records.map(({ center }) => center.location);
    let [unknowns, asked] = [0, 0];
    await fc.assert(
      fc.asyncProperty(
        filters,
        fc.constantFrom(...places),
        fc.constantFrom(null, 8, 40, 160, 800),
        fc.constantFrom(1, 3, 10, 50),
        fc.boolean(),
        async (filter, origin, withinKm, limit, withUnknown) => {
          // The origin is no center's own point, so that two distance formulas do not disagree at 0.
          const query = {
            origin: { lat: origin.lat + 0.0137, lng: origin.lng - 0.0173 },
            withinKm,
            filter,
            limit,
            withUnknown,
          };
          const slow = oracleNear(records, query, NOW);
          const fast = await fastNear(locator, query);
          const plain = ({ id, certainty, ask, offerings }: (typeof slow.results)[number]) => ({
            id,
            certainty,
            ask,
            offerings,
          });
          expect(fast.results.map(plain)).toEqual(slow.results.map(plain));
          expect(fast.unknown).toEqual(slow.unknown);
          unknowns += slow.unknown.count > 0 ? 1 : 0;
          asked += slow.results.some(({ certainty }) => certainty === 'unknown') ? 1 : 0;
        },
      ),
      { numRuns: runs(2_000), seed: 166 },
    );
    expect(Math.min(unknowns, asked)).toBeGreaterThan(runs(2_000) / 10);
  });
});
