import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatJson } from '../../data/records/format.ts';
import { layoutText } from '../../data/records/layout-text.ts';
import { loadRecords } from '../../data/records/load.ts';
import { checkRecords } from '../../data/records/read.ts';
import { type CenterRecord, recordSchema } from '../../functions/domain/record.ts';
import { checkFiles } from '../../functions/records/check/check.ts';
import { data } from '../data/command.ts';
import { temporaryFolder } from '../data/folder.ts';
import { pick, seeded } from '../support/random.ts';
import { runs, sampled } from '../support/runs.ts';
import { syntheticRecord } from '../support/synthetic.ts';

const NOW = Date.UTC(2026, 10, 1);
const files = (await readdir('data/centers')).filter((name) => name.endsWith('.json'));
const examples = await loadRecords('data/examples.json');

const read = (text: string, file = 'records.json') =>
  checkFiles([{ file, bytes: Buffer.from(text) }], { thorough: true });

describe('data/centers', () => {
  test('is 4,858 centers in eight files of the layout, under 6 MB, and holds those of the fixture as they are there', async () => {
    expect(files).toEqual(['AZ', 'CA', 'CO', 'IL', 'NJ', 'NV', 'OK', 'WA'].map((state) => `${state}.json`));
    const records = await loadRecords('data/centers');
    expect(records).toHaveLength(4858);
    const texts = await Promise.all(files.map((name) => readFile(join('data/centers', name), 'utf8')));
    expect(texts.reduce((sum, text) => sum + text.length, 0)).toBeLessThan(6e6);
    const byId = new Map(records.map((record) => [record.center.id, record]));
    for (const record of await loadRecords('test/fixtures/listings')) {
      expect(byId.get(record.center.id)).toEqual(record);
    }
  });

  test.each(files)('%s reads back byte for byte', async (name) => {
    const text = await readFile(join('data/centers', name), 'utf8');
    const { records, faults } = await checkRecords(join('data/centers', name));
    expect(faults).toEqual([]);
    expect(layoutText(records) === text).toBe(true);
    expect(records.map(({ center }) => center.id)).toEqual(records.map(({ center }) => center.id).sort());
    expect(records.every(({ center }) => !center.sample && center.sources.length > 0)).toBe(true);
  });

  test.each(sampled(files, 3))('%s reads back byte for byte in the other layout', async (name) => {
    const plain = formatJson(await loadRecords(join('data/centers', name)));
    const again = read(plain, name);
    expect(again.faults).toEqual([]);
    expect(formatJson(again.records) === plain).toBe(true);
  });

  test('passes validate, whose warnings name the line', async () => {
    const { code, stdout } = await data('validate');
    expect(code).toBe(0);
    expect(stdout).toContain('checked 4858 centers in 8 files: no faults, 16 warnings');
    const text = (await readFile('data/centers/NV.json', 'utf8')).split('\n');
    const line = Number(/NV\.json:(\d+):\d+ \[ely-health-station-ely-nivcsi\]/.exec(stdout)?.[1]);
    expect(text[line - 1]).toContain('"city": "Ely"');
  });
});

