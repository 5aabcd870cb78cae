import type { Bundle, OperationOutcome } from 'fhir/r4.js';
import { describe, expect, it } from 'vitest';
import type { CenterRecord } from '../../../functions/domain/record.ts';
import { locationId, organizationId, serviceId } from '../../../functions/faces/fhir/shapes/ids.ts';
import { call } from '../../support/gateway-call.ts';
import { NOW, PUBLIC_URL, records } from '../../support/real-records.ts';
import { all, bundle, get, handler } from './asking.ts';

// Long: validates every answer with FHIR's schema.

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const idsWhere = (isMeant: (record: CenterRecord) => boolean): string[] =>
  records
    .filter(isMeant)
    .map(({ center }) => locationId(center.id))
    .sort();
const sorted = async (target: string): Promise<string[]> => (await all(target)).toSorted();
const begins = (text: string | null, start: string) => text?.toLowerCase().startsWith(start.toLowerCase()) === true;

async function post(type: string, body: string, target = `/fhir/${type}/_search`) {
  const answer = await call(handler, target, { method: 'POST', headers: form, body });
  return { ...answer, resource: JSON.parse(answer.body) as Bundle };
}
const nextOf = ({ link = [] }: Bundle) => link.find(({ relation }) => relation === 'next')?.url.replace(PUBLIC_URL, '');
const idsOf = ({ entry = [] }: Bundle) =>
  entry.filter(({ search }) => search?.mode === 'match').map(({ resource }) => resource?.id ?? '');

