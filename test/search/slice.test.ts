import { describe, expect, it } from 'vitest';
import { newMeter } from '../../functions/dataset/dataset-reader.ts';
import { listingKey } from '../../functions/dataset/keys.ts';
import { packed, unpackOffering } from '../../functions/dataset/packed-center.ts';
import { levels } from '../../functions/domain/level-of-care.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { recordNumber } from '../../functions/domain/record-number.ts';
import { places } from '../../functions/places/load.ts';
import { listingLike } from '../support/listing-like.ts';
import { locatorOf } from '../support/published.ts';
import { NOW, records } from '../support/real-records.ts';

const inOrder = (list: readonly CenterRecord[]) =>
  list
    .map((record) => ({ record, key: listingKey(record) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ record }) => record);

describe.each([
  ['the listings and examples', records],
  ['3,000 made-up centers', [...listingLike(11, 3_000, places())]],
] as const)('lists over %s', async (_, list: readonly CenterRecord[]) => {
  const locator = await locatorOf(list, NOW);

  it.each([[[]], [['iop']], [['php', 'detox']]] as const)(
    'counts and gives the offerings of %j exactly',
    async (...[asked]) => {
      const expected = inOrder(list).flatMap(({ offerings }) =>
        offerings
          .filter(({ confirmation }) => confirmation.state !== 'denied')
          .filter(
            ({ level, only }) => asked.length === 0 || (asked.some((one) => one === level) && !only.includes('dui')),
          )
          .map(({ id }) => id),
      );
      expect(expected.length).toBeGreaterThan(5);
      for (const limit of [1, 7, 100, expected.length + 1]) {
        for (const skip of [
          0,
          1,
          limit,
          Math.floor(expected.length / 2),
          expected.length - 1,
          expected.length,
          10 ** 9,
        ]) {
          const meter = newMeter();
          const { answer } = await locator.offerings(asked, { skip, limit }, meter);
          expect(answer.total).toBe(expected.length);
          const ids = answer.items.map(({ row, offering }) => unpackOffering(row, offering).id);
          expect(ids).toEqual(expected.slice(skip, skip + limit));
        }
      }
    },
  );

  it('reads only the pages of the slice, wherever it lies', async () => {
    const fresh = await locatorOf(list, NOW);
    const { answer } = await fresh.offerings([], { skip: 0, limit: 1 }, newMeter());
    const meter = newMeter();
    await fresh.offerings([], { skip: answer.total - 20, limit: 20 }, meter);
    expect(meter.items).toBeLessThanOrEqual(6);
    expect(meter.roundTrips).toBeLessThanOrEqual(3);
  });

  it('counts and gives the organizations by slug', async () => {
    const slugs = [...new Set(list.map(({ center }) => center.organization.slug))].sort();
    for (const [skip, limit] of [
      [0, 10],
      [3, 1],
      [slugs.length - 2, 10],
      [0, slugs.length + 5],
      [slugs.length, 5],
    ] as const) {
      const { answer } = await locator.organizations({ skip, limit }, newMeter());
      expect(answer.total).toBe(slugs.length);
      expect(answer.items.map(({ slug }) => slug)).toEqual(slugs.slice(skip, skip + limit));
      for (const { slug, name } of answer.items) {
        const spelt = list
          .filter(({ center }) => center.organization.slug === slug)
          .map(({ center }) => center.organization.name);
        expect(spelt).toContain(name);
        expect((await locator.organization(slug, newMeter())).answer).toEqual({ slug, name });
      }
    }
    expect((await locator.organization('no-such-organization', newMeter())).answer).toBeNull();
  });

  it('finds every center and organization by its number', async () => {
    for (const { center } of list.slice(0, 200)) {
      const { answer } = await locator.numbered(recordNumber('center', center.id), newMeter());
      expect(answer.centers.map((row) => row[packed.id])).toEqual([center.id]);
      expect(answer.organizations).toEqual([]);
      const { slug } = center.organization;
      const found = (await locator.numbered(recordNumber('organization', slug), newMeter())).answer;
      expect(found).toMatchObject({ centers: [], organizations: [{ slug }] });
    }
    for (const number of ['', '0', 'f'.repeat(15), '0'.repeat(15)]) {
      expect((await locator.numbered(number, newMeter())).answer).toEqual({ centers: [], organizations: [] });
    }
  });
});

it('counts no offering of a level that nobody has', async () => {
  const locator = await locatorOf([], NOW);
  for (const level of levels.codes) {
    const { answer } = await locator.offerings([level], { skip: 0, limit: 10 }, newMeter());
    expect(answer).toEqual({ total: 0, items: [] });
  }
});
