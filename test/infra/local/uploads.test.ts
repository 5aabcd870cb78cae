import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withTable } from '../../../data/commands/publish-table.ts';
import { formatJson } from '../../../data/records/format.ts';
import { loadRecords } from '../../../data/records/load.ts';
import type { CenterRecord } from '../../../functions/domain/record.ts';
import { ALLOW_DROP, reportKeyOf, reportSchema, type UploadReport } from '../../../functions/publisher/upload.ts';
import { type Local, startLocal } from '../../../infra/local/start.ts';
import { data } from '../../data/command.ts';
import { temporaryFolder } from '../../data/folder.ts';
import { assemblyFolder } from '../../support/assembly.ts';

let local: Local;
let records: CenterRecord[];
const written: string[] = [];
let s3: S3Client;
let uploads = 0;

// The whole synthesized application: the deployed bundle publishes here.
beforeAll(async () => {
  local = await startLocal({ assembly: await assemblyFolder(), data: null, log: (text) => written.push(text) });
  records = await loadRecords('test/fixtures/listings');
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  s3 = new S3Client({ endpoint: local.bucketEndpoint, region: 'us-west-2', credentials });
});
afterAll(async () => {
  s3.destroy();
  await local.close();
});

async function put(body: Buffer | string, allowDrop?: boolean): Promise<string> {
  uploads += 1;
  const Key = `incoming/file-${uploads}.json`;
  const Metadata = allowDrop === undefined ? {} : { [ALLOW_DROP]: String(allowDrop) };
  await s3.send(new PutObjectCommand({ Bucket: local.bucketName, Key, Body: Buffer.from(body), Metadata }));
  return Key;
}

async function reportOn(key: string): Promise<UploadReport> {
  for (;;) {
    const answer = await s3
      .send(new GetObjectCommand({ Bucket: local.bucketName, Key: reportKeyOf(key) }))
      .catch((error: Error) => (error.name === 'NoSuchKey' ? null : Promise.reject(error)));
    if (answer !== null) return reportSchema.parse(JSON.parse((await answer.Body?.transformToString()) ?? ''));
    await pause(100);
  }
}
const published = async (body: Buffer | string, allowDrop?: boolean) => reportOn(await put(body, allowDrop));
const head = () =>
  withTable({ table: local.tableName, endpoint: local.endpoint }, async (store) => (await store.readHead()) ?? null);

test('a good file is published with a report; the same again writes nothing; what is wrong changes nothing', async () => {
  const first = await published(formatJson(records));
  expect(first).toMatchObject({
    outcome: 'published',
    counts: { centers: 120, faults: 0 },
    published: { centers: 120, before: null },
    diff: { added: 120, removed: 0, changed: 0, same: 0 },
  });
  expect((await head())?.version).toBe(first.published?.version);
  const answer = await fetch(`${local.url}/v1/centers?near=85004&level=iop&limit=3`);
  expect(((await answer.json()) as { results: unknown[] }).results).toHaveLength(3);
  expect(await published(gzipSync(formatJson(records)))).toMatchObject({
    outcome: 'unchanged',
    published: { itemsWritten: 0 },
    diff: { changed: 0, same: 120 },
  });

  const wrong = structuredClone(records);
  const [broken, odd] = wrong;
  if (broken === undefined || odd === undefined) throw new Error('no records');
  (broken.center.phones[0] as { number: string }).number = '602';
  odd.center.address.zip = '00000';
  const refused = await published(formatJson(wrong));
  expect(refused).toMatchObject({ outcome: 'refused', published: null, counts: { faults: 2 } });
  expect(refused.findings.join('\n')).toMatch(/file-3\.json:\d+:\d+ \[.*phones\/0\/number: .*must be a United States/);
  expect(refused.findings.join('\n')).toContain('there is no ZIP 00000');
  for (const body of ['[{', '{}', '[]', gzipSync('x').subarray(0, 12), gzipSync(Buffer.alloc(201e6), { level: 1 })]) {
    expect((await published(body)).outcome).toBe('refused');
  }
  const samples = await published(formatJson([...records, ...(await loadRecords('data/examples.json'))]));
  expect(samples.reasons[0]).toMatch(/^8 of its centers are fictional/);

  const few = formatJson(records.slice(0, 100));
  const drop = await published(few, false);
  expect(drop).toMatchObject({ outcome: 'refused', published: null });
  expect(drop.reasons[0]).toContain('the table has 120 centers and the new dataset 100, 16.7 % fewer');
  expect((await head())?.revision).toBe(1);
  expect(await published(few, true)).toMatchObject({ outcome: 'published', diff: { removed: 20 } });
  expect((await head())?.centers).toBe(100);
});

test('of two at once the newer one stays; a command waits for its report; the log has counts only', async () => {
  const renamed = (name: string) =>
    records.map((record, at) => (at === 0 ? { ...record, center: { ...record.center, name } } : record));
  const both = await Promise.all(
    [renamed('One House'), renamed('Two House')].map((list) => published(formatJson(list))),
  );
  // S3 stores whole seconds: of two uploads in one second either may win, but an older one may not.
  const stays = (await head())?.version;
  const [newest = both[0]] = both.toSorted((one, other) => (one.uploadedAt < other.uploadedAt ? 1 : -1));
  for (const { outcome } of both) expect(['published', 'superseded']).toContain(outcome);
  if (both[0]?.uploadedAt === both[1]?.uploadedAt) expect(both.map((one) => one.published?.version)).toContain(stays);
  else expect(newest?.published?.version).toBe(stays);

  const folder = await temporaryFolder();
  const [file, samples] = [join(folder, 'few.json'), 'data/examples.json'];
  await writeFile(file, formatJson(records));
  const bucket = ['--bucket', local.bucketName, '--endpoint', local.bucketEndpoint];
  const done = await data('upload', file, ...bucket);
  expect(done.stdout).toMatch(/^published: 120 centers, 0 faults, \d+ warnings\n/);
  expect(done.stdout).toContain('120 centers become 120: 0 added, 0 removed, 1 changed, 119 the same');
  expect(await data('upload', file, ...bucket)).toMatchObject({
    ...{ code: 0, stdout: expect.stringMatching(/^unchanged: 120 centers, /) },
  });
  const refused = await data('upload', samples, ...bucket);
  expect(refused).toMatchObject({ code: 1, stdout: expect.stringContaining('fictional') });

  const lines = written
    .join('')
    .split('\n')
    .filter((line) => line.includes('"publisher"'));
  expect(lines.length).toBeGreaterThan(10);
  expect(lines.some((line) => (JSON.parse(line) as { outcome: string }).outcome === 'refused')).toBe(true);
  for (const word of ['file-', 'House', '+1602', records[0]?.center.id ?? ''])
    expect(lines.join('\n')).not.toContain(word);
  // The faulty number, which durations may have the digits of.
  expect(lines.join('\n')).not.toMatch(/\\?"602\\?"/);
});

test('a file that was delayed does not take the place of a later one', async () => {
  const { version } = (await head()) ?? {};
  const bucket = { Bucket: local.bucketName, ContentType: 'application/json' };
  const latest = { key: 'incoming/later.json', uploadedAt: new Date(Date.now() + 60_000).toISOString(), version };
  await s3.send(new PutObjectCommand({ ...bucket, Key: 'reports/latest.json', Body: JSON.stringify(latest) }));
  expect(await published(formatJson(records.slice(0, 119)))).toMatchObject({
    outcome: 'superseded',
    published: null,
    reasons: ['"incoming/later.json" was uploaded later and replaces it'],
  });
  expect((await head())?.version).toBe(version);
});
