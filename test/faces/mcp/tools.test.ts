import type { Client } from '@modelcontextprotocol/client';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { pathsText } from '../../../functions/faces/mcp/texts/paths-text.ts';
import { pathsAnswerSchema } from '../../../functions/faces/v1/answers/paths.ts';
import { fieldKinds } from '../../../functions/faces/v1/parameters/field-forms.ts';
import { help } from '../../../functions/http/help.ts';
import { centerAnswerSchema, searchAnswerSchema } from '../../support/answer-schema.ts';
import { call, post } from '../../support/gateway-call.ts';
import { callTool, mcpClient, throughHandler } from '../../support/mcp-client.ts';
import { NOW, serveRecords } from '../../support/real-records.ts';

const { handler } = await serveRecords();
let client: Client;
beforeAll(async () => {
  client = await mcpClient('https://locator.example', { fetch: throughHandler(handler) });
});
const ask = (name: string, given: Record<string, unknown> = {}) => callTool(client, name, given);

describe('the list of tools', () => {
  it('has five, all of which only read, with titles, descriptions and both schemas', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'find_programs_near',
      'find_care_paths',
      'get_center',
      'list_filters',
      'find_place',
    ]);
    for (const { title, description, annotations, inputSchema, outputSchema } of tools) {
      expect(annotations).toEqual({
        title,
        readOnlyHint: true,
        idempotentHint: true,
        destructiveHint: false,
        openWorldHint: false,
      });
      expect(description).toMatch(/Use it /);
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
      expect(outputSchema).toMatchObject({ type: 'object', required: expect.arrayContaining(['dataset', 'help']) });
      for (const property of Object.values(inputSchema.properties ?? {})) {
        expect(property).toMatchObject({ description: expect.stringMatching(/\S{2}/) });
      }
    }
  });

  it('takes every field of a search but the cell, with the values of the taxonomy', async () => {
    const { tools } = await client.listTools();
    const properties = tools[0]?.inputSchema.properties ?? {};
    expect(Object.keys(properties).sort()).toEqual(
      Object.keys(fieldKinds)
        .filter((name) => name !== 'cell')
        .sort(),
    );
    expect(properties.level).toMatchObject({ items: { enum: expect.arrayContaining(['iop', 'sober-living']) } });
  });

  it('is less than 15 KB: every model reads it before anything is asked', async () => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
    const headers = { 'content-type': 'application/json' };
    const answer = await call(handler, '/mcp', { method: 'POST', headers, body });
    expect(Buffer.byteLength(answer.body)).toBeLessThan(15_000);
    const { tools } = await client.listTools();
    for (const { outputSchema } of tools)
      for (const member of Object.values(outputSchema?.properties ?? {}))
        expect(Object.keys(member as object).filter((name) => name !== 'type')).toEqual([]);
  });

  it('advises nothing that is refused', async () => {
    const { text } = await ask('find_programs_near', {});
    expect(text).toMatch(/near: say where to search: near \(a ZIP, a place or a point\), state or q; or a name alone/);
    expect(text).not.toMatch(/\bme\b|cell/);
  });

  it('tells a model how to behave', () => {
    expect(client.getInstructions()).toContain(help.crisis);
    expect(client.getInstructions()).toMatch(/null means unknown/);
  });
});

