import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importSamhsa } from '../../../data/import/run.ts';
import { loadRecords } from '../../../data/records/load.ts';
import type { CenterRecord } from '../../../functions/domain/record.ts';
import { stateCodes } from '../../../functions/domain/state.ts';
import { temporaryFolder } from '../folder.ts';
import { phoenix, phoenixMental, type Row, writeWorkbook } from '../workbook.ts';

/** Imports workbooks that a test writes: `su` in the 2023 directory, `mh` in that of 2024. */
async function imported(su: readonly Row[], mh: readonly Row[] = [], coordinates?: string) {
  const folder = await temporaryFolder();
  const workbooks = [join(folder, 'su-2023.xlsx'), join(folder, 'mh-2024.xlsx')];
  await writeWorkbook(workbooks[0] ?? '', su);
  await writeWorkbook(workbooks[1] ?? '', mh);
  const out = join(folder, 'out');
  const csv = join(folder, 'points.csv');
  if (coordinates !== undefined) await writeFile(csv, coordinates);
  const account = await importSamhsa({
    workbooks,
    out,
    coordinates: coordinates === undefined ? undefined : csv,
    states: stateCodes,
    skipRefused: true,
    progress: () => {},
  });
  return { account, out, records: await loadRecords(out) };
}

async function only(su: Row): Promise<CenterRecord> {
  const { records } = await imported([su]);
  const [record] = records;
  if (record === undefined || records.length > 1) throw new Error(`${records.length} records, not one`);
  return record;
}

