import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatJson } from '../../data/records/format.ts';
import { DataError, loadRecords } from '../../data/records/load.ts';
import { checkRecords } from '../../data/records/read.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { data } from '../data/command.ts';
import { temporaryFolder } from '../data/folder.ts';

/** The centers of Arizona, which tests then make faulty. */
async function arizona(): Promise<CenterRecord[]> {
  return JSON.parse(await readFile('test/fixtures/listings/AZ.json', 'utf8'));
}

/** Line of a text's first occurrence in a file, counted from 1. */
function lineOf(text: string, part: string): number {
  const index = text.indexOf(part);
  if (index < 0) throw new Error(`"${part}" is not in the text`);
  return text.slice(0, index).split('\n').length;
}

/** Matches any text that has all the parts, in this order. */
function holding(parts: readonly string[]): unknown {
  const escaped = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return expect.stringMatching(new RegExp(escaped.join('.*')));
}

describe('validate', () => {
  test('names every fault of several files with file, line, record, place and what would be right', async () => {
    const folder = await temporaryFolder();
    const az = (await readFile('test/fixtures/listings/AZ.json', 'utf8'))
      .replace('"level": "iop"', '"level": "iopp"')
      .replace('"website": null', '"web": null')
      .replace('"number": "+1', '"number": "+0')
      .replace('"state": "AZ"', '"state": "NV"');
    const file = join(folder, 'AZ.json');
    await writeFile(file, az);
    const broken = join(folder, 'CA.json');
    await writeFile(broken, '[\n  {\n    "center": {\n      "id" "x"\n');
    const [twin] = (await arizona()).slice(-1);
    await writeFile(join(folder, 'extra.json'), formatJson([twin]));

    const { code, stdout } = await data('validate', folder);
    expect(code).toBe(1);
    const id = (await arizona())[0]?.center.id;
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toEqual(
      [
        [`${file}:3:15 [${id}] /0/center/website: is missing`],
        [`${file}:${lineOf(az, '"state": "NV"')}:`, `[${id}] /0/center/address/state: "NV" is in the file of AZ`],
        [
          `${file}:${lineOf(az, '"number": "+0')}:`,
          `[${id}] /0/center/phones/0/number: `,
          'must be a United States number',
        ],
        [`${file}:${lineOf(az, '"web"')}:`, `[${id}] /0/center: has no place for "web"`],
        [`${file}:${lineOf(az, '"iopp"')}:`, '"iopp" is not one of op, iop, php', 'did you mean "iop"?'],
        [`${broken}:4:12: not valid JSON: `],
        [`${join(folder, 'extra.json')}:4:`, `/0/center/id: "${twin?.center.id}" is already used`, `${file}:`],
        ['checked ', ' centers in 3 files: 7 faults'],
      ].map(holding),
    );
  });

  test('names rules between fields of a record that is also malformed', async () => {
    const folder = await temporaryFolder();
    const [record] = await arizona();
    const [offering] = record?.offerings ?? [];
    const spoiled = {
      center: { ...record?.center, unknownLevels: [offering?.level], website: 'www.example.org' },
      offerings: [offering, { ...offering, level: 'nothing' }, { ...offering, id: 'other-op' }],
    };
    await writeFile(join(folder, 'a.json'), formatJson([spoiled]));
    const { faults } = await checkRecords(folder);
    expect(faults.map(({ pointer }) => pointer)).toEqual([
      '/0/center/website',
      '/0/center/unknownLevels',
      '/0/center/unknownLevels',
      '/0/offerings/1/id',
      '/0/offerings/1/level',
      '/0/offerings/2/id',
    ]);
  });

  test('finds a name that appears twice in one object', async () => {
    const folder = await temporaryFolder();
    const text = (await readFile('test/fixtures/listings/AZ.json', 'utf8')).replace('"zip":', '"zip": "85001", "zip":');
    await writeFile(join(folder, 'AZ.json'), text);
    const { stdout } = await data('validate', folder);
    expect(stdout).toContain('"zip" appears twice in one object');
  });

  test.each([
    ['test/fixtures/listings', 'checked 120 centers in 8 files: no faults, 1 warning'],
    ['data/examples.json', 'checked 8 centers in 1 file: no faults'],
  ])('%s has no faults', async (path, summary) => {
    const { code, stdout, stderr } = await data('validate', path);
    expect({ code, stderr, summary: stdout.trimEnd().split('\n').at(-1) }).toEqual({ code: 0, stderr: '', summary });
  });

  test('a path that is not there is a wrong command', async () => {
    expect(await data('validate', 'nowhere')).toMatchObject({
      code: 1,
      stderr: 'error: there is no file or folder "nowhere"\n',
    });
  });
});

describe('the command line', () => {
  test('tells what it can do, and guesses a misspelled command', async () => {
    const { stdout } = await data('--help');
    expect(stdout).toContain('npm run data -- <command>');
    for (const command of ['validate', 'import', '--coordinates']) expect(stdout).toContain(command);
    expect((await data('valdate')).stderr).toContain('Did you mean validate?');
  });

  test('refuses states without centers, naming them and those that there are', async () => {
    const { code, stderr } = await data('import', 'samhsa', 'x-2023.xlsx', '--states', 'AZ,TX', '--out', 'nowhere');
    expect(code).toBe(1);
    expect(stderr).toContain('"TX" is not among AZ, CA, CO, IL, NV, NJ, OK, WA');
  });
});

describe('loadRecords', () => {
  test('gives all records sorted by id', async () => {
    const records = await loadRecords('test/fixtures/listings');
    const ids = records.map(({ center }) => center.id);
    expect(ids).toEqual([...ids].sort());
    expect(ids).toHaveLength(120);
  });

  test('throws one error that carries every fault and loads nothing', async () => {
    const folder = await temporaryFolder();
    const [first, second] = await arizona();
    const spoiled = [
      { ...first, center: { ...first?.center, phones: [] } },
      { ...second, offerings: 'none' },
    ];
    const file = join(folder, 'AZ.json');
    await writeFile(file, formatJson(spoiled));
    const error = await loadRecords(file).catch((reason: unknown) => reason);
    if (!(error instanceof DataError)) throw new Error('expected a DataError');
    expect(error.faults.map(({ pointer, record }) => [pointer, record])).toEqual([
      ['/0/center/phones', first?.center.id],
      ['/1/offerings', second?.center.id],
    ]);
    expect(error.message).toContain(`${file}:`);
  });
});
