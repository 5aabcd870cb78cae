import type { Organization } from '../../domain/organization.ts';
import type { IndexRow } from '../index-row.ts';
import { AFTER_SEPARATOR, KEY_SEPARATOR, organizationKey, whereKey } from '../keys.ts';
import type { ContentReader } from '../read/content-reader.ts';
import { rowsBetween } from '../read/index-rows.ts';
import { KeySet } from '../read/key-range.ts';
import type { LookupIndex, Roots } from './lookup-index.ts';

const mark = 'o';

/**
 * Index of centers by the slug of their organization. A row also has the organization's name as the center spells it;
 * the first row's spelling is shown.
 */
export const organizations: LookupIndex = {
  mark,
  rowsOf: (record) => [[mark + organizationKey(record), whereKey(record), record.center.organization.name]],
};

/** The range of the keys that belong to an organization. Each of them begins with `from`. */
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
  // Organizations are read in parallel, so that many take no more round trips than one.
  const found = await Promise.all(slugs.map((slug) => rowsOfOrganization(slug, dataset, reader)));
  return new KeySet(found.flat().map(([, key]) => key));
}

/**
 * Organizations, by slug, whose first center is on this page. If the page's firstKey contains the whole slug, the
 * organization's first center is on an earlier page: keys on the two sides of a cut agree that far only if they have
 * the same slug.
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
