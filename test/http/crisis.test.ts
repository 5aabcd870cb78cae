import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { createHandler, type Handler } from '../../functions/api/app.ts';
import { placesAnswerSchema } from '../../functions/faces/v1/answers/reference.ts';
import { ownCursorKeys, tokenOf } from '../../functions/http/cursor.ts';
import { crisisLine, help } from '../../functions/http/help.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import { problemSchema, searchAnswerSchema } from '../support/answer-schema.ts';
import { fhirFaults } from '../support/fhir-schema.ts';
import { type Answer, type Call, call, eventOf } from '../support/gateway-call.ts';
import { callTool, mcpClient, throughHandler } from '../support/mcp-client.ts';
import { NOW, serve, serveRecords } from '../support/real-records.ts';

const { handler, lines } = await serveRecords();
const empty = serve(memoryStore()).handler;
const broken = serve({
  read: () => Promise.reject(new Error('inside')),
  readVersion: () => Promise.reject(new Error('inside')),
}).handler;

const json = { 'content-type': 'application/json' };
const bySearch = (body: string, headers: Record<string, string> = json): Call => ({ method: 'POST', headers, body });
const long = `${'x '.repeat(200)}i want to die`;
const escaped = '{"q":"i w\\u0061nt to d\\u00ede","limit":1}';

interface Case {
  readonly title: string;
  readonly status: number;
  readonly target: string;
  readonly given?: Call;
  readonly from?: Handler;
}

const v1: readonly Case[] = [
  { title: 'q without a place', status: 400, target: '/v1/centers?q=i+want+to+die' },
  { title: 'q with a place', status: 200, target: '/v1/centers?q=kill+myself+85004' },
  { title: 'q in Spanish', status: 200, target: '/v1/centers?q=quiero%20morir%20phoenix%20az' },
  { title: 'q with an ambiguous place', status: 400, target: '/v1/centers?q=i+want+to+die+peoria' },
  { title: 'q with an unserved state', status: 400, target: '/v1/centers?q=i+want+to+die+florida' },
  { title: 'q of more than 200 characters', status: 400, target: `/v1/centers?q=${long.replaceAll(' ', '+')}` },
  { title: 'q given twice', status: 400, target: '/v1/centers?q=iop+85004&q=i+want+to+die' },
  { title: 'q split over two values', status: 400, target: '/v1/centers?q=i+want&q=to+die' },
  { title: 'q with a percent-encoding fault', status: 400, target: '/v1/centers?q=%E0%A4%A+i+want+to+die' },
  { title: 'q encoded twice', status: 400, target: '/v1/centers?q=i%2520want%2520to%2520die' },
  { title: 'near', status: 400, target: '/v1/centers?near=i+want+to+die' },
  { title: 'name that finds nothing', status: 200, target: '/v1/centers?name=kill+myself+zzz' },
  { title: 'an unknown parameter', status: 400, target: '/v1/centers?near=85004&text=i+want+to+die' },
  { title: "a parameter's name", status: 400, target: '/v1/centers?i+want+to+die' },
  { title: 'a list', status: 400, target: '/v1/centers?near=85004&level=overdose' },
  {
    title: 'a format that there is not',
    status: 406,
    target: '/v1/centers?q=i+want+to+die',
    given: { headers: { accept: 'image/png' } },
  },
  { title: 'another method', status: 405, target: '/v1/centers?q=i+want+to+die', given: { method: 'DELETE' } },
  { title: 'an unknown path', status: 404, target: '/v1/i%20want%20to%20die' },
  { title: 'no id', status: 404, target: '/v1/centers/i%20want%20to%20die' },
  { title: 'paths', status: 400, target: '/v1/paths?near=kill+myself&levels=iop,op' },
  { title: 'places', status: 200, target: '/v1/places?q=kill+myself' },
  { title: 'places, too long', status: 400, target: `/v1/places?q=${long.replaceAll(' ', '+')}` },
  { title: 'taxonomy, which takes nothing', status: 400, target: '/v1/taxonomy?q=i+want+to+die' },
  { title: 'a body', status: 200, target: '/v1/centers/search', given: bySearch('{"q":"kill myself 85004"}') },
  { title: 'a body with escapes', status: 400, target: '/v1/centers/search', given: bySearch(escaped) },
  {
    title: 'a body with faults',
    status: 400,
    target: '/v1/centers/search',
    given: bySearch('{"q":["i want to die"],"x":1}'),
  },
  { title: 'a body of another type', status: 400, target: '/v1/centers/search', given: bySearch('"i want to die"') },
  {
    title: 'a body that is not JSON',
    status: 400,
    target: '/v1/centers/search',
    given: bySearch('{"q":"i want to die'),
  },
  {
    title: 'a body too large',
    status: 413,
    target: '/v1/centers/search',
    given: bySearch(`{"q":"${'x '.repeat(40_000)}i want to die"}`),
  },
  { title: 'a form', status: 415, target: '/v1/centers/search', given: bySearch('q=i%20want%20to%20die', {}) },
  {
    title: 'plain text',
    status: 415,
    target: '/v1/centers/search',
    given: bySearch('q=i+want+to+die', { 'content-type': 'text/plain' }),
  },
  { title: 'a fault of ours', status: 500, target: '/v1/centers?q=kill+myself+85004', from: broken },
  { title: 'nothing published', status: 503, target: '/v1/centers?q=kill+myself+85004', from: empty },
  { title: 'a path outside of the API', status: 404, target: '/nothing?q=i+want+to+die' },
  { title: 'HSDS', status: 200, target: '/hsds/services?search=suicide' },
  { title: 'HSDS with a fault', status: 400, target: '/hsds/services?search=suicide&page=0' },
  { title: 'HSDS, not served', status: 404, target: '/hsds/nothing?search=suicide' },
  { title: 'HSDS, a fault of ours', status: 500, target: '/hsds/services?search=suicide', from: broken },
];

