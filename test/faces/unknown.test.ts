import { parse } from 'csv-parse/sync';
import { describe, expect, it, test } from 'vitest';
import { loadRecords } from '../../data/records/load.ts';
import { uuidOfTerm } from '../../functions/faces/hsds/shapes/uuid.ts';
import type { Filter } from '../../functions/search/filter.ts';
import { printAnswer } from '../../infra/tools/near/print.ts';
import { searchAnswerSchema } from '../support/answer-schema.ts';
import { call, post } from '../support/gateway-call.ts';
import { listings } from '../support/listings.ts';
import { oracleNear } from '../support/oracle.ts';
import { NOW, PUBLIC_URL, serveRecords } from '../support/real-records.ts';

// Long: every listing of the eight states, and the examples, which name insurers.

const records = [...(await listings()), ...(await loadRecords('data/examples.json'))];
const { handler } = await serveRecords(records);

async function ask(query: string) {
  const { status, body } = await call(handler, `/v1/centers?${query}`);
  expect(status, body).toBe(200);
  return searchAnswerSchema.parse(JSON.parse(body));
}
type Answer = Awaited<ReturnType<typeof ask>>;

const seen = ({ results }: Answer) =>
  results.map(({ center, certainty, ask: asked = [] }) => ({ id: center.id, certainty, ask: asked }));

/** A plain Kleene scan of the same listings, from the point in the answer. */
function plain({ origin, query }: Answer, filter: Filter, limit: number) {
  const point = origin?.location;
  if (!point) throw new Error('no point to measure from');
  const withinKm = query.within === undefined ? null : Number.parseFloat(query.within) * 1.609344;
  const { results, unknown } = oracleNear(records, { origin: point, withinKm, filter, limit, withUnknown: true }, NOW);
  return {
    results: results.map(({ id, certainty, ask: asked }) => ({ id, certainty, ask: [...asked] })),
    unknown: { count: unknown.count, ...(unknown.more ? { more: true as const } : {}), because: unknown.because },
  };
}

const cases: readonly [query: string, filter: Filter][] = [
  ['q=evening+iop+scottsdale', { level: ['iop'], schedule: ['evening'] }],
  ['q=meth+iop+phoenix', { level: ['iop'], condition: ['stimulants'] }],
  ['q=anxiety+php+seattle', { level: ['php'], condition: ['anxiety'] }],
  ['near=85006&within=25mi&level=iop&payer=aetna', { level: ['iop'], payer: ['aetna'] }],
  ['near=60640&therapy=yoga&maxHoursPerWeek=12', { therapy: ['yoga'], maxHoursPerWeek: 12 }],
  ['near=89501&within=100mi&level=iop&housing=true', { level: ['iop'], housing: true }],
];

describe('a search that no listing answers for certain', () => {
  test.each(cases)('%s counts the centers in doubt, says why, and lists them', async (query, filter) => {
    const [alone, included] = [await ask(`${query}&limit=50`), await ask(`${query}&limit=50&include=unknown`)];
    const scan = plain(alone, filter, 50);
    expect(alone.unknown).toEqual(scan.unknown);
    expect(included.unknown).toEqual(scan.unknown);
    expect(alone.unknown.count).toBeGreaterThan(0);
    expect(alone.results.every(({ certainty, ask: asked }) => certainty === undefined && asked === undefined)).toBe(
      true,
    );
    expect(seen(included)).toEqual(scan.results);
    for (const { certainty, ask: asked } of included.results) expect(asked === undefined).toBe(certainty === 'listed');
  });

  it('does not call a clinic for eating disorders in doubt about methamphetamine', async () => {
    const clinic = records.find(
      ({ center, offerings }) =>
        center.sources.length === 1 &&
        offerings.length > 0 &&
        offerings.every(
          ({ conditions }) =>
            conditions.includes('eating') &&
            !conditions.includes('substance-use') &&
            !conditions.includes('co-occurring'),
        ),
    );
    if (clinic === undefined) throw new Error('no such clinic is listed');
    const { lat, lng } = clinic.center.location;
    const here = `near=${lat},${lng}&within=0.1mi&include=unknown`;
    expect(seen(await ask(`${here}&condition=stimulants`)).map(({ id }) => id)).not.toContain(clinic.center.id);
    expect(seen(await ask(`${here}&condition=ocd`))).toContainEqual({
      id: clinic.center.id,
      certainty: 'unknown',
      ask: ['condition'],
    });
  });
});

