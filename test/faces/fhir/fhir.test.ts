import type { HealthcareService, Location } from 'fhir/r4.js';
import { describe, expect, it } from 'vitest';
import { levelTerm } from '../../../functions/domain/level-of-care.ts';
import type { CenterRecord } from '../../../functions/domain/record.ts';
import { locationId, organizationId, serviceId } from '../../../functions/faces/fhir/shapes/ids.ts';
import { KM_PER_MILE } from '../../../functions/geo/distance.ts';
import { call } from '../../support/gateway-call.ts';
import { records } from '../../support/real-records.ts';
import { all, base, bundle, get, handler, level } from './asking.ts';

// Long: validates every answer with FHIR's schema.

/** Asks GET /v1/centers. Returns each center's id, matching offerings and distance. */
async function json(query: string): Promise<{ id: string; offerings: string[]; miles: number; km: number }[]> {
  const { body } = await call(handler, `/v1/centers?limit=50&${query}`);
  const { results, next } = JSON.parse(body);
  expect(next).toBeNull();
  return results.map(
    ({ center, offerings, distance }: { center: { id: string }; offerings: { id: string }[]; distance?: object }) => ({
      id: center.id,
      offerings: offerings.map(({ id }) => id),
      ...distance,
    }),
  );
}

const questions: readonly (readonly [fhir: string, json: string])[] = [
  ['location.near=33.4484|-112.074|50|mi&service-type=iop', 'near=33.4484,-112.074&within=50mi&level=iop'],
  [
    `location.near=33.4484|-112.074|500|mi&service-type=${level}&characteristic=medicaid`,
    'near=33.4484,-112.074&within=500mi&level=iop&payer=medicaid',
  ],
  [
    'location.near=47.6|-122.3|80&program=women,pregnant&service-type=op,iop',
    'near=47.6,-122.3&within=80km&population=women,pregnant&level=op,iop',
  ],
  [
    'location.near=39.7|-105|90000|m&specialty=mental-health&communication=es',
    'near=39.7,-105&within=90km&condition=mental-health&language=es',
  ],
  [
    'location:Location.near=36.1|-115.1|300|[mi_i]&characteristic=cbt,dbt&characteristic=telehealth',
    'near=36.1,-115.1&within=300mi&therapy=cbt,dbt&modality=telehealth',
  ],
  ['location.address-state=OK&service-type=detox', 'state=OK&level=detox'],
];

