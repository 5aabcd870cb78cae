import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { describe, expect, test } from 'vitest';
import { importCsv, type Outcome } from '../../../data/import/sheet.ts';
import { loadRecords } from '../../../data/records/load.ts';
import { parsePhone } from '../../../functions/records/columns/phone.ts';
import { temporaryFolder } from '../folder.ts';
import { type CellValue, type SheetToWrite, writeSheets } from '../workbook.ts';

const columns = {
  Facility: 'name',
  Address: 'street',
  City: 'city',
  ST: 'state',
  Zip: 'zip',
  Telephone: 'phones',
  Program: 'level',
};
const row = {
  Facility: 'Mesa Verde Phoenix',
  Address: '10 West Main Street',
  City: 'Phoenix',
  ST: 'AZ',
  Zip: '85004',
  Telephone: '602-344-1234',
  Program: 'IOP',
};
type Cells = Record<string, string>;

interface Made extends Outcome {
  readonly out: string;
}

async function imported(
  rows: readonly Cells[],
  own: { columns?: Cells } & Record<string, unknown> = {},
): Promise<Made> {
  const folder = await temporaryFolder();
  const [file, map, out] = [join(folder, 'sheet.csv'), join(folder, 'map.json'), join(folder, 'out')];
  await writeFile(file, stringify([...rows], { header: true }));
  const given = Object.keys(rows[0] ?? {});
  const used = Object.entries({ ...columns, ...own.columns }).filter(([name]) => given.includes(name));
  const constants = { sources: 'Our own list @ 2026-11-01' };
  await writeFile(map, JSON.stringify({ constants, ...own, columns: Object.fromEntries(used) }));
  return { ...(await importCsv(file, { map, out })), out };
}

async function centerOf(cells: Cells, own: Parameters<typeof imported>[1] = {}) {
  const { account, out } = await imported([cells], own);
  expect(account).toBe('rows 1 = imported 1 + merged 0 + refused 0\n');
  const [record] = await loadRecords(out);
  if (record === undefined) throw new Error('nothing was imported');
  return record;
}

describe('several columns of a sheet fill one of ours', () => {
  test('two lines of an address', async () => {
    const more = { columns: { 'Address 2': 'street' } };
    expect((await centerOf({ ...row, 'Address 2': 'Suite 4' }, more)).center.address.street).toBe(
      '10 West Main Street, Suite 4',
    );
    expect((await centerOf({ ...row, 'Address 2': '' }, more)).center.address.street).toBe('10 West Main Street');
  });

  test('two numbers, the second for intake; the same number twice is one', async () => {
    const more = { columns: { 'Intake line': 'phones=intake', Other: 'phones' } };
    const cells = { ...row, 'Intake line': '602-344-9876', Other: '602-344-1234' };
    expect((await centerOf(cells, more)).center.phones).toMatchObject([
      { number: '+16023441234', purpose: 'main' },
      { number: '+16023449876', purpose: 'intake' },
    ]);
  });

  test('a column of yes and no for each level: what nobody filled in is unknown, not no', async () => {
    const { Program, ...rest } = row;
    const flags = { columns: { IOP: 'level=iop', PHP: 'level=php', Detox: 'level=detox', OP: 'level=op' } };
    const { center, offerings } = await centerOf({ ...rest, IOP: 'Yes', PHP: 'x', Detox: '', OP: 'No' }, flags);
    expect(offerings.map(({ level }) => level)).toEqual(['iop', 'php']);
    expect(center.unknownLevels).toEqual(['detox']);
    const { account } = await imported([{ ...rest, IOP: 'maybe' }], flags);
    expect(account).toContain('line 2: IOP: "maybe" is not yes or no; leave it empty if nobody knows');
  });

  test('and for each payer', async () => {
    const flags = { columns: { Medicaid: 'payers=medicaid', Cash: 'payers=self-pay', Aetna: 'payers=aetna' } };
    const { offerings } = await centerOf({ ...row, Medicaid: 'TRUE', Cash: 'n', Aetna: '1' }, flags);
    expect(offerings[0]?.payers).toEqual(['medicaid', 'aetna']);
  });

  test.each([
    [{ A: 'city', B: 'city' }, 'two columns of the sheet are mapped to "city"'],
    [{ A: 'name=iop' }, '"name=iop": name does not hold several values'],
    [{ A: 'levle=iop' }, 'there is no column "levle"; did you mean "level"?'],
  ])('mapping %j is refused', async (more, words) => {
    const filler = Object.fromEntries(Object.keys(more).map((name) => [name, 'x']));
    await expect(imported([{ ...row, ...filler }], { columns: more as unknown as Cells })).rejects.toThrow(words);
  });
});

