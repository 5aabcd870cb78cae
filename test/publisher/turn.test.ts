import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatJson } from '../../data/records/format.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { publishUpload } from '../../functions/publisher/publish-upload.ts';
import { type Line, SupersededError, takeTurn } from '../../functions/publisher/turn.ts';
import type { Latest, Upload } from '../../functions/publisher/upload.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import { listings } from '../support/listings.ts';
import { seeded } from '../support/random.ts';
import { runs } from '../support/runs.ts';

/**
 * A record of the newest upload as in S3: each state has a tag, and a write names the one it replaces.
 * @param delays Milliseconds.
 */
function lineOf(delays: () => number = () => 0): Line & { readonly state: () => Latest | null } {
  let state: Latest | null = null;
  let tag = 0;
  return {
    state: () => state,
    async latest() {
      await pause(delays());
      const found = state && { latest: state, tag: String(tag) };
      await pause(delays());
      return found;
    },
    async putLatest(latest, given) {
      await pause(delays());
      if ((state === null ? null : String(tag)) !== given) return false;
      [state, tag] = [latest, tag + 1];
      await pause(delays());
      return true;
    },
  };
}

const at = (key: string, uploadedAt: number) => ({ key: `incoming/${key}`, uploadedAt });

describe('the turn of an upload', () => {
  test('is taken by a newer one, kept by the same one, and refused to an older one', async () => {
    const line = lineOf();
    await takeTurn(at('one', 1_000), line);
    await takeTurn(at('two', 2_000), line);
    await takeTurn(at('two', 2_000), line);
    await expect(takeTurn(at('one', 1_000), line)).rejects.toThrow(SupersededError);
    expect(line.state()).toEqual({ key: 'incoming/two', uploadedAt: '1970-01-01T00:00:02.000Z' });
  });

  test('goes to the newest of any that ask at a time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.shuffledSubarray([1, 2, 3, 4], { minLength: 2 }), async (order, times) => {
        const plain = lineOf();
        const line: Line = {
          latest: () => order.schedule(Promise.resolve()).then(() => plain.latest()),
          putLatest: (...given) => order.schedule(Promise.resolve()).then(() => plain.putLatest(...given)),
        };
        const all = Promise.allSettled(times.map((time) => takeTurn(at(String(time), time * 1_000), line)));
        await order.waitFor(all);
        expect(plain.state()?.key).toBe(`incoming/${Math.max(...times)}`);
      }),
      { numRuns: 40 },
    );
  });
});

test('of two uploads that are published at a time, the newer one stays, in whatever order they are done', async () => {
  const records = (await listings()).slice(0, 12);
  const named = (name: string): CenterRecord[] =>
    records.map((record, index) => (index === 0 ? { ...record, center: { ...record.center, name } } : record));
  const upload = (name: string, uploadedAt: number): Upload => ({
    ...at(`${name}.json`, uploadedAt),
    ...{ body: Buffer.from(formatJson(named(name))), allowDrop: false },
  });
  const outcomes = new Set<string>();
  const round = async (random: () => number): Promise<void> => {
    const plain = memoryStore();
    // Each call of the store and of the line takes its own time, so that the two overlap in many ways.
    const delays = (): number => Math.floor(random() * 6);
    const store = new Proxy(plain, {
      get(target, property) {
        const member = Reflect.get(target, property) as unknown;
        if (typeof member !== 'function') return member;
        return async (...given: unknown[]) => {
          await pause(delays());
          return (member as (...all: unknown[]) => unknown).apply(target, given);
        };
      },
    });
    const line = lineOf(delays);
    const options = { store, now: 10_000, line };
    const [older, newer] = await Promise.all([
      publishUpload(upload('Older House', 1_000), options),
      publishUpload(upload('Newer House', 2_000), options),
    ]);
    outcomes.add(older.outcome);
    expect(newer.outcome).toBe('published');
    expect((await plain.readHead())?.version).toBe(newer.published?.version);
  };
  // Most of a round is waiting, so some go on at a time.
  for (let seed = 0; seed < runs(48); seed += 6)
    await Promise.all(Array.from({ length: 6 }, (_, at) => round(seeded(seed + at))));
  // Both ways must have come up, or this has tested nothing.
  expect([...outcomes].sort()).toEqual(['published', 'superseded']);
});
