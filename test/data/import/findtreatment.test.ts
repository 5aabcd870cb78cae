import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importFindTreatment } from '../../../data/import/findtreatment.ts';
import { loadRecords } from '../../../data/records/load.ts';
import { codeOfName } from '../../../data/sources/samhsa/samhsa-names.ts';
import { data } from '../command.ts';
import { temporaryFolder } from '../folder.ts';

const substance = {
  _irow: '1',
  name1: 'Saguaro Recovery Inc',
  name2: 'Downtown Program',
  street1: '100 West Adams Street',
  street2: null,
  city: 'Phoenix',
  state: 'AZ',
  zip: '85003',
  phone: '602-344-0100 x12',
  intake1: '602-344-0101',
  website: 'https://example.org/saguaro',
  latitude: '33.4483',
  longitude: '-112.0758',
  services: [
    { f1: 'Type of Care', f2: 'TC', f3: 'Substance use treatment; Something of next year' },
    {
      f1: 'Service Setting',
      f2: 'SET',
      f3: 'Outpatient; Intensive outpatient treatment; Regular outpatient treatment',
    },
    { f1: 'Treatment Approaches', f2: 'TAP', f3: 'Cognitive behavioral therapy; Telemedicine/telehealth therapy' },
    { f1: 'Payment', f2: 'PAY', f3: 'Medicaid; Private health insurance' },
    { f1: 'Language Services', f2: 'SL', f3: 'Spanish' },
  ],
};
const mental = {
  ...substance,
  website: null,
  services: [
    { f1: 'Type of Care', f2: 'TC', f3: 'Mental health treatment' },
    { f1: 'Service Setting', f2: 'SET', f3: 'Partial hospitalization/day treatment' },
  ],
};
const far = { ...substance, state: 'TX', zip: '75001' };
const hidden = { ...substance, name1: 'House of Hope', name2: '', street1: '- - -', services: [] };

async function imported(rows: unknown): Promise<{ account: string; out: string }> {
  const folder = await temporaryFolder();
  const file = join(folder, 'export.json');
  await writeFile(file, JSON.stringify(rows));
  const out = join(folder, 'out');
  return { account: await importFindTreatment(file, { out, asOf: '2026-11-01', skipRefused: true }), out };
}

test('rows become centers with the facts that their services name', async () => {
  const { account, out } = await imported({ rows: [substance, mental, far, hidden] });
  expect(account).toMatch(/^rows 4 = imported 2 \+ merged 1 \+ refused 1\n/);
  expect(account).toContain('a state without centers');
  expect(account).toMatch(/TC: Something of next year\s+2/);
  const [house, saguaro] = await loadRecords(out);
  expect(house?.center).toMatchObject({ address: { street: null }, location: { accuracy: 'zip' } });
  expect(house?.offerings).toEqual([]);
  expect(saguaro?.center).toMatchObject({
    name: 'Saguaro Recovery Inc – Downtown Program',
    location: { lat: 33.4483, lng: -112.0758, accuracy: 'address' },
    phones: [{ number: '+16023440100', extension: '12', purpose: 'main' }, { purpose: 'intake' }],
    website: 'https://example.org/saguaro',
    unknownLevels: [],
    sources: [{ name: 'SAMHSA FindTreatment.gov', asOf: '2026-11-01' }],
  });
  expect(saguaro?.offerings.map(({ level }) => level)).toEqual(['op', 'iop', 'php']);
  expect(saguaro?.offerings[1]).toMatchObject({
    conditions: ['substance-use'],
    therapies: expect.arrayContaining(['cbt']),
    payers: ['private', 'medicaid'],
    languages: ['es'],
    modalities: ['in-person', 'telehealth'],
    schedule: null,
  });
});

test.each([
  ['a row of the wrong type', [substance, 7], 'row 2: the row: expected an object, found 7'],
  ['services of the wrong type', [{ ...substance, services: 'IOP' }], 'row 1: services: expected an array'],
  ['a latitude that is none', [{ ...substance, latitude: 'north' }], 'row 1: latitude: "north"'],
  ['no rows', { page: 1 }, 'has no list of rows'],
])('%s refuses the file', async (_, rows, message) => {
  await expect(imported(rows)).rejects.toThrow(message);
});

