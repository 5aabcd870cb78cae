import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { loadRecords } from '../../../data/records/load.ts';
import { KM_PER_MILE } from '../../../functions/geo/distance.ts';
import { places, readTable } from '../../../functions/places/load.ts';
import { peopleByZip } from '../../../functions/places/people.ts';
import { PlaceTable } from '../../../functions/places/table.ts';
import { worklistColumns, zipColumns } from '../../../infra/tools/atlas/csv.ts';
import { runAtlas } from '../../../infra/tools/atlas/program.ts';
import { parsed, withPeople } from '../../agent/asking.ts';
import { angularKm } from '../../support/oracle.ts';

const folder = mkdtempSync(join(tmpdir(), 'locator-atlas-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]) {
  const [printed, told]: [string[], string[]] = [[], []];
  const code = await runAtlas(args, { print: (text) => printed.push(text), tell: (line) => told.push(line) });
  return { code, printed: printed.join(''), told: told.join('\n') };
}
const data = ['--data', 'test/fixtures/listings'];
const out = join(folder, 'atlas');
const rowsOf = (file: string): Record<string, string>[] =>
  parse(readFileSync(join(out, file)), { columns: true, bom: true });
const table = new PlaceTable(readTable());
const first = await run('--state', 'nv,OK', '--out', out, ...data);
const rows = rowsOf('zips.csv');

describe('npm run atlas', () => {
  it('writes three files, and says progress, time and memory', () => {
    expect([first.code, first.told]).toEqual([0, expect.stringContaining('Measuring')]);
    expect(first.told).toMatch(/\d s: 1000 of 1019 ZIPs/);
    expect(readdirSync(out).sort()).toEqual(['index.html', 'worklist.csv', 'zips.csv']);
    expect(first.printed).toMatch(/1019 ZIPs of NV, OK; [\d,]+ people in cities; /);
    expect(first.printed).toMatch(/\d s, at most \d+ MB of memory\.\n$/);
  });

  it('writes a row a ZIP with all columns', () => {
    expect(Object.keys(rows[0] ?? {})).toEqual(zipColumns);
    // The 16 choices are any program, nine payers, five ages and Spanish. Each has a listed and a possible center, with
    // id, name and miles.
    expect(zipColumns.length).toBe(7 + 16 * 2 * 3);
    const wanted = Array.from({ length: table.zipCount }, (_, at) => table.zipAt(at))
      .filter(({ place }) => ['NV', 'OK'].includes(table.stateAt(place)))
      .map(({ zip }) => zip);
    expect(rows.map(({ zip }) => zip)).toEqual(wanted);
    expect(rows.find(({ zip }) => zip === '89406')).toMatchObject({
      ...{ city: 'Fallon', county: 'Churchill', state: 'NV', unlisted_state: 'OR' },
    });
    expect(rows.every(({ county }) => county !== '')).toBe(true);
  });

  it('counts the people that the worklist counts, each once', () => {
    const people = new Map(peopleByZip(table).map((one) => [one.zip, one.people]));
    expect(rows.map((row) => Number(row.people))).toEqual(rows.map(({ zip }) => people.get(zip ?? '')));
    const sum = rows.reduce((all, row) => all + Number(row.people), 0);
    expect(first.printed).toContain(`${sum.toLocaleString('en-US')} people in cities`);
  });

  it('measures to the center it names, and to none where there is none', async () => {
    const centers = new Map((await loadRecords('test/fixtures/listings')).map((one) => [one.center.id, one]));
    let measured = 0;
    for (const row of rows)
      for (const column of zipColumns.filter((name) => name.endsWith('_id'))) {
        const stem = column.slice(0, -'_id'.length);
        const id = row[column] ?? '';
        if (id === '') {
          expect([row[`${stem}_name`], row[`${stem}_miles`]]).toEqual(['', '']);
          continue;
        }
        const from = places().zip(row.zip ?? '')?.location ?? { lat: 0, lng: 0 };
        const center = centers.get(id)?.center;
        const miles = angularKm(from, center?.location ?? from) / KM_PER_MILE;
        expect([row[`${stem}_name`], Math.abs(Number(row[`${stem}_miles`]) - miles) < 0.0051]).toEqual([
          center?.name,
          true,
        ]);
        measured += 1;
      }
    expect(measured).toBeGreaterThan(20_000);
  });

  it('keeps unknown apart from no: what may offer it is never listed for the same choice', () => {
    const listed = new Set(rows.map((row) => row.iop_listed_id));
    expect(rows.some((row) => row.iop_may_id !== '')).toBe(true);
    expect(rows.every((row) => row.iop_may_id === '' || !listed.has(row.iop_may_id))).toBe(true);
  });

  it('ranks the worklist as the API does', async () => {
    const { agent, serve } = await withPeople();
    const { ask } = await serve();
    const list = rowsOf('worklist.csv');
    expect(Object.keys(list[0] ?? {})).toEqual(worklistColumns);
    type Row = { center: { id: string; sample: boolean; address: { state: string } }; people: number };
    const { worklist }: { worklist: Row[] } = parsed(await ask('/v1/agent/worklist?level=iop&limit=200', agent()));
    const wanted = worklist.filter(({ center }) => !center.sample && ['NV', 'OK'].includes(center.address.state));
    expect(wanted.length).toBeGreaterThan(10);
    expect(list.map((row) => [row.id, Number(row.people_near)])).toEqual(
      wanted.map(({ center, people }) => [center.id, people]),
    );
  });

  it('replaces nothing unless told to, and names what is wrong', async () => {
    const before = readFileSync(join(out, 'zips.csv'), 'utf8');
    const again = await run('--state', 'NV', '--out', out, ...data);
    expect([again.code, again.told]).toEqual([1, expect.stringMatching(/is there already\..*--force replaces it/)]);
    expect(readFileSync(join(out, 'zips.csv'), 'utf8')).toBe(before);
    const forced = await run('--state', 'NV', '--out', out, '--force', ...data);
    expect([forced.code, rowsOf('zips.csv').length]).toEqual([0, 254]);
    const state = await run('--state', 'TX', '--out', out);
    expect([state.code, state.told]).toEqual([1, expect.stringContaining('"TX" is not one of AZ, CA')]);
    writeFileSync(join(folder, 'file'), '');
    expect((await run('--out', join(folder, 'file'))).told).toContain('is a file. Name a folder');
    expect((await run('--out', join(folder, 'x'), '--data', join(folder, 'none'))).told).toContain('There is no file');
    const fictional = await run('--out', join(folder, 'x'), '--data', 'data/examples.json');
    expect([fictional.code, fictional.told]).toEqual([1, expect.stringContaining('has only fictional centers')]);
    expect((await run('--help')).printed).toContain('--state <codes>');
  });
});