/** Unusual but valid records. */
function oddRecord(seed: number, index: number): CenterRecord {
  const random = seeded(seed);
  const point = { lat: random() * 180 - 90, lng: random() * 360 - 180 };
  const record = syntheticRecord(random, index, point, NOW);
  const { center } = record;
  const names = ['Casa “Ñandú”', '!!!', '東京', '2024', 'constructor', 'A  b', center.name];
  const offerings = record.offerings.map((offering, at) => ({
    ...offering,
    id: pick(random, [offering.id, `${center.id}-x${at}`, `${center.id}-${offering.level}-mental-health-${at}`]),
    therapies: pick(random, [offering.therapies, []]),
    languages: pick(random, [offering.languages, ['es'], []]),
    asam: pick(random, [null, { code: '2.1', edition: '3' as const }]),
    housing: pick(random, [null, true, false]),
    // A made-up schedule may be empty, which no record may have.
    schedule: Object.values(offering.schedule ?? {}).some((value) => value !== null) ? offering.schedule : null,
  }));
  return recordSchema.parse({
    center: {
      ...center,
      name: pick(random, names),
      alternateNames: pick(random, [[], ['One', 'Two']]),
      organization: { slug: pick(random, ['constructor', 'a-b', center.organization.slug]), name: pick(random, names) },
      sample: random() < 0.3,
      phones: [
        {
          number: '+16023441234',
          extension: pick(random, [null, '12']),
          purpose: pick(random, ['main', 'intake']),
          answeredBy: pick(random, ['facility', 'third-party']),
        },
      ],
      website: pick(random, [null, 'https://example.org/a?b="c"']),
      sources: pick(random, [
        center.sources,
        [
          { name: 'Own list 2025', asOf: '2025-01-01' },
          { name: 'Own list 2026', asOf: '2026-01-01' },
        ],
        [{ name: 'Own list 2026', asOf: '2026-02-01' }],
        [
          { name: '!!!', asOf: '2026-01-01' },
          { name: 'constructor', asOf: '2026-01-01' },
          { name: '2024', asOf: '2026-01-01' },
        ],
      ]),
    },
    offerings: new Set(offerings.map(({ id }) => id)).size === offerings.length ? offerings : [],
    ...(random() < 0.3 && { private: examples[0]?.private }),
  });
}

describe('the layout', () => {
  test('gives back any records, byte for byte and in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 2 ** 31 }), { maxLength: 8 }), (seeds) => {
        const records = seeds.map(oddRecord);
        const { records: back, faults } = read(layoutText(records));
        expect(faults).toEqual([]);
        expect(formatJson(back)).toBe(formatJson(records));
      }),
      { numRuns: runs(400), seed: 11 },
    );
    expect(formatJson(read(layoutText(examples)).records)).toBe(formatJson(examples));
  });

  test('changes one line for one fact, and one line for another edition of a source', async () => {
    const records = await loadRecords('data/centers/NV.json');
    const lines = layoutText(records).split('\n');
    const changedIn = (other: readonly CenterRecord[]) => {
      const now = layoutText(other).split('\n');
      expect(now).toHaveLength(lines.length);
      return now.filter((line, at) => line !== lines[at]);
    };
    const [first] = records;
    if (first === undefined) throw new Error('no record');
    const moved = {
      ...first,
      center: { ...first.center, address: { ...first.center.address, street: '1 New Street' } },
    };
    expect(changedIn([moved, ...records.slice(1)])).toHaveLength(1);
    const nextYear = records.map(({ center, ...rest }) => ({
      ...rest,
      center: {
        ...center,
        sources: center.sources.map(({ name, asOf }) => ({
          name: name.replace('2023', '2025'),
          asOf: asOf.replace('2023', '2025'),
        })),
      },
    }));
    expect(changedIn(nextYear)).toEqual([expect.stringContaining('Treatment Facilities 2025')]);
    expect(
      layoutText(records.slice(1))
        .split('\n')
        .filter((line) => !lines.includes(line)),
    ).toEqual([]);
  });
});

