import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeFormula, isFormula, unescapeFormula } from '../../../data/files/formulas.ts';
import { importCsv } from '../../../data/import/sheet.ts';
import { loadRecords } from '../../../data/records/load.ts';
import { parseMapping } from '../../../data/sources/sheet/mapping.ts';
import { listCell } from '../../../functions/records/columns/cells.ts';
import { data } from '../command.ts';
import { temporaryFolder } from '../folder.ts';

const sheet = 'test/data/operator-sheet.csv';
const map = 'test/data/operator-mapping.json';

/** The fixture with a part of its text replaced, in its own folder. */
async function spoiled(from: string, to: string): Promise<{ file: string; out: string }> {
  const folder = await temporaryFolder();
  const text = await readFile(sheet, 'utf8');
  if (!text.includes(from)) throw new Error(`"${from}" is not in the sheet`);
  await writeFile(join(folder, 'sheet.csv'), text.replace(from, to));
  return { file: join(folder, 'sheet.csv'), out: join(folder, 'out') };
}

describe('an operator’s sheet', () => {
  test('becomes centers with their offerings, by its mapping', async () => {
    const out = join(await temporaryFolder(), 'out');
    const { account, written } = await importCsv(sheet, { map, out });
    expect([account, written]).toEqual(['rows 3 = imported 2 + merged 1 + refused 0\n', true]);
    const [newark, phoenix] = await loadRecords(out);
    expect(newark?.center).toMatchObject({
      organization: { slug: 'mesa-verde-recovery' },
      address: { zip: '07102' },
      location: { accuracy: 'zip' },
      phones: [{ number: '+19733441234', extension: null, purpose: 'main', answeredBy: 'facility' }],
      unknownLevels: [],
      sources: [{ name: 'Our own list', asOf: '2026-11-01' }],
    });
    expect(newark?.center.id).toMatch(/^mesa-verde-newark-newark-[0-9a-z]{6}$/);
    expect(newark?.offerings).toMatchObject([{ level: 'op', payers: ['self-pay'], schedule: null, housing: null }]);
    expect(phoenix?.center.phones).toMatchObject([{ number: '+16023441234', extension: '5' }]);
    expect(phoenix?.offerings).toMatchObject([
      {
        id: `${phoenix?.center.id}-iop`,
        level: 'iop',
        populations: ['women'],
        conditions: ['alcohol'],
        payers: ['blue-cross-blue-shield', 'aetna', 'medicaid'],
        schedule: { sessionsPerWeek: [3, 5], hoursPerSession: 3, hoursPerWeek: null, weeks: null, tracks: ['evening'] },
        confirmation: { state: 'unconfirmed' },
      },
      { level: 'php', conditions: ['co-occurring'], schedule: { sessionsPerWeek: [5, 5], tracks: ['day', 'weekend'] } },
    ]);
  });

  test.each([
    [
      'Intensive OP',
      'Intensive outpatint',
      'level: "Intensive outpatint" is not one of op, iop',
      'did you mean "iop"?',
    ],
    ['Women/', 'Womne/', 'populations: "Womne" is not one of', 'did you mean "women"?'],
    ['BCBS/Aetna/Medicaid', 'Medicad', 'payers: "Medicad" is not one of', 'did you mean "medicaid"?'],
    ['3 to 5', '3-5', 'sessions_per_week: "3-5" is not a number or a range such as "3 to 5"', ''],
    ['3 to 5', '5 to 3', 'sessions_per_week: the first number must not be above the second', ''],
    ['602-344-1234 x5', '602-344-12', 'phones: "602-344-12" is not a United States number', ''],
    ['Phoenix,AZ', 'Phoenix,TX', 'state: "TX" is not one of AZ, CA', ''],
    ['85004', '85O04', 'zip: "85O04" is not known, and there is no point', ''],
    ['Mesa Verde Newark', '', 'name: is missing', ''],
    ['Mesa Verde Newark', '=HYPERLINK("x")', 'Facility: "=HYPERLINK(', 'is a formula: give the value itself'],
    ['Mesa Verde Newark', '@SUM(1)', 'is a formula', ''],
    ['602-344-1234 x5,Day', '602-344-9999,Day', 'contradicts line 2 about the center: phones', ''],
  ])('%j instead of %j is refused with its line and column', async (from, to, ...parts) => {
    const { file, out } = await spoiled(from, to.includes('"') ? `"${to.replaceAll('"', '""')}"` : to);
    const { account, written } = await importCsv(file, { map, out });
    const [rows = 0, imported = 0, merged = 0, refused = 0] = (account.split('\n')[0]?.match(/\d+/g) ?? []).map(Number);
    expect([rows, imported + merged + refused, refused >= 1, written]).toEqual([3, 3, true, false]);
    for (const part of parts) expect(account).toContain(part);
    expect(account).toMatch(/\n {2}- line [234]: /);
    await expect(readdir(out)).rejects.toThrow('ENOENT');
    expect((await importCsv(file, { map, out, skipRefused: true })).written).toBe(imported > 0);
  });

  test('a header with unknown, missing and repeated columns is refused as a whole, each with the nearest known', async () => {
    const { file, out } = await spoiled('Telephone,Program', 'Telefone,City');
    await expect(importCsv(file, { map, out })).rejects.toThrow(
      [
        `the columns of "${file}" cannot be read:`,
        '  column "Telefone" is not known; did you mean "Telephone"?: add it to "columns" or to "ignore"',
        '  column "City" appears twice',
        '  column "Telephone" of the mapping is not in the sheet; did you mean "Telefone"?',
        '  column "Program" of the mapping is not in the sheet',
        '  nothing gives phones: map a column or set a constant',
      ].join('\n'),
    );
  });

  test('without a mapping its columns must be ours', async () => {
    const { file, out } = await spoiled('Facility,Address', 'nam,street');
    await expect(importCsv(file, { out })).rejects.toThrow(
      'column "nam" is not known; did you mean "name"?: give a mapping with --map',
    );
  });

  test('a faulty mapping names its faults', () => {
    expect(() => parseMapping('m.json', { columns: { A: 'nmae', B: 'zip', C: 'zip' }, valeus: {} })).toThrow('valeus');
    expect(() => parseMapping('m.json', { columns: { A: 'nmae', B: 'zip', C: 'zip' } })).toThrow(
      '"m.json" is not a valid mapping:\n  there is no column "nmae"; did you mean "name"?\n  two columns of the sheet are mapped to "zip"',
    );
    expect(() => parseMapping('m.json', { columns: { A: 7 } })).toThrow('columns.A: expected a string, found 7');
  });

  test('the README shows this very mapping', async () => {
    const readme = await readFile('data/README.md', 'utf8');
    const shown = [...readme.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text]) => JSON.parse(text ?? ''));
    expect(shown).toContainEqual(JSON.parse(await readFile(map, 'utf8')));
  });
});

