import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { stateNames } from '../../../functions/domain/state.ts';
import { call } from '../../support/gateway-call.ts';
import { NOW, records, serveRecords } from '../../support/real-records.ts';

const { handler } = await serveRecords();
const json = async (target: string) => {
  const { status, body } = await call(handler, target);
  expect(status, body).toBe(200);
  return JSON.parse(body);
};

const valueSchema = z.object({
  value: z.string(),
  label: z.string().min(1),
  synonyms: z.array(z.string().toLowerCase().min(1)).min(1),
  parent: z.string().nullable(),
  centers: z.int().nonnegative(),
  codes: z.object({ samhsa: z.array(z.string().regex(/^[A-Z]+:[A-Z0-9]+$/)) }),
});
const taxonomySchema = z.strictObject({
  filters: z.strictObject(
    Object.fromEntries(
      'level condition population age gender families therapy payer modality schedule language'
        .split(' ')
        .map((name) => [name, z.array(valueSchema)]),
    ),
  ),
  dataset: z.strictObject({ version: z.string(), publishedAt: z.literal(new Date(NOW).toISOString()) }),
});

describe('the taxonomy in Spanish', () => {
  it('has a Spanish label and synonyms for every value of the closed lists', async () => {
    const [english, spanish] = [await json('/v1/taxonomy'), await json('/v1/taxonomy?lang=es')].map((body) =>
      taxonomySchema.parse(body),
    );
    for (const [field, values] of Object.entries(spanish?.filters ?? {})) {
      const same = english?.filters[field] ?? [];
      expect(values.map(({ value, centers }) => [value, centers])).toEqual(
        same.map(({ value, centers }) => [value, centers]),
      );
    }
    const labelOf = (field: string, value: string) =>
      spanish?.filters[field]?.find((one) => one.value === value)?.label;
    expect(labelOf('level', 'php')).toBe('Hospitalización parcial (PHP)');
    expect(labelOf('language', 'so')).toBe('Somalí');
    expect((await call(handler, '/v1/taxonomy?lang=fr')).status).toBe(400);
    expect(await json('/v1/taxonomy?lang=en')).toEqual(await json('/v1/taxonomy'));
  });
});

/** The values that a center's offerings have in a filter, before parents are added. */
const held: Readonly<Record<string, (offering: (typeof records)[number]['offerings'][number]) => readonly string[]>> = {
  level: ({ level }) => [level],
  condition: ({ conditions }) => conditions,
  population: ({ populations }) => populations,
  // A search for an age or a gender also finds centers that do not say whom they serve. The counts leave these centers
  // out.
  age: ({ ages }) => ages ?? [],
  gender: ({ genders }) => genders ?? [],
  families: ({ families }) => families,
  therapy: ({ therapies }) => therapies,
  payer: ({ payers }) => payers,
  modality: ({ modalities }) => modalities,
  schedule: ({ schedule }) => schedule?.tracks ?? [],
  language: ({ languages }) => languages,
};

describe('the taxonomy', () => {
  it('counts for each value the centers that a search for it would find', async () => {
    const { filters } = taxonomySchema.parse(await json('/v1/taxonomy'));
    for (const [field, values] of Object.entries(filters)) {
      for (const { value, centers } of values) {
        const family = [value, ...values.filter(({ parent }) => parent === value).map((child) => child.value)];
        const having = records.filter(({ offerings }) =>
          offerings.some(
            (offering) =>
              offering.confirmation.state !== 'denied' && held[field]?.(offering).some((one) => family.includes(one)),
          ),
        );
        expect(centers, `${field}=${value}`).toBe(having.length);
      }
    }
  });

  it('leaves out no value that a center has', async () => {
    const { filters } = taxonomySchema.parse(await json('/v1/taxonomy'));
    for (const [field, of] of Object.entries(held)) {
      const listed = new Set(filters[field]?.map(({ value }) => value));
      for (const value of records.flatMap(({ offerings }) => offerings.flatMap(of))) expect(listed).toContain(value);
    }
  });

  it('has the crosswalk of each level', async () => {
    const { filters } = await json('/v1/taxonomy');
    const iop = filters.level.find(({ value }: { value: string }) => value === 'iop');
    expect(iop).toMatchObject({
      label: 'Intensive outpatient program (IOP)',
      order: 2,
      codes: {
        samhsa: ['SET:OIT'],
        asam: [
          { edition: '3', code: '2.1' },
          { edition: '4', code: '2.1' },
        ],
        hcpcs: ['H0015', 'S9480'],
        revenue: ['0905', '0906'],
      },
    });
  });

  const given = new URL('../../domain/taxonomy.json', import.meta.url);
  it('has every value of the list that the product was given, with its parent', async () => {
    const { filters } = await json('/v1/taxonomy');
    const fields = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(given, 'utf8')));
    const termsSchema = z.record(z.string(), z.union([z.string(), z.looseObject({ parent: z.string().optional() })]));
    for (const [field, values] of Object.entries(filters) as [string, { value: string; parent: string | null }[]][]) {
      // The language field has no closed list of values to compare with.
      if (field === 'language') continue;
      const terms = Array.isArray(fields[field])
        ? new Map(fields[field].map((value): [string, string | null] => [String(value), null]))
        : new Map(
            Object.entries(termsSchema.parse(fields[field])).flatMap(([value, term]): [string, string | null][] =>
              typeof term === 'string' ? [] : [[value, term.parent ?? null]],
            ),
          );
      expect(terms.size).toBeGreaterThan(1);
      for (const [value, parent] of terms) {
        expect(values, `${field}=${value}`).toContainEqual(expect.objectContaining({ value, parent }));
      }
    }
  });
});

