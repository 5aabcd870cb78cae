import { expect } from 'vitest';
import type * as z from 'zod';
import { listingKey } from '../../../functions/dataset/keys.ts';
import type { CenterRecord } from '../../../functions/domain/record.ts';
import * as schemas from '../../../functions/faces/hsds/answers.ts';
import { uuidOfCenter } from '../../../functions/faces/hsds/shapes/uuid.ts';
import { call } from '../../support/gateway-call.ts';
import { records, serveRecords } from '../../support/real-records.ts';

export const { handler, lines } = await serveRecords();
export const isListed = ({ confirmation }: CenterRecord['offerings'][number]) => confirmation.state !== 'denied';

export async function get(target: string, headers = {}) {
  const { status, headers: given, body } = await call(handler, target, { headers });
  return { status, headers: given, body: JSON.parse(body) };
}

export const itemSchemas = {
  services: schemas.listedServiceSchema,
  service_at_locations: schemas.listedServiceAtLocationSchema,
  organizations: schemas.organizationSchema,
  taxonomies: schemas.taxonomySchema,
  taxonomy_terms: schemas.taxonomyTermSchema,
} as const;
export const fullSchemas = {
  services: schemas.serviceSchema,
  service_at_locations: schemas.serviceAtLocationSchema,
  organizations: schemas.fullOrganizationSchema,
} as const;

export async function page<Item extends z.ZodType>(target: string, item: Item) {
  const { status, headers, body } = await get(target);
  expect(status, JSON.stringify(body)).toBe(200);
  // True if the URL contains a name or a ZIP that somebody typed.
  const isTyped = /[?&](?:search|postcode)=/.test(target);
  expect(headers['cache-control']).toBe(isTyped ? 'no-store' : 'public, max-age=60');
  return schemas.pageSchema(item).parse(body);
}

/** Reads all pages of a list, and checks the paging fields of each page. */
export async function all(list: keyof typeof itemSchemas, query: string, perPage: number): Promise<{ id: string }[]> {
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
export const listed = (which: (offering: CenterRecord['offerings'][number], record: CenterRecord) => boolean) =>
  records
    .map((record) => ({ record, key: listingKey(record) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .flatMap(({ record }) =>
      record.offerings
        .filter((offering) => isListed(offering) && which(offering, record))
        .map((offering) => ({ record, offering })),
    );
export const servicesOf = (found: ReturnType<typeof listed>) =>
  found.map(({ record, offering }) => uuidOfCenter(record.center.id, 'service', offering.id));
