import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/api/app.ts';
import { StoreUnavailableError } from '../../../functions/dataset/dataset-reader.ts';
import { places } from '../../../functions/places/load.ts';
import { Locator } from '../../../functions/search/locator.ts';
import { memoryStore } from '../../../functions/store/memory.ts';
import { problemSchema } from '../../support/answer-schema.ts';
import { call } from '../../support/gateway-call.ts';
import { callTool, mcpClient, throughHandler } from '../../support/mcp-client.ts';
import { serve, serveRecords } from '../../support/real-records.ts';

const { handler, lines } = await serveRecords();
const accept = 'application/json, text/event-stream';
const send = (body: unknown, headers: Record<string, string> = {}) =>
  call(handler, '/mcp', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: accept, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const request = (method: unknown, params?: unknown) => ({
  jsonrpc: '2.0',
  id: 7,
  method,
  ...(params !== undefined && { params }),
});
const toolCall = (name: string, given: unknown = {}) => request('tools/call', { name, arguments: given });

describe('the SDK’s own client', () => {
  it.each(['legacy', 'auto'] as const)('connects and asks, negotiating as "%s"', async (mode) => {
    const client = await mcpClient('https://locator.example', {
      fetch: throughHandler(handler),
      options: { versionNegotiation: { mode } },
    });
    expect(client.getServerVersion()).toMatchObject({ name: 'program-locator' });
    expect((await client.listTools()).tools).toHaveLength(5);
    const { facts } = await callTool(client, 'find_programs_near', { near: '85004', level: ['iop'], limit: 2 });
    expect(facts?.results).toHaveLength(2);
    await expect(client.callTool({ name: 'nope', arguments: {} })).rejects.toThrow(/nope/);
    await client.close();
  });

  it('negotiates the newest revision where it can', async () => {
    const seen = new Set<string | null>();
    const through = throughHandler(handler);
    const watching: typeof fetch = (input, init) => {
      seen.add(new Request(input, init).headers.get('mcp-protocol-version'));
      return through(input, init);
    };
    const options = { versionNegotiation: { mode: 'auto' as const } };
    const client = await mcpClient('https://locator.example', { fetch: watching, options });
    await client.listTools();
    expect([...seen]).toContain('2026-07-28');
  });
});

describe('one message, one JSON answer', () => {
  it('is never a stream, never kept, and names no session', async () => {
    const { status, headers, body } = await send(request('tools/list'));
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, 'application/json', 'no-store']);
    expect(headers['mcp-session-id']).toBeUndefined();
    expect(headers).toMatchObject({ 'access-control-allow-origin': '*', 'x-request-id': expect.any(String) });
    expect(JSON.parse(body)).toMatchObject({ jsonrpc: '2.0', id: 7, result: { tools: { length: 5 } } });
  });

  it('accepts a notification and a response without an answer', async () => {
    expect(await send({ jsonrpc: '2.0', method: 'notifications/initialized' })).toMatchObject({
      status: 202,
      body: '',
    });
    expect(await send({ jsonrpc: '2.0', id: 1, result: {} })).toMatchObject({ status: 202, body: '' });
  });

  it.each([undefined, '*/*', 'application/json', accept])('takes Accept: %s', async (type) => {
    const headers = { 'Content-Type': 'application/json', ...(type !== undefined && { Accept: type }) };
    const answer = await call(handler, '/mcp', { method: 'POST', headers, body: JSON.stringify(request('ping')) });
    expect(JSON.parse(answer.body)).toEqual({ jsonrpc: '2.0', id: 7, result: {} });
  });

  it('refuses a revision that it does not speak, naming those it does', async () => {
    const { status, body } = await send(request('tools/list'), { 'MCP-Protocol-Version': '1999-01-01' });
    expect(status).toBe(400);
    expect(JSON.parse(body).error.message).toMatch(/2025-11-25/);
  });

  it('refuses a subscription, which would hold a stream open', async () => {
    const _meta = {
      'io.modelcontextprotocol/protocolVersion': '2026-07-28',
      'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
      'io.modelcontextprotocol/clientCapabilities': {},
    };
    const listen = request('subscriptions/listen', { notifications: { toolsListChanged: true }, _meta });
    const { headers, body } = await send(listen, {
      'MCP-Protocol-Version': '2026-07-28',
      'Mcp-Method': 'subscriptions/listen',
    });
    expect(headers['content-type']).toBe('application/json');
    expect(JSON.parse(body)).toMatchObject({ id: 7, error: { code: -32603 } });
  });
});