test('empty services, coordinates and older labels are read', async () => {
  const services = [
    { f1: 'Service Setting', f2: 'SET', f3: 'Residential; Hospital inpatient; Intensive outpatient' },
    { f1: 'Language Services', f2: 'LANG', f3: 'Spanish' },
    { f1: 'Payment', f2: null, f3: 'Medicaid' },
  ];
  const { account, out } = await imported([
    { ...substance, latitude: '', longitude: null, services },
    { ...substance, name1: 'Verde House', name2: null, street1: '9 Oak Street', services: null },
  ]);
  expect(account).toMatch(/^rows 2 = imported 2 \+ merged 0 \+ refused 0\n/);
  const [saguaro, verde] = await loadRecords(out);
  expect(saguaro?.center.location.accuracy).toBe('zip');
  expect(saguaro?.offerings.map(({ level }) => level)).toEqual(['iop', 'residential', 'inpatient']);
  expect(saguaro?.offerings[0]).toMatchObject({ languages: ['es'], payers: ['medicaid'] });
  expect(verde?.offerings).toEqual([]);
});

test('an unknown label refuses a row that has no other level, and no other row', async () => {
  const named = (f3: string) => [{ f1: 'Service Setting', f2: 'SET', f3 }];
  const { account } = await imported([
    { ...substance, services: named('Evening outpatient of next year') },
    { ...substance, name1: 'Verde', street1: '9 Oak Street', services: named('Outpatient; Something else') },
  ]);
  expect(account).toMatch(/^rows 2 = imported 1 \+ merged 0 \+ refused 1\n/);
  expect(account).toContain('its only level is not known: SET: Evening outpatient of next year');
});

describe('pages', () => {
  const page = (number: number, of: number, row = substance) => ({ page: number, totalPages: of, rows: [row] });
  const other = { ...substance, name1: 'Verde House', name2: '', street1: '9 Oak Street' };

  test('in one file or in several are one export', async () => {
    const both = await imported([page(1, 2), page(2, 2, other)]);
    expect(both.account).toMatch(/^rows 2 = imported 2 /);
    const folder = await temporaryFolder();
    const files = [join(folder, '1.json'), join(folder, '2.json')];
    await writeFile(files[0] ?? '', JSON.stringify(page(1, 2)));
    await writeFile(files[1] ?? '', JSON.stringify(page(2, 2, other)));
    const out = join(folder, 'out');
    const { code, stdout } = await data('import', 'findtreatment', ...files, '--as-of', '2026-11-01', '--out', out);
    expect([code, stdout.split('\n')[0]]).toEqual([0, 'rows 2 = imported 2 + merged 0 + refused 0']);
    expect(await loadRecords(out)).toEqual(await loadRecords(both.out));
  });

  test.each([
    [[page(1, 3)], 'the export has 3 pages, and 2 of them are missing: 2, 3'],
    [[page(1, 2), page(1, 2)], 'page 1 is given twice'],
  ])('%# that are missing or double are refused', async (pages, words) => {
    await expect(imported(pages)).rejects.toThrow(words);
  });
});

describe('its CSV', () => {
  const head = 'name1,street1,city,state,zip,phone,website,latitude,longitude';
  const row = 'Saguaro,100 West Adams Street,Phoenix,Arizona,85003,602-344-0100,,33.4483,-112.0758';

  async function csv(text: string): Promise<string> {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'export.csv'), text);
    await importFindTreatment(join(folder, 'export.csv'), { out: join(folder, 'out'), asOf: '2026-11-01' });
    return join(folder, 'out');
  }

  test.each([
    [
      'a column for each category',
      `${head},TC,SET,SL\n${row},Substance use treatment,Intensive outpatient treatment,Spanish\n`,
    ],
    ['a column for each code', `${head},sa,oit,sp,rl\n${row},1,1,1,\n`],
  ])('%s', async (_, text) => {
    const [record] = await loadRecords(await csv(text));
    expect(record?.center).toMatchObject({ address: { state: 'AZ' }, location: { lat: 33.4483, accuracy: 'address' } });
    expect(record?.offerings).toMatchObject([{ level: 'iop', languages: ['es'], conditions: ['substance-use'] }]);
  });

  test.each([
    ['name1,city\nA,B\n', 'lacks the columns street1, state, zip, phone'],
    [`${head}\n${row}\n`, 'has no column of services'],
    [`${head},oit\n${row},perhaps\n`, 'line 2: oit: "perhaps" is neither 1 nor empty'],
  ])('%# is refused', async (text, words) => {
    await expect(csv(text)).rejects.toThrow(words);
  });
});

test('names are found through their category, whatever their case and punctuation', () => {
  expect(codeOfName('PAY', 'Medicaid')).toBe('PAY:MD');
  expect(codeOfName('tap', '12 Step Facilitation')).toBe('TAP:TWFA');
  expect(codeOfName('SG', 'Medicaid')).toBeNull();
});

test('the command wants the day of the export', async () => {
  const { stderr } = await data('import', 'findtreatment', 'x.json', '--as-of', '2026-02-30', '--out', 'nowhere');
  expect(stderr).toContain('a day is written 2026-11-01');
});
