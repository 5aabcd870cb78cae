import { describe, expect, it } from 'vitest';
import { searchFields } from '../../../functions/faces/v1/parameters/fields.ts';
import { type ProblemAnswer, problemSchema } from '../../support/answer-schema.ts';
import { type Answer, call, post } from '../../support/gateway-call.ts';
import { serveRecords } from '../../support/real-records.ts';
import { type WrongSearch, wrongSearches } from '../../support/wrong-values.ts';

const { handler } = await serveRecords();

/**
 * A 400 as the contract defines it: without internal details, and with a message that ends like a sentence or a list.
 */
function expectFault({ status, headers, body }: Answer): ProblemAnswer {
  expect(status, body).toBe(400);
  expect(headers['content-type']).toBe('application/problem+json');
  const problem = problemSchema.parse(JSON.parse(body));
  expect(problem.type).toMatch(/\/problems\/(?:bad-request|location-needed)$/);
  for (const { message } of problem.errors ?? []) {
    expect(message).not.toMatch(/Invalid (?:input|string|option)|expected|regex|pattern|zod|undefined|\bat \S+:\d+/i);
    expect(message.length).toBeLessThan(700);
  }
  const [only, ...others] = problem.errors ?? [];
  // A reader may see `detail` alone, so the text must name the faulty parameter.
  if (only !== undefined && others.length === 0 && !problem.type.endsWith('location-needed')) {
    const named = 'parameter' in only ? only.parameter : only.pointer;
    expect(problem.detail).toContain('pointer' in only && named === '' ? 'The body' : named);
  }
  if (others.length > 0) expect(problem.detail).toBe(`${others.length + 1} things are wrong; each is named in errors.`);
  return problem;
}

function expectNamed(problem: ProblemAnswer, { faulty, says }: WrongSearch, place: 'parameter' | 'pointer') {
  const errors = problem.errors ?? [];
  const named = errors.map((error) => ('parameter' in error ? error.parameter : error.pointer));
  const expected = faulty.map((name) => (place === 'pointer' && name !== '' ? `/${name}` : name));
  expect(new Set(named), JSON.stringify(errors)).toEqual(new Set(expected));
  expect(errors.every((error) => place in error)).toBe(true);
  const first = errors.find((_, index) => named[index] === expected[0])?.message ?? '';
  if (typeof says === 'string') expect(first).toContain(says);
  else expect(first).toMatch(says);
}

const shown = (value: string) => (value.length > 90 ? `${value.slice(0, 90)}…` : value);
const byQuery = wrongSearches.flatMap((wrong) => (wrong.query === undefined ? [] : [{ ...wrong, query: wrong.query }]));
const byBody = wrongSearches.flatMap((wrong) => {
  if (wrong.body === undefined) return [];
  return [{ ...wrong, text: typeof wrong.body === 'string' ? wrong.body : JSON.stringify(wrong.body) }];
});

describe('every fault of a query is named', () => {
  it.each(byQuery.map((wrong) => ({ title: shown(wrong.query), wrong })))('$title', async ({ wrong }) => {
    expectNamed(expectFault(await call(handler, `/v1/centers?${wrong.query}`)), wrong, 'parameter');
  });
});

describe('every fault of a body is named by pointer', () => {
  it.each(byBody.map((wrong) => ({ title: shown(wrong.text), wrong })))('$title', async ({ wrong }) => {
    const faulty = wrong.faulty.map((name) => indexed(name, wrong.body));
    expectNamed(expectFault(await post(handler, wrong.text)), { ...wrong, faulty }, 'pointer');
  });

  /** A value in a list is named by its position, unless the whole list is at fault. */
  function indexed(name: string, body: unknown): string {
    const value = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined;
    const single = Array.isArray(value) && value.length === 1 && name in searchFields;
    const isList =
      'level condition population age gender families therapy payer modality schedule language in organization'.includes(
        name,
      );
    return single && isList && name !== '' ? `${name}/0` : name;
  }
});

describe('the table of wrong values', () => {
  it('has every field of a search, in the query and in the body', () => {
    for (const field of Object.keys(searchFields)) {
      expect(
        byQuery.some(({ faulty }) => faulty.includes(field)),
        field,
      ).toBe(true);
      expect(
        byBody.some(({ faulty }) => faulty.includes(field)),
        field,
      ).toBe(true);
    }
  });
});

describe('a fault', () => {
  it('lists the places that an ambiguous name may be, ready to be chosen', async () => {
    const { candidates } = expectFault(await call(handler, '/v1/centers?near=Peoria'));
    expect(candidates?.[0]).toEqual({
      label: 'Peoria, AZ',
      location: { lat: expect.any(Number), lng: expect.any(Number) },
      state: 'AZ',
    });
    for (const { label } of candidates ?? []) {
      expect((await call(handler, `/v1/centers?near=${encodeURIComponent(label)}`)).status).toBe(200);
    }
  });

  it.each([
    ['near=monmoth%20county&level=iop&payer=medicaid', 'Monmouth County, NJ', null],
    ['q=medicaid%20iop%20in%20peoria', 'Peoria, AZ', { level: ['iop'], payer: ['medicaid'] }],
  ])('of %s offers %s and keeps what was understood', async (search, label, understood) => {
    const { candidates, query } = expectFault(await call(handler, `/v1/centers?${search}`));
    expect(candidates?.[0]?.label).toBe(label);
    if (understood === null) expect(query).toBeUndefined();
    else expect(query).toMatchObject(understood);
  });

  it('of a POST may stand in its URL, where nothing belongs', async () => {
    const given = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"near":"85004","limit":0}',
    };
    const { errors } = expectFault(await call(handler, '/v1/centers/search?near=85004', given));
    expect(errors).toEqual([
      { parameter: 'near', message: 'belongs in the body' },
      { pointer: '/limit', message: 'must be a whole number from 1 to 50' },
    ]);
  });

  it.each([
    ['nested lists', `{"near":"85004","level":${'['.repeat(30_000)}${']'.repeat(30_000)}}`],
    ['nested objects', `{"near":"85004","state":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`],
    ['many values', `{"near":"85004","therapy":[${Array(20_000).fill('""').join()}]}`],
    ['many names', `{${Array.from({ length: 6_000 }, (_, n) => `"a${n}":1`).join()}}`],
  ])('of %s is answered like any other, in less than the gateway passes on', async (_, body) => {
    const answer = await post(handler, body);
    expectFault(answer);
    expect(answer.body.length).toBeLessThan(2_000_000);
  });

  it('in percent-encoding leaves a value that is refused as it stands', async () => {
    for (const garbage of ['%', '%zz', '%E0%A4%A', '%C0%80', '%FF%FE', '%u0041']) {
      expectFault(await call(handler, `/v1/centers?near=${garbage}`));
      expectFault(await call(handler, `/v1/centers?near=85004&${garbage}=1`));
      expectFault(await call(handler, `/v1/centers?near=85004&level=${garbage}`));
    }
  });
});