test.each([
  ['IOP; PHP', ['iop', 'php']],
  ['IOP/PHP', ['iop', 'php']],
  ['Intensive Outpatient, Partial Hospitalization and Detox', ['iop', 'php', 'detox']],
  ['Day program & IOP', ['php', 'iop']],
])('%j in one cell is several levels of one row', async (Program, expected) => {
  const { offerings } = await centerOf({ ...row, Program }, { values: { level: { 'Day program': 'php' } } });
  expect(offerings.map(({ level }) => level)).toEqual(expected);
  expect(new Set(offerings.map(({ id }) => id)).size).toBe(expected.length);
});

test('a row with one unknown level among several is refused whole, and counted once', async () => {
  const { account, written } = await imported([{ ...row, Program: 'IOP, Equine' }]);
  expect(account).toMatch(
    /^rows 1 = imported 0 \+ merged 0 \+ refused 1\n {2}- line 2: level: "IOP, Equine" is not one/,
  );
  expect(written).toBe(false);
});

describe('a whole address in one cell', () => {
  const { Address, City, ST, Zip, ...rest } = row;
  const whole = { columns: { Where: 'address' } };

  test.each([
    ['10 West Main Street, Phoenix, AZ 85004', '10 West Main Street', 'Phoenix', 'AZ', '85004'],
    [
      '10 West Main Street, Suite 4, Phoenix, Arizona 85004-1234, USA',
      '10 West Main Street, Suite 4',
      'Phoenix',
      'AZ',
      '85004',
    ],
    ['7 Broad Street\nNewark NJ 07102', '7 Broad Street', 'Newark', 'NJ', '07102'],
    ['7 Broad Street, Newark, New Jersey, 07102', '7 Broad Street', 'Newark', 'NJ', '07102'],
    ['1 Union Avenue, Oklahoma City, OK, 73102', '1 Union Avenue', 'Oklahoma City', 'OK', '73102'],
    ['1 Main St., Colorado Springs, Colo 80903', '', '', '', ''],
  ])('%j', async (Where, street, city, state, zip) => {
    if (street === '')
      expect((await imported([{ ...rest, Where }], whole)).account).toContain('is not a whole address such');
    else expect((await centerOf({ ...rest, Where }, whole)).center.address).toEqual({ street, city, state, zip });
  });

  test.each(['10 West Main Street Phoenix AZ 85004', 'Phoenix, AZ 85004', '10 West Main Street, Phoenix, AZ', 'n/a'])(
    '%j says too little and refuses its row',
    async (Where) => {
      expect((await imported([{ ...rest, Where }], whole)).account).toContain(
        `Where: "${Where}" is not a whole address`,
      );
    },
  );
});

test.each([
  ['Arizona', null],
  ['arizona', null],
  ['Oregon', 'state: "Oregon" is not one of AZ, CA, CO, IL, NV, NJ, OK, WA: this list has no centers in that state'],
  ['OR', 'state: "OR" is not one of AZ'],
  ['Arizonna', 'state: "Arizonna" is not one of AZ'],
])('state %j', async (ST, fault) => {
  const { account } = await imported([{ ...row, ST }]);
  if (fault === null) expect(account).toBe('rows 1 = imported 1 + merged 0 + refused 0\n');
  else expect(account).toContain(fault);
  expect(account).not.toContain('did you mean "OK"');
});

test.each([
  ['1-800-662-HELP', '+18006624357'],
  ['(800) 662-HELP', '+18006624357'],
  ['1-844-289-0879', '+18442890879'],
  ['888-4-A-CHILD', '+18884224453'],
  ['1-800-RECOVERY', null],
  ['602-344-O123', null],
  ['call us', null],
  ['HELPLINE', null],
])('number %j is %j', (text, number) => {
  expect(parsePhone(text)?.number ?? null).toBe(number);
});

