import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { loadRecords } from '../../data/records/load.ts';
import { ContentError, decodeContent, encodeContent } from '../../functions/dataset/content.ts';
import { packNode, unpackNode } from '../../functions/dataset/index-nodes.ts';
import { familyMask, maskOf, valuesOf } from '../../functions/dataset/masks.ts';
import { packCenter } from '../../functions/dataset/packed-center.ts';
import { levels } from '../../functions/domain/level-of-care.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { therapies } from '../../functions/domain/therapy.ts';
import { points } from '../geo/arbitraries.ts';
import { clustered, NOW } from '../publish/clustered.ts';
import { built, textOf } from '../publish/items.ts';
import { seeded } from '../support/random.ts';
import { syntheticRecord } from '../support/synthetic.ts';
import { publicPart, unpacked } from './plain-record.ts';

/** The value as a reader gets it: JSON turns a negative zero into zero. */
const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value));

const roundTrip = (record: CenterRecord) => unpacked(throughJson(packCenter(record)));

describe('a packed center', () => {
  it('unpacks to all that the public may read of any record', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 }), fc.nat(99_999), points, (seed, index, point) => {
        const record = syntheticRecord(seeded(seed), index, point, NOW);
        expect(roundTrip(record)).toEqual(throughJson(publicPart(record)));
      }),
      { numRuns: 600, seed: 51 },
    );
  });

  test.each(['test/fixtures/listings', 'data/examples.json'])('unpacks to each record of %s', async (path) => {
    const records = await loadRecords(path);
    expect(records.length).toBeGreaterThan(0);
    for (const record of records) expect(roundTrip(record)).toEqual(publicPart(record));
  });

  it('keeps everything that sets one offering apart from the next', () => {
    const [first] = clustered(40).filter(({ offerings }) => offerings.length > 2);
    if (first === undefined) throw new Error('no record with three offerings');
    const asams = [null, { code: '3.7 BIO', edition: '4' as const }, { code: '2.1', edition: '3' as const }];
    const offerings = first.offerings.map((offering, n) => ({
      ...offering,
      asam: asams[n % 3] ?? null,
      housing: [null, true, false][n % 3] ?? null,
      languages: ['ko', 'es', 'ase'].slice(n % 3),
      payers: ['zeta-health', 'aetna', 'free'].slice(n % 3),
    }));
    const phone = {
      number: '+13035550199',
      extension: '12345678',
      purpose: 'benefits-check',
      answeredBy: 'third-party',
    } as const;
    const center = { ...first.center, website: 'https://example.org/', phones: [phone], sample: true };
    expect(roundTrip({ center, offerings })).toEqual(publicPart({ center, offerings }));
  });
});

describe('what only the admissions team sees', () => {
  it('never stands in anything that is published', () => {
    const secret = 'S3CR3T';
    const records = clustered(300).map((record, n) => ({
      ...record,
      private: {
        facilityCode: `${secret}-${n}`,
        directIntakeLine: { number: '+19995550123', extension: null },
        warmTransferNote: `${secret} ask for the night desk`,
        internalNotes: `${secret} notes`,
      },
    }));
    const texts = [...built(records).blobs.values()].map(textOf);
    expect(texts.length).toBeGreaterThan(20);
    expect(
      texts.filter((text) => text.includes(secret) || text.includes('9995550123') || text.includes('private:')),
    ).toEqual([]);
    for (const record of records) expect(JSON.stringify(packCenter(record))).not.toContain(secret);
  });

  it('of the examples stands in nothing either', async () => {
    const records = await loadRecords('data/examples.json');
    const words = records.flatMap(({ private: fields }) =>
      [
        fields?.facilityCode,
        fields?.warmTransferNote,
        fields?.internalNotes,
        fields?.directIntakeLine?.number.slice(2),
      ].filter((text) => typeof text === 'string'),
    );
    expect(words.length).toBeGreaterThan(0);
    const published = [...built(records).blobs.values()].map(textOf).join('\n');
    expect(words.filter((word) => published.includes(JSON.stringify(word).slice(1, -1)))).toEqual([]);
  });
});

describe('masks', () => {
  it('give back the values they were made of, in the list’s order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...therapies.codes]), (values) => {
        expect(valuesOf(therapies, maskOf(therapies, values))).toEqual(
          therapies.codes.filter((code) => values.includes(code)),
        );
      }),
      { seed: 52 },
    );
  });

  it('of families hold the values and all below them, and nothing else', () => {
    expect(valuesOf(therapies, familyMask(therapies, ['medication', 'group']))).toEqual([
      'group',
      'medication',
      'buprenorphine',
      'methadone',
      'naltrexone',
    ]);
    expect(familyMask(levels, levels.codes)).toBe(2 ** levels.codes.length - 1);
    expect(maskOf(levels, [])).toBe(0);
  });

  it('refuse a value that is not in the list, by name', () => {
    // Only data that bypassed the schema can get here.
    expect(() => maskOf(levels, ['iopp' as 'iop'])).toThrow('"iopp" is not a level');
  });
});

describe('an index node', () => {
  it('unpacks to the entries that it was packed of', () => {
    let seen = 0;
    for (const blob of built(clustered(400)).blobs.values()) {
      const content = decodeContent(blob);
      if (content.kind !== 'node') continue;
      seen += content.entries.length;
      expect(unpackNode(throughJson(packNode(content.entries)))).toEqual({ entries: content.entries });
      expect(encodeContent({ kind: 'node', ...packNode(content.entries) }).hash).toBe(blob.hash);
    }
    expect(seen).toBeGreaterThan(40);
  });
});

describe('a page of centers', () => {
  const pageOf = (rows: readonly ReturnType<typeof packCenter>[]) => {
    const page = decodeContent(encodeContent({ kind: 'centers', rows }));
    if (page.kind !== 'centers') throw new Error(`a page of ${page.kind}`);
    return page;
  };

  it('gives back its rows, and tells where each stands and what it offers without them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2 ** 31 - 2), points), { maxLength: 6 }), (made) => {
        const records = made.map(([seed, point], at) => syntheticRecord(seeded(seed + 1), at, point, NOW));
        const page = pageOf(records.map(packCenter));
        expect(page.count).toBe(records.length);
        for (const [at, { center, offerings }] of records.entries()) {
          expect([page.latAt(at), page.lngAt(at)]).toEqual(throughJson([center.location.lat, center.location.lng]));
          const listed = offerings.filter(
            ({ confirmation, only }) => confirmation.state !== 'denied' && !only.includes('dui'),
          );
          expect(page.offeredAt(at)).toBe(maskOf(levels, [...new Set(listed.map(({ level }) => level))]));
          expect(page.unknownAt(at)).toBe(maskOf(levels, center.unknownLevels));
        }
        // Rows can be read in any order, and repeatedly.
        for (const at of [...records.keys()].reverse()) expect(page.rowAt(at)).toBe(page.rowAt(at));
        expect(page.rows).toEqual(throughJson(records.map(packCenter)));
      }),
      { numRuns: 300, seed: 53 },
    );
  });

  it('has no row beyond its last', () => {
    expect(() => pageOf([]).rowAt(0)).toThrow(RangeError);
  });
});

describe('an item', () => {
  it('is refused when it does not hold what its key says', () => {
    const [one, other] = ['a', 'b'].map((key) => encodeContent({ kind: 'pointers', rows: [[key, 'where']] }));
    if (one === undefined || other === undefined) throw new Error('no items');
    expect(decodeContent(one).kind).toBe('pointers');
    expect(() => decodeContent({ hash: one.hash, body: other.body })).toThrow(ContentError);
  });
});