describe('a file of the layout that is wrong', () => {
  const records = ['Phoenix', 'Tulsa'].flatMap((city) => examples.filter(({ center }) => center.address.city === city));
  const good = layoutText(records);
  const id = records[0]?.center.id;

  /** Each fault as `line text-at-its-column message`, to be compared with what was changed. */
  const faultsOf = (text: string, file?: string) => {
    const lines = text.split('\n');
    return read(text, file).faults.map(({ line, column, message, record }) => ({
      at: lines[line - 1]?.slice(column - 1) ?? '',
      message,
      record,
    }));
  };

  test.each([
    ['a value of a center', '"zip": "85016"', '"zip": "850"', '"850"', 'must be five digits', id],
    ['a missing member', '"zip": "85016", ', '', '{ "id"', 'is missing', id],
    ['an unknown member', '"zip": "85016"', '"zip": "85016", "zipp": "1"', '"zipp"', 'did you mean "zip"?', null],
    ['a level', '"level": "iop"', '"level": "iopp"', '"iopp"', 'did you mean "iop"?', id],
    ['an unknown source', '"sources": ["', '"sources": ["no', '"no', "is not among the file's sources", id],
    ['a null that a center cannot have', '"zip": "85016"', '"zip": null', 'null', 'found null', id],
    ['a member twice', '"zip": "85016"', '"zip": "85001", "zip": "85016"', '"zip"', 'appears twice', id],
    ['another layout', '"centers/1"', '"centers/2"', '"centers/2"', 'is not one of centers/1', null],
    ['a source without a day', '"asOf": "', '"asOf": "x', '"x', 'must be a date', null],
    ['no centers', '"centers": [', '"center": [', '', '', null],
  ])('%s', (_, from, to, at, message, record) => {
    expect(good).toContain(from);
    const faults = faultsOf(good.replace(from, to));
    expect(faults.length).toBeGreaterThan(0);
    if (at === '') return;
    expect(faults[0]?.at.startsWith(at)).toBe(true);
    expect(faults[0]?.message).toContain(message);
    if (record !== null) expect(faults[0]?.record).toBe(record);
  });

  test('a value that a program states for several offerings is one fault', async () => {
    const [text = ''] = [await readFile('data/centers/NV.json', 'utf8')];
    const faults = faultsOf(text.replace('"therapies": ["', '"therapies": ["nothing", "'), 'NV.json');
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({
      at: expect.stringMatching(/^"nothing"/),
      message: expect.stringMatching(/is not one of/),
    });
    const badId = faultsOf(text.replace('"id": "', '"id": "No Id '), 'NV.json');
    expect(badId.map(({ at }) => at.startsWith('"No Id '))).toEqual([true]);
  });

  test('a center of another state, named by its file', () => {
    const arizona = layoutText(records.slice(0, 1));
    const [fault] = faultsOf(arizona, 'NV.json');
    expect(fault?.at).toMatch(/^\{ "id": "lantern-bridge-phoenix-example"/);
    expect(fault?.message).toContain('is in the file of NV');
  });

  test.each([
    ['41 offerings', `"programs": [{ "offerings": [${Array(41).fill('{ "level": "op" }').join(', ')}] }]`],
    [
      '21 offerings twice',
      `"programs": [${Array(2)
        .fill(`{ "offerings": [${Array(21).fill('{ "level": "op" }').join(', ')}] }`)
        .join(', ')}]`,
    ],
    [
      'a list of 1,001 values',
      `"programs": [{ "therapies": [${Array(1001).fill('"cbt"').join(', ')}], "offerings": [{ "level": "op" }] }]`,
    ],
    ['a program without offerings', '"programs": [{ "offerings": [] }]'],
    ['programs of another kind', '"programs": 7'],
    ['a name of the language itself', '"constructor": { "sample": true }'],
  ])('%s is refused', (_, member) => {
    const [first] = records;
    if (first === undefined) throw new Error('no record');
    const text = layoutText([{ center: first.center, offerings: [] }]).replace('"zip":', `${member}, "zip":`);
    const { records: kept, faults } = read(text);
    expect(kept).toEqual([]);
    expect(faults.length).toBeGreaterThan(0);
  });

  test('is named by the commands, by file and line', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'AZ.json');
    await writeFile(file, layoutText(records.slice(0, 1)).replace('"level": "iop"', '"level": "iopp"'));
    for (const command of [
      ['validate', file],
      ['export', file, '--format', 'csv', '--out', join(folder, 'x.csv')],
    ]) {
      const { code, stdout, stderr } = await data(...command);
      expect(code).toBe(1);
      expect(stdout + stderr).toMatch(
        new RegExp(`AZ\\.json:\\d+:\\d+ \\[${id}\\] /centers/0/programs/\\d/offerings/\\d/level: "iopp"`),
      );
    }
  });
});