describe('pages of listed centers and centers in doubt', () => {
  test.each([
    'near=85004&within=40mi&level=iop&schedule=evening',
    'state=NV&level=iop&therapy=yoga',
    'name=family&level=iop&condition=anxiety',
  ])('%s: no center twice, none left out, the same count on each', async (query) => {
    const whole = seen(await ask(`${query}&include=unknown&limit=50`));
    const paged: ReturnType<typeof seen> = [];
    const counts = new Set<string>();
    let next: string | null = null;
    do {
      const answer: Answer = await ask(`${query}&include=unknown&limit=7${next === null ? '' : `&cursor=${next}`}`);
      paged.push(...seen(answer));
      counts.add(JSON.stringify(answer.unknown));
      next = answer.next;
    } while (next !== null && paged.length < 50);
    expect(paged.slice(0, whole.length)).toEqual(whole.slice(0, paged.length));
    expect(paged.length).toBeGreaterThan(7);
    expect(counts.size).toBe(1);
  });

  it('a cursor is of its search: with centers in doubt, or without', async () => {
    const { next } = await ask('near=85004&level=iop&include=unknown&limit=3');
    const { status, body } = await call(handler, `/v1/centers?near=85004&level=iop&limit=3&cursor=${next}`);
    expect([status, JSON.parse(body).errors[0].parameter]).toEqual([400, 'cursor']);
  });

  it('only unknown can be included', async () => {
    const { status, body } = await call(handler, '/v1/centers?near=85004&include=unknwn');
    expect([status, JSON.parse(body).errors]).toEqual([
      400,
      [{ parameter: 'include', message: expect.stringContaining('unknown') }],
    ]);
  });
});

