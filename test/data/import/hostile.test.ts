import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { mostRows } from '../../../data/files/read-csv.ts';
import { importFindTreatment } from '../../../data/import/findtreatment.ts';
import { importHsds } from '../../../data/import/hsds.ts';
import { importSamhsa } from '../../../data/import/run.ts';
import { importCsv } from '../../../data/import/sheet.ts';
import { checkWorkbook } from '../../../data/sources/samhsa/archive.ts';
import { readCoordinates } from '../../../data/sources/samhsa/coordinates.ts';
import { data } from '../command.ts';
import { temporaryFolder } from '../folder.ts';
import { phoenix, writeWorkbook } from '../workbook.ts';

/** The import must refuse the file with these words and must not create the output folder. */
async function refused(path: string, run: (out: string) => Promise<unknown>, words: string | RegExp): Promise<void> {
  const out = `${path}.out`;
  await expect(run(out)).rejects.toThrow(words);
  await expect(readdir(out)).rejects.toThrow('ENOENT');
}

const sheet = await readFile('test/data/operator-sheet.csv');
const map = 'test/data/operator-mapping.json';
const bytes = (...parts: (string | Buffer | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

describe('a CSV file', () => {
  test.each([
    [
      'in Latin-1',
      bytes(sheet, Buffer.from('Café,,,,,,,,,,,,,\n', 'latin1')),
      'is not in UTF-8 (after byte 0), probably in Windows-1252 or Latin-1: save it',
    ],
    ['in UTF-16 without a mark', Buffer.from(sheet.toString(), 'utf16le'), 'is in UTF-16: save it as "CSV UTF-8"'],
    [
      'with semicolons',
      sheet.toString().replaceAll(',', ';'),
      'separates its cells by semicolons, not by commas: save it as "CSV UTF-8 (comma delimited)" or .xlsx',
    ],
    ['with tabs', sheet.toString().replaceAll(',', '\t'), 'separates its cells by tabs'],
    ['that says its separator', `sep=;\n${sheet.toString()}`, 'separates its cells by semicolons'],
    ['in UTF-16', bytes([0xff, 0xfe], Buffer.from(sheet.toString(), 'utf16le')), 'is in UTF-16'],
    ['with zero bytes', bytes(sheet, [0]), 'is not text: it has a zero byte'],
    [
      'that is a damaged workbook',
      bytes('PK\x03\x04', sheet),
      'cannot be read as an .xlsx workbook: it is not a whole',
    ],
    [
      'cut in the middle of a row',
      sheet.subarray(0, sheet.length - 20),
      /is not a whole CSV file: line 4 has \d+ cells, but the first line names 14/,
    ],
    ['with a quote that never closes', bytes(sheet, '"Mesa'), 'is not a whole CSV file: Quote Not Closed'],
    [
      'with a cell of megabytes',
      bytes(sheet, '"', 'x'.repeat(1_100_000), '"'),
      'is not a whole CSV file: Max Record Size',
    ],
    ['that is empty', bytes(''), 'is empty: its first line must name its columns'],
  ])('%s is refused, and nothing is written', async (_, content, words) => {
    const file = join(await temporaryFolder(), 'sheet.csv');
    await writeFile(file, content);
    await refused(file, (out) => importCsv(file, { map, out }), words);
  });

  test('of more rows than are read is refused', async () => {
    const file = join(await temporaryFolder(), 'sheet.csv');
    const [header = ''] = sheet.toString().split('\n');
    await writeFile(file, `${header}\n${`${','.repeat(13)}\n`.repeat(mostRows + 1)}`);
    await refused(file, (out) => importCsv(file, { map, out }), `has more than ${mostRows} rows`);
  });

  test('of coordinates is held to the same', async () => {
    const file = join(await temporaryFolder(), 'points.csv');
    await writeFile(file, bytes('source,lat\nCaf', [0xe9]));
    await expect(readCoordinates(file)).rejects.toThrow('is not in UTF-8');
  });
});

describe('a JSON file', () => {
  test.each([
    ['cut short', '{"rows": [{"name1": "A"', /:1:\d+: not valid JSON/],
    ['in Latin-1', bytes('{"rows": "Caf', [0xe9], '"}'), 'is not in UTF-8'],
    ['that nests a million lists', `${'['.repeat(1e6)}${']'.repeat(1e6)}`, 'nests more than 100 lists and objects'],
    ['that nests objects', '{"rows":'.repeat(5e4), 'nests more than 100 lists and objects'],
    ['of another kind', '"rows"', /has no (list of rows|locations)/],
  ])('%s is refused, and nothing is written', async (_, content, words) => {
    const file = join(await temporaryFolder(), 'x.json');
    await writeFile(file, content);
    await refused(file, (out) => importFindTreatment(file, { out, asOf: '2026-11-01' }), words);
    await refused(file, (out) => importHsds(file, { out }), words);
  });

  test('of records in another encoding is a fault with its file', async () => {
    const file = join(await temporaryFolder(), 'AZ.json');
    await writeFile(file, bytes('[{"center": "Caf', [0xe9], '"}]'));
    expect((await data('validate', file)).stdout).toContain(`${file}:1:1: is not in UTF-8`);
  });
});

describe('a workbook', () => {
  const samhsa = (file: string) => (out: string) =>
    importSamhsa({ workbooks: [file], out, states: ['AZ'], year: 2023, progress: () => {} });

  async function workbook(): Promise<{ file: string; content: Buffer }> {
    const file = join(await temporaryFolder(), 'su-2023.xlsx');
    await writeWorkbook(file, [phoenix]);
    return { file, content: await readFile(file) };
  }

  test('as it should be passes', async () => {
    const { file } = await workbook();
    await expect(checkWorkbook(file)).resolves.toEqual([{ hidden: false, errors: new Set() }]);
  });

  test.each([0, 10, 500, -30, -1])('cut at byte %d is refused', async (at) => {
    const { file, content } = await workbook();
    await writeFile(file, content.subarray(0, at < 0 ? content.length + at : at));
    await refused(file, samhsa(file), 'cannot be read as an .xlsx workbook: it is not a whole zip archive');
  });

  test.each([
    ['that unpacks to more than it may', Buffer.alloc(70e6, 0x20), 'unpacks to more than 64 MB'],
    [
      'with formulas',
      '<row r="1"><c r="A1"><f>HYPERLINK("x")</f><v>1</v></c></row>',
      'has formulas in xl/worksheets/sheet1.xml',
    ],
    ['with a cell at the end of the sheet', '<row r="2"><c r="XFD2"/></row>', 'has column XFD'],
    ['with a row of millions', '<row r="1048576"></row>', 'has row 1048576'],
    ['with a huge dimension', '<dimension ref="A1:B1048576"/>', 'has row 1048576'],
  ])('%s is refused before it is read', async (_, xml, words) => {
    const file = join(await temporaryFolder(), 'su-2023.xlsx');
    await writeFile(file, zipOf('xl/worksheets/sheet1.xml', Buffer.from(xml), { claim: 10 }));
    await refused(file, samhsa(file), words);
  });

  test('with damaged data is refused', async () => {
    const file = join(await temporaryFolder(), 'su-2023.xlsx');
    const content = zipOf('xl/worksheets/sheet1.xml', Buffer.from('<row/>'.repeat(99)), { claim: 594 });
    content.fill(0xff, 56, 62);
    await writeFile(file, content);
    await refused(file, samhsa(file), 'is damaged in xl/worksheets/sheet1.xml');
  });
});

/** An archive of one compressed entry that may claim a false size. */
function zipOf(name: string, content: Buffer, { claim }: { claim: number }): Buffer {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(crc32(content), 14);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(claim, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  local.copy(central, 6, 4, 30);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end]);
}
