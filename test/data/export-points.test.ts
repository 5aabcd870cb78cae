import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { importFindTreatment } from '../../data/import/findtreatment.ts';
import { zipPoint } from '../../data/import/sheet.ts';
import { loadRecords } from '../../data/records/load.ts';
import { temporaryFolder } from './folder.ts';

const row = {
  ...{ name1: 'Saguaro Recovery', name2: '', street1: '100 West Adams Street', street2: 'Suite 4', city: 'Phoenix' },
  ...{ state: 'AZ', zip: '85003', phone: '602-344-0100', latitude: '33.4483', longitude: '-112.0758' },
  services: [{ f1: 'Type of Care', f2: 'TC', f3: 'Substance use treatment' }],
};

/** The one center from a row of the official locator's export. */
async function centerOf(facts: object) {
  const folder = await temporaryFolder();
  const file = join(folder, 'export.json');
  await writeFile(file, JSON.stringify([{ ...row, ...facts }]));
  await importFindTreatment(file, { out: join(folder, 'out'), asOf: '2026-11-01' });
  const [record] = await loadRecords(join(folder, 'out'));
  return record?.center;
}

it('a point that the export gives is the center’s', async () => {
  expect((await centerOf({}))?.location).toEqual({ lat: 33.4483, lng: -112.0758, accuracy: 'address' });
});

it.each([
  ['no point', { latitude: null, longitude: null }],
  ['half a point', { latitude: '33.4483', longitude: null }],
  ['zeros', { latitude: '0', longitude: '0' }],
  ['zeros as numbers', { latitude: 0, longitude: 0 }],
  ['a latitude beyond the pole', { latitude: '133.4', longitude: '-112' }],
  ['a longitude beyond the date line', { latitude: '33.4', longitude: '-212' }],
  ['a withheld street', { street1: '- - -' }],
  ['a post box', { street1: 'PO Box 12' }],
])('with %s it stands at its ZIP’s point, and says so', async (_, facts) => {
  expect((await centerOf(facts))?.location).toEqual({ ...zipPoint('85003'), accuracy: 'zip' });
});

it('an address is whole: street and suite, and a ZIP with the zero that a spreadsheet took', async () => {
  expect((await centerOf({}))?.address.street).toBe('100 West Adams Street, Suite 4');
  const jersey = { city: 'Newark', state: 'NJ', latitude: '40.7357', longitude: '-74.1724' };
  expect((await centerOf({ ...jersey, zip: 7102 }))?.address.zip).toBe('07102');
  expect((await centerOf({ zip: '85003-1234' }))?.address.zip).toBe('85003');
});
