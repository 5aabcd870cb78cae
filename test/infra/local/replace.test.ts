import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SynthesizedStack } from '../../../infra/local/assembly.ts';
import { type Local, startLocal } from '../../../infra/local/start.ts';
import { readDeclaration } from '../../../infra/local/template.ts';
import { assemblyFolder } from '../../support/assembly.ts';

const temporary = mkdtempSync(join(tmpdir(), 'locator-replace-'));
let local: Local;
beforeAll(async () => {
  local = await startLocal({ assembly: await assemblyFolder('stub'), data: null, log: () => {} });
});
afterAll(async () => {
  await local.close();
  rmSync(temporary, { recursive: true });
});

/** The initial stack, with other code in one of its asset folders. */
function withCode(folderBefore: string, name: string, code: string, file = 'index.mjs'): SynthesizedStack {
  const folder = mkdtempSync(join(temporary, `${name}-`));
  writeFileSync(join(folder, file), code);
  const assets = [...local.stack.assets].map(([key, path]) => [key, path === folderBefore ? folder : path] as const);
  return { template: local.stack.template, assets: new Map(assets) };
}

function searchFolder(): string {
  const { api, functions } = readDeclaration(local.stack);
  const [method] = api.resources.find(({ path }) => path === '/v1/health')?.methods.values() ?? [];
  const id = method && 'functionId' in method.answer ? method.answer.functionId : '';
  return functions.get(id)?.folder ?? '';
}

const answering = (body: string, afterMs = 0): string => `export const handler = async () => {
  await new Promise((done) => setTimeout(done, ${afterMs}));
  return { statusCode: 200, body: '${body}' };
};`;
const ask = async (): Promise<string> => (await fetch(`${local.url}/v1/health`)).text();
const askWithKey = () => fetch(`${local.apiUrl}/v1/centers`, { headers: { 'x-api-key': key } });
let key = '';

test('new code answers from the next request on, the old code what it had begun, and keys stay', async () => {
  const made = await fetch(`${local.controlUrl}/apikeys`, { method: 'POST', body: '{"name":"acme","enabled":true}' });
  const { id, value } = (await made.json()) as { id: string; value: string };
  key = value;
  const plans = (await (await fetch(`${local.controlUrl}/usageplans`)).json()) as { item: { id: string }[] };
  await fetch(`${local.controlUrl}/usageplans/${plans.item[0]?.id}/keys`, {
    method: 'POST',
    body: JSON.stringify({ keyId: id, keyType: 'API_KEY' }),
  });
  await local.replace(withCode(searchFolder(), 'slow', answering('slow', 400)));
  const begun = ask();
  await new Promise((done) => setTimeout(done, 100));
  const replaced = local.replace(withCode(searchFolder(), 'quick', answering('quick')));
  expect(await begun).toBe('slow');
  await replaced;
  expect(await ask()).toBe('quick');
  expect((await askWithKey()).status).toBe(200);
});

test.each([
  ['a syntax error', 'export const handler = ;'],
  ['an error when it loads', 'throw new Error("no"); export const handler = 1;'],
  ['no handler', 'export const other = 1;'],
])('code with %s is refused, and what was there goes on', async (_, code) => {
  await expect(local.replace(withCode(searchFolder(), 'broken', code))).rejects.toThrow();
  expect(await ask()).toBe('quick');
});

test('another page is served from the next request on', async () => {
  const { site } = readDeclaration(local.stack);
  await local.replace(withCode(site.folder, 'site', '<title>New</title>', 'index.html'));
  expect(await (await fetch(`${local.url}/`)).text()).toBe('<title>New</title>');
});
