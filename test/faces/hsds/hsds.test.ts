import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { toHsds } from '../../../data/export/hsds.ts';
import { listingKey } from '../../../functions/dataset/keys.ts';
import { levels } from '../../../functions/domain/level-of-care.ts';
import type { CenterRecord } from '../../../functions/domain/record.ts';
import * as schemas from '../../../functions/faces/hsds/answers.ts';
import {
  numberOfUuid,
  uuidOfCenter,
  uuidOfOrganization,
  uuidOfTerm,
} from '../../../functions/faces/hsds/shapes/uuid.ts';
import { places } from '../../../functions/places/load.ts';
import { call } from '../../support/gateway-call.ts';
import { listingLike } from '../../support/listing-like.ts';
import { NOW, PUBLIC_URL, records, serveRecords } from '../../support/real-records.ts';

// Long: whole lists are paged to their end.

const { handler, lines } = await serveRecords();
const isListed = ({ confirmation }: CenterRecord['offerings'][number]) => confirmation.state !== 'denied';

async function get(target: string, headers = {}) {
  const { status, headers: given, body } = await call(handler, target, { headers });
  return { status, headers: given, body: JSON.parse(body) };
}

const itemSchemas = {
  services: schemas.listedServiceSchema,
  service_at_locations: schemas.listedServiceAtLocationSchema,
  organizations: schemas.organizationSchema,
  taxonomies: schemas.taxonomySchema,
  taxonomy_terms: schemas.taxonomyTermSchema,
} as const;
const fullSchemas = {
  services: schemas.serviceSchema,
  service_at_locations: schemas.serviceAtLocationSchema,
  organizations: schemas.fullOrganizationSchema,
} as const;

async function page<Item extends z.ZodType>(target: string, item: Item) {
  const { status, headers, body } = await get(target);
  expect(status, JSON.stringify(body)).toBe(200);
  // A name or a ZIP was typed by somebody.
  const isTyped = /[?&](?:search|postcode)=/.test(target);
  expect(headers['cache-control']).toBe(isTyped ? 'no-store' : 'public, max-age=60');
  return schemas.pageSchema(item).parse(body);
}

/** Every page in turn; the envelopes must agree. */
async function all(list: keyof typeof itemSchemas, query: string, perPage: number): Promise<{ id: string }[]> {
  const found: { id: string }[] = [];
  for (let number = 1; ; number += 1) {
    const one = await page(`/hsds/${list}?${query}&per_page=${perPage}&page=${number}`, itemSchemas[list]);
    found.push(...one.contents);
    const pages = Math.ceil(one.total_items / perPage);
    expect(one).toMatchObject({
      page_number: number,
      total_pages: pages,
      size: one.contents.length,
      first_page: number === 1,
      last_page: number >= pages,
      empty: one.contents.length === 0,
    });
    if (!one.last_page) expect(one.size).toBe(perPage);
    if (one.last_page) {
      expect(found).toHaveLength(one.total_items);
      return found;
    }
  }
}