describe('what a spreadsheet made of a cell refuses its row', () => {
  test.each([
    ['Facility', '#REF!', "holds a spreadsheet's error (#REF!)"],
    ['Telephone', '#N/A', "holds a spreadsheet's error (#N/A)"],
    ['Facility', 'TRUE', 'is the logical value TRUE'],
    ['Address', '5-Mar', 'is a date (5-Mar)'],
    ['City', '3/5/2026', 'is a date (3/5/2026)'],
  ])('%s %j in a CSV file', async (name, text, words) => {
    const { account, written } = await imported([row, { ...row, Facility: 'Other', [name]: text }]);
    expect(account).toMatch(/^rows 2 = imported 1 \+ merged 0 \+ refused 1\n/);
    expect(account).toContain(`- line 3: ${name}: ${words}`);
    expect(written).toBe(false);
  });
});

describe('a workbook', () => {
  const header = Object.keys(row);
  const line: CellValue[] = Object.values(row);
  async function book(sheets: readonly SheetToWrite[], sheet?: string): Promise<Made> {
    const folder = await temporaryFolder();
    const [file, map, out] = [join(folder, 'sheet.xlsx'), join(folder, 'map.json'), join(folder, 'out')];
    await writeSheets(file, sheets);
    const flag = sheets.some(({ rows }) => rows[0]?.includes('Detox') === true) ? { Detox: 'level=detox' } : {};
    await writeFile(
      map,
      JSON.stringify({ columns: { ...columns, ...flag }, constants: { sources: 'Ours @ 2026-11-01' } }),
    );
    return { ...(await importCsv(file, { map, out, sheet })), out };
  }

  test('is read as it is: numbers, logical values, empty rows; hidden sheets are skipped', async () => {
    const numbers: CellValue[] = ['Verde Newark', '7 Broad Street', 'Newark', 'NJ', 7102, 9733441234, 'IOP', true];
    const { account, out } = await book([
      { name: 'Old', hidden: true, rows: [header, line] },
      { name: 'Sites', rows: [[...header, 'Detox'], [], numbers] },
      { name: 'Empty', rows: [] },
    ]);
    expect(account).toBe('rows 1 = imported 1 + merged 0 + refused 0\n');
    const [record] = await loadRecords(out);
    expect(record?.center).toMatchObject({ address: { zip: '07102' }, phones: [{ number: '+19733441234' }] });
    expect(record?.offerings.map(({ level }) => level)).toEqual(['iop', 'detox']);
  });

  test.each([
    [0, { error: '#REF!' }, "Facility: holds a spreadsheet's error"],
    [6, { error: '#N/A' }, "Program: holds a spreadsheet's error"],
    [1, { day: 46000 }, 'Address: is a date (2025-12-09)'],
    [2, false, 'City: is the logical value FALSE'],
  ] as const)('refuses the row of a cell that is no text (%j)', async (at, value, words) => {
    const bad = line.map((cell, index) => (index === at ? value : cell));
    const { account, out } = await book([{ name: 'Sites', rows: [header, bad] }]);
    expect(account).toContain(`rows 1 = imported 0 + merged 0 + refused 1\n  - row 2: ${words}`);
    await expect(readdir(out)).rejects.toThrow('ENOENT');
  });

  test('with two sheets wants to know which', async () => {
    const two = [
      { name: 'Sites', rows: [header, line] },
      { name: 'Draft', rows: [header] },
    ];
    await expect(book(two)).rejects.toThrow('has cells in "Sites" and "Draft": say which is meant with --sheet');
    expect((await book(two, 'Sites')).written).toBe(true);
    await expect(book(two, 'Site')).rejects.toThrow('has no visible sheet "Site"; it has "Sites", "Draft"');
  });

  test('with a cell outside its columns is refused', async () => {
    await expect(book([{ name: 'Sites', rows: [header, [...line, 'more']] }])).rejects.toThrow(
      'row 2 has a cell in column H, which has no name',
    );
  });
});

test('a name longer than any is refused in one short line', async () => {
  const { account } = await imported([{ ...row, Facility: 'Recovery '.repeat(5000) }]);
  expect(account).toMatch(
    /^rows 1 = imported 0 \+ merged 0 \+ refused 1\n {2}- line 2: name: .{1,160}; organization: .{1,160}\n$/,
  );
});
