import { expect, it } from 'vitest';
import { call } from '../../support/gateway-call.ts';
import { serveRecords } from '../../support/real-records.ts';

const { handler } = await serveRecords();
const headers = { 'content-type': 'application/json' };
const ask = (path: string, method: string, params: object = {}) =>
  call(handler, path, { method: 'POST', headers, body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }) });

it('/mcp/ answers as /mcp does', async () => {
  const params = { name: 'list_filters', arguments: { field: 'level' } };
  const [plain, slash] = await Promise.all(['/mcp', '/mcp/'].map((path) => ask(path, 'tools/call', params)));
  expect(plain?.status).toBe(200);
  expect(slash).toEqual(plain);
  const [refused, refusedToo] = await Promise.all(['/mcp', '/mcp/'].map((path) => call(handler, path)));
  expect([refused?.status, refused?.headers.allow]).toEqual([405, 'POST, OPTIONS']);
  expect(refusedToo).toEqual(refused);
});

it.each(['2025-03-26', '2025-06-18', '2025-11-25'])(
  '%s: no change of the list is promised, since no stream tells of it',
  async (protocolVersion) => {
    const clientInfo = { name: 'test', version: '1' };
    const { body } = await ask('/mcp', 'initialize', { protocolVersion, capabilities: {}, clientInfo });
    const { capabilities } = JSON.parse(body).result;
    expect(capabilities.tools.listChanged ?? false).toBe(false);
    expect(capabilities.resources.listChanged ?? false).toBe(false);
    expect(Object.keys(capabilities).sort()).toEqual(['resources', 'tools']);
  },
);
