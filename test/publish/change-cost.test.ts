import { describe, expect, it, test } from 'vitest';
import { seeded } from '../support/random.ts';
import { syntheticRecord } from '../support/synthetic.ts';
import { clustered, confirmed, NOW, withOne } from './clustered.ts';
import { built, newIn } from './items.ts';

/** A confirmation is the most frequent change: this is what it may cost at any size. */
const CONFIRMATION_ITEMS = 12;
/** A center that comes or goes also changes the orders of ids, of organizations and of the words of its names. */
const CENTER_ITEMS = 48;

const indexWithOffering = (records: ReturnType<typeof clustered>, from: number) => {
  const found = records.findIndex(({ offerings }, at) => at >= from && offerings.length > 0);
  if (found < 0) throw new Error('no center with an offering');
  return found;
};

describe('a change writes its own pages and what stands above them, at any size', () => {
  describe.each([50, 2_000])('%d centers', (count) => {
    const records = clustered(count);
    const before = built(records).blobs;
    const places = [0.31, 0.97].map((share) => Math.floor(share * count));

    test.each(places)('a confirmation, center %d', (place) => {
      const after = built(withOne(records, indexWithOffering(records, place), confirmed)).blobs;
      expect(newIn(after, before)).toBeLessThanOrEqual(CONFIRMATION_ITEMS);
    });

    test.each(places)('a center more, or one less, near center %d', (place) => {
      const { lat, lng } = records[place]?.center.location ?? { lat: 0, lng: 0 };
      const added = syntheticRecord(seeded(place), count + place, { lat: lat + 0.01, lng }, NOW);
      expect(newIn(built([...records, added]).blobs, before)).toBeLessThanOrEqual(CENTER_ITEMS);
      expect(newIn(built(records.toSpliced(place, 1)).blobs, before)).toBeLessThanOrEqual(CENTER_ITEMS);
    });
  });

  it('20,000 centers, a confirmation', () => {
    // One offering a center, which makes about as many pages as real listings do, in a third of the time.
    const records = clustered(20_000).map((record) => ({ ...record, offerings: record.offerings.slice(0, 1) }));
    const before = built(records).blobs;
    const after = built(withOne(records, indexWithOffering(records, 7_000), confirmed)).blobs;
    expect(newIn(after, before)).toBeLessThanOrEqual(CONFIRMATION_ITEMS);
  });
});
