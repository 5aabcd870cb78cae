import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { importFindTreatment } from '../../../data/import/findtreatment.ts';
import { importSamhsa } from '../../../data/import/run.ts';
import { importCsv } from '../../../data/import/sheet.ts';
import { loadRecords } from '../../../data/records/load.ts';
import { type CenterRecord, recordSchema } from '../../../functions/domain/record.ts';
import { stateCodes } from '../../../functions/domain/state.ts';
import { call, post } from '../../support/gateway-call.ts';
import { records, serveRecords } from '../../support/real-records.ts';
import { temporaryFolder } from '../folder.ts';
import { phoenix, phoenixMental, writeWorkbook } from '../workbook.ts';

/** Names that every JavaScript object inherits, which a plain object would wrongly find. */
const words = Object.getOwnPropertyNames(Object.prototype);

/** Uses the word as a name, a site's name, a street and a city. */
const named = (word: string, at: number) => ({
  ...phoenix,
  Name1: `${word} House`,
  Name2: `${word} Outpatient ${word}`,
  Street1: `${100 + at} ${word} Street ${word}`,
  Street2: `Suite ${word}`,
  Phone: `602-344-01${String(10 + at)}`,
});

async function importedRecords(): Promise<readonly CenterRecord[]> {
  const folder = await temporaryFolder();
  const workbooks = [join(folder, 'su-2023.xlsx'), join(folder, 'mh-2024.xlsx')];
  const rows = words.map(named);
  await writeWorkbook(workbooks[0] ?? '', rows);
  // The other directory repeats each row, so that names and streets are compared with each other.
  await writeWorkbook(
    workbooks[1] ?? '',
    rows.map((row) => ({ ...row, Service_code_info: phoenixMental.Service_code_info ?? '' })),
  );
  const out = join(folder, 'out');
  await importSamhsa({ workbooks, out, coordinates: undefined, states: stateCodes, progress: () => {} });
  return loadRecords(out);
}

describe(`centers named ${words.join(', ')}`, () => {
  test('are imported, joined with themselves alone, published and found by name', async () => {
    const imported = await importedRecords();
    expect(imported.map(({ center }) => center.name).sort()).toEqual(
      words.map((word) => `${word} House – ${word} Outpatient ${word}`).sort(),
    );
    const { handler } = await serveRecords(imported);
    for (const { center } of imported) {
      const { status, body } = await call(handler, `/v1/centers?name=${encodeURIComponent(center.name)}`);
      expect(status).toBe(200);
      const ids = JSON.parse(body).results.map((result: { center: { id: string } }) => result.center.id);
      expect(ids).toContain(center.id);
      expect((await call(handler, `/v1/centers/${center.id}`)).status).toBe(200);
      const { slug } = center.organization;
      const own = await call(handler, `/v1/centers?near=85003&organization=${slug}`);
      expect(JSON.parse(own.body).results).toHaveLength(1);
      const fhir = await call(handler, `/fhir/Location?organization=${slug}`);
      expect(JSON.parse(fhir.body).total).toBe(1);
    }
  });

  test('keep their ids in the next year', async () => {
    const former = await importedRecords();
    expect((await importedRecords()).map(({ center }) => center.id)).toEqual(former.map(({ center }) => center.id));
  });
});

test('rows of a locator export with such names become centers', async () => {
  const folder = await temporaryFolder();
  const rows = words.map((word, at) => ({
    _irow: `${at}`,
    name1: `${word} House`,
    name2: word,
    street1: `${100 + at} ${word}`,
    city: 'Phoenix',
    state: 'AZ',
    zip: '85003',
    phone: `602-344-01${10 + at}`,
    services: [
      { f1: word, f2: word, f3: word },
      { f1: 'Type of Care', f2: 'TC', f3: `Substance use treatment; ${word}` },
      { f1: 'Service Setting', f2: 'SET', f3: 'Outpatient; Intensive outpatient treatment' },
    ],
  }));
  const states = words.map((word, at) => ({ ...rows[at], state: word }));
  await writeFile(join(folder, 'x.json'), JSON.stringify({ rows: [...rows, ...states] }));
  const account = await importFindTreatment(join(folder, 'x.json'), {
    out: join(folder, 'out'),
    asOf: '2026-11-01',
    skipRefused: true,
  });
  expect(account).toContain(`imported ${words.length} + merged 0 + refused ${words.length}`);
});