describe('what is refused as everywhere in the API', () => {
  it.each<[string, Parameters<typeof call>[2], number]>([
    ['GET', { method: 'GET', headers: { Accept: 'text/event-stream' } }, 405],
    ['DELETE', { method: 'DELETE' }, 405],
    ['PUT', { method: 'PUT', body: '{}' }, 405],
    ['another type', { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: '{}' }, 415],
    ['no type', { method: 'POST', body: '{}' }, 415],
    [
      'a stream only',
      { method: 'POST', headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' }, body: '{}' },
      406,
    ],
    ['a huge body', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: ' '.repeat(65_537) }, 413],
  ])('%s', async (_what, given, status) => {
    const answer = await call(handler, '/mcp', given);
    expect(answer.status, answer.body).toBe(status);
    expect(problemSchema.parse(JSON.parse(answer.body)).status).toBe(status);
    if (status === 405) expect(answer.headers.allow).toBe('POST, OPTIONS');
  });

  it('a query', async () => {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await call(handler, '/mcp?near=85004', {
      method: 'POST',
      headers,
      body: JSON.stringify(request('ping')),
    });
    expect(answer.status).toBe(400);
  });

  it('a preflight lets a browser send what the protocol needs', async () => {
    const { status, headers } = await call(handler, '/mcp', { method: 'OPTIONS' });
    expect(status).toBe(204);
    for (const name of [
      'content-type',
      'x-api-key',
      'mcp-protocol-version',
      'mcp-method',
      'mcp-name',
      'mcp-session-id',
    ])
      expect(headers['access-control-allow-headers']).toContain(name);
  });
});

describe('Origin', () => {
  it('may be any website where the public can reach the server anyway', async () => {
    for (const Origin of ['https://example.org', 'null'])
      expect((await send(request('ping'), { Origin })).status).toBe(200);
  });

  it('must be this machine’s own where only this machine can reach the server', async () => {
    const services = { locator: new Locator({ store: memoryStore() }), places, now: Date.now };
    const local = createHandler({ ...services, publicUrl: 'http://127.0.0.1:3000' }, () => {});
    const ping = (Origin: string) =>
      call(local, '/mcp', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin },
        body: JSON.stringify(request('ping')),
      });
    for (const origin of ['http://localhost:6274', 'http://127.0.0.1:3000', 'http://[::1]'])
      expect((await ping(origin)).status, origin).toBe(200);
    for (const origin of ['https://example.org', 'http://127.0.0.1.example.org', 'null', 'x'])
      expect((await ping(origin)).status, origin).toBe(403);
  });
});

describe('a batch', () => {
  const batch = [
    { ...request('tools/list'), id: 'a' },
    { jsonrpc: '2.0', method: 'notifications/initialized' },
    { ...toolCall('find_place', { text: 'phoenix', limit: 1 }), id: 'b' },
    { jsonrpc: '1.0', id: 'c', method: 'ping' },
    { ...request('tools/destroy'), id: 'd' },
  ];

  it.each([undefined, '2025-03-26'])('of revision %s is answered by a list, in its order', async (revision) => {
    const headers = revision === undefined ? {} : { 'MCP-Protocol-Version': revision };
    const { status, body } = await send(batch, headers);
    const answers = JSON.parse(body) as { id: string; error?: { code: number }; result?: object }[];
    expect(status).toBe(200);
    expect(answers.map(({ id, error }) => [id, error?.code])).toEqual([
      ['a', undefined],
      ['b', undefined],
      ['c', -32600],
      ['d', -32601],
    ]);
    const [list] = answers;
    expect(list?.result).toEqual(JSON.parse((await send(request('tools/list'))).body).result);
  });

  it.each(['2025-06-18', '2025-11-25', '2026-07-28'])(
    'of revision %s, which has none, is refused',
    async (revision) => {
      const { status, body } = await send(batch, { 'MCP-Protocol-Version': revision });
      expect([status, JSON.parse(body).error.code]).toEqual([400, -32600]);
      expect(JSON.parse(body).error.message).toContain(revision);
    },
  );

  it('of notifications is taken without an answer', async () => {
    const notification = { jsonrpc: '2.0', method: 'notifications/initialized' };
    expect(await send([notification, notification])).toMatchObject({ status: 202, body: '' });
  });

  it('that speaks of danger to life has the helplines in every answer', async () => {
    const asked = [toolCall('find_programs_near', { q: 'i want to die 85004' }), request('i want to die')];
    const [found, wrong] = JSON.parse((await send(asked)).body);
    expect(found.result.structuredContent).toMatchObject({ crisis: true });
    expect(wrong.error.message).toContain('988');
  });
});