describe('every face shows the same centers in doubt', async () => {
  const query = 'near=98101&within=25mi&level=php&condition=anxiety&include=unknown&limit=20';
  const expected = seen(await ask(query));

  it('there are some, and what is asked about is the condition', () => {
    expect(expected.length).toBeGreaterThan(5);
    expect(expected.filter(({ certainty }) => certainty === 'unknown').map(({ ask: asked }) => asked.join())).toContain(
      'condition',
    );
  });

  it('POST', async () => {
    const fields = {
      near: '98101',
      within: '25mi',
      level: ['php'],
      condition: ['anxiety'],
      include: 'unknown',
      limit: 20,
    };
    expect(seen(searchAnswerSchema.parse(JSON.parse((await post(handler, fields)).body)))).toEqual(expected);
  });

  it('GeoJSON', async () => {
    const { body } = await call(handler, `/v1/centers?${query}`, { headers: { accept: 'application/geo+json' } });
    const { features } = JSON.parse(body);
    const found = features.map(({ id, properties }: { id: string; properties: Answer['results'][number] }) => ({
      id,
      certainty: properties.certainty,
      ask: properties.ask ?? [],
    }));
    expect(found).toEqual(expected);
  });

  it('CSV, which has the columns only then', async () => {
    const csv = async (asked: string) => {
      const { body } = await call(handler, `/v1/centers?${asked}`, { headers: { accept: 'text/csv' } });
      return parse(body, { columns: true, bom: true }) as Record<string, string>[];
    };
    const rows = await csv(query);
    expect(
      rows.map(({ id, certainty, ask: asked = '' }) => ({ id, certainty, ask: asked === '' ? [] : asked.split(';') })),
    ).toEqual(expected);
    expect(Object.keys((await csv('near=98101&level=php'))[0] ?? {})).not.toContain('certainty');
  });

  it('MCP, in facts and in words', async () => {
    const given = {
      near: '98101',
      within: '25mi',
      level: ['php'],
      condition: ['anxiety'],
      include: 'unknown',
      limit: 20,
    };
    const params = { name: 'find_programs_near', arguments: given };
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params });
    const answered = await call(handler, '/mcp', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const { structuredContent, content } = JSON.parse(answered.body).result;
    expect(seen(structuredContent)).toEqual(expected);
    const doubtful = expected.filter(({ certainty }) => certainty === 'unknown').length;
    expect(content[0].text.match(/IN DOUBT: the listing cannot say\. Ask the center about: condition\./g)).toHaveLength(
      doubtful,
    );
  });

  it('FHIR, where two programs are asked for, in doubt if either is', async () => {
    const of = '_has:HealthcareService:location:service-type';
    const certaintyOf = async (...levels: readonly string[]) => {
      const asked = levels.map((level) => `&${of}=${level}`).join('');
      const { status, body } = await call(
        handler,
        `/fhir/Location?near=47.61%7C-122.33%7C6%7Cmi${asked}&include=unknown&_count=50`,
      );
      expect(status, body).toBe(200);
      const entries: { resource: { id: string }; search: { extension?: { url: string; valueCode: string }[] } }[] =
        JSON.parse(body).entry ?? [];
      return new Map(
        entries.map(({ resource, search }) => [
          resource.id,
          search.extension?.find(({ url }) => url.endsWith('/certainty'))?.valueCode,
        ]),
      );
    };
    const [iop, op] = [await certaintyOf('iop'), await certaintyOf('op')];
    const both = [...iop].flatMap(([id, one]) =>
      op.has(id) ? [[id, one === 'unknown' || op.get(id) === 'unknown' ? 'unknown' : 'listed'] as const] : [],
    );
    expect(both.filter(([id]) => iop.get(id) !== op.get(id))).not.toEqual([]);
    for (const order of [
      ['iop', 'op'],
      ['op', 'iop'],
    ])
      expect(Object.fromEntries(await certaintyOf(...order))).toEqual(Object.fromEntries(both));
  });

  it('FHIR, as extensions of each entry’s search', async () => {
    const { results, origin } = await ask(query);
    const { lat, lng } = origin?.location ?? {};
    const near = encodeURIComponent(`${lat}|${lng}|25|mi`);
    const { status, body } = await call(
      handler,
      `/fhir/HealthcareService?location.near=${near}&service-type=php&specialty=anxiety&include=unknown&_count=50`,
    );
    expect(status, body).toBe(200);
    const entries: {
      resource: { identifier: { value: string }[] };
      search: { extension: { url: string; valueCode: string }[] };
    }[] = JSON.parse(body).entry;
    const told = entries.map(({ resource, search: { extension } }) => ({
      id: resource.identifier[0]?.value,
      certainty: extension.find(({ url }) => url === `${PUBLIC_URL}/fhir/StructureDefinition/certainty`)?.valueCode,
      ask: extension.filter(({ url }) => url.endsWith('/ask')).map(({ valueCode }) => valueCode),
    }));
    expect(told).toEqual(
      results.flatMap(({ offerings, certainty, ask: asked = [] }) =>
        offerings.map(({ id }) => ({ id, certainty, ask: asked })),
      ),
    );
    const plainly = await call(
      handler,
      `/fhir/HealthcareService?location.near=${near}&service-type=php&specialty=anxiety`,
    );
    expect(JSON.parse(plainly.body).entry).toBeUndefined();
  });

  it('HSDS, as members of each item', async () => {
    const term = uuidOfTerm('condition', 'anxiety');
    const around = `postcode=98101&proximity=16093.44&taxonomy_term_id=${term}&per_page=100`;
    const list = async (more: string) => {
      const { status, body } = await call(handler, `/hsds/service_at_locations?${around}${more}`);
      expect(status, body).toBe(200);
      return JSON.parse(body).contents as {
        certainty?: string;
        ask?: string[];
        location: { external_identifier: string };
      }[];
    };
    const found = await list('&include=unknown');
    const same = await ask('near=98101&within=10mi&condition=anxiety&include=unknown&limit=50');
    const ids = [...new Set(found.map(({ location }) => location.external_identifier))];
    expect(ids.slice(0, 20)).toEqual(
      seen(same)
        .map(({ id }) => id)
        .slice(0, 20),
    );
    expect(found.every(({ certainty, ask: asked }) => certainty === 'unknown' && asked?.join() === 'condition')).toBe(
      true,
    );
    expect(await list('')).toEqual([]);
  });

  it('the table of the command', async () => {
    const { body } = await call(handler, `/v1/centers?${query}`);
    const printed = printAnswer(body, 120);
    expect(printed).toContain('May offer it: ask');
    expect(printed).toMatch(/\d+ centers may offer it: \d+ do not say what is treated\./);
    const without = printAnswer(
      (await call(handler, `/v1/centers?${query.replace('&include=unknown', '')}`)).body,
      120,
    );
    expect(without).toMatch(/\d+ more centers may offer it: .* --include unknown lists them\./);
  });
});