test('cells come back as they were written', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc
          .string({ minLength: 1 })
          .map((text) => text.trim())
          .filter((text) => text !== '' && !text.endsWith('\\')),
      ),
      (values) => {
        expect(listCell.read(listCell.write(values))).toEqual(values);
      },
    ),
  );
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('', "'", "''", '=', "'=", '@', '-', '+', '-1'), (text, start) => {
      const cell = escapeFormula(start + text);
      expect(unescapeFormula(cell)).toBe(start + text);
      expect(isFormula(cell)).toBe(false);
    }),
  );
});

test('the commands print the account, and end with 1 when nothing was written', async () => {
  const cost = expect.stringMatching(/^took \d+\.\d s and at most \d+ MB\n$/);
  const out = join(await temporaryFolder(), 'out');
  const good = await data('import', 'csv', sheet, '--map', map, '--out', out);
  expect(good).toEqual({ code: 0, stdout: 'rows 3 = imported 2 + merged 1 + refused 0\n', stderr: cost });
  const file = join(await temporaryFolder(), 'all.json');
  expect(await data('export', out, '--format', 'hsds', '--out', file)).toEqual({ code: 0, stdout: '', stderr: cost });
  const again = await data('import', 'hsds', file, '--out', join(dirname(out), 'again'));
  expect(again.stdout).toBe('rows 3 = imported 2 + merged 1 + refused 0\n');
  const csv = await data('export', out, '--format', 'csv');
  expect(csv.stdout.split('\r\n')[0]).toMatch(/^\ufeffid,name,/);
  const bad = await spoiled('85004', '00000');
  const refused = await data('import', 'csv', bad.file, '--map', map, '--out', bad.out);
  expect([refused.code, refused.stderr]).toEqual([
    1,
    'error: 1 row was refused, so nothing was written; --skip-refused writes the rest\n',
  ]);
  expect((await data('export', '--format', 'xml')).stderr).toContain('Allowed choices are json, csv, geojson, hsds');
});
