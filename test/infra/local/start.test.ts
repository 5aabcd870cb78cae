import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { formatJson } from '../../../data/records/format.ts';
import { loadRecords } from '../../../data/records/load.ts';
import { assemblyFolder } from '../../support/assembly.ts';
import { compiledCode } from '../../support/command-line.ts';

// Files that the processes leave behind would be found here.
const temporary = mkdtempSync(join(tmpdir(), 'locator-test-'));
const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(temporary, { recursive: true });
});
const left = (): string[] => readdirSync(temporary).filter((name) => name.startsWith('locator-run-'));

/** Synthesized once in advance, so that only tests of starting itself wait for synthesis. */
const LOCATOR_ASSEMBLY = await assemblyFolder();

/** Runs `npm start`. */
function start(env: Record<string, string>) {
  const child = spawn(process.execPath, ['infra/local/start.ts'], {
    env: { ...process.env, TMPDIR: temporary, ...env },
  });
  running.add(child);
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk;
  });
  const ended = new Promise<{ code: number | null; output: string; errors: string }>((resolve) => {
    child.on('close', (code) => {
      running.delete(child);
      resolve({ code, output, errors });
    });
  });
  const says = async (pattern: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const found = pattern.exec(output);
      if (found) return found;
      if (!running.has(child)) throw new Error(`it ended without saying ${pattern}:\n${output}\n${errors}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return { child, ended, says };
}

describe('npm start', () => {
  test.each([
    ['SIGINT', {}],
    ['SIGTERM', { LOCATOR_ASSEMBLY }],
  ] as const)('serves page and searches, and ends cleanly on %s', async (signal, how) => {
    const { child, ended, says } = start({ PORT: '0', LOCATOR_DATA: 'data/examples.json', ...how });
    const [, url] = await says(/The locator is at (http:\/\/127\.0\.0\.1:\d+)\//);
    await says(/Ctrl-C ends it/);
    expect((await fetch(`${url}/`)).headers.get('content-type')).toBe('text/html');
    const byBody = await fetch(`${url}/v1/centers/search`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ near: 'Phoenix, AZ', level: ['iop'], limit: 1 }),
    });
    expect(byBody.status).toBe(200);
    expect(await byBody.json()).toMatchObject({ results: [{ center: { sample: true } }] });
    child.kill(signal);
    const { code, output, errors } = await ended;
    expect(code).toBe(0);
    expect(output).toMatch(/ ms {2}first search answered with 200/);
    // The start's own search is not logged between its timings.
    expect(output + errors).not.toContain('"route":"searchCenters"');
    expect(output).toContain(`\n  open ${url}/console\n`);
    expect(output).toContain('nobody asks for a password on this machine: ana (agent), lee (lead), eve (editor)');
    expect(left()).toEqual([]);
  });

  test('can be ended while it starts', async () => {
    const { child, ended, says } = start({ PORT: '0', LOCATOR_DATA: 'data/examples.json' });
    await says(/8 made-up examples read/);
    child.kill('SIGINT');
    expect((await ended).code).toBe(0);
    expect(left()).toEqual([]);
  });

  test('says in one sentence that the port is taken, and what to do', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const { code, errors } = await start({ PORT: String(port) }).ended;
    expect(code).toBe(1);
    expect(errors).toBe(`Port ${port} is taken; try another: PORT=${port + 1} npm start\n`);
    server.close();
  });

  test('names the faults of the data, and leaves nothing behind', async () => {
    const file = join(temporary, 'faulty.json');
    writeFileSync(file, '[{ "center": 1 }]');
    const { code, errors } = await start({ PORT: '0', LOCATOR_DATA: file }).ended;
    expect(code).toBe(1);
    expect(errors).toContain('/0/center: expected an object, found 1');
    expect(errors).not.toContain('    at ');
    expect(left()).toEqual([]);
  });

  test.each([
    [{ PORT: 'many' }, 'PORT must be a whole number from 0 to 65535, not "many"\n'],
    [{ PORT: '0', LOCATOR_DATA: 'nowhere' }, 'LOCATOR_DATA: there is no file or folder "nowhere"\n'],
  ])('%j', async (env, message) => {
    expect(await start(env).ended).toMatchObject({ code: 1, errors: message });
  });

  test('a kept store is not published again, and not shared', async () => {
    const LOCATOR_STORE = join(temporary, 'kept', 'store');
    const env = { PORT: '0', LOCATOR_ASSEMBLY, LOCATOR_DATA: 'data/examples.json', LOCATOR_STORE };
    const first = start(env);
    await first.says(/8 made-up examples on \d+ pages?, [1-9]\d* items new/);
    await first.says(/Ctrl-C ends it/);
    const second = await start(env).ended;
    expect(second).toMatchObject({
      code: 1,
      errors: expect.stringContaining(`is in use by process ${first.child.pid}`),
    });
    first.child.kill('SIGINT');
    expect((await first.ended).code).toBe(0);
    const third = start(env);
    await third.says(/, 0 items new/);
    await third.says(/Ctrl-C ends it/);
    third.child.kill('SIGINT');
    expect((await third.ended).code).toBe(0);
  });

  test('a kept store that was confirmed and corrected is served as it is, and other data refused', async () => {
    const kept = { PORT: '0', LOCATOR_ASSEMBLY, LOCATOR_STORE: join(temporary, 'corrected', 'store') };
    const first = start({ ...kept, LOCATOR_DATA: 'data/examples.json' });
    const [, table = '', engine = ''] = await first.says(/Its table is (\S+), its engine at (\S+), and every/);
    await first.says(/Ctrl-C ends it/);
    const [record] = await loadRecords('data/examples.json');
    const center = record?.center.id ?? '';
    const offering = record?.offerings[0]?.id ?? '';
    const at = ['--by', 'kim', '--table', table, '--endpoint', engine];
    // README's commands, as they are written there.
    await data('confirm', center, offering, '--state', 'confirmed', ...at);
    await data('correct', center, '--set', 'name=Corrected House', '--reason', 'its sign', ...at);
    expect(await data('history', center, ...at.slice(2))).toContain(`${offering} confirmed until`);
    const [newest = ''] = (await data('versions', ...at.slice(2))).split('\n');
    const [version = ''] = newest.split(' ');
    await stop(first);

    for (const more of [{}, { LOCATOR_DATA: 'data/examples.json' }]) {
      const next = start({ ...kept, ...more });
      const [, url] = await next.says(/The locator is at (http:\/\/127\.0\.0\.1:\d+)\//);
      await next.says(new RegExp(`It serves what LOCATOR_STORE had: version ${version},`));
      const answer = await (await fetch(`${url}/v1/centers/${center}`)).json();
      expect(JSON.stringify(answer)).toContain('Corrected House');
      expect(JSON.stringify(answer)).toMatch(/"state":"confirmed"/);
      await next.says(/Ctrl-C ends it/);
      await stop(next);
    }

    const other = join(temporary, 'other.json');
    writeFileSync(other, formatJson((await loadRecords('data/examples.json')).slice(1, 2)));
    expect(await start({ ...kept, LOCATOR_DATA: other }).ended).toMatchObject({
      code: 1,
      errors: expect.stringMatching(
        new RegExp(`has version ${version}, .*other data \\(1 centers\\)\\. Nothing was replaced\\.`),
      ),
    });
  });
});

/** Output of `npm run data -- …` without credentials or a region: a local engine needs none. */
async function data(...args: string[]): Promise<string> {
  const env = { ...compiledCode, PATH: process.env.PATH, HOME: '/nowhere' };
  return (await promisify(execFile)(process.execPath, ['data/cli.ts', ...args], { env })).stdout;
}

async function stop({ child, ended }: ReturnType<typeof start>): Promise<void> {
  child.kill('SIGINT');
  expect((await ended).code).toBe(0);
}
