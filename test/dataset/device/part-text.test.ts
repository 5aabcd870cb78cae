import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { loadRecords } from '../../../data/records/load.ts';
import { PartError, partText, readPart } from '../../../functions/dataset/device/part-text.ts';
import { type PackedCenter, packCenter, packed } from '../../../functions/dataset/packed-center.ts';
import type { CenterRecord } from '../../../functions/domain/record.ts';
import { wholeCenterAnswer } from '../../../functions/faces/v1/shapes/center.ts';
import { points } from '../../geo/arbitraries.ts';
import { NOW } from '../../publish/clustered.ts';
import { publicPart, unpacked } from '../../search/plain-record.ts';
import { seeded } from '../../support/random.ts';
import { syntheticRecord } from '../../support/synthetic.ts';

const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value));
const textOf = (rows: readonly PackedCenter[]) => partText({ state: rows[0]?.[packed.state] ?? 'AZ', rows });
const throughPart = (record: CenterRecord): PackedCenter => {
  const [row, ...others] = readPart(textOf([packCenter(record)])).rows;
  if (row === undefined || others.length > 0) throw new Error('one center went in, and something else came out');
  return row;
};

describe('a part', () => {
  it('gives back all that the public may read of any record, as the API shows it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 }), fc.nat(99_999), points, (seed, index, point) => {
        const record = syntheticRecord(seeded(seed), index, point, NOW);
        const row = throughPart(record);
        expect(unpacked(row)).toEqual(throughJson(publicPart(record)));
        expect(wholeCenterAnswer(row, NOW)).toEqual(throughJson(wholeCenterAnswer(packCenter(record), NOW)));
      }),
      { numRuns: 400, seed: 61 },
    );
  });

  test.each(['test/fixtures/listings', 'data/examples.json'])('gives back each record of %s', async (path) => {
    const records = await loadRecords(path);
    expect(records.length).toBeGreaterThan(0);
    for (const record of records) expect(unpacked(throughPart(record))).toEqual(publicPart(record));
    for (const [state, some] of Map.groupBy(records, ({ center }) => center.address.state)) {
      const rows = some.map(packCenter);
      expect(readPart(textOf(rows))).toEqual({ state, rows: throughJson(rows) });
    }
  });

  it('of no centers is one too', () => {
    expect(readPart(partText({ state: 'NV', rows: [] }))).toEqual({ state: 'NV', rows: [] });
  });

  it('holds no private field', async () => {
    const records = await loadRecords('data/examples.json');
    const secrets = records.flatMap(({ private: fields }) =>
      [fields?.facilityCode, fields?.warmTransferNote, fields?.internalNotes, fields?.directIntakeLine?.number.slice(2)]
        .filter((text) => typeof text === 'string')
        .map((text) => JSON.stringify(text).slice(1, -1)),
    );
    expect(secrets.length).toBeGreaterThan(0);
    const texts = records.map((record) => textOf([packCenter(record)])).join('\n');
    expect(secrets.filter((secret) => texts.includes(secret))).toEqual([]);
  });
});

describe('a reader of parts', async () => {
  const [first] = await loadRecords('data/examples.json');
  if (first === undefined) throw new Error('there are no examples');
  const row = packCenter(first);
  const state = row[packed.state];
  const part = JSON.parse(textOf([row])) as { columns: unknown[][] };
  const changed = (change: object) => JSON.stringify({ ...part, ...change });

  it('ignores columns that a later publisher added', () => {
    expect(readPart(changed({ columns: [...part.columns, ['new']] }))).toEqual({ state, rows: [throughJson(row)] });
  });

  test.each<[string, string]>([
    ['nothing', ''],
    ['a part cut off', textOf([row]).slice(0, -1)],
    ['null', 'null'],
    ['a list', '[]'],
    ['another document', changed({ kind: 'centers' })],
    ['a later format', changed({ format: 2 })],
    ['a format as text', changed({ format: '1' })],
    ['no state', changed({ state: null })],
    ['another state', changed({ state: state === 'NV' ? 'AZ' : 'NV' })],
    ['no columns', changed({ columns: null })],
    ['too few columns', changed({ columns: part.columns.slice(1) })],
    ['a short column', changed({ columns: part.columns.map((column, at) => (at === 3 ? [] : column)) })],
    ['a column that is no list', changed({ columns: part.columns.map((column, at) => (at === 3 ? 'x' : column)) })],
  ])('refuses %s', (_, text) => {
    expect(() => readPart(text)).toThrow(PartError);
  });
});

it('no center is put into a part of another state', async () => {
  const [first] = await loadRecords('data/examples.json');
  if (first === undefined) throw new Error('there are no examples');
  const row = packCenter(first);
  const other = row[packed.state] === 'NV' ? 'AZ' : 'NV';
  expect(() => partText({ state: other, rows: [row] })).toThrow(RangeError);
});
