import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importHsds } from '../../../data/import/hsds.ts';
import { loadRecords } from '../../../data/records/load.ts';
import { temporaryFolder } from '../folder.ts';

test('a number of the organization alone is answered by central admissions; a location’s own by the center', async () => {
  const folder = await temporaryFolder();
  const organization = { id: 'o1', name: 'Mesa House', phones: [{ number: '602-264-9576' }] };
  const address = {
    address_1: '2400 North Central Avenue',
    city: 'Phoenix',
    state_province: 'AZ',
    postal_code: '85004',
    country: 'US',
  };
  const contents = [[{ number: '602-264-9891' }], []].map((phones, at) => ({
    id: `x${at}`,
    service: { id: `s${at}`, name: 'IOP', organization },
    location: { id: `p${at}`, name: `Mesa House ${at}`, organization_id: 'o1', addresses: [address], phones },
  }));
  await writeFile(join(folder, 'page.json'), JSON.stringify({ contents }));
  const out = join(folder, 'out');
  await importHsds(join(folder, 'page.json'), { out, source: 'County directory @ 2026-10-01', skipRefused: true });
  const phones = (await loadRecords(out)).map(({ center }) =>
    center.phones.map(({ number, answeredBy }) => [center.name, number, answeredBy]),
  );
  expect(phones.flat().sort()).toEqual([
    ['Mesa House 0', '+16022649891', 'facility'],
    ['Mesa House 1', '+16022649576', 'central-admissions'],
  ]);
});
