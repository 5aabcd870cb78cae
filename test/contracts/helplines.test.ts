import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRecords } from '../../data/records/load.ts';
import { StoreUnavailableError } from '../../functions/dataset/dataset-reader.ts';
import { problemDetails } from '../../functions/http/conventions.ts';
import { help } from '../../functions/http/help.ts';
import { problemOf } from '../../functions/http/middleware/problems.ts';
import { Problem } from '../../functions/http/problem.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import { buildReference } from '../../infra/reference-pages.ts';
import { homePage } from '../../web/site/home.ts';
import { contract } from '../support/contract.ts';
import { call, post } from '../support/gateway-call.ts';
import { helplineFault, helplineTextFaults, linksOf } from '../support/links.ts';
import { serve, serveRecords } from '../support/real-records.ts';

const examples = await loadRecords('data/examples.json');
const { handler } = await serveRecords(examples);

it('are what their operators publish: nothing else here says so outright', () => {
  expect(help).toMatchObject({
    crisis: 'Call or text 988 or chat 988lifeline.org',
    treatment: '1-800-662-HELP (4357)',
    emergency: '911',
  });
});

describe('on every face', () => {
  const message = (name: string, given: object) =>
    JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: given } });
  const mcp = (body: string) =>
    call(handler, '/mcp', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const id = examples[0]?.center.id;

  it.each([
    ['a search', () => call(handler, '/v1/centers?state=AZ')],
    ['a search in a crisis', () => call(handler, '/v1/centers?q=i+want+to+die+85004')],
    ['a search by POST', () => post(handler, { near: '85004' })],
    ['GeoJSON', () => call(handler, '/v1/centers?state=AZ', { headers: { accept: 'application/geo+json' } })],
    ['a center', () => call(handler, `/v1/centers/${id}`)],
    ['paths', () => call(handler, '/v1/paths?near=85004&levels=residential,iop')],
    ['its continuum', () => call(handler, `/v1/centers/${id}/continuum`)],
  ])('%s carries help whole', async (_, ask) => {
    const { status, body } = await ask();
    expect([status, JSON.parse(body).help]).toEqual([200, help]);
    expect(helplineTextFaults(body)).toEqual([]);
  });

  it.each([
    ['FHIR', () => call(handler, '/fhir/metadata')],
    ['HSDS', () => call(handler, '/hsds')],
    ['the API document', () => call(handler, '/v1/openapi.json')],
  ])('the welcome of %s names the crisis line', async (_, ask) => {
    const { body } = await ask();
    expect(body).toMatch(/call or text 988/i);
    expect(helplineTextFaults(body)).toEqual([]);
  });

  it.each([
    ['a search', mcp(message('find_programs_near', { near: '85004' }))],
    ['a search in a crisis', mcp(message('find_programs_near', { q: 'i want to die near 85004' }))],
    ['a search without a result', mcp(message('find_programs_near', { name: 'zzzz' }))],
    ['paths', mcp(message('find_care_paths', { near: '85004', levels: ['residential', 'iop'] }))],
    ['a center', mcp(message('get_center', { id }))],
    ['places', mcp(message('find_place', { text: 'springfield' }))],
    ['filters', mcp(message('list_filters', {}))],
  ])('MCP ends %s with all three lines', async (_, asked) => {
    const { content } = JSON.parse((await asked).body).result;
    const text: string = content[0].text;
    for (const line of [help.crisis, help.treatment, help.emergency, '988 Suicide & Crisis Lifeline'])
      expect(text).toContain(line);
    expect(helplineTextFaults(text)).toEqual([]);
  });

  it('MCP greets with them', async () => {
    const params = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 't', version: '1' } };
    const { body } = await mcp(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params }));
    expect(body).toContain(help.crisis);
    expect(helplineTextFaults(body)).toEqual([]);
  });
});

