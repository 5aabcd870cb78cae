import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Collected, collectFacts } from '../../../data/provider-facts/collect.ts';
import { hostFault, isPublicAddress } from '../../../data/provider-facts/fetch-file.ts';
import { withProviders } from '../../../data/provider-facts/load.ts';
import type { CenterRecord } from '../../../functions/domain/record.ts';
import { MOST_PROVIDER_BYTES } from '../../../functions/records/provider/schema.ts';
import { engineStore } from '../../support/engine-store.ts';
import { data } from '../command.ts';
import { fileOf, listing, NOW, schedule, site, TODAY } from './site.ts';

const mesa = listing('mesa-house-phoenix-1');
const other = listing('desert-clinic-phoenix-2', {
  name: 'Desert Clinic',
  organization: { slug: 'desert-clinic', name: 'Desert Clinic' },
  phones: [{ number: '+16022640000', extension: null, purpose: 'main', answeredBy: 'facility' }],
});
const records = [mesa, other];
const server = await site();
afterAll(() => server.close());

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'locator-providers-'));
  mkdirSync(join(folder, 'providers'));
  list({ domain: server.host, organization: 'mesa-house', centers: [mesa.center.id] });
});
afterEach(() => rmSync(folder, { recursive: true }));

function list(...providers: unknown[]): void {
  writeFileSync(join(folder, 'providers.json'), JSON.stringify({ format: 'providers/1', providers }));
}
const collect = (more: Partial<Parameters<typeof collectFacts>[0]> = {}) =>
  collectFacts({ folder, records, now: NOW, allowLocal: true, timeoutMs: 500, ...more });
async function one(more: Partial<Parameters<typeof collectFacts>[0]> = {}): Promise<Collected> {
  const [collected] = await collect(more);
  if (collected === undefined) throw new Error('nothing was collected');
  return collected;
}
const merged = async (given: readonly CenterRecord[] = records) => withProviders(given, TODAY, folder);
const evidence = () =>
  JSON.parse(readFileSync(join(folder, 'providers', `${server.host.replace(':', '_')}.evidence.json`), 'utf8'));

const evening = { id: 'evening', level: 'iop', asOf: '2026-11-18', schedule: schedule(['evening']) };
const good = () => fileOf(server.host, { programs: [{ ...evening, payers: ['medicaid', 'aetna'] }] });

