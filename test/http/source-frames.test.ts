import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { sourceFrame } from '../../functions/http/source-frames.ts';
import { buildHandler } from '../../infra/handler-bundle.ts';

const folder = mkdtempSync(join(tmpdir(), 'locator-frames-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a frame of a minified bundle names the file and line of the source', () => {
  const source = join(folder, 'throws.ts');
  writeFileSync(
    source,
    "interface Given { n: number }\n\nexport function fails(_: Given): never {\n  throw new Error('no');\n}\n",
  );
  buildHandler(source, join(folder, 'built'), {});
  // The code runs in a separate process, because Node already maps sources in the process of the tests.
  const bundle = pathToFileURL(join(folder, 'built/index.mjs')).href;
  const code = `const { fails } = await import(${JSON.stringify(bundle)}); try { fails({}); } catch (error) { console.log(error.stack); }`;
  const stack = execFileSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' });
  const [, frame = ''] = stack.split('\n');
  expect(frame).toContain('start.mjs:');
  expect(sourceFrame(frame)).toMatch(/^\s+at (?:\w+ )?\(?throws\.ts:4:9\)?$/);
});

test.each([
  'at handler (file:///var/task/index.mjs:3:14)',
  'at async runRequest (node:internal/process/task_queues:103:5)',
  'at Array.map (<anonymous>)',
  '',
])('"%s" stays, for there is no map to read', (frame) => {
  expect(sourceFrame(frame)).toBe(frame);
});