describe('hostile input', () => {
  it.each<[string, unknown, number, number]>([
    ['no JSON', '{"jsonrpc":', 400, -32700],
    ['nothing', '', 400, -32700],
    ['an empty batch', [], 400, -32600],
    ['a batch that opens', [request('ping'), request('initialize', {})], 400, -32600],
    ['a batch of too many', Array.from({ length: 21 }, () => request('ping')), 400, -32600],
    ['a number', 7, 400, -32600],
    ['null', 'null', 400, -32600],
    ['no version', { id: 7, method: 'ping' }, 400, -32600],
    ['another version', { jsonrpc: '1.0', id: 7, method: 'ping' }, 400, -32600],
    ['a method that is none', request(7), 400, -32600],
    ['an id that is none', { jsonrpc: '2.0', id: {}, method: 'ping' }, 400, -32600],
    ['an unknown method', request('tools/destroy'), 200, -32601],
    ['a method of a prototype', request('__proto__'), 200, -32601],
    ['a tool of a prototype', toolCall('constructor'), 200, -32602],
    ['an unknown tool', toolCall('find_people'), 200, -32602],
    ['arguments that are a list', toolCall('get_center', ['x']), 200, -32602],
    ['arguments that are text', toolCall('get_center', 'x'), 200, -32602],
    ['no tool', request('tools/call', {}), 200, -32602],
  ])('%s is a JSON-RPC error', async (_what, body, status, code) => {
    const answer = await send(body);
    expect([answer.status, JSON.parse(answer.body).error?.code], answer.body).toEqual([status, code]);
    expect(JSON.parse(answer.body)).toMatchObject({ jsonrpc: '2.0', error: { message: expect.stringMatching(/\S/) } });
    expect(answer.body).not.toMatch(/node_modules|\.ts\b|TypeError|SyntaxError|ZodError| at /);
  });

  it.each([
    [request('resources/read'), 'params.uri is required: text, the URI of a resource such as "ui://locator"'],
    [request('resources/read', { uri: 5 }), 'params.uri 5 is not text, the URI'],
    [request('tools/call'), 'params.name is required: text, the name of a tool such as "find_programs_near"'],
    [request('tools/call', { name: 'find_place', arguments: 'x' }), 'params.arguments "x" is not an object'],
    [request('tools/list', { cursor: 5 }), 'params.cursor 5 is not text'],
    [request('initialize'), 'params.protocolVersion is required'],
    [request('initialize', { protocolVersion: '2025-11-25', capabilities: {} }), 'params.clientInfo is required'],
  ])('%j: -32602, and what would be right', async (body, says) => {
    const answer = await send(body);
    const { error } = JSON.parse(answer.body);
    expect([answer.status, error?.code, error?.message]).toEqual([200, -32602, expect.stringContaining(says)]);
    expect(error.message).not.toContain('\n');
  });

  it('never fails, whatever comes', async () => {
    const value = fc.jsonValue({ maxDepth: 4 });
    const given = fc.dictionary(
      fc.oneof(
        fc.constantFrom('near', 'level', 'id', 'text', 'field', 'q', 'within', '__proto__', 'toString'),
        fc.string(),
      ),
      value,
    );
    const call_ = fc.tuple(
      fc.constantFrom('find_programs_near', 'find_care_paths', 'get_center', 'list_filters', 'find_place'),
      given,
    );
    const body = fc.oneof(
      value,
      fc.record({ jsonrpc: fc.constant('2.0'), id: fc.integer(), method: fc.string(), params: value }),
      call_.map(([name, values]) => toolCall(name, values)),
    );
    await fc.assert(
      fc.asyncProperty(body, async (sent) => {
        const { status, body: text } = await send(sent);
        expect([200, 202, 400]).toContain(status);
        expect(text).not.toMatch(/node_modules|\.ts:|TypeError|ZodError/);
      }),
      { numRuns: 400, seed: 8 },
    );
  });

  it('an argument of the name __proto__ is dropped by the protocol and changes nothing', async () => {
    const plain = await send(toolCall('find_programs_near', { near: '85004' }));
    const given = '"name":"find_programs_near","arguments":{"near":"85004","__proto__":{"level":["php"],"limit":1}}';
    const hostile = await send(`{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{${given}}}`);
    expect(hostile.body).toBe(plain.body);
    expect(JSON.parse(plain.body).result.structuredContent.results).toHaveLength(10);
  });

  it('nested as deep as a body allows', async () => {
    const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`;
    const message = `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"get_center","arguments":{"id":${deep}}}}`;
    for (const body of [message, `[${message}]`]) expect([200, 400]).toContain((await send(body)).status);
  });
});

describe('a store that cannot be read', () => {
  it('is the API’s 503 with its helplines, and a line with the error’s name', async () => {
    const broken = serve({
      read: () => Promise.reject(new StoreUnavailableError('inside')),
      readVersion: () => Promise.reject(new StoreUnavailableError('inside')),
    });
    const answer = await call(broken.handler, '/mcp', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(toolCall('find_programs_near', { near: '85004' })),
    });
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBe('2');
    expect(problemSchema.parse(JSON.parse(answer.body)).detail).toContain('1-800-662-HELP');
    expect(answer.body).not.toContain('inside');
    expect(broken.lines.at(-1)).toMatchObject({ route: 'answerMcp', error: ['StoreUnavailableError'] });
  });
});

it('writes one line a request, with the route’s name and nothing of what was asked', async () => {
  const before = lines.length;
  await send(toolCall('find_programs_near', { near: 'Champaign, IL', condition: ['ptsd'] }));
  await send(toolCall('get_center', { id: 'lantern-bridge-phoenix-example' }));
  const written = lines.slice(before);
  expect(written.map(({ route }) => route)).toEqual(['answerMcp', 'answerMcp']);
  expect(JSON.stringify(written)).not.toMatch(/champaign|ptsd|lantern|find_programs/i);
});