describe('the states', () => {
  it('are counted as a plain count would', async () => {
    const { states, ...rest } = await json('/v1/states');
    expect(rest).toEqual({});
    expect(states.map(({ code, name }: { code: string; name: string }) => [code, name])).toEqual(
      Object.entries(stateNames),
    );
    for (const { code, centers, byLevel } of states) {
      const here = records.filter(({ center }) => center.address.state === code);
      expect(centers).toBe(here.length);
      for (const [level, count] of Object.entries(byLevel)) {
        const offering = here.filter(({ offerings }) =>
          offerings.some((one) => one.level === level && one.confirmation.state !== 'denied'),
        );
        expect(count, `${code} ${level}`).toBe(offering.length);
      }
    }
  });
});

describe('places', () => {
  it('suggests what a beginning may mean, larger places first', async () => {
    const { places } = await json('/v1/places?q=phoe&limit=3');
    expect(places[0]).toEqual({
      label: 'Phoenix, AZ',
      kind: 'city',
      location: { lat: expect.any(Number), lng: expect.any(Number) },
      state: 'AZ',
    });
    expect(places.length).toBeLessThanOrEqual(3);
  });

  it.each([
    ['8500', 8],
    ['85004', 1],
    ['springfield', 8],
    ['st. lou', 8],
    ['%20denver%20co', 2],
    ['zzzzzz', 0],
    ['%E5%8C%97%E4%BA%AC', 0],
    ['%00', 0],
    ['%F0%9F%8F%A5', 0],
    ["'%3B--", 0],
  ])('answers q=%s, %i at the most', async (q, most) => {
    const { places } = await json(`/v1/places?q=${q}`);
    expect(places.length).toBeLessThanOrEqual(most);
    if (most > 0) expect(places.length).toBeGreaterThan(0);
    for (const place of places) expect(Object.keys(place)).toEqual(['label', 'kind', 'location', 'state']);
  });

  it.each([
    ['', ['q']],
    ['?q=', ['q']],
    ['?q=%20', ['q']],
    ['?limit=5', ['q']],
    ['?q=a&q=b', ['q']],
    [`?q=${'x'.repeat(101)}`, ['q']],
    ['?q=a&limit=0', ['limit']],
    ['?q=a&limit=21', ['limit']],
    ['?q=a&limit=1.5', ['limit']],
    ['?q=a&limit=', ['limit']],
    ['?q=a&limt=5', ['limt']],
    ['?q=a&__proto__=5', ['__proto__']],
    ['?limit=x&foo=1', ['foo', 'limit', 'q']],
  ])('names every fault of /v1/places%s', async (query, faulty) => {
    const { status, body } = await call(handler, `/v1/places${query}`);
    expect(status).toBe(400);
    const named = JSON.parse(body).errors.map(({ parameter }: { parameter: string }) => parameter);
    expect(named.sort()).toEqual(faulty);
  });
});

describe('health', () => {
  it('says which dataset is served, and that nobody may keep the answer', async () => {
    const { headers } = await call(handler, '/v1/health');
    expect(headers['cache-control']).toBe('no-store');
    expect(await json('/v1/health')).toEqual({
      status: 'ok',
      centers: records.length,
      dataset: { version: expect.any(String), publishedAt: new Date(NOW).toISOString() },
    });
  });
});
