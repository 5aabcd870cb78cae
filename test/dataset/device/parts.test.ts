import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { newMeter } from '../../../functions/dataset/dataset-reader.ts';
import { partText } from '../../../functions/dataset/device/part-text.ts';
import { MOST_CENTERS_OF_PART, type PartNote } from '../../../functions/dataset/device/parts.ts';
import { listingKey } from '../../../functions/dataset/keys.ts';
import { packed } from '../../../functions/dataset/packed-center.ts';
import type { CenterRecord } from '../../../functions/domain/record.ts';
import { places } from '../../../functions/places/load.ts';
import { confirm } from '../../../functions/publish/confirm.ts';
import { Locator } from '../../../functions/search/locator.ts';
import { listingLike } from '../../support/listing-like.ts';
import { listings } from '../../support/listings.ts';
import { locatorOf } from '../../support/published.ts';
import { publishedStore } from '../../support/published-store.ts';
import { NOW, records } from '../../support/real-records.ts';
import { sampled } from '../../support/runs.ts';

const partsOf = async (locator: Locator): Promise<readonly PartNote[]> => (await locator.parts(newMeter())).answer;

async function download(locator: Locator) {
  const notes = await partsOf(locator);
  return Promise.all(
    notes.map(async (note) => {
      const { answer } = await locator.part(note.hash, newMeter());
      if (answer === null) throw new Error(`part ${note.hash} is listed and not there`);
      return { note, part: answer };
    }),
  );
}

/** Ids by state, city, name and id. */
const inOrder = (list: readonly CenterRecord[]): string[] =>
  list
    .map((record) => ({ id: record.center.id, key: listingKey(record) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ id }) => id);

const real = await listings();

describe.each([
  ['the fixtures, where one page holds several states', records],
  ['3,000 made-up centers', [...listingLike(11, 3_000, places())]],
  ['all listings', real],
  ['nothing', []],
] as const)('the parts of %s', async (_, list: readonly CenterRecord[]) => {
  const locator = await locatorOf(list, NOW);
  const parts = await download(locator);

  it('hold every center once, under its state, and as many as the list says', () => {
    const ids = parts.flatMap(({ part }) => part.rows.map((row) => row[packed.id]));
    const states = [...new Set(parts.map(({ note }) => note.state))];
    expect(ids).toEqual(
      states.flatMap((state) => inOrder(list.filter(({ center }) => center.address.state === state))),
    );
    expect(ids.length).toBe(list.length);
    for (const { note, part } of parts) {
      expect(part.state).toBe(note.state);
      expect(part.rows.length).toBe(note.centers);
      expect(note.centers).toBeGreaterThan(0);
      expect(note.centers).toBeLessThanOrEqual(MOST_CENTERS_OF_PART);
      expect(new Set(part.rows.map((row) => row[packed.state]))).toEqual(new Set([note.state]));
    }
  });

  it('are counted from 1 in each state, and have hashes of their own', () => {
    for (const [state, some] of Map.groupBy(parts, ({ note }) => note.state))
      expect(
        some.map(({ note }) => note.part),
        state,
      ).toEqual(some.map((_one, at) => at + 1));
    expect(new Set(parts.map(({ note }) => note.hash)).size).toBe(parts.length);
  });
});

describe('over all listings', async () => {
  const locator = await locatorOf(real, NOW);
  const before = await partsOf(locator);

  it('a part takes about 60 KB at most, and all of them less than 600 KB', async () => {
    const sizes = (await download(locator)).map(({ note, part }) => {
      const text = Buffer.from(partText(part));
      const brotli = (level: number) =>
        brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: level } }).length;
      return { centers: note.centers, best: brotli(11), cdn: brotli(5), gzip: gzipSync(text).length };
    });
    const all = (of: (size: (typeof sizes)[number]) => number) => sizes.reduce((sum, size) => sum + of(size), 0);
    for (const { gzip, cdn } of sizes) {
      expect(gzip).toBeLessThan(60_000);
      expect(cdn).toBeLessThan(60_000);
    }
    expect(all(({ cdn }) => cdn)).toBeLessThan(400_000);
    // The list's estimate of 74 bytes per center is between the best compression and the usual one.
    const ofCenter = (of: (size: (typeof sizes)[number]) => number) => all(of) / real.length;
    expect(ofCenter(({ best }) => best)).toBeLessThan(74);
    expect(ofCenter(({ gzip }) => gzip)).toBeGreaterThan(74);
  });

  it('a list needs the index alone, and a part its own pages', async () => {
    const fresh = await locatorOf(real, NOW);
    const meter = newMeter();
    const [note] = (await fresh.parts(meter)).answer;
    expect(meter.items).toBeLessThanOrEqual(6);
    const more = newMeter();
    await fresh.part(note?.hash ?? '', more);
    expect(more.items).toBeLessThanOrEqual((note?.pages.length ?? 0) + 4);
  });

  it('a confirmation changes the part of its center and no other', async () => {
    for (const index of sampled([0, 1_000, 2_500, real.length - 1], 3)) {
      const at = real.findIndex(({ offerings }, from) => from >= index && offerings.length > 0);
      const position = at < 0 ? real.findLastIndex(({ offerings }) => offerings.length > 0) : at;
      const { center, offerings } = real[position] ?? expect.fail();
      const store = await publishedStore(real, NOW);
      const offering = offerings[0]?.id ?? '';
      await confirm({ center: center.id, offering, state: 'confirmed', by: 'kim', seen: null }, { store, now: NOW });
      const after = await partsOf(new Locator({ store, now: () => NOW }));
      const changed = after.filter(({ hash }) => !before.some((one) => one.hash === hash));
      expect(changed.map(({ state }) => state)).toEqual([center.address.state]);
      expect(after.length).toBe(before.length);
      expect(after.map(({ centers }) => centers)).toEqual(before.map(({ centers }) => centers));
    }
  });

  it('there is no part of another hash', async () => {
    expect((await locator.part('eT3cPq0ZcT1xW8aBfR9k2w', newMeter())).answer).toBeNull();
  });
});
