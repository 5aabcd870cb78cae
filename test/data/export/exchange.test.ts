import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { formats } from '../../../data/export/run.ts';
import { importHsds } from '../../../data/import/hsds.ts';
import { importCsv } from '../../../data/import/sheet.ts';
import { formatJson } from '../../../data/records/format.ts';
import { loadRecords } from '../../../data/records/load.ts';
import { withheldStreet } from '../../../functions/domain/center.ts';
import type { CenterRecord } from '../../../functions/domain/record.ts';
import { temporaryFolder } from '../folder.ts';

const all = [...(await loadRecords('test/fixtures/listings')), ...(await loadRecords('data/examples.json'))].sort(
  (one, other) => (one.center.id < other.center.id ? -1 : 1),
);
const offerings = all.reduce((sum, record) => sum + Math.max(1, record.offerings.length), 0);
const whole = { withPrivate: true };

/** Values that an operator might write and that are hard to store in a cell. */
function awkward(): CenterRecord {
  const model = all.find(({ private: fields, offerings: own }) => fields !== undefined && own.length > 1);
  if (model === undefined) throw new Error('an example has private fields');
  const phone = { number: '+16025550111', extension: '007', purpose: 'crisis', answeredBy: 'third-party' } as const;
  return {
    center: {
      ...model.center,
      id: 'awkward',
      name: '\'=1+1; \\ "quoted", comma',
      alternateNames: ['=cmd()', "'=cmd()", "'plain", 'a;b', 'back\\slash', '–5', '-5', 'ü “x”'],
      phones: [phone, { ...phone, extension: null }],
      unknownLevels: ['iop', 'php'],
    },
    offerings: [],
    private: {
      facilityCode: '0012',
      directIntakeLine: null,
      warmTransferNote: 'two\nlines; "quoted"',
      internalNotes: '@home',
    },
  };
}

describe.each([
  ['csv', (path: string, out: string) => importCsv(path, { out })],
  ['hsds', (path: string, out: string) => importHsds(path, { out })],
] as const)('our own %s export', (format, read) => {
  test('gives back the same centers, with everything that is known and unknown of them', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'all');
    await writeFile(file, formats[format](all, whole));
    const { account, written } = await read(file, join(folder, 'out'));
    expect(account).toBe(`rows ${offerings} = imported ${all.length} + merged ${offerings - all.length} + refused 0\n`);
    expect(written).toBe(true);
    expect(await loadRecords(join(folder, 'out'))).toEqual(all);
  });

  test('carries texts that spreadsheets and lists would spoil', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'odd');
    await writeFile(file, formats[format]([awkward()], whole));
    await read(file, join(folder, 'out'));
    expect(await loadRecords(join(folder, 'out'))).toEqual([awkward()]);
  });

  test('keeps what only the admissions team sees to itself unless asked', async () => {
    const text = formats[format](all, { withPrivate: false });
    expect(text).not.toMatch(/facility_code|Say \\?"?"?program transfer/);
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'all'), text);
    await read(join(folder, 'all'), join(folder, 'out'));
    const open = all.map(({ center, offerings: own }) => ({ center, offerings: own }));
    expect(await loadRecords(join(folder, 'out'))).toEqual(open);
  });
});

describe('csv', () => {
  test('says that a street is withheld, so that it is not taken for one that was forgotten', async () => {
    const [model] = all;
    if (model === undefined) throw new Error('no records');
    const withheld = { ...model, center: { ...model.center, address: { ...model.center.address, street: null } } };
    const text = formats.csv([withheld], { withPrivate: false });
    const [header = [], ...rows]: string[][] = parse(text, { bom: true });
    const cells = rows.map((row) => row[header.indexOf('street')]);
    expect(new Set(cells)).toEqual(new Set([withheldStreet]));
    const folder = await temporaryFolder();
    const back = async (csv: string, out: string) => {
      await writeFile(join(folder, 'one.csv'), csv);
      return importCsv(join(folder, 'one.csv'), { out: join(folder, out) });
    };
    expect((await back(text, 'kept')).written).toBe(true);
    expect((await loadRecords(join(folder, 'kept')))[0]?.center.address.street).toBeNull();
    const forgotten = await back(text.replaceAll(withheldStreet, ''), 'forgotten');
    expect(forgotten.written).toBe(false);
    expect(forgotten.account).toContain('street');
  });

  test('has one row an offering, a column a field, and no cell that a spreadsheet would run', () => {
    const text = formats.csv([...all, awkward()], whole);
    const [header = [], ...rows]: string[][] = parse(text, { bom: true });
    expect(rows).toHaveLength(offerings + 1);
    expect(header).toHaveLength(45);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=@\t\r]|^[+-](?!\d+(\.\d+)?$)/);
  });
});