describe('a substance-use listing', () => {
  test('becomes a center with an offering for each level it names, all of it unconfirmed', async () => {
    const { center, offerings } = await only(phoenix);
    expect(center).toMatchObject({
      name: 'Saguaro Recovery Inc',
      organization: { slug: 'saguaro-recovery-inc', name: 'Saguaro Recovery Inc' },
      sample: false,
      address: { street: '100 West Adams Street', city: 'Phoenix', state: 'AZ', zip: '85003' },
      location: { accuracy: 'zip' },
      website: null,
      unknownLevels: [],
      sources: [
        { name: 'SAMHSA National Directory of Drug and Alcohol Use Treatment Facilities 2023', asOf: '2023-04-01' },
      ],
    });
    expect(center.id).toMatch(/^saguaro-recovery-inc-phoenix-[0-9a-z]{6}$/);
    expect(offerings.map(({ id }) => id)).toEqual(['op', 'iop', 'aftercare'].map((level) => `${center.id}-${level}`));
    expect(offerings[1]).toMatchObject({
      conditions: ['substance-use', 'alcohol', 'opioids', 'co-occurring'],
      populations: ['women'],
      ages: ['adults'],
      genders: ['women', 'men'],
      therapies: ['cbt', 'medication'],
      payers: ['private', 'medicaid'],
      languages: ['es'],
      modalities: ['in-person', 'telehealth'],
      schedule: null,
      housing: null,
      confirmation: { state: 'unconfirmed' },
      intake: { state: 'unknown' },
    });
  });

  test('says of detox only what it says of detox, and of treatment only what it says of treatment', async () => {
    const { offerings } = await only({
      ...phoenix,
      Service_code_info: 'SA DT * OP RES OIT RD RL * NAUT * NOOP DLC * CBT TELE * ADTX CDTX ODTX',
    });
    const of = (level: string) => offerings.find((offering) => offering.level === level);
    expect(offerings.map(({ level }) => level)).toEqual(['iop', 'residential', 'detox']);
    expect(of('iop')?.conditions).toEqual(['substance-use']);
    // Not treating alcohol or opioid use does not exclude detox from them.
    expect(of('detox')?.conditions).toEqual(['substance-use', 'alcohol', 'opioids', 'stimulants']);
    expect(of('detox')).toMatchObject({ housing: true, modalities: ['in-person'] });
    expect(of('residential')).toMatchObject({ housing: true, modalities: ['in-person'] });
  });

  test('"outpatient" over an IOP alone is no regular outpatient program', async () => {
    const { offerings } = await only({ ...phoenix, Service_code_info: 'SA * OP OIT * CBT' });
    expect(offerings.map(({ level }) => level)).toEqual(['iop']);
  });

  test('that takes women only is for women', async () => {
    const { offerings } = await only({ ...phoenix, Service_code_info: 'SA * OP OIT * FEM' });
    expect(offerings[0]?.populations).toEqual(['women']);
  });

  test('keeps extensions apart and drops repeated and malformed numbers', async () => {
    const { center } = await only({
      ...phoenix,
      Phone: '602-344-0100 x3871',
      Intake1: '602-344-0100',
      Intake2: '(602) 344-0100',
    });
    expect(center.phones).toEqual([
      { number: '+16023440100', extension: '3871', purpose: 'main', answeredBy: 'facility' },
      { number: '+16023440100', extension: null, purpose: 'intake', answeredBy: 'facility' },
    ]);
  });

  test.each([
    ['a trading name', 'Soba Mesa LLC', 'DBA Soba Recovery Center', 'Soba Recovery Center', ['Soba Mesa LLC']],
    ['a site', 'Community Bridges Inc', 'Central City', 'Community Bridges Inc – Central City', []],
    [
      'a name that goes on',
      'Intermountain Centers for',
      'Human Development',
      'Intermountain Centers for Human Development',
      [],
    ],
    ['initials', 'Butte County Dept of Health', '(BCDH)/Chico', 'Butte County Department of Health (BCDH) – Chico', []],
    ['nothing new', 'Helen Vine Recovery Center', 'Helen Vine Recovery Center', 'Helen Vine Recovery Center', []],
    ['capitals and odd spaces', '  DESERT  RECOVERY CENTERS LLC ', '', 'Desert Recovery Centers LLC', []],
  ])('whose second name is %s is called as people say it', async (_, Name1, Name2, name, alternateNames) => {
    expect((await only({ ...phoenix, Name1, Name2 })).center).toMatchObject({ name, alternateNames });
  });

  test('with quirks in its address is still found', async () => {
    const { center } = await only({
      ...phoenix,
      Street1: '100  West Adams Street',
      Street2: 'P.O. Box 155',
      City: 'PHOENIX',
      Zip: '85003-1234',
    });
    expect(center.address).toEqual({ street: '100 West Adams Street', city: 'Phoenix', state: 'AZ', zip: '85003' });
  });

  test('that withholds its street gets its ZIP’s point, whatever was looked up', async () => {
    const hidden = { ...phoenix, Street1: '- - -' };
    const csv = `source,name1,name2,street1,zip,lat,lon,coord_source\nSU2023,${phoenix.Name1},,- - -,85003,33.9,-112.9,address2020\n`;
    const { records } = await imported([hidden], [], csv);
    expect(records[0]?.center.address.street).toBeNull();
    expect(records[0]?.center.location).toMatchObject({ accuracy: 'zip' });
    expect(records[0]?.center.location.lat).not.toBe(33.9);
  });
});

describe('a mental-health listing', () => {
  test('leaves IOP unknown, which is not absent', async () => {
    const { records } = await imported([], [phoenixMental]);
    expect(records[0]?.center.unknownLevels).toEqual(['iop']);
    expect(records[0]?.offerings.map(({ id }) => id)).toEqual(
      ['op-mental-health', 'php-mental-health'].map((end) => `${records[0]?.center.id}-${end}`),
    );
    expect(records[0]?.offerings[0]?.conditions).toEqual(['mental-health', 'ptsd', 'co-occurring']);
  });

  test('of a center that the other directory lists too is one center with both sources; no offering mixes them', async () => {
    const { records, account } = await imported([phoenix], [phoenixMental]);
    expect(records).toHaveLength(1);
    expect(records[0]?.center.sources.map(({ asOf }) => asOf)).toEqual(['2023-04-01', '2024-04-01']);
    expect(records[0]?.center.unknownLevels).toEqual([]);
    const outpatient = records[0]?.offerings.filter(({ level }) => level === 'op') ?? [];
    expect(outpatient.map(({ payers }) => payers)).toEqual([['private', 'medicaid'], ['medicare']]);
    expect(outpatient.map(({ languages }) => languages)).toEqual([['es'], ['ase']]);
    expect(account).toMatch(/^rows 2 = imported 1 \+ merged 1 \+ refused 0$/m);
  });
});

