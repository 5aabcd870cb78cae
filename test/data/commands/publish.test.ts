import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { formatJson } from '../../../data/records/format.ts';
import { loadRecords } from '../../../data/records/load.ts';
import { type EngineStore, engineStore } from '../../support/engine-store.ts';
import { data as command } from '../command.ts';
import { temporaryFolder } from '../folder.ts';

let engine: EngineStore;
beforeAll(async () => {
  engine = await engineStore();
});
afterAll(() => engine.close());

/** Runs a command of `npm run data --` on the test's table: its output and exit code. */
const data = (...args: string[]) => command(...args, '--table', engine.tableName, '--endpoint', engine.endpoint);

const revision = async () => (await engine.store.readHead())?.revision ?? 0;

test('publishes, says what it wrote, refuses what looks wrong, rolls back and collects', async () => {
  const records = await loadRecords('test/fixtures/listings');
  const folder = await temporaryFolder();
  const file = async (name: string, count: number) => {
    const path = join(folder, `${name}.json`);
    await writeFile(path, formatJson(records.slice(0, count)));
    return path;
  };
  const [all, few] = [await file('all', records.length), await file('few', Math.floor(records.length * 0.89))];
  const almost = await file('almost', Math.ceil(records.length * 0.9));

  expect((await data('versions')).stdout).toBe('nothing has been published to this table\n');
  const dry = await data('publish', all, '--dry-run');
  expect(dry.stdout).toMatch(
    /^dry run: would publish version \S+, 120 centers, and write (\d+) of \1 items\nbefore: the table was empty\n$/,
  );
  expect((await engine.store.pages(null)).pages).toEqual([]);
  expect(await revision()).toBe(0);

  const first = await data('publish', all);
  expect(first.stdout).toMatch(/^published version \S+, 120 centers, (\d+) of \1 items written\n/);
  expect(first.stderr).toMatch(/120 centers read\n[\s\S]*items written\n$/);
  expect((await data('publish', all)).stdout).toMatch(
    /^unchanged: version \S+, 120 centers, 0 of \d+ items written\n$/,
  );

  const refused = await data('publish', few);
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toContain('the table has 120 centers and the new dataset 106, 11.7 % fewer');
  expect(refused.stderr).toContain('--allow-drop');
  expect(await revision()).toBe(1);
  expect((await data('publish', almost)).stdout).toMatch(
    /^published version \S+, 108 centers.*\nbefore: .*120 centers\n$/,
  );
  expect((await data('publish', few, '--allow-drop')).code).toBe(0);
  expect(await revision()).toBe(3);

  const samples = await data('publish', 'data/examples.json', '--allow-drop');
  expect(samples).toMatchObject({ code: 1, stdout: '' });
  expect(samples.stderr).toContain('--with-examples');

  const lines = (await data('versions')).stdout.trimEnd().split('\n');
  expect(lines.map((line) => / revision \d .* (\d+) centers/.exec(line)?.[1])).toEqual(['106', '108', '120']);
  expect(lines[0]).toMatch(/106 centers {2}publish by \S.* current$/);
  expect((await data('rollback')).stdout).toMatch(/^rolled back to version \S+, 108 centers/);
  expect((await data('rollback', '--to', lines[2]?.split(' ')[0] ?? '')).stdout).toContain('120 centers');
  expect((await engine.store.readHead())?.centers).toBe(120);
  expect((await data('collect')).stdout).toMatch(
    /^versions: 5 kept, 0 removed\npages: \d+ looked at, 0 removed, 0 kept because they are too new/,
  );
});

test('says in a word what is wrong with a command', async () => {
  const none = await command('versions', '--table', 'no-such-table', '--endpoint', engine.endpoint);
  expect(none.stderr).toBe(`error: there is no table "no-such-table" at ${engine.endpoint}\n`);
  const nobody = await command('rollback', '--table', 't', '--endpoint', 'http://127.0.0.1:1');
  expect(nobody.stderr).toBe('error: nothing answers at http://127.0.0.1:1\n');
  expect((await data('collect', '--older-than', '1w')).stderr).toContain('an age is hours or days');
  expect((await data('publish', 'no-such-file')).stderr).toContain('there is no file or folder "no-such-file"');
});

test('a dry run, and a publish that is refused, lead with what it means to people', async () => {
  const own = await engineStore();
  onTestFinished(() => own.close());
  const run = (...args: string[]) => command(...args, '--table', own.tableName, '--endpoint', own.endpoint);
  const folder = await temporaryFolder();
  const records = await loadRecords('test/fixtures/listings');
  const [first, second] = records.filter(({ offerings }) => offerings.some(({ level }) => level === 'iop'));
  if (first === undefined || second === undefined) throw new Error('the fixtures list IOPs');
  const write = async (name: string, list: readonly unknown[]) => {
    await writeFile(join(folder, name), formatJson(list));
    return join(folder, name);
  };
  expect((await run('publish', await write('all.json', records))).code).toBe(0);
  const iop = second.offerings.find(({ level }) => level === 'iop')?.id.slice(second.center.id.length + 1) ?? '';
  expect((await run('confirm', second.center.id, iop, '--state', 'confirmed', '--by', 'lee')).code).toBe(0);
  const phone = { number: '+16023440100', extension: null, purpose: 'main', answeredBy: 'facility' } as const;
  const without = {
    center: { ...second.center, phones: [phone] },
    offerings: second.offerings.filter(({ level }) => level !== 'iop'),
  };
  const next = records.flatMap((one) => (one === first ? [] : one === second ? [without] : [one]));
  const leading = [
    '120 centers become 119: 0 added, 1 removed, 1 changed, 118 the same',
    'IOP: 2 centers lose it, 0 gain it',
    'phones: 1 centers get other numbers',
    'ids: 1 broken, 0 lead to another center, 0 say why they are gone',
    'confirmations: 1 of offerings that would be gone, 0 of offerings whose listing changed',
  ];
  const dry = await run('publish', await write('next.json', next), '--dry-run');
  expect(dry.stdout.split('\n').slice(0, 5)).toEqual(leading);
  expect(dry.stdout).toContain('\ndry run: would publish version');
  const refused = await run('publish', await write('few.json', next.slice(0, 60)), '--dry-run');
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(
    /If that is right, pass --allow-drop\n {2}120 centers become 60: .*\n {2}IOP: \d+ centers lose it/,
  );
});