describe('find_programs_near', () => {
  it('answers what the JSON API answers, for every kind of search', async () => {
    const searches = [
      { near: '85004', level: ['iop'], within: '25mi' },
      { near: 'Spokane, WA', payer: ['medicaid'], population: ['women'], limit: 3 },
      { near: '33.4,-112.1', within: 40, schedule: ['evening'], maxHoursPerWeek: 12 },
      { state: 'OK', level: ['detox'] },
      { q: 'php denver co medicaid' },
      { name: 'famly servic' },
      { near: '12901', within: '25mi' },
    ];
    for (const search of searches) {
      const { facts, isError } = await ask('find_programs_near', search);
      expect(isError, JSON.stringify(search)).toBe(false);
      expect(searchAnswerSchema.parse(facts)).toEqual(JSON.parse((await post(handler, search)).body));
    }
  });

  it('says in words what it says in facts', async () => {
    const { text, facts } = await ask('find_programs_near', { near: '85004', level: ['iop'], limit: 4 });
    const { results, dataset, next } = searchAnswerSchema.parse(facts);
    let at = 0;
    for (const result of results) {
      const { id, name, phones, address, sample, sources } = result.center;
      const found = text.indexOf(`id: ${id}`, at);
      expect(found).toBeGreaterThan(at);
      at = found;
      for (const fact of [name, address.street, ...phones.map(({ display }) => display), ...sources.map((s) => s.asOf)])
        expect(text).toContain(fact);
      if ('distance' in result && 'miles' in result.distance) expect(text).toContain(`${result.distance.miles} miles`);
      if (sample) expect(text).toContain('FICTIONAL EXAMPLE');
    }
    for (const said of [help.crisis, help.treatment, help.notice, dataset.version, dataset.publishedAt, String(next)])
      expect(text).toContain(said);
  });

  it('leads through pages with the cursor, none twice', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    for (let page = 0; page < 4; page += 1) {
      const { facts } = await ask('find_programs_near', { near: '85004', limit: 5, ...(cursor && { cursor }) });
      const { results, next } = searchAnswerSchema.parse(facts);
      seen.push(...results.map(({ center }) => center.id));
      cursor = next;
    }
    const { body } = await post(handler, { near: '85004', limit: 20 });
    expect(seen).toEqual(JSON.parse(body).results.map(({ center }: { center: { id: string } }) => center.id));
  });

  it('says what would help where little is found, and what listings cannot say', async () => {
    const { text, facts } = await ask('find_programs_near', { near: '12901', level: ['iop'], within: '25mi' });
    expect(searchAnswerSchema.parse(facts).results).toEqual([]);
    expect(text).toMatch(
      /^No listed centers in New York\. We list centers in .*; the nearest is \d+ miles away\.\n\nNo center found/,
    );
    expect(text).toMatch(/Changing one argument would find more/);
  });

  it('puts the helplines first where the words speak of danger', async () => {
    const { text, facts } = await ask('find_programs_near', { q: 'suicidal need help denver' });
    expect(facts).toMatchObject({ crisis: true, help, query: { crisis: true } });
    expect(text.indexOf(help.crisis)).toBeLessThan(text.indexOf('id: '));
    expect(text).toMatch(/^Your words sound like a life may be in danger\. Call or text 988/);
  });

  it.each([
    [{}, /near: say where to search/],
    [{ near: '85004', level: ['iopp'] }, /level\[0\]: "iopp" is not a level; did you mean "iop"\? Accepted: op/],
    [{ near: '85004', level: 'iop' }, /level: must be a list, such as \["iop"\]/],
    [{ near: '85004', levl: ['iop'] }, /levl: is not a field of a search; did you mean "level"/],
    [{ near: 'Peoria' }, /Peoria, AZ.*Peoria, IL/],
    [{ near: 'Phenix, AZ' }, /did you mean Phoenix, AZ/],
    [{ near: 'Arizona' }, /state=AZ/],
    [{ near: 'me' }, /your location is not known/],
    [{ q: 'iop near me' }, /your location is not known/],
    [{ near: '85004', state: 'AZ' }, /only one of near and state/],
    [{ near: '85004', within: '900mi' }, /at most 500mi/],
    [{ near: '85004', payer: ['aetnaa'] }, /did you mean "aetna"/],
    [{ cell: '9tbq' }, /cell: is not an argument of this tool/],
    [{ near: '85004', cursor: 'abc' }, /cursor: is not a cursor/],
    [{ near: 85004 }, /near: must be text/],
    [{ near: '85004', limit: 51 }, /limit: must be a whole number from 1 to 50/],
    [{ near: ['85004'], level: [{ toString: 'iop' }], within: {} }, /near: .*\n- within: .*\n- level\[0\]: /],
    [{ near: '85004', constructor: 1 }, /constructor: is not a field/],
  ])('%j is refused with what would be right', async (given, says) => {
    const { text, facts, isError } = await ask('find_programs_near', given);
    expect(isError).toBe(true);
    expect(text).toMatch(says);
    expect(text).toContain('call find_programs_near again');
    expect(text).toContain(help.crisis);
    expect(facts).toBeUndefined();
  });

  it('never guesses where somebody is by where their software runs', async () => {
    const headers = { 'CloudFront-Viewer-Latitude': '47.6', 'CloudFront-Viewer-Longitude': '-122.3' };
    const elsewhere = await mcpClient('https://locator.example', { fetch: throughHandler(handler), headers });
    expect(await callTool(elsewhere, 'find_programs_near', { near: 'me' })).toMatchObject({ isError: true });
  });
});

