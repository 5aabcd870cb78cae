import type { IndexRow } from '../../dataset/index-row.ts';
import { idKeyOf, KEY_SEPARATOR, organizationKey, whereKey } from '../../dataset/keys.ts';
import { type PackedCenter, unpackCenter } from '../../dataset/packed-center.ts';
import type { CenterRecord } from '../../domain/record.ts';
import type { LookupDraft } from './lookup-draft.ts';

/**
 * Edits the rows of organizations in the indexes "organization" and "id" after one center changed. An organization's
 * name is on the row of its first center, so adding or removing a center may move the name to another row.
 * @param lookups The other indexes must be edited already.
 * @param centerAt Reads any center as it is after the change.
 */
export async function editOrganizations(
  lookups: LookupDraft,
  before: CenterRecord | null,
  after: CenterRecord | null,
  centerAt: (id: string) => Promise<PackedCenter | null>,
): Promise<void> {
  if (said(before) === said(after)) return;
  const slugs = new Set([before, after].flatMap((one) => (one === null ? [] : [one.center.organization.slug])));
  const firstOf = (slug: string) => lookups.firstBeginning('organization', slug + KEY_SEPARATOR);
  const firsts = new Map<string, string | null>();
  for (const slug of slugs) firsts.set(slug, await firstOf(slug));
  const removes = new Set(before === null ? [] : [organizationKey(before)]);
  const puts = new Map<string, IndexRow>();
  if (after !== null) {
    removes.delete(organizationKey(after));
    puts.set(organizationKey(after), [organizationKey(after), whereKey(after)]);
  }
  await lookups.edit('organization', { puts, removes });
  const names = new Map<string, IndexRow>();
  const [found, lost] = [new Map<string, IndexRow>(), new Set<string>()];
  for (const slug of slugs) {
    const [was, first] = [firsts.get(slug) ?? null, await firstOf(slug)];
    if (first === null) lost.add(idKeyOf('organization', slug));
    else found.set(idKeyOf('organization', slug), [idKeyOf('organization', slug), slug]);
    if (first !== null) names.set(first, await indexRowTo(first, centerAt, true));
    if (was !== null && was !== first && !removes.has(was)) names.set(was, await indexRowTo(was, centerAt, false));
  }
  await lookups.edit('organization', { puts: names, removes: new Set() });
  await lookups.edit('id', { puts: found, removes: lost });
}

/** The facts of a center that the two indexes depend on. */
function said(record: CenterRecord | null): string {
  return record === null ? '' : JSON.stringify([organizationKey(record), whereKey(record), record.center.organization]);
}

async function indexRowTo(
  key: string,
  centerAt: (id: string) => Promise<PackedCenter | null>,
  named: boolean,
): Promise<IndexRow> {
  const id = key.slice(key.indexOf(KEY_SEPARATOR) + 1);
  const row = await centerAt(id);
  if (row === null) throw new RangeError(`the index of organizations names "${id}", which is not there`);
  const center = unpackCenter(row);
  const indexRow = [key, whereKey({ center, offerings: [] })] as const;
  return named ? [...indexRow, center.organization.name] : indexRow;
}
