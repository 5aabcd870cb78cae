import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { CLIENT_PACKAGE, packClient } from '../../infra/client-package.ts';
import { tryClient } from '../../infra/tools/client/try.ts';

async function packed(): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'locator-packed-'));
  try {
    packClient(folder, 'web');
    return await readFile(join(folder, CLIENT_PACKAGE));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Names of the files in a tar archive: each begins a header of 512 bytes, which says how long the file is. */
function namesIn(tar: Buffer): string[] {
  const names: string[] = [];
  for (let at = 0; at < tar.length && tar[at] !== 0; ) {
    names.push(tar.toString('latin1', at, at + 100).replace(/\0.*$/s, ''));
    const size = Number.parseInt(tar.toString('latin1', at + 124, at + 136), 8);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return names;
}

test('is the same bytes each time, holds what it needs and nothing else, and depends on nothing', async () => {
  const [one, other] = [await packed(), await packed()];
  const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  expect(digest(one)).toBe(digest(other));
  expect(namesIn(gunzipSync(one)).sort()).toEqual([
    'package/README.md',
    'package/dist/client.d.ts',
    'package/dist/index.d.ts',
    'package/dist/index.js',
    'package/dist/problem-error.d.ts',
    'package/dist/types.d.ts',
    'package/package.json',
  ]);
  expect(Object.keys(JSON.parse(await readFile('web/client/package.json', 'utf8')))).not.toContain('dependencies');
}, 60_000);

test('runs from an empty folder in Node, Vite and esbuild, as its README says', async () => {
  const { bytes, said } = await tryClient();
  for (const text of Object.values(said)) expect(text).toMatch(/^1\n1 null \w+$/);
  expect(Object.keys(said)).toEqual(['Node', 'esbuild', 'Vite']);
  expect(bytes.esbuild?.gzipped).toBeLessThan(1_700);
  expect(bytes.Vite?.gzipped).toBeLessThan(2_000);
}, 120_000);
