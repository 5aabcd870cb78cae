import { describe, expect, it } from 'vitest';
import { languagesToMatch, lookUpLanguage } from '../../../functions/domain/language-lookup.ts';
import { call, post } from '../../support/gateway-call.ts';
import { records, serveRecords } from '../../support/real-records.ts';

const [first, second, third] = records;
if (first === undefined || second === undefined || third === undefined) throw new Error('too few records');

/** Copies of a record in which only the first offering has these languages. */
const speaking = (record: typeof first, ...languages: string[]) => ({
  ...record,
  offerings: record.offerings.map((offering, at) => ({ ...offering, languages: at === 0 ? languages : [] })),
});
const silent = records.map((record) => speaking(record));
const spoken = silent.map((record) => {
  const { id } = record.center;
  if (id === first.center.id) return speaking(first, 'es', 'ase');
  if (id === second.center.id) return speaking(second, 'tl', 'zh');
  if (id === third.center.id) return speaking(third, 'fil', 'es-mx');
  return record;
});
const { handler } = await serveRecords(spoken);
const ids = (body: string): string[] =>
  JSON.parse(body)
    .results.map(({ center }: { center: { id: string } }) => center.id)
    .sort();
const of = (...list: (typeof first)[]) => list.map(({ center }) => center.id).sort();

describe('a language', () => {
  it.each([
    ['es', of(first, third)],
    ['ES', of(first, third)],
    ['es-MX', of(first, third)],
    ['es-419', of(first, third)],
    ['es-AR', of(first, third)],
    ['spa', of(first, third)],
    ['ase', of(first)],
    ['ASE', of(first)],
    ['sgn-ase', of(first)],
    ['sgn-US', of(first)],
    ['zh', of(second)],
    ['zh-Hans', of(second)],
    ['zh-Hant-TW', of(second)],
    ['yue', of(second)],
    ['cmn-Hans-CN', of(second)],
    ['tl', of(second, third)],
    ['fil', of(second, third)],
    ['FIL-PH', of(second, third)],
    ['ase,zh', of(first, second)],
  ])('%s finds who speaks it, over GET, POST, MCP and FHIR', async (language, expected) => {
    const query = `near=85004&limit=50&language=${language}`;
    expect(ids((await call(handler, `/v1/centers?${query}`)).body)).toEqual(expected);
    const asked = { near: '85004', limit: 50, language: language.split(',') };
    expect(ids((await post(handler, asked)).body)).toEqual(expected);
    const params = { name: 'find_programs_near', arguments: asked };
    const message = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params });
    const headers = { 'content-type': 'application/json' };
    const { body } = await call(handler, '/mcp', { method: 'POST', headers, body: message });
    expect(ids(JSON.stringify(JSON.parse(body).result.structuredContent))).toEqual(expected);
    const fhir = await call(
      handler,
      `/fhir/HealthcareService?location.near=33.45%7C-112.07&communication=${language}&_include=HealthcareService:location&_count=50`,
    );
    const centers = JSON.parse(fhir.body)
      .entry.filter(({ search }: { search: { mode: string } }) => search.mode === 'include')
      .map(({ resource }: { resource: { identifier: { value: string }[] } }) => resource.identifier[0]?.value);
    expect([...centers].sort()).toEqual(expected);
  });

  it.each(['en', 'en-US', 'EN', 'eng', 'es,en'])('%s leaves no center out', async (language) => {
    const all = await call(handler, '/v1/centers?near=85004&limit=50');
    const english = await call(handler, `/v1/centers?near=85004&limit=50&language=${language}`);
    expect(ids(english.body)).toEqual(ids(all.body));
    expect(JSON.parse(english.body).query.language).toContain('en');
    const services = '/fhir/HealthcareService?location.near=33.45%7C-112.07&_count=50';
    const spoken = await call(handler, `${services}&communication=${language}`);
    const resources = (text: string) =>
      JSON.parse(text).entry.map(({ resource }: { resource: { id: string } }) => resource.id);
    expect(resources(spoken.body)).toEqual(resources((await call(handler, services)).body));
  });

  it.each([
    ['Spannish', 'did you mean "es"?'],
    ['frx', 'did you mean "fr"?'],
    ['tlh', 'is not a language in the listings'],
    ['asl', 'American Sign Language is "ase"'],
  ])('%s that no list knows is a 400 with the nearest, on every face', async (language, says) => {
    const headers = { 'content-type': 'application/json' };
    const params = { name: 'find_programs_near', arguments: { near: '85004', language: [language] } };
    const message = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params });
    const answers = [
      await call(handler, `/v1/centers?near=85004&language=${language}`),
      await post(handler, { near: '85004', language: [language] }),
      await call(handler, `/fhir/HealthcareService?location.near=33.45%7C-112.07&communication=${language}`),
    ];
    for (const { status, body } of answers) {
      expect(status).toBe(400);
      expect(body.replaceAll('\\"', '"')).toContain(says);
    }
    const tool = JSON.parse((await call(handler, '/mcp', { method: 'POST', headers, body: message })).body);
    expect(tool.result.isError).toBe(true);
    expect(tool.result.content[0].text).toContain(says);
  });

  it('that a phrase names is found as its code is', async () => {
    const { body } = await call(handler, '/v1/centers?q=filipino%20near%2085004&limit=50');
    expect(JSON.parse(body).query.language).toEqual(['tl']);
    expect(ids(body)).toEqual(of(second, third));
  });
});

describe('lookup by RFC 4647', () => {
  it('cuts off the last subtags until something is listed', () => {
    expect(lookUpLanguage('zh-Hant-CN-x-private1', ['zh-hant'])).toBe('zh-hant');
    expect(lookUpLanguage('zh-Hant-CN', [])).toBe('zh');
    expect(lookUpLanguage('iw', [])).toBe('he');
    expect(lookUpLanguage('constructor', [])).toBeNull();
    expect(lookUpLanguage('__proto__', [])).toBeNull();
    expect(lookUpLanguage('', [])).toBeNull();
  });

  it('matches varieties of what is asked, and nobody for what nobody speaks', () => {
    expect(languagesToMatch(['es'], ['es-mx', 'est'])).toEqual(['es', 'es-mx']);
    expect(languagesToMatch(['es-mx'], ['es', 'es-mx', 'es-pr'])).toEqual(['es-mx', 'es']);
    expect(languagesToMatch(['ko'], ['es'])).toEqual(['ko']);
    expect(languagesToMatch(['es', 'en'], ['es'])).toBeUndefined();
  });
});