describe('POST _search', () => {
  it('answers as GET does, on pages that nobody can read a place from', async () => {
    const query = 'near=33.4484%7C-112.074%7C200%7Cmi&_count=3&_include=Location%3Aorganization';
    const expected = await all(`/fhir/Location?${query}`);
    expect(expected.length).toBeGreaterThan(6);
    const first = await post('Location', query);
    expect([first.status, first.headers['cache-control']]).toEqual([200, 'no-store']);
    const found = idsOf(first.resource);
    for (let next = nextOf(first.resource); next !== undefined; ) {
      expect(next).toMatch(/^\/fhir\/Location\?_page=[\w-]+$/);
      const page = await bundle(next);
      expect(page.headers['cache-control']).toBe('no-store');
      expect(JSON.stringify(page.resource.link)).not.toMatch(/33\.4484|near/);
      found.push(...idsOf(page.resource));
      next = nextOf(page.resource);
    }
    expect(found).toEqual(expected);
    expect(JSON.stringify(first.resource.link)).not.toMatch(/33\.4484|near/);
  });

  it('takes parameters in the body, in the URL or in both, and none at all', async () => {
    const { body } = await call(
      handler,
      '/fhir/HealthcareService?service-type=php&location.address-state=OK&_count=50',
    );
    for (const [url, text] of [
      ['', 'service-type=php&location.address-state=OK&_count=50'],
      ['?service-type=php', 'location.address-state=OK&_count=50'],
      ['?service-type=php&location.address-state=OK&_count=50', ''],
    ]) {
      const { resource } = await post('HealthcareService', text ?? '', `/fhir/HealthcareService/_search${url}`);
      expect(idsOf(resource)).toEqual(idsOf(JSON.parse(body)));
    }
    const both = await all('/fhir/HealthcareService?characteristic=cbt&characteristic=dbt&_count=50');
    const split = await post(
      'HealthcareService',
      'characteristic=dbt&_count=3',
      '/fhir/HealthcareService/_search?characteristic=cbt',
    );
    expect(idsOf(split.resource)).toEqual(both.slice(0, 3));
    // The link to the next page hides both.
    expect(idsOf((await bundle(nextOf(split.resource) ?? '')).resource)).toEqual(both.slice(3, 6));
    expect(both.length).toBeGreaterThan(5);
    expect((await post('Organization', '')).resource.total).toBeGreaterThan(10);
  });

  it('refuses what is no form, and a page that was changed or is of another type', async () => {
    const json = await call(handler, '/fhir/Location/_search', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect([json.status, json.headers['content-type']]).toEqual([415, 'application/fhir+json']);
    expect((await post('Location', 'near=x&foo=1')).status).toBe(400);
    expect((await post('Location', 'near=1%7C2&near=3%7C4')).status).toBe(400);
    expect((await call(handler, '/fhir/Location/_search')).status).toBe(405);
    const next = nextOf((await post('Location', 'address-state=AZ&_count=1')).resource) ?? '';
    expect((await call(handler, next)).status).toBe(200);
    const at = next.length - 8;
    const changed = next.slice(0, at) + (next[at] === 'A' ? 'B' : 'A') + next.slice(at + 1);
    for (const wrong of [changed, next.slice(0, -4), next.replace('Location', 'Organization'), `${next}&_count=2`])
      expect((await call(handler, wrong)).status, wrong).toBe(400);
  });

  it('says first where to turn to in danger', async () => {
    const { resource } = await post('Organization', 'name=i+want+to+kill+myself');
    expect(JSON.stringify(resource.entry?.[0])).toContain('988');
  });
});

describe('a count', () => {
  it.each([
    '/fhir/Location?near=33.4484|-112.074|60|mi',
    '/fhir/Location?near=33.4484|-112.074',
    '/fhir/Location?address-state=OK',
    '/fhir/Location?name=c',
    '/fhir/Location?address-city=p',
    '/fhir/Location?_has:HealthcareService:location:service-type=iop',
    '/fhir/Location',
    '/fhir/HealthcareService?service-type=iop',
    '/fhir/HealthcareService?location.near=33.4484|-112.074&characteristic=medicaid',
    '/fhir/HealthcareService?characteristic=cbt&characteristic=dbt',
    '/fhir/HealthcareService?location.near=33.4|-112|300&name=intensive',
    '/fhir/Organization?name=c',
    '/fhir/Organization',
  ])('of %s is how many its pages have', async (target) => {
    const sign = target.includes('?') ? '&' : '?';
    const expected = (await all(`${target}${sign}_count=50`)).length;
    expect(expected).toBeGreaterThan(0);
    for (const count of ['_count=0', '_summary=count', '_summary=count&_count=3']) {
      const { resource } = await bundle(`${target}${sign}${count}`);
      expect([count, resource.total, resource.entry]).toEqual([count, expected, undefined]);
      expect(nextOf(resource)).toBeUndefined();
    }
    const accurate = await bundle(`${target}${sign}_total=accurate&_count=1`);
    expect([accurate.resource.total, accurate.matches.length]).toEqual([expected, 1]);
  });
});

describe('an address', () => {
  it('is searched by city, ZIP and any part, everywhere or beside a place', async () => {
    for (const [query, isMeant] of [
      ['address-city=phoe', ({ center }) => begins(center.address.city, 'phoe')],
      ['address-city=phoenix,tulsa', ({ center }) => ['Phoenix', 'Tulsa'].includes(center.address.city)],
      ['address-city:exact=Phoenix', ({ center }) => center.address.city === 'Phoenix'],
      ['address-city:exact=phoenix', () => false],
      ['address-city:contains=ong', ({ center }) => center.address.city.toLowerCase().includes('ong')],
      ['address-city=phoenix&address-city=tulsa', () => false],
      ['address-postalcode=85', ({ center }) => begins(center.address.zip, '85')],
      ['address-state=AZ&address-postalcode=850', ({ center }) => begins(center.address.zip, '850')],
      [
        'address=AZ',
        ({ center: { address: a } }) => [a.street, a.city, a.state, a.zip].some((one) => begins(one, 'az')),
      ],
      ['address-state=AZ,OK', ({ center }) => ['AZ', 'OK'].includes(center.address.state)],
      ['address-state=AZ,OK&address-state=OK,CO', ({ center }) => center.address.state === 'OK'],
      ['address-state=AZ&address-state=OK', () => false],
    ] as const satisfies readonly (readonly [string, (record: CenterRecord) => boolean])[])
      expect(await sorted(`/fhir/Location?${query}&_count=7`), query).toEqual(idsWhere(isMeant));
  });

  it('of ZIP+4 is that of its five digits', async () => {
    const { zip } = records[0]?.center.address ?? { zip: '' };
    const expected = idsWhere(({ center }) => center.address.zip === zip);
    expect(await sorted(`/fhir/Location?address-postalcode=${zip}-1234`)).toEqual(expected);
  });

  it('keeps the order of distances around a point, and is not kept by a cache that others use', async () => {
    const near = 'near=33.4484|-112.074|400';
    const whole = await all(`/fhir/Location?${near}&_count=50`);
    const expected = idsWhere(({ center }) => begins(center.address.city, 'p'));
    for (const count of [1, 4, 50])
      expect(await all(`/fhir/Location?${near}&address-city=p&_count=${count}`)).toEqual(
        whole.filter((id) => expected.includes(id)),
      );
    expect((await bundle('/fhir/Location?address-city=p')).headers['cache-control']).toBe('no-store');
  });

  it('of its place narrows services', async () => {
    const expected = records.flatMap(({ center, offerings }) =>
      center.address.city !== 'Phoenix'
        ? []
        : offerings
            .filter(({ confirmation: { state } }) => state !== 'denied')
            .map(({ id }) => serviceId(center.id, id)),
    );
    expect(expected.length).toBeGreaterThan(1);
    expect(await sorted('/fhir/HealthcareService?location.address-city=phoenix&_count=2')).toEqual(expected.toSorted());
  });
});

describe('a parameter that is given again', () => {
  const has = (record: CenterRecord, ...codes: readonly string[]) =>
    record.offerings.filter((offering) => {
      const all: readonly string[] = [...offering.therapies, ...offering.payers, offering.level];
      return (
        offering.confirmation.state !== 'denied' &&
        !offering.only.includes('dui') &&
        codes.every((code) => all.includes(code))
      );
    });

  it('asks for both, of one service', async () => {
    for (const codes of [
      ['cbt', 'dbt'],
      ['medicaid', 'medicare'],
      ['cbt', 'dbt', 'medicaid'],
    ]) {
      const expected = records.flatMap((record) =>
        has(record, ...codes).map(({ id }) => serviceId(record.center.id, id)),
      );
      expect(expected.length, codes.join()).toBeGreaterThan(0);
      const query = codes.map((code) => `characteristic=${code}`).join('&');
      expect(await sorted(`/fhir/HealthcareService?${query}&_count=6`), query).toEqual(expected.toSorted());
      const near = await sorted(`/fhir/HealthcareService?${query}&location.near=39|-105&_count=6`);
      expect(near, query).toEqual(expected.toSorted());
    }
  });

  it('asks for both of a place, where one service each suffices', async () => {
    const of = '_has:HealthcareService:location:service-type';
    const expected = idsWhere((record) => has(record, 'iop').length > 0 && has(record, 'op').length > 0);
    expect(expected.length).toBeGreaterThan(0);
    expect(await sorted(`/fhir/Location?${of}=iop&${of}=op&_count=7`)).toEqual(expected);
  });

  it('asks for both texts, both ids and both owners', async () => {
    const contains = (text: string) =>
      idsWhere(({ center: { name, alternateNames } }) =>
        [name, ...alternateNames].some((one) => one.toLowerCase().includes(text)),
      );
    const both = contains('health').filter((id) => contains('center').includes(id));
    expect(await sorted('/fhir/Location?name:contains=health&name:contains=center')).toEqual(both);
    expect(await sorted('/fhir/Location?name:contains=health&address=a')).not.toEqual([]);
    expect(await sorted('/fhir/Location?name:contains=health,center')).toEqual(
      [...new Set([...contains('health'), ...contains('center')])].toSorted(),
    );
    expect(both.length).toBeGreaterThan(3);
    const [one = '', other = ''] = records.map(({ center }) => locationId(center.id));
    expect(await sorted(`/fhir/Location?_id=${one},${other}&_id=${other}`)).toEqual([other]);
    expect(await sorted(`/fhir/Location?_id=${one}&_id=${other}`)).toEqual([]);
    const owners = [...new Set(records.map(({ center }) => organizationId(center.organization.slug)))];
    const { resource } = await bundle(`/fhir/Location?organization=${owners[0]}&organization=${owners[1]}`);
    expect(resource.total).toBe(0);
    const names = await sorted('/fhir/Organization?name:contains=a&name:contains=b&_count=50');
    expect(names).toEqual(
      [...new Set(records.map(({ center }) => center.organization))]
        .filter(({ name }) => /a/i.test(name) && /b/i.test(name))
        .map(({ slug }) => organizationId(slug))
        .filter((id, index, ids) => ids.indexOf(id) === index)
        .toSorted(),
    );
  });

  it('of ids gives pages of the size asked for', async () => {
    const ids = records.slice(0, 7).map(({ center }) => locationId(center.id));
    expect(await all(`/fhir/Location?_id=${ids.join()}&_count=3`)).toEqual(ids);
  });
});

describe('_lastUpdated', () => {
  const at = new Date(NOW).toISOString();
  it.each([
    [at, true],
    ['2026-11-23', true],
    ['2026-11', true],
    ['2026', true],
    ['2026-11-22', false],
    ['ne2026-11-23', false],
    ['gt2026-11-23', false],
    ['gt2026-11-22', true],
    ['ge2026-11-23', true],
    ['ge2026-11-24', false],
    ['lt2026-11-24', true],
    ['lt2026-11-23', false],
    ['le2026-11-23', true],
    ['sa2026-11-22', true],
    ['eb2026-11-24', true],
    ['gt2026-11-23T11:59', true],
    ['gt2026-11-23T12:59%2B01:00', true],
    ['gt2026-11-23T13:00%2B01:00', false],
    ['2025,2026', true],
    ['ge2026-01-01&_lastUpdated=lt2026-02-01', false],
    ['ge2026-01-01&_lastUpdated=lt2027-01-01', true],
  ])('=%s: %s', async (value, isMeant) => {
    for (const type of ['Location', 'HealthcareService', 'Organization']) {
      const { resource, matches } = await bundle(`/fhir/${type}?_count=2&_lastUpdated=${value}`);
      expect([type, matches.length]).toEqual([type, isMeant ? 2 : 0]);
      if (!isMeant) expect(resource.total).toBe(0);
    }
  });

  it.each(['yesterday', '2026-13', '2026-02-29', '2026-11-23T25:00', 'xx2026', '20261123', '2026-11-23T10'])(
    '=%s is refused with the form',
    async (value) => {
      const { status, resource } = await get<OperationOutcome>(`/fhir/Location?_lastUpdated=${value}`);
      expect([status, resource.issue[0]?.diagnostics]).toEqual([400, expect.stringContaining('such as 2026-11')]);
    },
  );

  it('says how to write a plus sign, which in a URL means a space', async () => {
    const at = (zone: string) => get<OperationOutcome>(`/fhir/Location?_lastUpdated=ge2026-01-01T00:00:00${zone}`);
    expect((await at('+02:00')).resource.issue[0]?.diagnostics).toContain('write it as %2B');
    expect((await at('')).status).toBe(200);
    expect((await at('%2B02:00')).status).toBe(200);
  });
});

it.each([
  ['Location', 'partof=Location/x'],
  ['Location', 'type=SURF'],
  ['Location', 'endpoint=x'],
  ['HealthcareService', 'coverage-area=x'],
  ['Organization', 'address=Phoenix'],
])('%s?%s finds nothing, and says that nothing has it', async (type, query) => {
  const { resource } = await bundle(`/fhir/${type}?${query}`);
  expect([resource.total, JSON.stringify(resource.entry)]).toEqual([0, expect.stringContaining('Nothing here has')]);
});
