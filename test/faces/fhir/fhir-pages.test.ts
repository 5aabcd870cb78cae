import type { Bundle } from 'fhir/r4.js';
import { expect, it } from 'vitest';
import { call } from '../../support/gateway-call.ts';
import { PUBLIC_URL, serveRecords } from '../../support/real-records.ts';

const { handler } = await serveRecords();
const ofPhoenix = '/fhir/HealthcareService?location.near=33.4484%7C-112.074%7C40%7Cmi';

async function page(target: string): Promise<{ ids: string[]; next: string | undefined }> {
  const { status, body } = await call(handler, target);
  expect(status, body).toBe(200);
  const { entry = [], link = [] } = JSON.parse(body) as Bundle;
  const ids = entry.flatMap(({ resource, search }) => (search?.mode === 'match' ? [resource?.id ?? ''] : []));
  return { ids, next: link.find(({ relation }) => relation === 'next')?.url.replace(PUBLIC_URL, '') };
}

// A page may end between two services of one center. The loop has a limit, in case the pages never end.
it.each([1, 2, 3, 5, 7])('pages of %i services give each once, in the order of one page', async (count) => {
  const whole = await page(`${ofPhoenix}&_count=50`);
  expect(whole.next).toBeUndefined();
  expect(whole.ids.length).toBeGreaterThan(10);
  const found: string[] = [];
  let next: string | undefined = `${ofPhoenix}&_count=${count}`;
  for (let pages = 0; next !== undefined && pages <= whole.ids.length; pages += 1) {
    const one = await page(next);
    expect(one.ids.length).toBeLessThanOrEqual(count);
    found.push(...one.ids);
    expect(found).toEqual(whole.ids.slice(0, found.length));
    next = one.next;
  }
  expect([found, next]).toEqual([whole.ids, undefined]);
});
