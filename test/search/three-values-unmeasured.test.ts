import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newMeter } from '../../functions/dataset/dataset-reader.ts';
import { packed, unpackOffering } from '../../functions/dataset/packed-center.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { stateCodes } from '../../functions/domain/state.ts';
import type { Filter } from '../../functions/search/filter.ts';
import type { SearchResult } from '../../functions/search/query.ts';
import { clustered, NOW } from '../publish/clustered.ts';
import { plainUnknown, plainVerdict } from '../support/kleene.ts';
import { locatorOf } from '../support/published.ts';
import { runs } from '../support/runs.ts';
import { sourced } from '../support/sourced.ts';
import { filters } from './arbitrary-filter.ts';

// Long: compares searches without a point with a plain Kleene scan.

const records = sourced(clustered(700, 9));
const locator = await locatorOf(records, NOW);

function plain(inOrder: readonly CenterRecord[], filter: Filter, limit: number, withUnknown: boolean) {
  const verdicts = inOrder.map((record) => ({ id: record.center.id, verdict: plainVerdict(record, filter, NOW) }));
  return {
    results: verdicts
      .flatMap(({ id, verdict }) =>
        verdict.kind === 'listed' || (withUnknown && verdict.kind === 'unknown')
          ? [{ id, certainty: verdict.kind, ask: verdict.ask, offerings: verdict.offerings.map((one) => one.id) }]
          : [],
      )
      .slice(0, limit),
    unknown: plainUnknown(verdicts.map(({ verdict }) => verdict)),
  };
}

const fast = ({ matches, unknown }: SearchResult) => ({
  results: matches.map(({ row, certainty, ask, offerings }) => ({
    id: row[packed.id],
    certainty,
    ask,
    offerings: offerings.map((one) => unpackOffering(row, one).id),
  })),
  unknown,
});

const inOrder = (key: (record: CenterRecord) => string[], list: readonly CenterRecord[]): CenterRecord[] => {
  const keyed = list.map((record) => ({ record, key: key(record).join('\u0000').toLowerCase() }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ record }) => record);
};

const limits = fc.constantFrom(1, 5, 50);

describe('a three-valued search without a point equals a plain Kleene scan', () => {
  it('of a state', async () => {
    const byState = new Map(
      stateCodes.map((state) => [
        state,
        inOrder(
          ({ center: { address, name, id } }) => [address.city, name, id],
          records.filter(({ center }) => center.address.state === state),
        ),
      ]),
    );
    let doubtful = 0;
    await fc.assert(
      fc.asyncProperty(
        filters,
        fc.constantFrom(...stateCodes),
        limits,
        fc.boolean(),
        async (filter, state, limit, withUnknown) => {
          const { answer } = await locator.inState({ state, filter, limit, withUnknown }, newMeter());
          const slow = plain(byState.get(state) ?? [], filter, limit, withUnknown);
          expect(fast(answer)).toEqual(slow);
          doubtful += slow.unknown.count > 0 ? 1 : 0;
        },
      ),
      { numRuns: runs(600), seed: 21 },
    );
    expect(doubtful).toBeGreaterThan(runs(600) / 10);
  });

  it('of a name, and of some ids', async () => {
    const named = inOrder(
      ({ center }) => [center.name, center.id],
      records.filter(({ center }) => center.organization.name.startsWith('Harbor')),
    );
    const ids = named.slice(0, 40).map(({ center }) => ({ id: center.id }));
    await fc.assert(
      fc.asyncProperty(filters, limits, fc.boolean(), async (filter, limit, withUnknown) => {
        const { answer } = await locator.named({ name: 'harbor', filter, limit, withUnknown }, newMeter());
        expect(fast(answer)).toEqual(plain(named, filter, limit, withUnknown));
        const { answer: found } = await locator.among(ids, filter, newMeter(), withUnknown ? 'any' : 'listed');
        const { results } = plain(named.slice(0, 40), filter, 40, withUnknown);
        expect(found.map(({ row }) => row[packed.id])).toEqual(results.map(({ id }) => id));
      }),
      { numRuns: runs(300), seed: 22 },
    );
  });
});
