import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadRecords } from '../../../data/records/load.ts';
import { confirm } from '../../../functions/publish/confirm.ts';
import { publish } from '../../../functions/publish/publish.ts';
import { publishedRecords } from '../../../functions/publish/published-records.ts';
import { type EngineStore, engineStore } from '../../support/engine-store.ts';
import { data as command } from '../command.ts';
import { temporaryFolder } from '../folder.ts';

let engine: EngineStore;
beforeAll(async () => {
  engine = await engineStore();
});
afterAll(() => engine.close());

const data = (...args: string[]) => command(...args, '--table', engine.tableName, '--endpoint', engine.endpoint);

async function served(id: string) {
  const head = await engine.store.readHead();
  if (head === null) throw new Error('nothing is published');
  return (await publishedRecords(head, engine.store)).find(({ center }) => center.id === id);
}

test('an editor corrects, sees, clears and closes; every change has its who, when and why', async () => {
  const records = await loadRecords('test/fixtures/listings');
  await publish({ store: engine.store, records, now: Date.now() });
  const [record] = records.filter(({ offerings }) => offerings.length > 0);
  const { id = '', phones = [] } = record?.center ?? {};
  const offering = record?.offerings[0]?.id ?? '';
  const said = ['--reason', 'front desk said so', '--by', 'kim'];

  const wrong = await data('correct', id, '--set', 'phones.0.number=+12005550000', ...said);
  expect(wrong).toMatchObject({ code: 1, stdout: '' });
  expect(wrong.stderr).toMatch(/nothing was written\n {2}phones\.0\.number: /);
  expect((await data('correct', id, '--set', 'name=X')).stderr).toContain('--reason');
  expect((await data('correct', 'nobody', '--set', 'name=X', ...said)).stderr).toContain('no center "nobody"');
  expect((await data('correct', id, '--set', 'name', ...said)).stderr).toContain('path=value');
  expect((await data('correct', id)).stdout).toBe(`${id}: nothing is corrected\n`);

  const set = [
    'phones.0.number=+16023441234',
    'website=https://mesa.example.org',
    'alternateNames=[]',
    `offerings.${offering}.housing=true`,
  ];
  const done = await data('correct', id, ...set.flatMap((one) => ['--set', one]), ...said);
  expect(done.stderr).toBe('');
  expect(done.stdout).toContain(`  phones.0.number: "${phones[0]?.number}" → "+16023441234"\n`);
  expect(done.stdout).toMatch(/published version \S+, \d+ items written/);
  expect(await served(id)).toMatchObject({
    center: { phones: [{ number: '+16023441234' }], website: 'https://mesa.example.org' },
  });
  expect((await served(id))?.offerings[0]?.housing).toBe(true);
  expect((await data('correct', id)).stdout).toMatch(/: 4 corrected, revision 1, by kim at .*: front desk said so\n/);
  // The command's former name, which help does not show.
  expect(await data('override', id)).toEqual(await data('correct', id));

  await confirm(
    { center: id, offering, state: 'denied', by: 'lee', seen: null },
    { store: engine.store, now: Date.now() },
  );
  await data('correct', id, '--clear', 'website', '--set', 'phones.0.extension=null', '--set', 'closed=true', ...said);
  expect(await served(id)).toBeUndefined();
  const published = await data('publish', 'test/fixtures/listings');
  expect(published.stdout).toContain('centers with corrections kept: 1, 1 of them closed');
  expect((await data('correct', id, '--clear', '--reason', 'open again', '--by', 'kim')).stdout).toContain(
    'nothing is corrected any more',
  );
  expect(await served(id)).toMatchObject({ center: { phones } });

  const { stdout } = await data('history', id);
  const lines = stdout.split('\n');
  expect(lines.filter((line) => /^\d{4}-.*Z {2}/.test(line)).map((line) => line.replace(/^\S+ {2}/, ''))).toEqual([
    'kim  front desk said so',
    `lee  ${offering} denied`,
    'kim  front desk said so',
    'kim  open again',
  ]);
  expect(stdout).toContain('  website: as imported again');
  expect(stdout).toContain('  closed: false → true');
  // The changes of an import after people's corrections: here only the corrected phone.
  await data('correct', id, '--set', 'phones.0.number=+16023441234', ...said);
  const page = join(await temporaryFolder(), 'diff.html');
  const against = ['--against', engine.tableName, '--endpoint', engine.endpoint];
  const diff = await command('diff', 'test/fixtures/listings', ...against, '--html', page);
  expect(diff.stdout).toMatch(/^120 centers become 120: 0 added, 0 removed, 0 changed, 120 the same\n/);
  expect(diff.stdout).toContain('centers with corrections kept: 1');
  const fewer = await command('diff', 'test/fixtures/listings/AZ.json', ...against, '--html', page);
  expect(fewer.stdout).toMatch(/^120 centers become 15: 0 added, 105 removed, 0 changed, 15 the same\n/);
  expect(fewer.stdout).toContain('corrections of centers that are not in the data, kept in the table: 1');
  expect(await readFile(page, 'utf8')).toContain('105 removed');
  const none = await command('diff', 'test/fixtures/listings', '--against', 'no/such/folder');
  expect(none).toMatchObject({ code: 1, stderr: 'error: there is no file or folder "no/such/folder"\n' });
  expect((await data('history', 'nobody')).stdout).toBe('nobody said anything about "nobody"\n');
});
