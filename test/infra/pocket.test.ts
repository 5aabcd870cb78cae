import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayInGit } from '../../infra/tools/pocket/from-data.ts';
import { runPocket } from '../../infra/tools/pocket/program.ts';
import { decode85 } from '../../web/pocket/base85.ts';
import { splitFiles } from '../../web/pocket/files.ts';
import { call } from '../support/gateway-call.ts';
import { serveRecords } from '../support/real-records.ts';

const folder = mkdtempSync(join(tmpdir(), 'locator-pocket-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string) => join(folder, name);
const data = ['--data', 'data/examples.json', '--date', '2026-11-29'];

async function run(...args: string[]) {
  const [printed, told]: [string[], string[]] = [[], []];
  const code = await runPocket(args, { print: (text) => printed.push(text), tell: (line) => told.push(line) });
  return { code, printed: printed.join(''), told: told.join('\n') };
}

/** The files in a pocket. */
function filesIn(html: string) {
  const [, packed = ''] = /id="packed-files">([^<]*)</.exec(html) ?? [];
  return splitFiles(gunzipSync(decode85(packed)).toString());
}

describe('npm run pocket', () => {
  test('writes a file, and says what is in it', async () => {
    const { code, printed, told } = await run('--out', file('a.html'), ...data);
    expect(code).toBe(0);
    expect(printed).toMatch(
      /a\.html: \d+ KB\n {2}\d+ centers in \d+ states \(.+\), listings as of November 29, 2026\n/,
    );
    expect(printed).toContain('links to pages of centers: none');
    expect(told.split('\n').length).toBeGreaterThan(2);
    expect(readdirSync(folder)).toEqual(['a.html']);
  });

  test('the same listings of the same day give the same bytes', async () => {
    await run('--out', file('b.html'), ...data);
    expect(readFileSync(file('b.html')).equals(readFileSync(file('a.html')))).toBe(true);
    await run('--out', file('c.html'), '--data', 'data/examples.json', '--date', '2026-11-28');
    expect(readFileSync(file('c.html')).equals(readFileSync(file('a.html')))).toBe(false);
  });

  test('links only to the website that is named', async () => {
    await run('--out', file('site.html'), '--site', 'https://find.example.org/', ...data);
    expect(readFileSync(file('site.html'), 'utf8')).toContain('data-site="https://find.example.org"');
    expect(readFileSync(file('a.html'), 'utf8')).not.toContain('data-site');
  });

  test('its only scripts are in it, and its policy lets nothing be loaded or sent', () => {
    const html = readFileSync(file('a.html'), 'utf8');
    expect(html).toContain(`content="default-src 'none'; script-src 'sha256-`);
    expect(html).not.toMatch(/unsafe|connect-src|<script[^>]* src=|<link[^>]* href="(?!data:)/);
    expect(html).not.toMatch(/url\((?!"?data:)/);
    expect(html.indexOf('tel:988')).toBeLessThan(html.indexOf('<h1>'));
  });

  test('--help says what can be given', async () => {
    const { code, printed } = await run('--help');
    expect(code).toBe(0);
    for (const option of ['--out', '--force', '--from', '--data', '--date', '--site'])
      expect(printed).toContain(option);
  });

  test.each([
    [['--out', 'OUT/a.html', ...data], 'is there already. Nothing was written. --force replaces it.'],
    [['--out', 'OUT/none/a.html', ...data], 'There is no folder'],
    [['--out', 'OUT', ...data], 'is a folder'],
    [['--out', 'OUT/x.html', '--data', 'data/examples.json', '--date', '2026-02-30'], 'It takes a day such as'],
    [['--out', 'OUT/x.html', '--data', 'data/examples.json', '--date', '2999-01-01'], 'That day is in the future'],
    [['--out', 'OUT/x.html', '--data', 'OUT/none.json', '--date', '2026-11-29'], 'none.json'],
    [['--out', 'OUT/x.html', '--from', 'http://find.example.org'], '--from takes a URL such as https://'],
    [['--out', 'OUT/x.html', '--from', 'https://find.example.org/?key=1'], 'without "?"'],
    [['--out', 'OUT/x.html', '--from', 'https://find.example.org', '--date', '2026-11-29'], 'leave out --date'],
    [['--out', 'OUT/x.html', '--site', 'javascript:alert(1)', ...data], '--site takes a URL such as https://'],
    [['--output', 'OUT/x.html'], "unknown option '--output'"],
  ])('%j is refused', async (args, says) => {
    const before = readdirSync(folder);
    const { code, told } = await run(...args.map((one) => one.replace(/^OUT/, folder)));
    expect(code).toBe(1);
    expect(told).toContain(says);
    expect(readdirSync(folder)).toEqual(before);
  });

  test('--force replaces the file', async () => {
    writeFileSync(file('old.html'), 'old');
    expect((await run('--out', file('old.html'), '--force', ...data)).code).toBe(0);
    expect(readFileSync(file('old.html')).equals(readFileSync(file('a.html')))).toBe(true);
  });

  test('data that git does not know needs its day', async () => {
    mkdirSync(file('own'));
    writeFileSync(file('own/own.json'), readFileSync('data/examples.json'));
    const { code, told } = await run('--out', file('x.html'), '--data', file('own'));
    expect(code).toBe(1);
    expect(told).toContain('Name the day of the listings, such as --date 2026-11-29.');
  });
});

test('a clone without history does not know how old its files are', async () => {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args]);
  const origin = file('origin');
  git('init', '-q', origin);
  for (const name of ['old.json', 'new.json']) {
    writeFileSync(join(origin, name), '[]');
    git('-C', origin, 'add', '.');
    git('-C', origin, 'commit', '-q', '-m', name);
  }
  expect(await dayInGit(join(origin, 'old.json'))).toBe(new Date().toISOString().slice(0, 10));
  git('clone', '-q', '--depth', '1', `file://${origin}`, file('clone'));
  await expect(dayInGit(join(file('clone'), 'old.json'))).rejects.toThrow('this clone has no history');
});

describe('npm run pocket -- --from', () => {
  let url = '';
  let fault: (path: string) => string | null = () => null;
  let close: () => void = () => undefined;
  let answers: Awaited<ReturnType<typeof serveRecords>>['handler'];
  beforeAll(async () => {
    ({ handler: answers } = await serveRecords());
    const server = createServer(async (request, response) => {
      const path = request.url ?? '';
      const wrong = fault(path);
      if (wrong === 'redirect') {
        response.writeHead(302, { location: 'https://example.org/' }).end();
        return;
      }
      const { status, body } = await call(answers, path);
      response.writeHead(wrong === '503' ? 503 : status).end(wrong === null ? body : wrong);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    close = () => server.close();
  });
  afterAll(() => close());

  test('takes the listings of a running locator, with their own day', async () => {
    const { code, printed, told } = await run('--out', file('api.html'), '--from', `${url}/`);
    expect(told).not.toContain('error');
    expect(code).toBe(0);
    expect(printed).toContain('listings as of November 23, 2026');
    const files = filesIn(readFileSync(file('api.html'), 'utf8'));
    for (const path of ['/v1/dataset', '/v1/states', '/v1/taxonomy'])
      expect(JSON.parse(files.get(path) ?? '')).toEqual(JSON.parse((await call(answers, path)).body));
    const parts = [...files].filter(([path]) => path.startsWith('/v1/dataset/parts/'));
    expect(parts.length).toBe(JSON.parse(files.get('/v1/dataset') ?? '').parts.length);
    for (const [path, text] of parts) expect(text).toBe((await call(answers, path)).body);
  });

  test.each([
    ['a locator that is down', /./, '503', 'No listings were received from'],
    ['a locator that leads elsewhere', /./, 'redirect', 'No listings were received from'],
    ['what is no list', /dataset$/, '{"format":99}', 'did not answer with listings that this version can read'],
    ['a part that is damaged', /parts/, '{"kind":"part"', 'did not answer with listings that this version can read'],
    [
      'places that are damaged',
      /places/,
      '{"kind":"places"}',
      'did not answer with listings that this version can read',
    ],
    [
      'states that are of other listings',
      /states/,
      '{"states":[{"code":"AZ","name":"Arizona","centers":1}]}',
      'changed while they were read',
    ],
    [
      'a taxonomy of other listings',
      /taxonomy/,
      '{"filters":[],"dataset":{"version":"other"}}',
      'changed while they were read',
    ],
    ['a taxonomy that is none', /taxonomy/, '[]', '/v1/taxonomy is not what this version can read'],
    ['an answer without an end', /states/, 'x'.repeat(5_000_000), 'answers with too much'],
  ])('%s is refused, and nothing is written', async (_, path, answer, says) => {
    const before = readdirSync(folder);
    fault = (asked) => (path.test(asked) ? answer : null);
    const { code, told } = await run('--out', file('y.html'), '--from', url);
    fault = () => null;
    expect(told).toContain(says);
    expect(code).toBe(1);
    expect(readdirSync(folder)).toEqual(before);
  });
});