describe('in errors', () => {
  it.each([
    ['the table does not answer', new StoreUnavailableError('x'), 503],
    ['something is wrong inside', new Error('x'), 500],
  ])('where %s', (_, error, status) => {
    const problem = problemOf(error, problemDetails);
    expect(problem).toBeInstanceOf(Problem);
    expect(problem.status).toBe(status);
    expect(problem.detail).toContain(help.treatment);
    expect(problem.detail).toMatch(/in a crisis call or text 988/);
    expect(helplineTextFaults(problem.detail)).toEqual([]);
  });

  it('on every face, where nothing is published', async () => {
    const { handler: empty } = serve(memoryStore());
    const answers = await Promise.all(
      ['/v1/centers?near=85004', '/v1/centers/x', '/v1/states', '/fhir/Location?near=33%7C-112', '/hsds/services'].map(
        (target) => call(empty, target),
      ),
    );
    for (const { status, body } of answers) {
      expect(status, body).toBe(503);
      expect(body).toContain('988');
      expect(body).toContain(help.treatment);
      expect(helplineTextFaults(body)).toEqual([]);
    }
  });
});

describe('on every page', () => {
  const expectSound = (html: string) => {
    expect(linksOf(html).flatMap((link) => helplineFault(link) ?? [])).toEqual([]);
    expect(helplineTextFaults(html.replaceAll(/<[^>]*>/g, ''))).toEqual([]);
  };

  it('the home page, with and without scripts, calls and texts the right numbers, in both languages', () => {
    for (const language of ['en', 'es'] as const) {
      const html = homePage(language, []);
      expectSound(html);
      const hrefs = linksOf(html).map(({ href }) => href.replace(/\/$/, ''));
      const text = language === 'en' ? 'sms:988' : 'sms:988?body=AYUDA';
      expect(hrefs).toEqual(
        expect.arrayContaining(['tel:988', text, 'https://988lifeline.org/chat', 'tel:911', 'tel:+18006624357']),
      );
    }
  });

  it('the scripts that make pages name no other number', () => {
    for (const name of readdirSync('web', { recursive: true, encoding: 'utf8' })) {
      // The number in an attribute's example is not a real phone number.
      if (name.endsWith('attributes.ts')) continue;
      if (!/\.(?:ts|html)$/.test(name) || name.startsWith('client')) continue;
      const text = readFileSync(join('web', name), 'utf8');
      const written = [...text.matchAll(/(?:tel|sms):\+?\d+/g)].map(([href]) => href);
      expect(
        written.filter((href) => !['tel:988', 'sms:988', 'tel:911', 'tel:+18006624357'].includes(href)),
        name,
      ).toEqual([]);
    }
  });

  it('the reference and the pages of problems', () => {
    const folder = mkdtempSync(join(tmpdir(), 'locator-docs-'));
    try {
      buildReference(folder);
      const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
      expect(pages.length).toBeGreaterThan(10);
      for (const name of pages) {
        const html = readFileSync(join(folder, name), 'utf8');
        expectSound(html);
        const footer = linksOf(html.slice(html.lastIndexOf('<footer'))).map(({ href }) => href);
        expect(footer, name).toEqual(expect.arrayContaining(['tel:988', 'sms:988', 'tel:911']));
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

it('the API document promises the numbers that are answered', () => {
  const text = JSON.stringify(contract.document);
  expect(text).toMatch(/Emergency: 911/);
  expect(helplineTextFaults(text)).toEqual([]);
});

describe('the check sees', () => {
  it.each([
    { href: 'tel:998', text: 'Call' },
    { href: 'tel:988', text: 'text 911' },
    { href: 'tel:988', text: '911' },
    { href: 'tel:911', text: 'Call 988' },
    { href: 'sms:988', text: 'Emergency' },
    { href: 'tel:+18006624375', text: '1-800-662-HELP (4357)' },
    { href: 'https://988lifeline.com', text: '988lifeline.org' },
  ])('%o', (link) => expect(helplineFault(link)).not.toBeNull());

  it.each(['in a crisis call or text 998.', 'Emergency: 112.', 'call 1-800-662-HELP (4375)', '(998 Suicide & Crisis'])(
    '%s',
    (text) => expect(helplineTextFaults(text)).toHaveLength(1),
  );
});
