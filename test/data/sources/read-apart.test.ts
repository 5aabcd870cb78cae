import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readApart } from '../../../data/sources/samhsa/read-apart.ts';
import { readWorkbook } from '../../../data/sources/samhsa/workbook.ts';
import { temporaryFolder } from '../folder.ts';
import { phoenix, writeWorkbook } from '../workbook.ts';

const states = new Set(['AZ']);

test.each([
  ['a small workbook', 1, 'without a thread'],
  ['a larger one', 400, 'in a thread'],
])('%s (%i rows) is read the same, %s', async (_, rows, how) => {
  const path = join(await temporaryFolder(), 'su-2024.xlsx');
  const names = Array.from({ length: rows }, (_row, at) => ({ ...phoenix, Name1: `House ${at}` }));
  await writeWorkbook(path, names);
  expect((await stat(path)).size > 9_000).toBe(how === 'in a thread');
  const read = await readApart(path, { states });
  expect(read.listings).toHaveLength(rows);
  expect(read).toEqual(await readWorkbook(path, { states }));
});

test('a file that is not there is named', async () => {
  const path = join(await temporaryFolder(), 'su-2024.xlsx');
  await expect(readApart(path, { states })).rejects.toThrow(`there is no file "${path}"`);
});
