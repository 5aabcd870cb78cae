import type { Bundle, CapabilityStatement } from 'fhir/r4.js';
import { expect, it } from 'vitest';
import { call } from '../../support/gateway-call.ts';
import { get, handler } from './asking.ts';

/**
 * The search parameters that the CapabilityStatement of Da Vinci's Plan-Net (STU 1.1) says a server SHALL support, for
 * the types served here. It has 37 more, for types that listings have no data for: Endpoint, InsurancePlan,
 * OrganizationAffiliation, Practitioner and PractitionerRole. We do not claim to conform to its profiles: no profile
 * validator runs here.
 */
const shall = {
  HealthcareService: [
    ['location', 'lantern-bridge-phoenix-example'],
    ['coverage-area', 'Location/x'],
    ['organization', 'lantern-bridge-recovery-example'],
    ['endpoint', 'Endpoint/x'],
    ['name', 'intensive'],
    ['service-category', 'behav'],
    ['service-type', 'iop'],
    ['specialty', 'alcohol'],
    ['_id', 'x'],
    ['_lastUpdated', 'ge2026-01-01'],
  ],
  Location: [
    ['partof', 'Location/x'],
    ['organization', 'lantern-bridge-recovery-example'],
    ['endpoint', 'Endpoint/x'],
    ['address-city', 'Phoenix'],
    ['address-state', 'AZ'],
    ['address-postalcode', '85004'],
    ['address', 'Phoenix'],
    ['type', 'SURF'],
    ['_id', 'lantern-bridge-phoenix-example'],
    ['_lastUpdated', 'ge2026-01-01'],
  ],
  Organization: [
    ['partof', 'Organization/x'],
    ['endpoint', 'Endpoint/x'],
    ['address', 'Phoenix'],
    ['name', 'lantern'],
    ['_id', 'lantern-bridge-recovery-example'],
    ['_lastUpdated', 'ge2026-01-01'],
    ['type', 'prov'],
    ['coverage-area', 'Location/x'],
  ],
} as const;
const all = Object.entries(shall).flatMap(([type, parameters]) =>
  parameters.map(([name, value]) => [type, name, value] as const),
);

it.each(all)('%s?%s is answered and declared', async (type, name, value) => {
  const { status, body } = await call(handler, `/fhir/${type}?${name}=${value}&_summary=count`);
  expect([status, (JSON.parse(body) as Bundle).total]).toEqual([200, expect.any(Number)]);
  const { resource } = await get<CapabilityStatement>('/fhir/metadata');
  const declared = resource.rest?.[0]?.resource?.find((one) => one.type === type)?.searchParam ?? [];
  expect(declared.map((one) => one.name)).toContain(name);
});

it('counts 28 parameters', () => expect(all).toHaveLength(28));