describe('listings at one address', () => {
  const neighbor = { ...phoenixMental, Name1: 'Mesquite Clinic', Phone: '602-344-0199' };
  test.each([
    ['another organization and number', neighbor, 2],
    // This may be the center's new name or the name of a neighbor, so a person must decide.
    ['another name for the same number', { ...neighbor, Phone: phoenix.Phone ?? '' }, 2],
    ['the same name without its legal form', { ...neighbor, Name1: 'Saguaro Recovery' }, 1],
    ['the same street written otherwise', { ...phoenixMental, Street1: '100 W. Adams St.' }, 1],
    ['the same name and number where the ZIP has a slip', { ...phoenixMental, Zip: '85004' }, 1],
    ['the same name in another ZIP', { ...phoenixMental, Zip: '85004', Phone: '602-344-0177' }, 2],
    ['the same name and number in another town', { ...phoenixMental, Zip: '86001', City: 'Flagstaff' }, 2],
  ])('%s: %#', async (_, other, centers) => {
    expect((await imported([phoenix], [other])).records).toHaveLength(centers);
  });

  test('two programs of one directory stay two centers with ids of their own; the same listing twice is one', async () => {
    const programs = [
      { ...phoenix, Name2: 'Drug Court' },
      { ...phoenix, Name2: 'Perinatal' },
      { ...phoenix, Name2: 'Perinatal' },
    ];
    const { records, account } = await imported(programs);
    expect(new Set(records.map(({ center }) => center.id)).size).toBe(2);
    expect(account).toMatch(/^rows 3 = imported 2 \+ merged 1 \+ refused 0$/m);
  });
});

describe('an import', () => {
  test('accounts for every row and says why it refused some', async () => {
    const rows = [
      phoenix,
      { ...phoenix, Name1: 'No Phone', Phone: '' },
      { ...phoenix, Name1: 'No Place', Zip: '00000' },
    ];
    const { account } = await imported([...rows, { ...phoenix, State: 'TX' }]);
    expect(account).toMatch(/^rows 3 = imported 1 \+ merged 0 \+ refused 2$/m);
    expect(account).toMatch(/no valid phone +1$/m);
    expect(account).toContain('row 3, "No Phone", Phoenix AZ: no valid phone: none is given');
    expect(account).toMatch(/no coordinates, and its ZIP is not known +1$/m);
  });

  test('leaves out a number that cannot exist, and refuses a row that has no other', async () => {
    const { account, records } = await imported([
      { ...phoenix, Intake1: '(999) 999-9999', Intake2: '602-555-0142' },
      { ...phoenix, Name1: 'Nobody Answers', Phone: '(649) 906-5323' },
    ]);
    expect(account).toMatch(/^rows 2 = imported 1 \+ merged 0 \+ refused 1$/m);
    expect(account).toContain(
      'row 3, "Nobody Answers", Phoenix AZ: no valid phone: (649) 906-5323 is not a number that exists: check its digits',
    );
    expect(account).toMatch(/row 2, "Saguaro Recovery Inc", Phoenix AZ: \(999\) 999-9999 is not a number that exists/);
    expect(account).toMatch(/row 2, .*: \(602\) 555-0142 is kept for fiction/);
    expect(records.map(({ center }) => center.phones.map(({ number }) => number))).toEqual([['+16023440100']]);
  });

  test('reports unknown codes and goes on', async () => {
    const { account, records } = await imported([{ ...phoenix, Service_code_info: 'SA XYZ * OIT' }]);
    expect(records[0]?.offerings.map(({ level }) => level)).toEqual(['iop']);
    expect(account).toMatch(/^ {2}XYZ {2}1$/m);
  });

  test('gives the same bytes whatever the order of the rows', async () => {
    const rows = ['A', 'B', 'C', 'D'].map((name) => ({ ...phoenix, Name1: `Center ${name}` }));
    const first = await imported([...rows, phoenix], [phoenixMental]);
    const second = await imported([phoenix, ...rows.reverse()], [phoenixMental]);
    expect(await textsOf(second.out)).toEqual(await textsOf(first.out));
  });

  test('keeps an id when other rows come or go', async () => {
    const alone = await imported([phoenix]);
    const among = await imported([{ ...phoenix, Name1: 'Another', Phone: '602-344-0111' }, phoenix]);
    expect(among.records.map(({ center }) => center.id)).toContain(alone.records[0]?.center.id);
  });

  test('finds columns by name and names those that are missing and those it found', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'su-2023.xlsx');
    await writeWorkbook(path, [phoenix], ['Service_code_info', 'Zip', 'State', 'City', 'Facility']);
    const options = { workbooks: [path], out: join(folder, 'out'), states: stateCodes, progress: () => {} };
    await expect(importSamhsa(options)).rejects.toThrow(
      /lacks name1, name2, street1, street2, phone, intake1, intake2; it has Service_code_info, Zip, State, City, Facility/,
    );
  });

  test('writes nothing when a file cannot be read, and leaves what was there', async () => {
    const folder = await temporaryFolder();
    const good = join(folder, 'su-2023.xlsx');
    const bad = join(folder, 'mh-2024.xlsx');
    await writeWorkbook(good, [phoenix]);
    await writeFile(bad, 'not a workbook');
    const options = { workbooks: [good, bad], states: stateCodes, progress: () => {} };
    await expect(importSamhsa({ ...options, out: join(folder, 'new') })).rejects.toThrow(
      /mh-2024\.xlsx" cannot be read/,
    );
    expect(await readdir(folder)).toEqual(['mh-2024.xlsx', 'su-2023.xlsx']);

    const there = join(folder, 'there');
    await mkdir(join(there, 'CA.json'), { recursive: true });
    await writeFile(join(there, 'AZ.json'), '[]\n');
    // One output file's name is taken by a folder, so renaming fails after other files were written.
    await expect(importSamhsa({ ...options, workbooks: [good], out: there })).rejects.toThrow();
    expect((await readdir(there)).sort()).toEqual(['AZ.json', 'CA.json']);
    expect(await readFile(join(there, 'AZ.json'), 'utf8')).toBe('[]\n');
  });
});

