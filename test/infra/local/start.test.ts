import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { formatJson } from '../../../data/records/format.ts';
import { loadRecords } from '../../../data/records/load.ts';
import { explain, keptNote, type LocalOptions, startLocal } from '../../../infra/local/start.ts';
import { data } from '../../data/command.ts';
import { assemblyFolder } from '../../support/assembly.ts';

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
  test('synthesizes, serves page and searches, and ends cleanly on SIGINT', async () => {
    const { child, ended, says } = start({ PORT: '0', LOCATOR_DATA: 'data/examples.json' });
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
    child.kill('SIGINT');
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

  test('names a setting that is wrong', async () => {
    expect(await start({ PORT: 'many' }).ended).toMatchObject({
      code: 1,
      errors: 'PORT must be a whole number from 0 to 65535, not "many"\n',
    });
    expect(await served({ data: 'nowhere' }).catch(explain)).toBe('LOCATOR_DATA: there is no file or folder "nowhere"');
  });

  test('takes a kept assembly and store, ends cleanly on SIGTERM; what is kept is not published again, and not shared', async () => {
    const LOCATOR_STORE = join(temporary, 'kept', 'store');
    const env = { PORT: '0', LOCATOR_ASSEMBLY, LOCATOR_DATA: 'data/examples.json', LOCATOR_STORE };
    const { child, ended, says } = start(env);
    await says(/application read from /);
    await says(/8 made-up examples on \d+ pages?, [1-9]\d* items new/);
    await says(/Ctrl-C ends it/);
    const second = await start(env).ended;
    expect(second).toMatchObject({ code: 1, errors: expect.stringContaining(`is in use by process ${child.pid}`) });
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
    expect(left()).toEqual([]);
    const third = await served({ data: 'data/examples.json', store: LOCATOR_STORE });
    expect(third.progress.join('\n')).toMatch(/, 0 items new/);
    await third.local.close();
  });
});

describe('a kept store that was confirmed and corrected', () => {
  test('is served as it is, and other data refused', async () => {
    const store = join(temporary, 'corrected', 'store');
    const first = await served({ data: 'data/examples.json', store });
    expect(keptNote(first.local)).toBe('');
    const [record] = await loadRecords('data/examples.json');
    const center = record?.center.id ?? '';
    const offering = record?.offerings[0]?.id ?? '';
    const at = ['--table', first.local.tableName, '--endpoint', first.local.endpoint];
    // README's commands, as they are written there.
    await data('confirm', center, offering, '--state', 'confirmed', '--by', 'kim', ...at);
    await data('correct', center, '--set', 'name=Corrected House', '--reason', 'its sign', '--by', 'kim', ...at);
    expect((await data('history', center, ...at)).stdout).toContain(`${offering} confirmed until`);
    const [newest = ''] = (await data('versions', ...at)).stdout.split('\n');
    const [version = ''] = newest.split(' ');
    await first.local.close();

    for (const more of [{}, { data: 'data/examples.json' }]) {
      const next = await served({ ...more, store });
      expect(keptNote(next.local)).toContain(`It serves what LOCATOR_STORE had: version ${version},`);
      const answer = await (await fetch(`${next.local.url}/v1/centers/${center}`)).json();
      expect(JSON.stringify(answer)).toContain('Corrected House');
      expect(JSON.stringify(answer)).toMatch(/"state":"confirmed"/);
      await next.local.close();
    }

    const other = join(temporary, 'other.json');
    writeFileSync(other, formatJson((await loadRecords('data/examples.json')).slice(1, 2)));
    const refused = await served({ data: other, store }).catch(explain);
    // One sentence, without a stack trace.
    expect(refused).toMatch(
      new RegExp(`^LOCATOR_STORE .* has version ${version}, .*other data \\(1 centers\\)\\. Nothing was replaced\\.`),
    );
    expect(refused).not.toContain('    at ');
  });
});

/** What `npm start` serves, in this process. */
async function served(options: LocalOptions) {
  const progress: string[] = [];
  const local = await startLocal({
    ...{ assembly: LOCATOR_ASSEMBLY, ...options },
    ...{ progress: (line: string) => progress.push(line), log: () => {} },
  });
  // The container is warm afterwards, as after the first search of the command.
  await (await fetch(`${local.url}/v1/centers?near=85004&limit=1`)).arrayBuffer();
  return { local, progress };
}