const ask = ({ target, given, from = handler }: Case): Promise<Answer> => call(from, target, given);

describe('the helplines are at the top of every answer and error to a text that speaks of danger', () => {
  it.each(v1)('$title: $status', async (one) => {
    const { status, body } = await ask(one);
    expect(status, body).toBe(one.status);
    const answer = JSON.parse(body);
    expect(Object.keys(answer).slice(0, 2)).toEqual(['crisis', 'help']);
    expect(answer).toMatchObject({ crisis: true, help });
    if (status >= 400) problemSchema.parse(answer);
    else if (one.target.startsWith('/v1/centers')) searchAnswerSchema.parse(answer);
    else if (one.target.startsWith('/v1/places')) placesAnswerSchema.parse(answer);
  });

  it('and of a search that is too broad', async () => {
    const services = {
      locator: { glimpse: () => Promise.reject(new Error('inside')) } as never,
      places: () => {
        throw new Error('inside');
      },
      now: () => NOW,
      publicUrl: 'https://locator.example',
    };
    const { body } = await call(
      createHandler(services, () => {}),
      '/v1/centers?q=i+want+to+die',
    );
    expect(Object.keys(JSON.parse(body))[0]).toBe('crisis');
  });

  it('and where the event itself is malformed', async () => {
    const event = eventOf('/v1/centers?q=i+want+to+die') as Record<string, unknown>;
    for (const fault of [
      { httpMethod: 7 },
      { headers: 'none' },
      { multiValueQueryStringParameters: { q: 'i want to die' } },
    ]) {
      const { statusCode, body } = await handler({ ...event, ...fault }, {} as Context);
      expect(statusCode).toBe(500);
      expect(Object.keys(JSON.parse(body)).slice(0, 2)).toEqual(['crisis', 'help']);
    }
  });

  it('and of a cursor whose dataset is gone', async () => {
    const target = '/v1/centers?q=kill+myself+85004&limit=1';
    const { next } = JSON.parse((await call(handler, target)).body);
    const [, , search, position] = JSON.parse(Buffer.from(next, 'base64url').toString());
    const old = tokenOf(['2020-01-01T00:00:00.000Z', 'A'.repeat(16), search, position], ownCursorKeys().signing);
    const { status, body } = await call(handler, `${target}&cursor=${old}`);
    expect(status, body).toBe(410);
    expect(Object.keys(JSON.parse(body)).slice(0, 2)).toEqual(['crisis', 'help']);
  });

  it('and of a body in base64', async () => {
    const event = eventOf('/v1/centers/search', bySearch('')) as Record<string, unknown>;
    const body = Buffer.from('{"q":"i want to die"}').toString('base64');
    const answer = await handler({ ...event, body, isBase64Encoded: true }, {} as Context);
    expect(JSON.parse(answer.body)).toMatchObject({ crisis: true, help });
  });

  it('as foreign members of GeoJSON', async () => {
    const headers = { accept: 'application/geo+json' };
    const { status, body } = await call(handler, '/v1/centers?q=kill+myself+85004', { headers });
    expect(status).toBe(200);
    expect(Object.keys(JSON.parse(body)).slice(0, 3)).toEqual(['crisis', 'help', 'type']);
  });

  it.each([
    ['with rows', 'q=kill+myself+85004&limit=2', 2],
    ['without', 'q=kill+myself+85004&name=zzzz', 1],
  ])('as the first columns of CSV, %s', async (_, query, rows) => {
    const { status, body } = await call(handler, `/v1/centers?${query}`, { headers: { accept: 'text/csv' } });
    expect(status).toBe(200);
    const [names = '', ...others] = body.trimEnd().split('\r\n');
    expect(names).toMatch(/^\uFEFFcrisis,help,id,name,/);
    expect(others).toHaveLength(rows);
    for (const row of others) expect(row).toMatch(/^true,Call or text 988 or chat 988lifeline\.org\. Emergency: 911,/);
  });

  it('and no other answer has them there', async () => {
    for (const target of [
      '/v1/centers?q=iop+near+85004',
      '/v1/centers?near=nowhere+at+all',
      '/v1/places?q=phoe',
      '/v1/states',
      '/hsds/services',
    ]) {
      const answer = JSON.parse((await call(handler, target)).body);
      expect(answer, target).not.toHaveProperty('crisis');
    }
    const { body } = await call(handler, '/v1/centers?near=85004', { headers: { accept: 'text/csv' } });
    expect(body).toMatch(/^\uFEFFid,/);
  });

  it('and nothing of the text is in a line that is written', async () => {
    for (const one of v1) await ask(one);
    // A log line about our own fault names places in the code, including this file.
    const written = lines.map(({ at: _, ...line }) => line);
    expect(JSON.stringify(written)).not.toMatch(/die|kill|morir|suicid|overdose|crisis/);
  });
});