describe('get_center', () => {
  it('answers what the JSON API answers', async () => {
    const { text, facts } = await ask('get_center', { id: 'lantern-bridge-phoenix-example' });
    const { body } = await call(handler, '/v1/centers/lantern-bridge-phoenix-example');
    expect(centerAnswerSchema.parse(facts)).toEqual(JSON.parse(body));
    expect(text).toContain('1 session a week');
    expect(text).toContain(help.notice);
  });

  it.each([
    [{ id: 'none' }, /No center has this id/],
    [{ id: '../v1' }, /No center has this id/],
    [{ id: '__proto__' }, /No center has this id/],
    [{}, /id: must be the id of a center/],
    [{ id: 7, name: 'x' }, /id: must be the id.*\n- name: is not an argument of this tool/],
  ])('%j is refused with what to do', async (given, says) => {
    const { text, isError } = await ask('get_center', given);
    expect(isError).toBe(true);
    expect(text).toMatch(says);
    expect(text).toContain('Call find_programs_near for centers and their ids');
  });
});

describe('list_filters', () => {
  it('has the values, labels and counts of the taxonomy', async () => {
    const { text, facts } = await ask('list_filters');
    const taxonomy = JSON.parse((await call(handler, '/v1/taxonomy')).body);
    expect(facts).toMatchObject({ dataset: taxonomy.dataset, help });
    const filters = z.record(z.string(), z.unknown()).parse(facts?.filters);
    for (const [field, values] of Object.entries<{ value: string; label: string; centers: number }[]>(
      taxonomy.filters,
    )) {
      expect(filters[field]).toMatchObject(values.map(({ value, label, centers }) => ({ value, label, centers })));
      for (const { value, label } of values) expect(text).toContain(`- ${value}: ${label}`);
    }
  });

  it('has those of one field, and names the fields', async () => {
    const { facts } = await ask('list_filters', { field: 'payer' });
    expect(Object.keys(facts?.filters as object)).toEqual(['payer']);
    const wrong = await ask('list_filters', { field: 'insurance' });
    expect(wrong.isError).toBe(true);
    expect(wrong.text).toMatch(/field: must be one of level, condition/);
  });
});

describe('find_place', () => {
  it.each([
    ['phoe', 'Phoenix, AZ'],
    ['springfield', 'Springfield, IL'],
    ['sprngfield, il', 'Springfield, IL'],
    ['85004', 'Phoenix, AZ 85004'],
  ])('%s is %s, which find_programs_near takes', async (text, label) => {
    const { facts } = await ask('find_place', { text, limit: 3 });
    const places = facts?.places as { label: string }[];
    expect(places[0]?.label).toBe(label);
    expect(places.length).toBeLessThanOrEqual(3);
    expect(facts).toMatchObject({ help, dataset: { publishedAt: new Date(NOW).toISOString() } });
    expect((await ask('find_programs_near', { near: label, limit: 1 })).isError).toBe(false);
  });

  it('says so where there is none, and what to ask', async () => {
    const { text, facts, isError } = await ask('find_place', { text: 'Xyzzyqq' });
    expect([facts?.places, isError]).toEqual([[], false]);
    expect(text).toMatch(/Ask the person for a ZIP/);
  });
});

