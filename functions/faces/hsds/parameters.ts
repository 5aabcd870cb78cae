import * as z from 'zod';
import { wordsOf } from '../../dataset/words.ts';
import { KM_PER_MILE } from '../../geo/distance.ts';
import { readParameters } from '../../http/parameters.ts';
import type { Request } from '../../http/request.ts';
import { nameSchema } from '../../http/text-schemas.ts';
import { MOST_MILES } from '../../http/within.ts';

const MOST_PER_PAGE = 100;
/** Page limit for lists that contain only ids: HSDS clients expect such a list on one page. */
const MOST_MINIMAL = 1_000;
const DEFAULT_PER_PAGE = 50;
const MOST_METERS = Math.floor(MOST_MILES * KM_PER_MILE * 1_000);

const wholeNumber = (message: string, most: number) =>
  z
    .string(message)
    .regex(/^[1-9]\d{0,8}$/, message)
    // Documented as an integer: generated clients take a number and send these digits.
    .meta({ type: 'integer', minimum: 1, maximum: most })
    .transform(Number)
    .refine((value) => value <= most, message);
/** Accepts any capitalization, because Python writes True and False. */
const trueOrFalse = z
  .string('must be true or false')
  .regex(/^(?:true|false)$/i, 'must be true or false')
  .meta({ type: 'boolean' })
  .transform((value) => value.toLowerCase() === 'true');
const id = z.string('must be a UUID').trim().toLowerCase().pipe(z.uuid('must be a UUID, as answers show it'));

/** Every parameter that a list may take, in the form of a query string. */
export const listParameters = {
  search: nameSchema.refine(
    (text) => wordsOf(text).length > 0,
    'has only words that too many names share; add another word of the name',
  ),
  page: wholeNumber('must be a whole number from 1 up', 999_999_999),
  per_page: wholeNumber(
    `must be a whole number from 1 to ${MOST_PER_PAGE}, or to ${MOST_MINIMAL} with minimal=true`,
    MOST_MINIMAL,
  ),
  format: z.literal('json', 'must be json; pages are the only form here'),
  taxonomy_term_id: id,
  taxonomy_id: id,
  organization_id: id,
  modified_after: z
    .union(
      [z.iso.datetime({ offset: true, local: true }), z.iso.date()],
      'must be a time such as 2026-11-01T00:00:00Z (in UTC if it names no zone), or a date',
    )
    .transform((text) => Date.parse(/T[\d:.]+$/.test(text) ? `${text}Z` : text)),
  minimal: trueOrFalse,
  full: trueOrFalse,
  full_service: trueOrFalse,
  postcode: z
    .string('must be a ZIP')
    .trim()
    .regex(/^\d{5}(?:-?\d{4})?$/, 'must be a ZIP such as 85004, or ZIP+4 such as 85004-1234')
    // Uses only the first five digits of a ZIP+4.
    .transform((text) => text.slice(0, 5)),
  proximity: z
    .string('must be a distance in meters')
    .trim()
    .regex(/^\d+(?:\.\d+)?$/, 'must be a distance in meters, such as 40000')
    .meta({ type: 'number' })
    .transform(Number)
    .refine((meters) => meters > 0 && meters <= MOST_METERS, `must be more than 0 and at most ${MOST_METERS} meters`),
  include: z.literal('unknown', 'must be unknown'),
  top_only: trueOrFalse,
  parent_id: id,
} as const;
export type ListParameter = keyof typeof listParameters;
export type ListValues = { readonly [Name in ListParameter]?: z.output<(typeof listParameters)[Name]> };

const paging = ['page', 'per_page', 'format'] as const;
/** The parameters of each list in HSDS's reference, without those that we cannot answer. */
export const parametersOfList = {
  services: [
    ...['search', 'taxonomy_term_id', 'taxonomy_id', 'organization_id', 'modified_after', 'minimal', 'full', 'include'],
    ...paging,
  ],
  service_at_locations: [
    ...['search', 'taxonomy_term_id', 'taxonomy_id', 'organization_id', 'modified_after', 'full', 'include'],
    ...['postcode', 'proximity', ...paging],
  ],
  organizations: ['search', 'full', 'full_service', ...paging],
  organization: ['full_service'],
  taxonomies: ['search', ...paging],
  taxonomy_terms: ['search', 'taxonomy_id', 'top_only', 'parent_id', ...paging],
} as const satisfies Record<string, readonly string[]>;
export type ListName = keyof typeof parametersOfList;

const schemaOf = (list: ListName) =>
  z
    .object(Object.fromEntries(parametersOfList[list].map((name) => [name, listParameters[name as ListParameter]])))
    .partial();

/** @throws Problem that names every fault at once. */
export function readListParameters(list: ListName, request: Request): ListValues {
  return readParameters(schemaOf(list), request, {
    together: (values: ListValues, given, at) => {
      if (given.has('postcode') && !given.has('proximity'))
        at('proximity', 'is required with postcode: the radius in meters');
      if (given.has('proximity') && !given.has('postcode'))
        at('postcode', 'is required with proximity: the ZIP to search around');
      if (values.minimal === true && values.full === true) at('full', 'cannot be combined with minimal');
      if (values.minimal !== true && (values.per_page ?? 0) > MOST_PER_PAGE)
        at('per_page', `must be at most ${MOST_PER_PAGE}, but with minimal=true`);
    },
  });
}

export interface Paging {
  readonly page: number;
  readonly perPage: number;
  readonly skip: number;
}

export function pagingOf({ page = 1, per_page, minimal = false }: ListValues): Paging {
  const perPage = per_page ?? (minimal ? MOST_MINIMAL : DEFAULT_PER_PAGE);
  return { page, perPage, skip: (page - 1) * perPage };
}

/**
 * HSDS's envelope around a page.
 * @param total Number of items in the whole list.
 * @param notice A note about the whole list; our own addition to HSDS.
 */
export function envelope<Item>(
  contents: readonly Item[],
  total: number,
  { page, perPage }: Paging,
  notice: string | null = null,
) {
  const pages = Math.ceil(total / perPage);
  return {
    ...(notice === null ? {} : { notice }),
    total_items: total,
    total_pages: pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: contents.length === 0,
    contents,
  };
}
