import type { CapabilityStatement, HealthcareService, Location, OperationOutcome } from 'fhir/r4.js';
import { describe, expect, it } from 'vitest';
import { routes } from '../../../functions/api/routes.ts';
import type { CenterRecord } from '../../../functions/domain/record.ts';
import { locationId, organizationId, serviceId } from '../../../functions/faces/fhir/shapes/ids.ts';
import { fhirFaults } from '../../support/fhir-schema.ts';
import { call } from '../../support/gateway-call.ts';
import { records, serveRecords } from '../../support/real-records.ts';
import { all, base, get, handler } from './asking.ts';

// Long: validates every answer with FHIR's schema.

describe('a read', () => {
  it('gives every center, service and organization by the id that searches show', async () => {
    for (const { center, offerings } of records) {
      const { resource } = await get<Location>(`/fhir/Location/${locationId(center.id)}`);
      expect(resource).toMatchObject({
        identifier: [{ value: center.id }],
        name: center.name,
        position: { latitude: center.location.lat, longitude: center.location.lng },
        managingOrganization: { reference: `Organization/${organizationId(center.organization.slug)}` },
      });
      expect((await get(`/fhir/${resource.managingOrganization?.reference}`)).status).toBe(200);
      for (const offering of offerings) {
        const service = (await get<HealthcareService>(`/fhir/HealthcareService/${serviceId(center.id, offering.id)}`))
          .resource;
        expect(service.active).toBe(offering.confirmation.state !== 'denied');
        expect(service.type?.[0]?.coding?.[0]).toMatchObject({
          system: `${base}/CodeSystem/level`,
          code: offering.level,
        });
      }
    }
  });

  it('tells ASAM with its edition, billing codes and who answers a number', async () => {
    const [id = ''] = await all(
      '/fhir/HealthcareService?location.name=lantern%20bridge%20phoenix&service-type=iop&_count=1',
    );
    const { resource } = await get<HealthcareService>(`/fhir/HealthcareService/${id}`);
    const codings = resource.type?.[0]?.coding ?? [];
    expect(codings).toContainEqual({ system: `${base}/CodeSystem/asam-3`, version: '3', code: '2.1' });
    expect(codings).toContainEqual({
      system: 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets',
      code: 'H0015',
    });
    for (const { system, extension = [] } of resource.telecom ?? []) {
      if (system === 'phone')
        expect(extension.map(({ url }) => url)).toContain(`${base}/StructureDefinition/answered-by`);
    }
  });

  it('finds records whose ids are longer than FHIR allows', async () => {
    const [record = {} as CenterRecord] = records.filter(({ offerings }) => offerings.length > 0);
    const id = `${'long-name-'.repeat(9)}of-a-center`;
    const slug = `${'an-organization-'.repeat(7)}x`;
    const offerings = record.offerings.map((offering, index) => ({
      ...offering,
      id: `${id}-${index === 0 ? 'iop' : `php-${index}`}`,
    }));
    const long = await serveRecords([
      ...records,
      { center: { ...record.center, id, organization: { slug, name: 'Long' } }, offerings },
    ]);
    for (const [type, own] of [
      ['Location', locationId(id)],
      ['Organization', organizationId(slug)],
      ...offerings.map((offering) => ['HealthcareService', serviceId(id, offering.id)] as const),
    ] as const) {
      expect(own.length).toBeLessThanOrEqual(64);
      for (const target of [`/fhir/${type}/${own}`, `/fhir/${type}?_id=${own}`]) {
        const { status, body } = await call(long.handler, target);
        expect([status, fhirFaults(JSON.parse(body))]).toEqual([200, []]);
        expect(body).toContain(own);
      }
      const other = `x${own.slice(1)}`;
      expect((await call(long.handler, `/fhir/${type}/${other}`)).status).toBe(404);
      expect(JSON.parse((await call(long.handler, `/fhir/${type}?_id=${other}`)).body).entry).toBeUndefined();
    }
    const { body } = await call(long.handler, `/fhir/Location?organization=${organizationId(slug)}`);
    expect(JSON.parse(body).entry).toHaveLength(1);
  });

  it.each(['level', 'condition', 'population', 'therapy', 'payer', 'modality', 'schedule', 'only', 'asam-3', 'samhsa'])(
    'gives the code system %s',
    async (name) => {
      const { resource } = await get<{ url: string; concept: unknown[] }>(`/fhir/CodeSystem/${name}`);
      expect(resource.url).toBe(`${base}/CodeSystem/${name}`);
      expect(resource.concept.length).toBeGreaterThan(1);
    },
  );

  it('of metadata declares what is there', async () => {
    const { resource, status } = await get<CapabilityStatement>('/fhir/metadata');
    expect(status).toBe(200);
    const declared = (resource.rest?.[0]?.resource ?? []).map(({ type }) => type);
    const served = routes.flatMap(({ path }) => /^\/fhir\/([A-Z]\w+)\/\{id\}$/.exec(path)?.[1] ?? []);
    expect(declared.sort()).toEqual(served.sort());
    for (const { type, searchParam = [] } of resource.rest?.[0]?.resource ?? []) {
      for (const { name } of searchParam) {
        const { resource: outcome } = await get<OperationOutcome>(`/fhir/${type}?${name}=%00`);
        expect(JSON.stringify(outcome)).not.toMatch(/is not a search parameter/);
      }
    }
  });
});