describe('a sheet', () => {
  test.each(words)('may have a column "%s" that is passed over', async (word) => {
    const folder = await temporaryFolder();
    const text = await readFile('test/data/operator-sheet.csv', 'utf8');
    const sheet = text
      .trimEnd()
      .split('\n')
      .map((line, at) => `${line},${at === 0 ? word : 'x'}`)
      .join('\n');
    const mapping = JSON.parse(await readFile('test/data/operator-mapping.json', 'utf8'));
    await writeFile(join(folder, 'sheet.csv'), `${sheet}\n`);
    await writeFile(
      join(folder, 'map.json'),
      JSON.stringify({ ...mapping, ignore: [...(mapping.ignore ?? []), word] }),
    );
    const out = join(folder, 'out');
    await importCsv(join(folder, 'sheet.csv'), { map: join(folder, 'map.json'), out });
    const plain = join(folder, 'plain');
    await importCsv('test/data/operator-sheet.csv', { map: 'test/data/operator-mapping.json', out: plain });
    expect(await loadRecords(out)).toEqual(await loadRecords(plain));
  });
});

describe('a search', async () => {
  const slugs = words.map((word) => word.toLowerCase().replaceAll('_', '')).filter((word) => word !== '');
  const record = records.find(({ center, offerings }) => center.address.city === 'Phoenix' && offerings.length > 0);
  if (record === undefined) throw new Error('no record in Phoenix');
  const insured = recordSchema.parse({
    ...record,
    offerings: record.offerings.map((offering) => ({ ...offering, payers: ['medicaid', ...new Set(slugs)] })),
  });
  const { handler } = await serveRecords([insured]);

  it.each([...new Set(slugs)])('finds the insurer "%s" by every face, and lists it once', async (slug) => {
    const byGet = await call(handler, `/v1/centers?near=85003&payer=${slug}`);
    expect(JSON.parse(byGet.body).results).toHaveLength(1);
    expect(JSON.parse((await post(handler, { near: '85003', payer: [slug] })).body).results).toHaveLength(1);
    const fhir = await call(handler, `/fhir/HealthcareService?location.near=33.45%7C-112.07&characteristic=${slug}`);
    expect([fhir.status, JSON.parse(fhir.body).entry.length > 0]).toEqual([200, true]);
    const terms = JSON.parse((await call(handler, '/v1/taxonomy')).body).filters.payer;
    expect(terms.filter(({ value }: { value: string }) => value === slug)).toMatchObject([{ centers: 1 }]);
    expect((await call(handler, '/hsds/taxonomy_terms?per_page=100')).body).toContain(`"code":"${slug}"`);
    const typed = await call(handler, `/v1/centers?q=${encodeURIComponent(`iop ${slug} 85003`)}`);
    expect(typed.status).toBe(200);
  });

  it.each(words)('answers 4xx to "%s" in place of a name or a value', async (word) => {
    for (const target of [
      `/v1/centers?near=85003&${word}=1`,
      `/v1/centers?near=85003&${word}[]=1`,
      `/v1/centers?near=85003&level=${word}`,
      `/v1/centers?near=85003&language=${word}`,
      `/v1/centers?near=${word}`,
      `/v1/centers?state=${word}`,
      `/v1/centers/${word}`,
      `/v1/${word}`,
      `/v1/places?${word}=1`,
      `/fhir/Location?${word}=1`,
      `/fhir/Location?near=33.45%7C-112.07%7C1%7C${word}`,
      `/fhir/HealthcareService?location.near=33.45%7C-112.07&characteristic=${word}%7Cx`,
      `/fhir/HealthcareService?location.near=33.45%7C-112.07&communication=${word}`,
      `/fhir/CodeSystem/${word}`,
      `/hsds/services?${word}=1`,
      `/hsds/services/${word}`,
    ]) {
      const { status } = await call(handler, target);
      expect([target, status >= 400 && status < 500]).toEqual([target, true]);
    }
  });
});
