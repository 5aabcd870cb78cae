import { describe, expect, it } from 'vitest';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { publish } from '../../functions/publish/publish.ts';
import { DropRefusedError } from '../../functions/publish/refuse-loss.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import { listings } from '../support/listings.ts';

const all = await listings();
const records = all.filter(({ center }) => ['AZ', 'NV', 'OK'].includes(center.address.state));
const NOW = Date.parse('2026-11-29T12:00:00Z');
const store = memoryStore();
await publish({ store, records, now: NOW });

const lossesOf = async (next: readonly CenterRecord[], options: object = {}): Promise<readonly string[]> => {
  try {
    await publish({ store, records: next, now: NOW, largestDrop: 0.1, dryRun: true, ...options });
    return [];
  } catch (error) {
    if (error instanceof DropRefusedError) return error.losses;
    throw error;
  }
};
const listing = (level: string, state?: string) =>
  records.filter(
    ({ center, offerings }) =>
      (state === undefined || center.address.state === state) && offerings.some((offering) => offering.level === level),
  ).length;

describe('a publish that would lose much', () => {
  it('is refused where a level vanishes although every center stays', async () => {
    const next = records.map((record) => ({
      ...record,
      offerings: record.offerings.filter(({ level }) => level !== 'iop'),
    }));
    const [first, ...others] = await lossesOf(next);
    const states = ['AZ', 'NV', 'OK'].map((state) => `${state} ${listing('iop', state)} → 0`).join(', ');
    expect(first).toBe(`IOP: ${listing('iop')} centers list it now and 0 would, 100.0 % fewer: ${states}`);
    expect(others).toEqual([]);
  });

  it('is refused where one state loses a level that the others keep', async () => {
    const next = records.map((record) =>
      record.center.address.state === 'NV'
        ? { ...record, offerings: record.offerings.filter(({ level }) => level !== 'op') }
        : record,
    );
    expect(await lossesOf(next)).toEqual([expect.stringContaining(`: NV ${listing('op', 'NV')} → 0`)]);
  });

  it('is refused where centers keep their number and lose their ids, until something says what became of them', async () => {
    const renamed = records.map((record) => {
      const id = `new-${record.center.id}`.slice(0, 110);
      return {
        center: { ...record.center, id },
        offerings: record.offerings.map((offering) => ({
          ...offering,
          id: id + offering.id.slice(record.center.id.length),
        })),
      };
    });
    const losses = await lossesOf(renamed);
    expect(losses).toEqual([
      expect.stringMatching(
        new RegExp(`^${records.length} of ${records.length} ids would lead nowhere, such as ".*--previous`),
      ),
    ]);
    const former = records.map(({ center }, at) => ({
      id: center.id,
      reason: 'renamed' as const,
      since: '2026-04-01',
      now: renamed[at]?.center.id ?? '',
    }));
    expect(await lossesOf(renamed, { former })).toEqual([]);
  });

  it('counts former ids that would be forgotten', async () => {
    const own = memoryStore();
    const some = records.slice(0, 40);
    const former = some.map((_, at) => ({
      id: `old-${at}`,
      reason: 'unlisted' as const,
      since: '2026-04-01',
      now: null,
    }));
    await publish({ store: own, records: some, former, now: NOW });
    const again = publish({ store: own, records: some, now: NOW, largestDrop: 0.1, dryRun: true });
    await expect(again).rejects.toThrow('40 of 80 ids would lead nowhere');
  });

  it('goes on where little is lost, and where it is allowed', async () => {
    expect(await lossesOf(records.slice(1))).toEqual([]);
    expect(await lossesOf(records.slice(0, 10), { largestDrop: 1 })).toEqual([]);
    expect((await lossesOf(records.slice(0, 10))).length).toBeGreaterThan(3);
  });
});