describe('collecting what providers state', () => {
  it('keeps a good file with evidence, and asks again by its ETag', async () => {
    server.serves(good(), '"v1"');
    const first = await one();
    expect([first.outcome, first.difference.gained.map(({ fact }) => fact)]).toEqual([
      'read',
      [
        'evening: level',
        'evening: maxHoursPerWeek',
        'evening: maxSessionsPerWeek',
        'evening: payer',
        'evening: schedule',
      ],
    ]);
    expect(first.lines.join('\n')).toContain(
      'payer: listing ["medicaid","self-pay"] (2023-04-01), provider ["medicaid","aetna"]',
    );
    expect(evidence()).toMatchObject({
      state: 'current',
      url: `https://${server.host}/.well-known/treatment-programs.json`,
      ...{ fetchedAt: '2026-11-29T12:00:00.000Z', etag: '"v1"', failingSince: null },
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      proof: expect.stringContaining('Not proved: who wrote the file'),
      centers: [{ says: 'phoenix', center: mesa.center.id, by: 'list', offerings: { evening: 'iop' } }],
    });
    expect(server.asked.at(-1)?.headers['user-agent']).toMatch(/^program-locator/);

    const later = await one({ now: NOW + 86_400_000 });
    expect([later.outcome, later.difference.same]).toEqual(['unchanged', 5]);
    expect(server.asked.at(-1)?.headers['if-none-match']).toBe('"v1"');
    expect(evidence()).toMatchObject({ fetchedAt: '2026-11-29T12:00:00.000Z', readAt: '2026-11-30T12:00:00.000Z' });
  });

  it('says which facts changed, by center', async () => {
    server.serves(good());
    await one();
    server.serves(
      fileOf(server.host, { programs: [{ ...evening, schedule: schedule(['day']), languages: ['es'] }] }),
      '"2"',
    );
    const { outcome, difference } = await one();
    expect(outcome).toBe('read');
    expect(difference.changed).toEqual([
      { center: mesa.center.id, fact: 'evening: schedule', before: '["evening"]', after: '["day"]' },
    ]);
    expect(difference.gained.map(({ fact }) => fact)).toEqual(['evening: language']);
    expect(difference.lost.map(({ fact }) => fact)).toEqual(['evening: payer']);
  });

  it('takes a withdrawn file’s facts back', async () => {
    server.serves(good());
    await one();
    expect((await merged()).centers).toBe(1);
    server.answers((_, response) => void response.writeHead(410).end());
    expect([(await one()).outcome, (await merged()).records]).toEqual(['withdrawn', records]);
  });

  it('takes back what a provider said that is no longer on the list', async () => {
    server.serves(good());
    await one();
    list();
    expect([(await one()).outcome, (await merged()).records]).toEqual(['withdrawn', records]);
  });

  const answers: readonly [string, Parameters<typeof server.answers>[0], Collected['outcome'], RegExp][] = [
    ['cannot be found', (_, r) => void r.writeHead(404).end(), 'failed', /answered 404.*edition of 2026-11-20 stays/],
    [
      'is huge',
      (_, r) => void r.writeHead(200).end('x'.repeat(MOST_PROVIDER_BYTES + 1)),
      'failed',
      /more than the limit of 1000000/,
    ],
    ['is huge and does not say so', (_, r) => void stream(r), 'failed', /more than the limit of 1000000/],
    ['is slow', () => {}, 'failed', /no answer within 0.5 s/],
    ['stops in the middle', (_, r) => void r.writeHead(200).write('{"format":'), 'failed', /no answer within 0.5 s/],
    [
      'leads elsewhere',
      (_, r) => redirect(r, 'https://elsewhere.example/x'),
      'failed',
      /redirects to another site, elsewhere/,
    ],
    ['leads to another port', (_, r) => redirect(r, 'http://127.0.0.1:9/x'), 'failed', /redirects to another site/],
    ['leads in circles', (_, r) => redirect(r, '/again'), 'failed', /more than 3 redirects/],
    ['hangs up', (q) => void q.socket.destroy(), 'failed', /socket hang up|ECONNRESET/],
    ['is packed', (_, r) => void r.writeHead(200, { 'content-encoding': 'gzip' }).end('x'), 'failed', /sent as gzip/],
    ['is not JSON', (_, r) => void r.writeHead(200).end('{"format": "treatment-programs",'), 'refused', /:1:\d+: /],
    [
      'has faults',
      (_, r) => void r.writeHead(200).end(JSON.stringify({ ...good(), updated: '2027-01-01', version: 2 })),
      'refused',
      /\/version/,
    ],
    [
      'is of another host',
      (_, r) => void r.writeHead(200).end(JSON.stringify(fileOf('provider.example', { programs: [evening] }))),
      'refused',
      /organization\.website is on provider\.example/,
    ],
    [
      'leads visitors into a private network',
      (_, r) => {
        const file = fileOf(server.host, { programs: [evening] });
        const [center] = file.centers as object[];
        r.writeHead(200).end(JSON.stringify({ ...file, centers: [{ ...center, website: 'http://192.168.1.1/' }] }));
      },
      'refused',
      /"192\.168\.1\.1" is not on the public web/,
    ],
    [
      'speaks for another organization',
      (_, r) => {
        const file = fileOf(server.host, { programs: [evening] });
        const [center] = file.centers as object[];
        const foreign = { ...center, id: 'theirs', name: 'Desert Clinic', phones: other.center.phones };
        r.writeHead(200).end(JSON.stringify({ ...file, centers: [center, foreign] }));
      },
      'held',
      /"theirs" is "desert-clinic-phoenix-2" of Desert Clinic, another organization/,
    ],
  ];
  it.each(answers)('keeps the last edition of a file that %s', async (_, answer, outcome, why) => {
    server.serves(good());
    await one();
    const before = await merged();
    server.answers(answer);
    const failed = await one({ now: NOW + 60_000 });
    expect([failed.outcome, failed.lines.join('\n')]).toEqual([outcome, expect.stringMatching(why)]);
    expect(evidence()).toMatchObject({
      failingSince: '2026-11-29T12:01:00.000Z',
      fetchedAt: '2026-11-29T12:00:00.000Z',
    });
    const after = await merged();
    expect(after.notes.join()).toContain('fails since 2026-11-29T12:01:00.000Z, the edition of 2026-11-20 stays');
    const [was, now] = [before, after].map(({ records: [first] }) => first?.offerings[0]);
    expect(now).toEqual({ ...was, fromProvider: { ...was?.fromProvider, failingSince: TODAY } });
  });

  it('holds back a file that suddenly says much less', async () => {
    const programs = ['a', 'b', 'c', 'd'].map((id) => ({ ...evening, id }));
    server.serves(fileOf(server.host, { programs }));
    await one();
    server.serves(fileOf(server.host, { programs: programs.slice(0, 1) }), '"2"');
    const held = await one();
    expect([held.outcome, held.lines]).toEqual([
      'held',
      ['12 of 16 facts would go. If that is right, pass --allow-drop'],
    ]);
    expect((await one({ allowDrop: true })).outcome).toBe('read');
  });

  it('writes nothing in a dry run', async () => {
    server.serves(good());
    expect((await one({ dryRun: true })).outcome).toBe('read');
    expect((await merged()).notes).toEqual([`${server.host}: nothing was collected yet`]);
  });

  it('lets a listing’s own website speak for itself, and says what it leaves', async () => {
    list({ domain: server.host, organization: 'mesa-house', centers: [] });
    server.serves(good());
    const unsure = await one();
    expect(unsure.lines.join()).toMatch(
      /"phoenix": it looks like "mesa-house-phoenix-1", which neither providers.json/,
    );
    const withSite = { ...mesa, center: { ...mesa.center, website: `http://${server.host}/az` } };
    expect((await one({ records: [withSite, other] })).difference.gained).toHaveLength(5);
    expect(evidence().centers[0].by).toBe('website');
  });

  it.each<[string, unknown[], RegExp]>([
    ['an address', [{ domain: 'https://x.example/', organization: 'a', centers: [] }], /providers\/0\/domain/],
    [
      'one site twice',
      ['x.example', 'www.x.example'].map((domain) => ({ domain, organization: 'a', centers: [] })),
      /listed twice/,
    ],
  ])('refuses a list with %s', async (_, providers, why) => {
    list(...providers);
    await expect(collect()).rejects.toThrow(why);
  });

  it.each<[string, unknown, RegExp]>([
    [
      'another’s center',
      { organization: 'mesa-house', centers: ['desert-clinic-phoenix-2'] },
      /belongs to desert-clinic/,
    ],
    ['no center', { organization: 'mesa-house', centers: ['mesa'] }, /neither the id nor the name/],
    ['no organization', { organization: 'nobody', centers: [] }, /no listed center belongs to/],
  ])('refuses a provider that is listed with %s', async (_, entry, why) => {
    list({ domain: server.host, ...(entry as object) });
    server.serves(good());
    const { outcome, lines } = await one();
    expect([outcome, lines.join()]).toEqual(['refused', expect.stringMatching(why)]);
  });

  it('never reads what was edited after it was downloaded', async () => {
    server.serves(good());
    await one();
    const file = join(folder, 'providers', `${server.host.replace(':', '_')}.treatment-programs.json`);
    writeFileSync(file, readFileSync(file, 'utf8').replace('aetna', 'cigna'));
    await expect(merged()).rejects.toThrow('is not what was downloaded on 2026-11-29T12:00:00.000Z: it was edited');
  });

  it('refuses this machine and private addresses unless they are allowed', async () => {
    server.serves(good());
    const { outcome, lines } = await one({ allowLocal: false });
    expect([outcome, lines.join()]).toEqual(['failed', expect.stringContaining('is this machine: --allow-local')]);
    list({ domain: 'localhost.localdomain', organization: 'mesa-house', centers: [] });
    expect((await one({ allowLocal: false })).outcome).toBe('failed');
    const hidden =
      '0.0.0.0 10.1.2.3 100.64.1.1 127.0.0.1 169.254.169.254 172.31.0.1 192.168.0.1 198.18.0.1 224.0.0.1 255.255.255.255';
    const six = '::1 :: fe80::1 fc00::1 ff02::1 ::ffff:127.0.0.1 64:ff9b::7f00:1 2002:7f00:1:: 2001:db8::1';
    for (const address of `${hidden} ${six}`.split(' '))
      expect([address, isPublicAddress(address)]).toEqual([address, false]);
    for (const address of ['93.184.216.34', '8.8.8.8', '2606:2800:220:1::1'])
      expect([address, isPublicAddress(address)]).toEqual([address, true]);
    const at = (...found: readonly string[]) =>
      hostFault(
        'mesa.example',
        found.map((address) => ({ address })),
      );
    expect(at('8.8.8.8', '2606:2800:220:1::1')).toBeNull();
    expect(at('8.8.8.8', '10.1.2.3')).toBe('mesa.example is at 10.1.2.3, which is not public');
  });

  it('runs as a command', async () => {
    const path = join(folder, 'records.json');
    writeFileSync(path, JSON.stringify(records));
    mkdirSync(join(folder, 'none'));
    writeFileSync(join(folder, 'none/providers.json'), JSON.stringify({ format: 'providers/1', providers: [] }));
    server.serves(good());
    const args = ['collect-facts', path, '--providers', folder, '--allow-local'];
    const read = await data(...args);
    expect([read.code, read.stdout]).toEqual([0, expect.stringContaining(`${server.host}: read, facts +5 -0 ~0 =0`)]);
    expect(read.stdout).toContain('providers 1 = read 1 + unchanged 0 + withdrawn 0 + failed 0 + refused 0 + held 0');
    const engine = await engineStore();
    try {
      const table = ['--endpoint', engine.endpoint, '--providers'];
      expect((await data('publish', path, '--table', engine.tableName, ...table, join(folder, 'none'))).code).toBe(0);
      const compared = ['diff', path, '--against', engine.tableName, ...table];
      expect((await data(...compared, join(folder, 'none'))).stdout).toContain('0 changed, 2 the same');
      expect((await data(...compared, folder)).stdout).toContain('1 changed, 1 the same');
    } finally {
      await engine.close();
    }
    server.answers((_, response) => void response.writeHead(500).end());
    expect((await data(...args)).code).toBe(1);
    expect((await data('collect-facts', '--help')).stdout).toContain('--dry-run');
  });
});

const redirect = (response: ServerResponse, location: string) => void response.writeHead(302, { location }).end();

function stream(response: ServerResponse) {
  const more = () => {
    while (!response.destroyed && response.write('x'.repeat(65_536)));
    if (!response.destroyed) response.once('drain', more);
  };
  more();
}