describe('find_care_paths', () => {
  it('answers what the JSON API answers, and says it in words', async () => {
    const given = { near: '85004', levels: ['detox', 'residential', 'iop'], payer: ['medicaid'], limit: 2 };
    const { text, facts, isError } = await ask('find_care_paths', given);
    expect(isError).toBe(false);
    const { body } = await call(handler, '/v1/paths/search', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(given),
    });
    expect(facts).toEqual(JSON.parse(body));
    const { paths } = pathsAnswerSchema.parse(facts);
    for (const { miles, legs } of paths) {
      expect(text).toContain(`${miles} miles in all`);
      for (const { center } of legs) expect(text).toContain(center.name);
    }
    for (const said of [help.crisis, help.treatment, help.notice]) expect(text).toContain(said);
  });

  it('calls only one center the same, and not another one of its name', async () => {
    const { facts } = await ask('find_care_paths', { near: '85004', levels: ['detox', 'residential', 'iop'] });
    const answer = pathsAnswerSchema.parse(facts);
    const paths = answer.paths.map((path) => ({
      ...path,
      legs: path.legs.map((leg) => ({ ...leg, center: { ...leg.center, name: 'Oak House' } })),
    }));
    const stays = paths.flatMap(({ legs }) => legs.filter(({ center }, at) => legs[at - 1]?.center.id === center.id));
    const moves = paths.flatMap(({ legs }) => legs).length - paths.length - stays.length;
    expect(moves).toBeGreaterThan(0);
    expect(
      pathsText({ ...answer, paths } as Parameters<typeof pathsText>[0]).split(': the same center').length - 1,
    ).toBe(stays.length);
  });

  it('says for whom a path is, where that is not everybody', async () => {
    const { text, facts } = await ask('find_care_paths', { near: '85004', levels: ['detox', 'sober-living', 'iop'] });
    const { paths } = pathsAnswerSchema.parse(facts);
    expect(paths.map(({ onlyFor }) => onlyFor)).toContainEqual([
      { genders: ['women', 'men'], ages: ['young-adults', 'adults'] },
    ]);
    expect(text).toContain('ONLY FOR people aged 18 to 64, as far as the listings say');
  });

  it('shows how few and how many levels it takes', async () => {
    const { tools } = await client.listTools();
    const tool = tools.find(({ name }) => name === 'find_care_paths');
    expect(tool?.inputSchema.properties?.levels).toMatchObject({ minItems: 2, maxItems: 6 });
    expect(Object.keys(tool?.inputSchema.properties ?? {})).toEqual(expect.arrayContaining(['age', 'gender']));
  });

  it.each([
    [{}, /near: say where to start.*\n- levels: must name 2 to 6 levels/],
    [{ near: '85004', levels: ['iop', 'iopp'] }, /levels\[1\]: .*did you mean "iop"/],
    [{ near: '85004', levels: ['iop', 'op'], payer: ['medicaid', 'free'] }, /payer: must name one payer/],
    [{ near: 'me', levels: ['iop', 'op'] }, /your location is not known/],
    [{ near: '85004', levels: ['iop', 'op'], lvl: 1 }, /lvl: is not/],
    [{ near: '85004', levels: ['iop', 'op'], age: ['kid'] }, /age\[0\]: .*did you mean "children"/],
  ])('%j is refused with what would be right', async (given, says) => {
    const { text, isError } = await ask('find_care_paths', given);
    expect(isError).toBe(true);
    expect(text).toMatch(says);
    expect(text).toContain(help.crisis);
  });
});