describe('FHIR says it in an OperationOutcome', () => {
  it.each([
    ['/fhir/Location?name=kill+myself', 200],
    ['/fhir/Organization?name=suicide', 200],
    ['/fhir/HealthcareService?name=suicide', 200],
    ['/fhir/Location?name=kill+myself&_count=x', 400],
    ['/fhir/Location?_text=i+want+to+die', 400],
    ['/fhir/Location?addresses=i+want+to+die', 400],
    ['/fhir/Location?address=i+want+to+die', 200],
    ['/fhir/Location/i%20want%20to%20die', 404],
    ['/fhir/Nothing?name=i+want+to+die', 404],
  ])('%s: %i', async (target, expected) => {
    const { status, body } = await call(handler, target);
    expect(status, body).toBe(expected);
    const resource = JSON.parse(body);
    expect(fhirFaults(resource)).toEqual([]);
    const outcome = status === 200 ? resource.entry[0].resource : resource;
    expect(outcome.resourceType).toBe('OperationOutcome');
    expect(outcome.issue[0]).toMatchObject({
      severity: 'warning',
      code: 'informational',
      details: { text: crisisLine },
    });
    if (status === 200) expect(resource.entry[0].search).toEqual({ mode: 'outcome' });
    else expect(resource.issue.length).toBeGreaterThan(1);
  });

  it('and the faults of ours', async () => {
    for (const [from, status] of [
      [broken, 500],
      [empty, 503],
    ] as const) {
      const answer = await call(from, '/fhir/Location?name=kill+myself');
      expect(answer.status).toBe(status);
      expect(JSON.parse(answer.body).issue[0].details.text).toBe(crisisLine);
    }
  });
});

describe('MCP says it in its first line', async () => {
  const client = await mcpClient('https://locator.example', { fetch: throughHandler(handler) });
  it.each([
    ['find_programs_near', { q: 'kill myself 85004' }, false],
    ['find_programs_near', { q: 'i want to die' }, true],
    ['find_programs_near', { near: 'i want to die', x: 1 }, true],
    ['find_programs_near', { near: ['i want to die'] }, true],
    ['find_place', { text: 'quiero morir' }, false],
    ['get_center', { id: 'i want to die' }, true],
    ['list_filters', { field: 'overdose' }, true],
  ])('%s %j', async (name, given, isError) => {
    const answer = await callTool(client, name, given);
    expect(answer.isError, answer.text).toBe(isError);
    expect(answer.text.split('\n')[0]).toBe(`${crisisLine} Say this first.`);
    if (!isError)
      expect(Object.entries(answer.facts ?? {}).slice(0, 2)).toEqual([
        ['crisis', true],
        ['help', help],
      ]);
  });

  const send = (body: string, headers: Record<string, string> = json) =>
    call(handler, '/mcp', { method: 'POST', headers, body });
  it('in errors of the protocol', async () => {
    for (const body of [
      '{"q":"i want to die',
      '[{"q":"i want to die"}]',
      '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"i want to die","arguments":{}}}',
    ]) {
      const [{ error, result }] = [JSON.parse((await send(body)).body)].flat();
      const said: string = error?.message ?? result.content[0].text;
      expect(said.split('\n')[0]).toMatch(crisisLine);
    }
  });

  it('and at the top of errors that come before the protocol', async () => {
    const answer = await send('{"q":"i want to die"}', { 'content-type': 'text/plain' });
    expect(answer.status).toBe(415);
    expect(JSON.parse(answer.body)).toMatchObject({ crisis: true, help });
  });
});

describe('the command says it in its first line', () => {
  const near = (...typed: string[]) =>
    promisify(execFile)(process.execPath, ['infra/tools/near/near.ts', ...typed]).catch(
      (error: object) => error,
    ) as Promise<{
      stdout: string;
      stderr: string;
    }>;
  it.each([
    ['words that are no place', ['i', 'want', 'to', 'die']],
    ['an option that there is not', ['kill myself', '--nothing']],
    ['an option without its value', ['kill myself', '--level']],
  ])('to %s', async (_, typed) => {
    const { stdout, stderr } = await near('--data', 'data/examples.json', ...typed);
    expect(stdout.split('\n')[0]).toBe(crisisLine);
    expect(stderr).not.toBe('');
  });

  it('and leaves --json alone', async () => {
    const { stdout, stderr } = await near('i want to die', '--json', '--data', 'data/examples.json');
    expect(JSON.parse(stdout)).toMatchObject({ crisis: true, help });
    expect(stderr.split('\n')[0]).toBe(crisisLine);
  });
});