describe('errors', () => {
  it.each([
    ['/fhir/Location?status=inactive', 400, ['Accepted: active']],
    [
      '/fhir/Location?near=99|200|-1|parsec&_count=x&status=x&adress-state=AZ',
      400,
      ['latitude 99', 'longitude 200', 'parsec', 'distance "-1"', '_count', 'status', 'did you mean "address-state"'],
    ],
    ['/fhir/Location?near=1|2|3|km|5', 400, ['latitude|longitude']],
    ['/fhir/Location?near=1|2|501|mi', 400, ['at most 500 mi']],
    ['/fhir/Location?near=1|2,3|4', 400, ['one point']],
    ['/fhir/Location?near=1|2&near=3|4', 400, ['more than once']],
    ['/fhir/Location?near=1|2&_id=x', 400, ['only one of']],
    ['/fhir/Location?near=1|2&address-state=AZ,ZZ', 400, ['"ZZ" is not a state that we serve']],
    ['/fhir/Location?_lastUpdated=2026-02-30', 400, ['2026-11-23T12:00:00Z']],
    ['/fhir/Location?_count=1&_count=2', 400, ['more than once']],
    ['/fhir/Location?address-city=--', 400, ['neither a letter nor a digit']],
    ['/fhir/Location?_page=abc', 400, ['follow the links']],
    ['/fhir/Location?_page=abc&near=1|2', 400, ['near']],
    ['/fhir/Location?near=1|2&_include=Location:partOf', 400, ['Accepted: Location:organization']],
    ['/fhir/Location?near=1|2&_cursor=abc', 400, ['not a cursor']],
    ['/fhir/HealthcareService?service-type=iopp', 400, ['did you mean "iop"']],
    ['/fhir/HealthcareService?service-type=http://snomed.info/sct|1', 400, ['is not a system']],
    [
      '/fhir/HealthcareService?location.near=1|2&characteristic=cbt&characteristic=dbt&include=unknown',
      400,
      ['cannot be combined with include=unknown'],
    ],
    ['/fhir/HealthcareService?location.near=1|2&characteristic=cbt,medicaid', 400, ['its own parameter']],
    ['/fhir/HealthcareService?service-type=', 400, ['is empty']],
    ['/fhir/Location/no-such-center', 404, ['no Location']],
    ['/fhir/Location/a_b', 404, ['no Location']],
    ['/fhir/CodeSystem/constructor', 404, ['no CodeSystem']],
    ['/fhir/Location/x?y=1', 400, ['y']],
    ['/fhir/Practitioner', 404, ['nothing at this URL']],
    ['/fhir/', 404, ['nothing']],
    ['/fhir/Location?near=1|2&_format=xml', 406, ['application/fhir+json']],
  ] as const)('%s', async (target, status, words) => {
    const answer = await get<OperationOutcome>(target);
    expect([answer.status, answer.resource.resourceType]).toEqual([status, 'OperationOutcome']);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/fhir+json',
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
    });
    for (const word of words) expect(JSON.stringify(answer.resource)).toContain(word.replaceAll('"', '\\"'));
  });

  it('of methods and formats are told as FHIR too', async () => {
    const wrong = await call(handler, '/fhir/Location', { method: 'DELETE' });
    expect(wrong).toMatchObject({
      status: 405,
      headers: { allow: 'GET, HEAD, OPTIONS', 'content-type': 'application/fhir+json' },
    });
    expect(fhirFaults(JSON.parse(wrong.body))).toEqual([]);
    const xml = await get('/fhir/metadata', { accept: 'application/fhir+xml' });
    expect(xml).toMatchObject({ status: 406, resource: { resourceType: 'OperationOutcome' } });
    const plain = await get('/fhir/metadata', { accept: 'application/json' });
    expect(plain).toMatchObject({ status: 200, headers: { 'content-type': 'application/json' } });
  });
});
