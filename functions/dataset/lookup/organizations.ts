import type { Organization } from '../../domain/organization.ts';
import type { IndexRow } from '../index-row.ts';
import { AFTER_SEPARATOR, KEY_SEPARATOR, organizationKey, whereKey } from '../keys.ts';
import type { ContentReader } from '../read/content-reader.ts';
import { rowsBetween } from '../read/index-rows.ts';
import { KeySet } from '../read/key-range.ts';
import type { LookupIndex, Roots } from './lookup-index.ts';

const mark = 'o';

/** Centers by their organization's slug, with its name as the center spells it. The first one's spelling is shown. */
export const organizations: LookupIndex = {
  mark,
  rowsOf: (record) => [[mark + organizationKey(record), whereKey(record), record.center.organization.name]],
};

/** The range of an organization's keys. `from` is a prefix of each. */
export const keysOfOrganization = (slug: string) => ({
  from: mark + slug + KEY_SEPARATOR,
  to: mark + slug + AFTER_SEPARATOR,
});

/** An organization, with the name that its first center gives; null if no center belongs to this slug. */
export async function organizationBySlug(
  slug: string,
  dataset: Roots,
  reader: ContentReader,
): Promise<Organization | null> {
  const [first] = await rowsOfOrganization(slug, dataset, reader);
  return first === undefined ? null : { slug, name: first[2] ?? '' };
}

/** Keys in the tree "where" of the centers that any of the organizations runs. */
export async function keysOfOrganizations(
  slugs: readonly string[],
  dataset: Roots,
  reader: ContentReader,
): Promise<KeySet> {
  // Read in parallel, so that many slugs take no more round trips than one.
  const found = await Promise.all(slugs.map((slug) => rowsOfOrganization(slug, dataset, reader)));
  return new KeySet(found.flat().map(([, key]) => key));
}

/**
 * Organizations whose first center is on a page, by slug. An organization that began on an earlier page is recognized by
 * the page's firstKey: only then do the keys before and after the cut agree up to the slug's end.
 */
export function organizationsOn(rows: readonly IndexRow[], firstKey: string): Organization[] {
  const found: Organization[] = [];
  let previous: string | null = null;
  for (const [key, , name = ''] of rows) {
    if (!key.startsWith(mark)) continue;
    const slug = key.slice(mark.length, key.indexOf(KEY_SEPARATOR));
    if (slug !== previous && !firstKey.startsWith(keysOfOrganization(slug).from)) found.push({ slug, name });
    previous = slug;
  }
  return found;
}

function rowsOfOrganization(slug: string, { roots }: Roots, reader: ContentReader): Promise<readonly IndexRow[]> {
  const { from, to } = keysOfOrganization(slug);
  return rowsBetween(roots.records, from, to, reader);
}