test('geojson has a point for each center, longitude first', () => {
  const { type, features } = JSON.parse(formats.geojson(all, { withPrivate: false }));
  expect(type).toBe('FeatureCollection');
  expect(features).toHaveLength(all.length);
  const [{ geometry, properties, id }] = features;
  const [first] = all;
  expect(id).toBe(first?.center.id);
  expect(geometry).toEqual({ type: 'Point', coordinates: [first?.center.location.lng, first?.center.location.lat] });
  expect(properties.offerings).toEqual(first?.offerings);
  expect(properties.private).toBeUndefined();
});

test('json is what the files hold', async () => {
  const arizona = await loadRecords('test/fixtures/listings/AZ.json');
  expect(formats.json(arizona, whole)).toBe(await readFile('test/fixtures/listings/AZ.json', 'utf8'));
});

describe('hsds', () => {
  const dump = JSON.parse(formats.hsds(all, { withPrivate: false }));

  test('has UUIDs that are nobody else’s, and links that lead somewhere', () => {
    const things = Object.values(dump).flat() as { id: string }[];
    const ids = new Set(things.map(({ id }) => id));
    expect(ids.size).toBe(things.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    for (const { service_id, location_id } of dump.service_at_locations) {
      expect([ids.has(service_id), ids.has(location_id)]).toEqual([true, true]);
    }
  });

  const foreign = {
    id: 's1',
    name: 'Intensive Outpatient Program',
    status: 'active',
    organization: { id: 'o1', name: 'Mesa Verde Recovery', description: 'x', website: 'https://example.org' },
    languages: [{ id: 'l1', code: 'es' }],
    service_at_locations: [
      {
        id: 'x1',
        location: {
          id: 'p1',
          location_type: 'physical',
          name: 'Mesa Verde Recovery Phoenix',
          latitude: 33.45,
          longitude: -112.07,
          addresses: [
            {
              address_1: '1 Main Street',
              address_2: 'Suite 2',
              city: 'Phoenix',
              state_province: 'AZ',
              postal_code: '85004-1234',
              country: 'US',
            },
          ],
          phones: [{ id: 'n1', number: '602-344-1234', extension: 5 }],
        },
      },
    ],
  };
  const food = { ...foreign, id: 's2', name: 'Food pantry' };

  test('another’s API dump: levels by name, others refused, nothing without a source', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'page.json');
    await writeFile(file, JSON.stringify({ total_items: 2, contents: [foreign, food] }));
    const out = join(folder, 'out');
    expect((await importHsds(file, { out })).account).toContain('nothing says where its facts are from: give --source');
    const source = 'County directory @ 2026-10-01';
    const strict = await importHsds(file, { out, source });
    expect(strict.written).toBe(false);
    expect(strict.account).toBe(
      'rows 2 = imported 1 + merged 0 + refused 1\n' +
        '  - location "Mesa Verde Recovery Phoenix", service "Food pantry": no level of care in its name or its terms\n',
    );
    await expect(loadRecords(out)).rejects.toThrow('there is no file or folder');
    expect((await importHsds(file, { out, source, skipRefused: true })).written).toBe(true);
    const [record] = await loadRecords(out);
    expect(record?.center).toMatchObject({
      name: 'Mesa Verde Recovery Phoenix',
      organization: { name: 'Mesa Verde Recovery', slug: 'mesa-verde-recovery' },
      address: { street: '1 Main Street, Suite 2', zip: '85004' },
      location: { accuracy: 'street' },
      phones: [{ number: '+16023441234', extension: '5', purpose: 'main', answeredBy: 'facility' }],
      website: 'https://example.org',
    });
    expect(record?.offerings).toMatchObject([{ level: 'iop', languages: ['es'], schedule: null, housing: null }]);
  });

  const [{ location }] = foreign.service_at_locations as [(typeof foreign.service_at_locations)[number]];
  const { service_at_locations: _, organization: owner, ...service } = foreign;
  const placed = { id: 'x1', service: { ...service, organization: owner }, location };
  const level = { id: 't1', code: 'iop', name: 'Intensive outpatient', taxonomy: 'level' };
  const named = {
    ...placed,
    service: { ...placed.service, name: 'Evenings', attributes: [{ id: 'a', taxonomy_term: level }] },
  };
  const source = 'County directory @ 2026-10-01';

  test.each([
    ['a page of services at locations', { total_items: 1, contents: [placed] }],
    ['a list of pages', [{ contents: [placed] }, { contents: [{ ...food, service_at_locations: [] }] }]],
    ['a list of services at locations', [placed]],
    ['one whose term is the level', { contents: [named] }],
    [
      'tables whose attributes name their terms by id',
      {
        organizations: [owner],
        locations: [location],
        services: [
          { ...service, name: 'Evenings', organization_id: 'o1', attributes: [{ id: 'a', taxonomy_term_id: 't1' }] },
        ],
        service_at_locations: [{ id: 'x1', service_id: 's1', location_id: 'p1' }],
        taxonomy_terms: [level],
      },
    ],
  ])('%s', async (_name, content) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'page.json'), JSON.stringify(content));
    const { account } = await importHsds(join(folder, 'page.json'), { out: join(folder, 'out'), source });
    expect(account).toBe('rows 1 = imported 1 + merged 0 + refused 0\n');
    const [record] = await loadRecords(join(folder, 'out'));
    expect(record?.center.organization.name).toBe('Mesa Verde Recovery');
    expect(record?.offerings).toMatchObject([{ level: 'iop' }]);
  });

  test('a page of brief locations says what is missing', async () => {
    const folder = await temporaryFolder();
    const { addresses: _addresses, phones: _phones, ...brief } = location;
    await writeFile(join(folder, 'page.json'), JSON.stringify({ contents: [{ ...placed, location: brief }] }));
    const { account, written } = await importHsds(join(folder, 'page.json'), { out: join(folder, 'out'), source });
    expect(account).toContain(
      'its location has no address: ask for pages with full=true, or add the table of addresses',
    );
    expect(written).toBe(false);
  });

  test.each([
    ['HSDS 1 or 2', { locations: [{ id: 'p1', physical_addresses: [] }] }],
    ['HSDS 1 or 2', { contents: [{ ...placed, location: { id: 'p1', physical_address: [] } }] }],
    ['HSDS 1 or 2', [{ id: 's1', name: 'IOP', regular_schedules: [] }]],
    ['HSDS 1', { service_taxonomy: [], physical_address: [], locations: [] }],
    ['HSDS 2', { service_attribute: [], physical_address: [], locations: [] }],
  ])('%s is named (%#)', async (version, content) => {
    const folder = await temporaryFolder();
    const file = join(folder, 'x.json');
    await writeFile(file, JSON.stringify(content));
    await expect(importHsds(file, { out: join(folder, 'out'), source })).rejects.toThrow(
      new RegExp(`is ${version}, since it has "\\w+": only HSDS 3 is read, so convert it first$`),
    );
  });

  test('a folder of HSDS 2 is named too', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'locations.csv'), 'id,name\n');
    await writeFile(join(folder, 'physical_addresses.csv'), 'id\n');
    await expect(importHsds(folder, { out: join(folder, 'out') })).rejects.toThrow('is HSDS 1 or 2');
  });

  test('a data package of tables, some JSON and some CSV', async () => {
    const folder = await temporaryFolder();
    const write = (name: string, text: string) => writeFile(join(folder, name), text);
    await write('organizations.csv', 'id,name,description\no1,Mesa Verde Recovery,x\n');
    await write('services.csv', 'id,organization_id,name,status\ns1,o1,Intensive Outpatient Program,active\n');
    await write('locations.csv', 'id,location_type,name,latitude,longitude\np1,physical,Mesa Verde,33.45,-112.07\n');
    await write('service_at_locations.csv', 'id,service_id,location_id\nx1,s1,p1\n');
    await write('phones.json', JSON.stringify(location.phones.map((phone) => ({ ...phone, location_id: 'p1' }))));
    await write(
      'address.csv',
      'id,location_id,address_1,city,state_province,postal_code\na1,p1,1 Main Street,Phoenix,AZ,85004\n',
    );
    const out = join(folder, 'out');
    const { account } = await importHsds(folder, { out, source: 'County directory @ 2026-10-01' });
    expect(account).toBe('rows 1 = imported 1 + merged 0 + refused 0\n');
    expect((await loadRecords(out))[0]?.center.address.city).toBe('Phoenix');
  });

  test('what is no HSDS is refused', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'x.json'), formatJson(all.slice(0, 1)));
    await expect(importHsds(join(folder, 'x.json'), { out: folder })).rejects.toThrow('has no locations');
  });
});