async function textsOf(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).sort();
  return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
}

describe('what is in the files and not in the records', () => {
  const row = (change: Row): Row => ({ ...phoenix, ...change });

  test('two editions of one directory are refused by name, and nothing is written', async () => {
    const folder = await temporaryFolder();
    const workbooks = ['su-2023.xlsx', 'su-2024.xlsx'].map((name) => join(folder, name));
    for (const path of workbooks) await writeWorkbook(path, [phoenix]);
    const out = join(folder, 'out');
    await expect(importSamhsa({ workbooks, out, states: stateCodes, progress: () => {} })).rejects.toThrow(
      '"su-2023.xlsx" (2023) and "su-2024.xlsx" (2024) are both the substance-use directory: ' +
        'import the newer one alone, with the dataset of the older one as --previous',
    );
    expect(await readdir(folder)).not.toContain('out');
  });

  test('rows of other states are counted, and the lines add up', async () => {
    const { account } = await imported([phoenix, row({ State: 'TX' }), row({ State: 'tx ' }), row({ State: 'GU' })]);
    expect(account.split('\n').slice(0, 3)).toEqual([
      'rows 1 = imported 1 + merged 0 + refused 0',
      'rows of the files 4 = looked at 1 + of other states 3',
      '  GU 1, TX 2',
    ]);
    expect((await imported([phoenix])).account).not.toContain('other states');
  });

  test.each([
    ['AZZ', '"AZZ"; did you mean AZ?'],
    ['Arizona', '"ARIZONA"; did you mean AZ?'],
    ['??', '"??"'],
    ['', '""'],
  ])('a row whose state is written "%s" is refused, not passed over', async (state, detail) => {
    const { account } = await imported([phoenix, row({ State: state })]);
    expect(account).toContain('rows 2 = imported 1 + merged 0 + refused 1\n');
    expect(account).toContain(`no such state: ${detail}\n`);
  });
});
