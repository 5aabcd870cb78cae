import type { CodeSystem, Coding, Extension, FhirResource, StructureDefinition } from 'fhir/r4.js';
import { describe, expect, it } from 'vitest';
import { locationId, organizationId, serviceId } from '../../../functions/faces/fhir/shapes/ids.ts';
import { places } from '../../../functions/places/load.ts';
import { fhirFaults } from '../../support/fhir-schema.ts';
import { call } from '../../support/gateway-call.ts';
import { listingLike } from '../../support/listing-like.ts';
import { PUBLIC_URL, records, serveRecords } from '../../support/real-records.ts';
import { base, bundle, get, handler } from './asking.ts';

// Long: validates every resource with FHIR's schema.

interface Manifest {
  readonly transactionTime: string;
  readonly output: readonly { readonly type: string; readonly url: string; readonly count?: number }[];
}

async function published(asked: typeof handler) {
  const { body, status, headers } = await call(asked, '/fhir/$bulk-publish');
  expect([status, headers['content-type']]).toEqual([200, 'application/json']);
  const manifest = JSON.parse(body) as Manifest;
  const resources: FhirResource[] = [];
  for (const { type, url, count } of manifest.output) {
    const part = await call(asked, url.replace(PUBLIC_URL, ''));
    expect([part.status, part.headers['content-type']]).toEqual([200, 'application/fhir+ndjson']);
    expect(part.headers['cache-control']).toBe('public, max-age=86400');
    expect(part.body.endsWith('\n')).toBe(true);
    expect(part.body.length).toBeLessThan(5_000_000);
    const own = part.body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as FhirResource);
    expect(new Set(own.map(({ resourceType }) => resourceType))).toEqual(new Set([type]));
    if (count !== undefined) expect(own).toHaveLength(count);
    resources.push(...own);
  }
  return { manifest, resources };
}
const { manifest, resources } = await published(handler);

describe('$bulk-publish', () => {
  it('gives every resource once, as reads give it', async () => {
    const idsOf = (type: string) =>
      resources.flatMap((one) => (one.resourceType === type ? [one.id ?? ''] : [])).sort();
    expect(idsOf('Location')).toEqual(records.map(({ center }) => locationId(center.id)).sort());
    const listed = records.flatMap(({ center, offerings }) =>
      offerings.filter(({ confirmation: { state } }) => state !== 'denied').map(({ id }) => serviceId(center.id, id)),
    );
    expect(idsOf('HealthcareService')).toEqual(listed.sort());
    const slugs = new Set(records.map(({ center }) => organizationId(center.organization.slug)));
    expect(idsOf('Organization')).toEqual([...slugs].sort());
    for (const resource of resources.filter((_, index) => index % 7 === 0)) {
      expect(fhirFaults(resource)).toEqual([]);
      expect((await get(`/fhir/${resource.resourceType}/${resource.id}`)).resource).toEqual(resource);
    }
    expect(manifest.transactionTime).toBe(resources[0]?.meta?.lastUpdated);
  });

  it('gives every center once, where a state has more of them than a part', async () => {
    const many = [...listingLike(3, 1_500, places())];
    const given = await published((await serveRecords(many)).handler);
    const parts = given.manifest.output.filter(({ type }) => type === 'Location');
    expect(Math.max(...parts.map(({ count = 0 }) => count))).toBe(100);
    const ids = given.resources.flatMap((one) => (one.resourceType === 'Location' ? [one.id] : []));
    expect(ids.sort()).toEqual(many.map(({ center }) => locationId(center.id)).sort());
  });

  it('is found under its encoded name, and answers 404 for a part that it did not list', async () => {
    expect((await call(handler, '/fhir/%24bulk-publish')).status).toBe(200);
    const [{ url = '' } = {}] = manifest.output;
    const path = url.replace(PUBLIC_URL, '');
    for (const wrong of [path.replace('/Location/', '/Organization/'), '/fhir/bulk/Location/abc', `${path}x`])
      expect((await call(handler, wrong)).status, wrong).toBe(404);
    expect((await call(handler, path, { headers: { accept: 'text/html' } })).status).toBe(406);
  });
});

describe('an address that resources name', () => {
  const inside = (value: unknown, found: { extensions: Extension[]; codings: Coding[] }): typeof found => {
    if (Array.isArray(value)) for (const one of value) inside(one, found);
    else if (typeof value === 'object' && value !== null) {
      if ('url' in value && Object.keys(value).length > 1) found.extensions.push(value as Extension);
      if ('system' in value && 'code' in value) found.codings.push(value as Coding);
      for (const one of Object.values(value)) inside(one, found);
    }
    return found;
  };

  it('leads to the extension, with the types that its values have', async () => {
    const near = await bundle(
      '/fhir/HealthcareService?location.near=36|-115&location.address-state=NV&service-type=iop&include=unknown&_count=50',
    );
    const places = await bundle('/fhir/Location?near=36|-115&_count=50');
    const { extensions } = inside([resources, near.resource.entry, places.resource.entry], {
      extensions: [],
      codings: [],
    });
    const own = Map.groupBy(
      extensions.filter(({ url }) => url.startsWith(base)),
      ({ url }) => url,
    );
    expect(own.size).toBeGreaterThan(8);
    for (const [url, values] of own) {
      const { resource, status } = await get<StructureDefinition>(url.replace(PUBLIC_URL, ''));
      expect([status, resource.url]).toEqual([200, url]);
      const elements = resource.differential?.element ?? [];
      const typeOf = (id: string) => elements.find((one) => one.id === id)?.type?.[0]?.code ?? '';
      const valueNameOf = (extension: Extension) => Object.keys(extension).find((name) => name.startsWith('value'));
      for (const value of values) {
        const member = (type: string) => `value${type.charAt(0).toUpperCase()}${type.slice(1)}`;
        for (const part of value.extension ?? [])
          expect([url, valueNameOf(part)]).toEqual([url, member(typeOf(`Extension.extension:${part.url}.value[x]`))]);
        if (value.extension === undefined)
          expect([url, valueNameOf(value)]).toEqual([url, member(typeOf('Extension.value[x]'))]);
      }
    }
  });

  it('leads to the code system, which has the code', async () => {
    const { codings } = inside(resources, { extensions: [], codings: [] });
    const own = Map.groupBy(
      codings.filter(({ system = '' }) => system.startsWith(`${base}/CodeSystem`)),
      ({ system = '' }) => system,
    );
    expect(own.size).toBeGreaterThan(8);
    for (const [url, values] of own) {
      const { resource } = await get<CodeSystem>(url.replace(PUBLIC_URL, ''));
      expect(resource.url).toBe(url);
      const known = resource.concept?.map(({ code }) => code) ?? [];
      const unknown = new Set(values.map(({ code = '' }) => code).filter((code) => !known.includes(code)));
      // A code system marked `fragment` may lack codes: those of insurers in the data, and of levels of withdrawal
      // management.
      expect(resource.content).toMatch(/^(?:complete|fragment)$/);
      if (resource.content === 'complete') expect([url, ...unknown]).toEqual([url]);
    }
  });
});