/** Ids of offerings in the index "listing". */
const listed = (which: (offering: CenterRecord['offerings'][number], record: CenterRecord) => boolean) =>
  records
    .map((record) => ({ record, key: listingKey(record) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .flatMap(({ record }) =>
      record.offerings
        .filter((offering) => isListed(offering) && which(offering, record))
        .map((offering) => ({ record, offering })),
    );
const servicesOf = (found: ReturnType<typeof listed>) =>
  found.map(({ record, offering }) => uuidOfCenter(record.center.id, 'service', offering.id));

describe('lists', () => {
  it('give every service in order on pages of any size, with true totals', async () => {
    const expected = servicesOf(listed(() => true));
    for (const perPage of [7, 50, 100]) {
      expect((await all('services', '', perPage)).map(({ id }) => id)).toEqual(expected);
    }
    const beyond = await page('/hsds/services?page=9999', schemas.listedServiceSchema);
    expect(beyond).toMatchObject({ total_items: expected.length, size: 0, empty: true, last_page: true });
  });

  it.each([
    ['level', 'iop'],
    ['condition', 'mental-health'],
    ['payer', 'medicaid'],
    ['population', 'women'],
  ] as const)('of one %s, %s', async (taxonomy, code) => {
    const { body } = await call(handler, `/v1/centers?near=39,-105&limit=50&${taxonomy}=${code}`);
    const expected = servicesOf(
      listed(({ level, conditions, payers, populations }) => {
        const family =
          code === 'mental-health'
            ? ['mental-health', 'depressive', 'anxiety', 'personality', 'ptsd', 'trauma', 'phobias', 'ocd', 'eating']
            : [code];
        return [level, ...conditions, ...payers, ...populations].some((one) => family.includes(one));
      }),
    );
    expect(JSON.parse(body).results.length).toBeGreaterThan(0);
    const found = await all('services', `taxonomy_term_id=${uuidOfTerm(taxonomy, code)}`, 40);
    expect(found.map(({ id }) => id)).toEqual(expected);
  });

  it('around a ZIP give the centers of the JSON face, nearest first', async () => {
    for (const [zip, meters, level] of [
      ['85004', 80_000, 'iop'],
      ['98101', 150_000, 'op'],
      ['73102', 804_672, 'detox'],
    ] as const) {
      const query = `near=${zip}&within=${meters / 1_000}km&level=${level}&limit=50`;
      const { results, next } = JSON.parse((await call(handler, `/v1/centers?${query}`)).body);
      expect(next).toBeNull();
      const expected = results.flatMap(
        ({ center, offerings }: { center: { id: string }; offerings: { id: string }[] }) =>
          offerings.map(({ id }) => uuidOfCenter(center.id, 'service_at_location', id)),
      );
      expect(expected.length).toBeGreaterThan(0);
      const term = uuidOfTerm('level', level);
      const found = await all(
        'service_at_locations',
        `postcode=${zip}&proximity=${meters}&taxonomy_term_id=${term}`,
        3,
      );
      expect(found.map(({ id }) => id)).toEqual(expected);
    }
  });

  it('narrow by words and by organization', async () => {
    const words = await all('services', 'search=lantern', 5);
    const named = listed((_, { center }) =>
      JSON.stringify([center.name, center.alternateNames, center.organization.name]).toLowerCase().includes('lantern'),
    );
    expect(words.map(({ id }) => id).sort()).toEqual(servicesOf(named).sort());
    const { slug } = named[0]?.record.center.organization ?? { slug: '' };
    const own = await all('service_at_locations', `organization_id=${uuidOfOrganization(slug)}`, 2);
    expect(own).toHaveLength(listed((_, { center }) => center.organization.slug === slug).length);
    expect(await all('services', `organization_id=${uuidOfOrganization('nobody')}`, 10)).toEqual([]);
  });

  it.each([
    ['search=iop', 'taxonomy_term_id=iop', null],
    ['search=intensive%20outpatient', 'taxonomy_term_id=iop', null],
    ['search=IOP%20in%20arizona', 'taxonomy_term_id=iop', 'AZ'],
    ['search=detox%20nj', 'taxonomy_term_id=detox', 'NJ'],
  ])('count what is shown for a search text: %s', async (search, term, state) => {
    const code = term.slice(term.indexOf('=') + 1);
    const found = await all('services', search, 5);
    const expected = listed(
      ({ level }, { center }) => level === code && (state === null || center.address.state === state),
    );
    expect(found.map(({ id }) => id).sort()).toEqual(servicesOf(expected).sort());
    expect(found.length).toBeGreaterThan(0);
  });

  it('fold payers, places and names of a search text into what narrows', async () => {
    const paid = await all('services', 'search=iop%20medicaid', 10);
    const medicaid = listed(({ level, payers }) => level === 'iop' && payers.includes('medicaid'));
    expect(paid.map(({ id }) => id).sort()).toEqual(servicesOf(medicaid).sort());
    for (const [text, near, level] of [
      ['op phoenix', 'Phoenix, AZ', 'op'],
      ['php near 60601', '60601', 'php'],
    ] as const) {
      const { results } = JSON.parse(
        (await call(handler, `/v1/centers?near=${encodeURIComponent(near)}&within=25mi&level=${level}&limit=50`)).body,
      );
      const around = await all('service_at_locations', `search=${encodeURIComponent(text)}`, 5);
      const expected = results.flatMap(
        ({ center, offerings }: { center: { id: string }; offerings: { id: string }[] }) =>
          offerings.map(({ id }) => uuidOfCenter(center.id, 'service_at_location', id)),
      );
      expect(expected.length).toBeGreaterThan(0);
      expect(around.map(({ id }) => id)).toEqual(expected);
    }
    const named = await all('services', 'search=rosecrance%20residential', 5);
    const rosecrance = listed(({ level }, { center }) => level === 'residential' && center.name.includes('Rosecrance'));
    expect(named.map(({ id }) => id).sort()).toEqual(servicesOf(rosecrance).sort());
    expect(named.length).toBeGreaterThan(0);
    // A word of a payer or a level may be part of a name.
    const free = listed((_, { center }) => center.name.startsWith('Free by the Sea'));
    const whole = await all('services', 'search=free%20by%20the%20sea%20sunset%20view', 10);
    expect(whole.map(({ id }) => id).sort()).toEqual(servicesOf(free).sort());
    expect(await all('services', 'search=blorple%20inpatient', 5)).toEqual([]);
    expect(await all('services', 'search=zzzqx', 5)).toEqual([]);
  });

  it('give everything with full, ids with minimal, and nothing that is older than asked', async () => {
    for (const [list, schema] of Object.entries(fullSchemas)) {
      const whole = await page(`/hsds/${list}?full=true&per_page=20`, schema);
      expect(whole.size).toBe(20);
    }
    const minimal = await page('/hsds/services?minimal=true', schemas.minimalServiceSchema);
    expect(minimal).toMatchObject({ total_pages: 1, total_items: listed(() => true).length });
    const published = new Date(NOW).toISOString();
    for (const since of ['2020-01-01', published, published.replace('Z', '%2B00:00')]) {
      expect((await page(`/hsds/services?modified_after=${since}`, schemas.listedServiceSchema)).total_items).toBe(
        minimal.total_items,
      );
    }
    const later = new Date(NOW + 1).toISOString();
    expect(await page(`/hsds/services?modified_after=${later}`, schemas.listedServiceSchema)).toMatchObject({
      total_items: 0,
      empty: true,
    });
  });

  it('of organizations, taxonomies and terms are whole', async () => {
    const slugs = [...new Set(records.map(({ center }) => center.organization.slug))].sort();
    expect((await all('organizations', '', 30)).map(({ id }) => id)).toEqual(
      slugs.map((slug) => uuidOfOrganization(slug)),
    );
    expect((await all('organizations', 'search=lantern', 30)).length).toBe(
      slugs.filter((slug) => slug.includes('lantern')).length,
    );
    expect(await all('taxonomies', '', 3)).toHaveLength(10);
    const terms = await all('taxonomy_terms', '', 100);
    expect(new Set(terms.map(({ id }) => id)).size).toBe(terms.length);
    const [level] = await all('taxonomies', 'search=levels', 3);
    expect(await all('taxonomy_terms', `taxonomy_id=${level?.id}`, 5)).toHaveLength(levels.codes.length);
    const below = await all('taxonomy_terms', `parent_id=${uuidOfTerm('condition', 'substance-use')}`, 5);
    expect(below.map(({ id }) => id)).toContain(uuidOfTerm('condition', 'alcohol'));
    const top = await all('taxonomy_terms', 'top_only=true', 100);
    expect(top.length).toBeLessThan(terms.length);
  });

  it('read only what a page shows, wherever it is', async () => {
    const served = await serveRecords([...listingLike(5, 4_000, places())]);
    const ask = async (query: string) => JSON.parse((await call(served.handler, `/hsds/services?${query}`)).body);
    const { total_pages } = await ask('per_page=20');
    expect(total_pages).toBeGreaterThan(150);
    for (const number of [total_pages, Math.floor(total_pages / 2)]) {
      expect((await ask(`per_page=20&page=${number}`)).contents.length).toBeGreaterThan(0);
      expect(served.lines.at(-1)?.items).toBeLessThanOrEqual(6);
    }
  });
});

describe('one by its id', () => {
  it('is what the export has, and is found from its UUID alone', async () => {
    const exported = toHsds(records, { withPrivate: false });
    const termOf = new Map(exported.taxonomy_terms.map((term) => [term.id, term]));
    // The export has terms in a table of their own, a page has each in its attribute.
    const terms = ({ attributes }: { attributes: readonly object[] }) =>
      attributes.flatMap((one) => {
        const term = 'taxonomy_term_id' in one ? termOf.get(String(one.taxonomy_term_id)) : undefined;
        return term === undefined ? [] : [{ ...one, taxonomy_term: term }];
      });
    for (const service of exported.services) {
      const { status, body } = await get(`/hsds/services/${service.id}`);
      expect(status).toBe(200);
      const { last_modified, organization, service_at_locations, ...shared } = schemas.serviceSchema.parse(body);
      const of = (one: object) => JSON.stringify(one);
      // A published page holds lists of values as sets.
      const inOrder = <Item extends object>(list: readonly Item[] = []) =>
        list.toSorted((a, b) => (of(a) < of(b) ? -1 : 1));
      const sorted = (one: { languages?: object[] | undefined; attributes?: object[] | undefined }) => ({
        ...one,
        languages: inOrder(one.languages),
        attributes: inOrder(one.attributes),
      });
      expect(sorted(shared)).toEqual(sorted({ ...service, attributes: terms(service) }));
      expect(organization?.id).toBe(service.organization_id);
      const [place] = service_at_locations ?? [];
      const location = exported.locations.find(({ id }) => id === place?.location_id);
      expect(location).toMatchObject(place?.location ?? { id: 'none' });
      expect(last_modified).toBe(new Date(NOW).toISOString());
    }
    for (const { id } of exported.service_at_locations) {
      schemas.serviceAtLocationSchema.parse((await get(`/hsds/service_at_locations/${id}`)).body);
    }
    for (const organization of exported.organizations) {
      const { body } = await get(`/hsds/organizations/${organization.id}?full_service=true`);
      expect(schemas.fullOrganizationSchema.parse(body)).toMatchObject(organization);
    }
  });

  it('keeps what admissions denied, as inactive', async () => {
    const [denied] = records.flatMap(({ center, offerings }) =>
      offerings.filter((one) => !isListed(one)).map(({ id }) => uuidOfCenter(center.id, 'service', id)),
    );
    expect((await get(`/hsds/services/${denied}`)).body.status).toBe('inactive');
  });

  it('has UUIDs that are valid, of version 8, and of their center', () => {
    for (const { center } of records) {
      const [one, other] = [
        uuidOfCenter(center.id, 'location', center.id),
        uuidOfCenter(center.id, 'address', center.id),
      ];
      expect([one, other].every((id) => z.uuid({ version: 'v8' }).safeParse(id).success)).toBe(true);
      expect(one).not.toBe(other);
      expect(numberOfUuid(one)).toBe(numberOfUuid(other));
    }
    for (const text of ['', 'x', '00000000-0000-4000-8000-000000000000']) expect(numberOfUuid(text)).toBeNull();
  });

  it.each(['services', 'service_at_locations', 'organizations', 'taxonomies', 'taxonomy_terms'])(
    'of %s is a 404 for others',
    async (list) => {
      for (const id of [
        'x',
        '00000000-0000-4000-8000-000000000000',
        uuidOfCenter('nobody', 'service', 'nothing'),
        uuidOfTerm('level', 'nothing'),
      ]) {
        const { status, headers } = await get(`/hsds/${list}/${id}`);
        expect([status, headers['content-type']]).toEqual([404, 'application/problem+json']);
      }
    },
  );
});

describe('the face', () => {
  it.each(['/hsds', '/hsds/'])('describes itself at %s', async (target) => {
    const { status, body } = await get(target);
    expect(status).toBe(200);
    expect(schemas.aboutSchema.parse(body)).toMatchObject({
      version: '3.0',
      openapi_url: `${PUBLIC_URL}/v1/openapi.json`,
    });
  });

  it.each([
    ['/hsds/services?page=0&per_page=101&full=yes&taxonomy_id=x&nope=1', ['nope', 'page', 'full', 'taxonomy_id']],
    ['/hsds/services?per_page=101', ['per_page']],
    ['/hsds/services?page=1&page=2', ['page']],
    ['/hsds/services?minimal=true&full=true', ['full']],
    ['/hsds/services?modified_after=yesterday&search=of', ['search', 'modified_after']],
    ['/hsds/services?format=ndjson', ['format']],
    ['/hsds/services?postcode=85004', ['postcode']],
    ['/hsds/service_at_locations?postcode=85004', ['proximity']],
    ['/hsds/service_at_locations?proximity=5', ['postcode']],
    ['/hsds/service_at_locations?postcode=8500&proximity=900000', ['postcode', 'proximity']],
    ['/hsds/service_at_locations?postcode=00001&proximity=5', ['postcode']],
    [
      `/hsds/services?taxonomy_term_id=${uuidOfTerm('level', 'x')}&taxonomy_id=${uuidOfTerm('x', '')}`,
      ['taxonomy_id', 'taxonomy_term_id'],
    ],
  ])('names every fault of %s', async (target, names) => {
    const { status, body } = await get(target);
    expect(status).toBe(400);
    expect(new Set(body.errors.map(({ parameter }: { parameter: string }) => parameter))).toEqual(new Set(names));
  });

  it('writes nothing of a search down', async () => {
    await get('/hsds/service_at_locations?postcode=85004&proximity=40000&search=lantern');
    expect(JSON.stringify(lines)).not.toMatch(/85004|40000|lantern/);
  });
});

describe('an answer that Lambda would turn away for its size', () => {
  it('is a 422 that says how to ask for less', async () => {
    const one = { slug: 'large', name: 'Large' };
    const large = [...listingLike(1, 2_000, places())].map((record) => ({
      ...record,
      center: { ...record.center, organization: one },
    }));
    const served = await serveRecords(large);
    const ask = (target: string) => call(served.handler, target);
    const whole = await ask(`/hsds/organizations/${uuidOfOrganization(one.slug)}?full_service=true`);
    expect(whole.status).toBe(422);
    expect(JSON.parse(whole.body)).toMatchObject({ type: `${PUBLIC_URL}/problems/too-broad` });
    expect(whole.body).toContain('per_page');
    expect((await ask(`/hsds/organizations/${uuidOfOrganization(one.slug)}`)).status).toBe(200);
  });
});
