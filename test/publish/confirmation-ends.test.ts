import { describe, expect, it } from 'vitest';
import { confirm, MOST_DAYS } from '../../functions/publish/confirm.ts';
import { publish } from '../../functions/publish/publish.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import { clustered, NOW } from './clustered.ts';

const DAY = 86_400_000;
const records = clustered(20);
const record = records.find(({ offerings }) => offerings.length > 0);
const [offering] = record?.offerings ?? [];
if (record === undefined || offering === undefined) throw new Error('no record has an offering');
const said = { center: record.center.id, offering: offering.id, by: 'kim', seen: null };

async function table() {
  const store = memoryStore(() => NOW);
  await publish({ store, records, now: NOW });
  return store;
}
const at = (ms: number) => new Date(ms).toISOString();

describe('a confirmation ends', () => {
  it.each([
    ['after 90 days where nobody says', {}, 90 * DAY],
    ['after the days that are said', { days: 30 }, 30 * DAY],
    ['at most a year ahead', { days: MOST_DAYS }, MOST_DAYS * DAY],
    ['at the instant that is said', { until: at(NOW + 1) }, 1],
    ['at the last instant that may be said', { until: at(NOW + MOST_DAYS * DAY) }, MOST_DAYS * DAY],
  ])('%s', async (_, ends, after) => {
    const store = await table();
    const { confirmation } = await confirm({ ...said, state: 'confirmed', ...ends }, { store, now: NOW });
    expect([confirmation.confirmedAt, confirmation.expiresAt]).toEqual([at(NOW), at(NOW + after)]);
  });

  it.each([
    ['for ever', { until: '9999-12-31T00:00:00Z' }],
    ['a moment too late', { until: at(NOW + MOST_DAYS * DAY + 1) }],
    ['now', { until: at(NOW) }],
    ['before it began', { until: at(NOW - DAY) }],
    ['after more days than a year has', { days: MOST_DAYS + 1 }],
    ['after no day', { days: 0 }],
  ])('never %s: nothing is written', async (_, ends) => {
    const store = await table();
    await expect(confirm({ ...said, state: 'confirmed', ...ends }, { store, now: NOW })).rejects.toThrow();
    expect(await store.confirmations(said.center)).toEqual([]);
  });

  it('only where something was confirmed', async () => {
    const store = await table();
    for (const state of ['denied', 'unconfirmed'] as const)
      await expect(confirm({ ...said, state, until: at(NOW + DAY) }, { store, now: NOW })).rejects.toThrow(RangeError);
    const { confirmation } = await confirm({ ...said, state: 'denied' }, { store, now: NOW });
    expect([confirmation.confirmedAt, confirmation.expiresAt]).toEqual([at(NOW), null]);
  });
});