describe('a search', () => {
  it.each(questions)(
    '%s gives the services of the centers of %s, in their order, on pages of any size',
    async (fhir, query) => {
      const expected = (await json(query)).flatMap(({ id, offerings }) => offerings.map((one) => serviceId(id, one)));
      expect(expected.length).toBeGreaterThan(0);
      for (const count of [1, 2, 7, 50])
        expect(await all(`/fhir/HealthcareService?${fhir}&_count=${count}`)).toEqual(expected);
    },
  );

  it('of Locations gives the centers of the JSON face with their distances', async () => {
    for (const [near, query] of [
      ['33.4484|-112.074|60|mi', 'near=33.4484,-112.074&within=60mi'],
      ['33.4484|-112.074|60', 'near=33.4484,-112.074&within=60km'],
    ] as const) {
      const expected = await json(query);
      expect(await all(`/fhir/Location?near=${near}&_count=3`)).toEqual(expected.map(({ id }) => locationId(id)));
      const { matches, headers, resource } = await bundle(`/fhir/Location?near=${near}&_count=50`);
      expect(resource.total).toBe(expected.length);
      expect(headers['cache-control']).toBe('private, no-store');
      for (const [index, { search }] of matches.entries()) {
        const [extension] = search?.extension ?? [];
        expect(extension?.url).toBe('http://hl7.org/fhir/StructureDefinition/location-distance');
        const { miles, km } = expected[index] ?? {};
        const isMiles = near.endsWith('mi');
        expect(extension?.valueDistance).toEqual({
          value: isMiles ? miles : km,
          unit: isMiles ? 'mi' : 'km',
          system: 'http://unitsofmeasure.org',
          code: isMiles ? '[mi_i]' : 'km',
        });
      }
    }
  });

  it('in meters, and however far, has the same order', async () => {
    const km = await all('/fhir/Location?near=35|-97|40|km&_count=50');
    expect(await all('/fhir/Location?near=35|-97|40000|m&_count=50')).toEqual(km);
    expect((await all('/fhir/Location?near=35|-97&_count=50')).slice(0, km.length)).toEqual(km);
    expect(await all('/fhir/Location?near=35|-97&_count=50')).toHaveLength(records.length);
    expect(40 / KM_PER_MILE).toBeLessThan(25);
  });

  it('of Locations by what one service has', async () => {
    const expected = (await json('near=39.7,-105&within=200mi&level=php')).map(({ id }) => locationId(id));
    expect(expected.length).toBeGreaterThan(0);
    expect(await all('/fhir/Location?near=39.7|-105|200|mi&_has:HealthcareService:location:service-type=php')).toEqual(
      expected,
    );
  });

  it('lists every service that is not denied, with a true total', async () => {
    const expected = records.flatMap(({ center, offerings }) =>
      offerings.filter(({ confirmation }) => confirmation.state !== 'denied').map(({ id }) => serviceId(center.id, id)),
    );
    const { resource, headers } = await bundle('/fhir/HealthcareService?_count=3');
    expect(resource.total).toBe(expected.length);
    expect(headers['cache-control']).toBe('public, max-age=60');
    expect((await all('/fhir/HealthcareService?_count=500')).sort()).toEqual(expected.sort());
  });

  it('of a provider gives its own', async () => {
    const [{ center } = {} as CenterRecord] = records;
    const own = records.filter((record) => record.center.organization.slug === center.organization.slug);
    const reference = `Organization/${organizationId(center.organization.slug)}`;
    expect((await all(`/fhir/Location?organization=${reference}`)).sort()).toEqual(
      own.map((one) => locationId(one.center.id)).sort(),
    );
    const services = own.flatMap(({ center: { id }, offerings }) => offerings.map((one) => serviceId(id, one.id)));
    const found = await all(`/fhir/HealthcareService?organization=${base}/${reference}&_count=2`);
    expect(services).toEqual(expect.arrayContaining(found));
    const byLocation = await all(`/fhir/HealthcareService?location=${locationId(center.id)}`);
    expect(found).toEqual(expect.arrayContaining(byLocation));
  });

  it('of organizations: all, by name and by id', async () => {
    const slugs = [...new Set(records.map(({ center }) => center.organization.slug))].sort();
    expect(await all('/fhir/Organization?_count=17')).toEqual(slugs.map(organizationId));
    const named = await all('/fhir/Organization?name=lantern&_count=1');
    expect(named).toEqual(slugs.filter((slug) => slug.includes('lantern')).map(organizationId));
    expect(await all(`/fhir/Organization?_id=${slugs[3]},no-such,${slugs[1]}`)).toEqual([slugs[3], slugs[1]]);
  });

  it('compares names as R4 says: how they begin, what is in them, or the whole name', async () => {
    const titles = records.flatMap(({ center, offerings }) =>
      offerings.map((offering) => ({
        id: serviceId(center.id, offering.id),
        name: `${levelTerm(offering.level).label} – ${center.name}`,
        denied: offering.confirmation.state === 'denied',
      })),
    );
    const plain = (text: string) =>
      text
        .normalize('NFKD')
        .replace(/[\u0300-\u036f'’]/g, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
    const shown = titles.filter(({ name }) => name.includes('Rosecrance'))[0]?.name ?? '';
    expect(shown).not.toBe('');
    for (const [parameter, text, isMeant] of [
      ['name', 'INTENSIVE  outpatient', (name) => plain(name).startsWith('intensive outpatient')],
      ['name', shown, (name) => plain(name).startsWith(plain(shown))],
      ['name', shown.slice(0, -5), (name) => plain(name).startsWith(plain(shown.slice(0, -5)))],
      ['name', 'rosecrance', () => false],
      ['name:contains', 'rosecrance', (name) => name.includes('Rosecrance')],
      ['name:contains', 'health', (name) => plain(name).includes('health')],
      ['name:exact', shown, (name) => name === shown],
      ['name:exact', shown.toLowerCase(), () => false],
    ] as const satisfies readonly (readonly [string, string, (name: string) => boolean])[]) {
      const query = `${parameter}=${encodeURIComponent(text)}`;
      const expected = titles.filter(({ name, denied }) => !denied && isMeant(name)).map(({ id }) => id);
      const { resource } = await bundle(`/fhir/HealthcareService?${query}&_count=2`);
      expect(resource.total, query).toBe(expected.length);
      expect((await all(`/fhir/HealthcareService?${query}&_count=7`)).toSorted(), query).toEqual(expected.toSorted());
    }
  });

  it.each([
    ['Location', 'name=comp', 'comp'],
    ['Location', 'name=the', 'the'],
    ['Location', 'name=family%20serv', 'family serv'],
    ['Organization', 'name=comm', 'comm'],
  ])('of %s by %s finds every name that begins so, with the total', async (type, query, text) => {
    const { resource } = await bundle(`/fhir/${type}?${query}&_count=1`);
    const of = (center: CenterRecord['center']) =>
      type === 'Location' ? [center.name, ...center.alternateNames] : [center.organization.name];
    const meant = records.filter(({ center }) => of(center).some((name) => name.toLowerCase().startsWith(text)));
    const ids = meant.map(({ center }) =>
      type === 'Location' ? locationId(center.id) : organizationId(center.organization.slug),
    );
    expect(resource.total).toBe(new Set(ids).size);
    expect((await all(`/fhir/${type}?${query}&_count=3`)).toSorted()).toEqual([...new Set(ids)].toSorted());
  });

  it('goes with a point by name, with the total', async () => {
    const near = 'near=33.4484|-112.074|500|mi';
    const { results } = JSON.parse(
      (await call(handler, '/v1/centers?near=33.4484,-112.074&within=500mi&limit=50')).body,
    );
    const expected = results.filter(({ center }: { center: { name: string } }) => center.name.startsWith('C'));
    expect(expected.length).toBeGreaterThan(0);
    const { resource } = await bundle(`/fhir/Location?${near}&name=c&_count=1`);
    expect(resource.total).toBeGreaterThanOrEqual(expected.length);
    for (const wrong of ['name=---', 'name:contains=', 'name:missing=true'])
      expect((await get(`/fhir/Location?${wrong}`)).status, wrong).toBe(400);
  });

  it('brings along what is asked to be included, once', async () => {
    const { resource } = await bundle(
      '/fhir/HealthcareService?location.name=lantern&_count=50&_include=HealthcareService:location&_include=HealthcareService:organization',
    );
    const kinds = Map.groupBy(resource.entry ?? [], (entry) => `${entry.search?.mode} ${entry.resource?.resourceType}`);
    const services = (kinds.get('match HealthcareService') ?? []).map((entry) => entry.resource as HealthcareService);
    const locations = (kinds.get('include Location') ?? []).map((entry) => entry.resource as Location);
    const needed = new Set(services.flatMap(({ location = [] }) => location.map(({ reference }) => reference)));
    expect(new Set(locations.map(({ id }) => `Location/${id}`))).toEqual(needed);
    expect(locations).toHaveLength(needed.size);
    const organizations = new Set(services.map(({ providedBy }) => providedBy?.reference));
    expect(
      new Set((kinds.get('include Organization') ?? []).map((entry) => `Organization/${entry.resource?.id}`)),
    ).toEqual(organizations);
    const back = await bundle('/fhir/Location?name=lantern&_count=50&_revinclude=HealthcareService:location');
    expect(
      (back.resource.entry ?? []).filter((entry) => entry.resource?.resourceType === 'HealthcareService').length,
    ).toBeGreaterThanOrEqual(services.length);
  });

  it('passes over what it does not know only for who prefers that', async () => {
    const target = '/fhir/Location?near=33.4|-112&_sort=name&_count=1';
    expect((await get(target)).status).toBe(400);
    expect((await get(target, { prefer: 'handling=strict' })).status).toBe(400);
    const { resource, headers } = await bundle(target, { prefer: 'return=minimal, handling=lenient' });
    expect(headers['cache-control']).toBe('no-store');
    expect(resource.link?.[0]?.url).not.toContain('_sort');
    expect(resource.entry?.at(-1)).toMatchObject({
      search: { mode: 'outcome' },
      resource: { issue: [{ severity: 'warning' }] },
    });
    // Lenient handling ignores unknown parameters, but never accepts an invalid value.
    expect((await get('/fhir/Location?near=x&_sort=name', { prefer: 'handling=lenient' })).status).toBe(400);
  });
});
