import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadRecords } from '../../../data/records/load.ts';
import { confirm } from '../../../functions/publish/confirm.ts';
import { publish } from '../../../functions/publish/publish.ts';
import { publishedRecords } from '../../../functions/publish/published-records.ts';
import { digestOfCenter } from '../../../functions/store/purged.ts';
import { type EngineStore, engineStore } from '../../support/engine-store.ts';
import { data as command } from '../command.ts';

let engine: EngineStore;
let cdn: Server;
const invalidated: string[] = [];
beforeAll(async () => {
  engine = await engineStore();
  // The part of CloudFront's control plane that one invalidation needs.
  cdn = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      invalidated.push(`${incoming.method} ${incoming.url} ${Buffer.concat(chunks)}`);
      const id = '<Id>I2EXAMPLE</Id><Status>InProgress</Status><CreateTime>2026-11-30T00:00:00Z</CreateTime>';
      outgoing.writeHead(201, { 'content-type': 'text/xml' }).end(`<Invalidation>${id}</Invalidation>`);
    });
  });
  await new Promise<void>((resolve) => cdn.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  cdn.closeAllConnections();
  await new Promise((resolve) => cdn.close(resolve));
  await engine.close();
});

const data = (...args: string[]) => command(...args, '--table', engine.tableName, '--endpoint', engine.endpoint);

test('an operator withdraws a center from readers, versions and the CDN; the audit trail says who, and not which', async () => {
  const records = await loadRecords('test/fixtures/listings');
  const [record] = records.filter(({ offerings }) => offerings.length > 0);
  if (record === undefined) throw new Error('no center');
  const { id } = record.center;
  const origin = { what: 'publish', by: 'kim' } as const;
  await publish({ store: engine.store, records, now: Date.now(), origin });
  const offering = record.offerings[0]?.id ?? '';
  const request = { center: id, offering, state: 'confirmed', by: 'lee', seen: null } as const;
  await confirm(request, { store: engine.store, now: Date.now() });

  expect((await data('purge', 'Not An Id')).stderr).toContain('is not the id of a center');
  const { port } = cdn.address() as AddressInfo;
  const done = await data('purge', id, '--distribution', 'E2EXAMPLE', '--cdn-endpoint', `http://127.0.0.1:${port}`);
  expect(done).toMatchObject({ code: 0, stderr: '' });
  expect(done.stdout).toContain(`withdrew "${id}"`);
  expect(done.stdout).toContain('kept versions rewritten without it: 2, removed: 0');
  expect(done.stdout).toContain('CDN: invalidated everything (I2EXAMPLE)');
  expect(done.stdout).toContain('cannot be recalled');
  expect(invalidated).toHaveLength(1);
  expect(invalidated[0]).toMatch(/^POST \/2020-05-31\/distribution\/E2EXAMPLE\/invalidation .*<Path>\/\*<\/Path>/);

  const head = await engine.store.readHead();
  if (head === null) throw new Error('nothing is published');
  expect((await publishedRecords(head, engine.store)).map(({ center }) => center.id)).not.toContain(id);
  expect(await engine.store.history(id)).toEqual([]);

  const audit = (await data('audit')).stdout;
  expect(
    audit
      .split('\n')
      .filter(Boolean)
      .map((line) => line.replace(/^\S+ +/, '').replace(/(revision \d+) .* centers/, '$1')),
  ).toEqual([
    expect.stringMatching(new RegExp(`^revision 4  purge by \\S+  center ${digestOfCenter(id)}$`)),
    expect.stringMatching(/^revision 3 {2}purge by /),
    'revision 2  confirmation by lee',
    'revision 1  publish by kim',
  ]);
  expect(audit).not.toContain(id);
  expect((await data('audit', '--center', id)).stdout.split('\n').filter(Boolean)).toHaveLength(2);
  expect((await data('audit', '--center', 'another-center-abc123')).stdout).toBe('no entries\n');

  const failed = await data('purge', id, '--distribution', 'E2EXAMPLE', '--cdn-endpoint', 'http://127.0.0.1:1');
  expect(failed.code).toBe(1);
  for (const said of ['was not in the current dataset', 'CDN: NOT invalidated', 'The CDN still has its copies'])
    expect(failed.stderr).toContain(said);

  const again = await data('publish', 'test/fixtures/listings');
  expect(again.stdout).toContain('left out because they were purged: 1');
  expect((await data('purge', id, '--allow-again')).stdout).toContain('may be published again');
  expect((await data('publish', 'test/fixtures/listings')).stdout).toContain(`${records.length} centers`);
  expect((await data('verify')).stdout).toContain('is whole');
});
