import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeRows } from '../../../data/sources/samhsa/code-table.ts';
import { codeTableOf } from '../../../data/sources/samhsa/own-codes.ts';
import { readWorkbook } from '../../../data/sources/samhsa/workbook.ts';
import { absent, published } from '../directories.ts';
import { temporaryFolder } from '../folder.ts';
import { directoryRows, phoenix, type Row, type SheetToWrite, writeSheets } from '../workbook.ts';

const header = ['category_code', 'category_name', 'service_code', 'service_name', 'service_description'];
const builtIn = codeRows
  .filter(({ directories }) => directories.includes('su'))
  .map(({ category, code, name }) => [category, category, code, name, '']);

/** A directory whose workbook explains its own codes. */
async function workbook(rows: readonly Row[], codes: readonly string[][] | null, more: readonly SheetToWrite[] = []) {
  const path = join(await temporaryFolder(), 'samhsa-su-2027.xlsx');
  const reference = codes === null ? [] : [{ name: 'Service Code Reference', rows: [header, ...codes] }];
  await writeSheets(path, [{ name: 'Facilities List', rows: directoryRows(rows) }, ...reference, ...more]);
  const directory = readWorkbook(path, { states: new Set(['AZ']) });
  return directory.then(({ listings }) => listings);
}

describe('the codes of a workbook’s own sheet', () => {
  test('give the same facts as the built-in table where they are the same', async () => {
    expect(await workbook([phoenix], builtIn)).toEqual(await workbook([phoenix], null));
  });

  test('say in which category a code of this edition is', async () => {
    // VIOP is new, and its position is between two categories.
    const at = builtIn.findIndex(([category]) => category === 'SET') + 1;
    const codes = builtIn.toSpliced(at, 0, ['SET', 'Service Setting', 'VIOP', 'Virtual intensive outpatient', '']);
    const row = { ...phoenix, Service_code_info: `${phoenix.Service_code_info}`.replace('OP OIT', 'OP VIOP OIT') };
    const [listing] = await workbook([row], codes);
    expect(listing?.unknownCodes).toEqual(['SET: VIOP (Virtual intensive outpatient)']);
    expect(listing?.codes).toEqual((await workbook([phoenix], builtIn))[0]?.codes);
    // Without the sheet the code is unknown.
    expect((await workbook([row], null))[0]?.unknownCodes).toEqual(['VIOP']);
  });

  test('place a whole category that the built-in table does not have', async () => {
    const at = builtIn.findIndex(([category]) => category === 'SET');
    const own = builtIn.toSpliced(at, 0, ['NEWC', 'New', 'OP', 'Open around the clock', '']);
    const row = { ...phoenix, Service_code_info: `${phoenix.Service_code_info}`.replace('* OP OIT', '* OP * OP OIT') };
    const [listing] = await workbook([row], own);
    expect(listing?.unknownCodes).toEqual(['NEWC: OP (Open around the clock)']);
    expect(listing?.codes.has('SET:OIT')).toBe(true);
  });

  test('that mean something else by now refuse the workbook, with the remedy', async () => {
    const codes = builtIn.map((row) => (row[2] === 'OIT' ? row.with(3, 'Outpatient information table') : row));
    await expect(workbook([phoenix], codes)).rejects.toThrow(
      /names codes otherwise than codes\.csv.*SET:OIT is "Outpatient information table" and was ".*"\. Check each.*codes\.csv/,
    );
    // Spelling and case do not matter.
    const shouted = builtIn.map((row) => row.with(3, ` ${row[3]?.toUpperCase()} `));
    expect(await workbook([phoenix], shouted)).toHaveLength(1);
  });

  test('are not guessed: a row that is none, and two such sheets, are refused', async () => {
    await expect(workbook([phoenix], [...builtIn, ['SET', '', 'two words', 'x', '']])).rejects.toThrow(
      'sheet "Service Code Reference": "SET two words x" is not a category, a code and a name',
    );
    const twice = [{ name: 'Codes', rows: [header, ...builtIn] }];
    await expect(workbook([phoenix], builtIn, twice)).rejects.toThrow(
      'explains its codes in "Service Code Reference" and "Codes": remove or hide all of these sheets but one',
    );
    expect(await workbook([phoenix], builtIn, [{ name: 'Codes', hidden: true, rows: [header] }])).toHaveLength(1);
    expect(codeTableOf('x', [{ sheet: 'Codes', data: [header] }]).unread.size).toBe(0);
  });
});

test.skipIf(absent !== null)(
  'of the published workbooks: every listing is read as the built-in table reads it',
  async () => {
    for (const path of [published.substanceUse, published.mentalHealth]) {
      const { listings } = await readWorkbook(path, {
        states: new Set(['AZ', 'CA', 'CO', 'IL', 'NJ', 'NV', 'OK', 'WA']),
      });
      const { resolveCodes } = await import('../../../data/sources/samhsa/samhsa-codes.ts');
      for (const { codeText, codes, unknownCodes } of listings) {
        const plain = resolveCodes(codeText);
        expect([codes, unknownCodes]).toEqual([plain.codes, plain.unknown]);
      }
    }
  },
  120_000,
);
