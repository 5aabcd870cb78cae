import type { Bundle } from 'fhir/r4.js';
import { expect } from 'vitest';
import { fhirFaults } from '../../support/fhir-schema.ts';
import { call } from '../../support/gateway-call.ts';
import { PUBLIC_URL, serveRecords } from '../../support/real-records.ts';

export const { handler } = await serveRecords();
export const base = `${PUBLIC_URL}/fhir`;
export const level = encodeURIComponent(`${base}/CodeSystem/level|iop`);

export async function get<Resource>(target: string, headers: Record<string, string> = {}) {
  const { body, ...rest } = await call(handler, target.replaceAll('|', '%7C'), { headers });
  const resource = JSON.parse(body) as Resource & { resourceType: string };
  expect(fhirFaults(resource), target).toEqual([]);
  return { ...rest, resource };
}
export const bundle = async (target: string, headers = {}) => {
  const answer = await get<Bundle>(target, headers);
  expect([answer.status, answer.resource.resourceType], JSON.stringify(answer.resource)).toEqual([200, 'Bundle']);
  return { ...answer, matches: (answer.resource.entry ?? []).filter(({ search }) => search?.mode === 'match') };
};

/** All pages, following the next links. */
export async function all(target: string): Promise<string[]> {
  const ids: string[] = [];
  for (let next: string | undefined = target; next !== undefined; ) {
    const { matches, resource } = await bundle(next);
    ids.push(...matches.map(({ resource: one }) => one?.id ?? ''));
    next = resource.link?.find(({ relation }) => relation === 'next')?.url.replace(PUBLIC_URL, '');
    expect(matches.length > 0 || next === undefined).toBe(true);
  }
  expect(new Set(ids).size).toBe(ids.length);
  return ids;
}
