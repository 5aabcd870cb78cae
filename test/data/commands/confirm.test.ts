import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadRecords } from '../../../data/records/load.ts';
import { publish } from '../../../functions/publish/publish.ts';
import { publishedRecords } from '../../../functions/publish/published-records.ts';
import { compiledCode } from '../../support/command-line.ts';
import { type EngineStore, engineStore } from '../../support/engine-store.ts';
import { data } from '../command.ts';

const run = promisify(execFile);
const records = await loadRecords('data/examples.json');
const center = records.find(({ offerings }) =>
  offerings.some(({ confirmation }) => confirmation.state === 'unconfirmed'),
);
const offering = center?.offerings.find(({ confirmation }) => confirmation.state === 'unconfirmed')?.id ?? '';
const id = center?.center.id ?? '';
let engine: EngineStore;
beforeAll(async () => {
  engine = await engineStore();
  await publish({ store: engine.store, records, now: Date.now() });
});
afterAll(() => engine.close());

const confirm = (...args: string[]) =>
  data('confirm', ...args, '--table', engine.tableName, '--endpoint', engine.endpoint);

async function published() {
  const head = await engine.store.readHead();
  if (head === null) throw new Error('nothing is published');
  const record = (await publishedRecords(head, engine.store)).find((each) => each.center.id === id);
  return record?.offerings.find((each) => each.id === offering)?.confirmation;
}

test('confirms until a day, denies, takes back, and prints what changed and the history', async () => {
  const until = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const first = await confirm(id, offering, '--state', 'confirmed', '--by', 'kim', '--until', until);
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toMatch(
    new RegExp(
      `^${offering} \\(.+\\): unconfirmed → confirmed until ${until}T23:59:59.000Z\npublished version \\S+, [1-9]\\d* items`,
    ),
  );
  expect(first.stdout).toMatch(/what people recorded about this center:\n {2}\S+ {2}kim {2}\S+ confirmed until /);
  expect(await published()).toMatchObject({ state: 'confirmed', expiresAt: `${until}T23:59:59.000Z` });

  // The center's id may be omitted.
  const second = await confirm(id, offering.slice(id.length + 1), '--state', 'denied', '--by', 'lee');
  expect(second.stdout).toContain(`confirmed until ${until}T23:59:59.000Z → denied\n`);
  expect(second.stdout.trimEnd().split('\n').at(-1)).toMatch(/ {2}lee {2}\S+ denied$/);
  expect(await published()).toMatchObject({ state: 'denied', expiresAt: null });

  const third = await confirm(id, offering, '--clear', '--by', 'kim');
  expect(third.stdout).toContain('denied → unconfirmed\n');
  expect(await published()).toEqual({ state: 'unconfirmed', confirmedAt: null, expiresAt: null });
  expect((await confirm(id, offering, '--state', 'confirmed', '--by', 'kim')).code).toBe(0);
  const end = Date.parse((await published())?.expiresAt ?? '');
  expect(Math.abs(end - Date.now() - 90 * 86_400_000)).toBeLessThan(60_000);
});

test('names every fault at once, and writes nothing', async () => {
  const before = await published();
  const far = new Date(Date.now() + 400 * 86_400_000).toISOString().slice(0, 10);
  const all = await confirm('Not An Id', '../x', '--state', 'maybe', '--until', far, '--clear', '--by', 'a\nb');
  expect(all).toMatchObject({ code: 1, stdout: '' });
  const named = all.stderr.split('\n').filter((line) => line.startsWith('  '));
  expect(named.map((line) => line.trim().split(':')[0])).toEqual([
    ...['center', 'offering', '--state', '--by', '--until', '--clear', '--until'],
  ]);
  const none = await confirm(id, offering);
  expect(none.stderr).toMatch(/^error: nothing was written\n {2}--by: is missing.*\n {2}--state: is missing/);
  for (const [until, words] of [
    ['2020-01-01', 'must be later than now, and at most 366 days ahead'],
    ['tomorrow', 'is a day such as 2026-12-31'],
    ['2026-02-30', 'is a day such as 2026-12-31'],
  ] as const) {
    const { stderr } = await confirm(id, offering, '--state', 'confirmed', '--by', 'kim', '--until', until);
    expect(stderr).toBe(`error: nothing was written\n  --until: ${words}\n`);
  }
  const denied = await confirm(
    id,
    offering,
    '--state',
    'denied',
    '--by',
    'kim',
    '--until',
    far.replace(/^\d+/, (year) => year),
  );
  expect(denied.stderr).toContain('--until: applies only to --state confirmed');
  expect(await published()).toEqual(before);
});

test('an unknown center or offering is answered with the nearest', async () => {
  const said = ['--state', 'confirmed', '--by', 'kim'];
  expect((await confirm(`${id.slice(0, -1)}`, offering, ...said)).stderr).toContain(
    `no center "${id.slice(0, -1)}"; near: ${id}`,
  );
  expect((await confirm(id.slice(0, 20), offering, ...said)).stderr).toMatch(new RegExp(`near: .*${id}`));
  expect((await confirm('zzz', offering, ...said)).stderr).toBe('error: the published dataset has no center "zzz"\n');
  expect((await confirm(id, `${offering}x`, ...said)).stderr).toContain(
    `has no offering "${offering}x"; near: ${offering}`,
  );
  expect((await confirm(id, 'zzzzzzzzzzzzzz', ...said)).stderr).toMatch(new RegExp(`it has .*${offering}`));
});

test('needs no credentials, region or home for an engine on this machine, as a process of its own', async () => {
  const env = { ...compiledCode, PATH: process.env.PATH, HOME: '/nowhere' };
  const table = ['--table', engine.tableName, '--endpoint', engine.endpoint];
  const given = ['data/cli.ts', 'confirm', id, offering, '--state', 'confirmed', '--by', 'kim', ...table];
  await expect(run(process.execPath, given, { env })).resolves.toMatchObject({ stderr: '' });
  const wrong = run(process.execPath, [...given.slice(0, 2), 'zzz', ...given.slice(3)], { env });
  await expect(wrong).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: 'error: the published dataset has no center "zzz"\n',
  });
});

test('--help says what it takes', async () => {
  const { code, stdout } = await data('confirm', '--help');
  expect(code).toBe(0);
  for (const word of ['<center>', '<offering>', '--state', '--clear', '--by', '--until', '--table', '--endpoint']) {
    expect(stdout).toContain(word);
  }
});
