import { describe, expect, it } from 'vitest';
import { levels } from '../../../functions/domain/level-of-care.ts';
import * as schemas from '../../../functions/faces/hsds/answers.ts';
import { uuidOfCenter, uuidOfOrganization, uuidOfTerm } from '../../../functions/faces/hsds/shapes/uuid.ts';
import { places } from '../../../functions/places/load.ts';
import { call } from '../../support/gateway-call.ts';
import { listingLike } from '../../support/listing-like.ts';
import { NOW, records, serveRecords } from '../../support/real-records.ts';
import { all, fullSchemas, handler, listed, page, servicesOf } from './asking.ts';

// Long: pages through whole lists.

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

  it('that words and a term exclude from each other are none', async () => {
    const { body } = await call(handler, `/hsds/services?search=php&taxonomy_term_id=${uuidOfTerm('level', 'iop')}`);
    expect(JSON.parse(body)).toMatchObject({ total_items: 0, contents: [] });
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
    // A name may contain a word that also means a payer or a level, such as "free".
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
    // The server reads a time without a zone as UTC.
    for (const since of ['2020-01-01', published, published.replace('Z', '%2B00:00'), published.replace('Z', '')]) {
      expect((await page(`/hsds/services?modified_after=${since}`, schemas.listedServiceSchema)).total_items).toBe(
        minimal.total_items,
      );
    }
    const later = new Date(NOW + 1).toISOString();
    for (const since of [later, later.replace('Z', '')])
      expect(await page(`/hsds/services?modified_after=${since}`, schemas.listedServiceSchema)).toMatchObject({
        total_items: 0,
        empty: true,
      });
  });

  it('take what clients of other servers send: a slash at the end, True, and ZIP+4', async () => {
    for (const [theirs, ours] of [
      ['/hsds/services/?per_page=2', '/hsds/services?per_page=2'],
      ['/hsds/taxonomy_terms/', '/hsds/taxonomy_terms'],
      ['/hsds/services?full=True&per_page=2', '/hsds/services?full=true&per_page=2'],
      ['/hsds/services?full=FALSE&per_page=2', '/hsds/services?per_page=2'],
      ...['85004-1234', '850041234'].map((zip) => [
        `/hsds/service_at_locations?postcode=${zip}&proximity=40000`,
        '/hsds/service_at_locations?postcode=85004&proximity=40000',
      ]),
    ] as const) {
      const [asked, expected] = await Promise.all([call(handler, theirs), call(handler, ours)]);
      expect([theirs, asked.status, asked.body]).toEqual([theirs, 200, expected.body]);
    }
    const { contents } = JSON.parse((await call(handler, '/hsds/services?per_page=1')).body);
    const one = `/hsds/services/${contents[0].id}`;
    expect((await call(handler, `${one}/`)).body).toBe((await call(handler, one)).body);
    expect((await call(handler, `${one}//`)).status).toBe(404);
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
