import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { toHsds } from '../../../data/export/hsds.ts';
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
import { sampled } from '../../support/runs.ts';
import { get, isListed, lines } from './asking.ts';

// Long: many offerings of the export are asked for.

describe('one by its id', () => {
  it('is what the export has, and is found from its UUID alone', async () => {
    const exported = toHsds(records, { withPrivate: false });
    const termOf = new Map(exported.taxonomy_terms.map((term) => [term.id, term]));
    // The export keeps taxonomy terms in a separate table. An HSDS page repeats each term inside its attribute.
    const terms = ({ attributes }: { attributes: readonly object[] }) =>
      attributes.flatMap((one) => {
        const term = 'taxonomy_term_id' in one ? termOf.get(String(one.taxonomy_term_id)) : undefined;
        return term === undefined ? [] : [{ ...one, taxonomy_term: term }];
      });
    for (const service of sampled(exported.services, 3)) {
      const { status, body } = await get(`/hsds/services/${service.id}`);
      expect(status).toBe(200);
      const { last_modified, organization, service_at_locations, ...shared } = schemas.serviceSchema.parse(body);
      const of = (one: object) => JSON.stringify(one);
      // A published page stores lists of values without an order, so the test sorts them.
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
    for (const { id } of sampled(exported.service_at_locations, 5)) {
      schemas.serviceAtLocationSchema.parse((await get(`/hsds/service_at_locations/${id}`)).body);
    }
    for (const organization of sampled(exported.organizations, 3)) {
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
    const large = [...listingLike(1, 200, places())].map((record) => ({
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
