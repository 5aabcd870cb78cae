import type { Head } from '../dataset/head.ts';
import { unpackCenter } from '../dataset/packed-center.ts';
import { idKeyOf, KEY_SEPARATOR, organizationKey, type Pointer, whereKey } from '../dataset/pointer.ts';
import type { CenterRecord } from '../domain/record.ts';
import { centerById } from '../search/lookup.ts';
import { type DatasetDraft, editOrder, firstBeginning } from './edit-order.ts';
import { orders } from './order-rows.ts';

type Roots = Head['roots'];

/**
 * The orders by organization, and organizations by number, where one center changed. The first center of each
 * organization tells its name, so a center that comes or goes may pass that on to another.
 * @param roots With the other orders already changed.
 */
export async function editOrganizations(
  roots: Roots,
  before: CenterRecord | null,
  after: CenterRecord | null,
  draft: DatasetDraft,
): Promise<Roots> {
  if (said(before) === said(after)) return roots;
  const slugs = new Set([before, after].flatMap((one) => (one === null ? [] : [one.center.organization.slug])));
  const firsts = new Map<string, string | null>();
  for (const slug of slugs) firsts.set(slug, await firstOf(slug, roots, draft));
  const removes = new Set(before === null ? [] : [organizationKey(before)]);
  const puts = new Map<string, Pointer>();
  if (after !== null) {
    removes.delete(organizationKey(after));
    puts.set(organizationKey(after), [organizationKey(after), whereKey(after)]);
  }
  let edited = await edit(roots, 'organization', { puts, removes }, draft);
  const names = new Map<string, Pointer>();
  const [found, lost] = [new Map<string, Pointer>(), new Set<string>()];
  for (const slug of slugs) {
    const [was, first] = [firsts.get(slug) ?? null, await firstOf(slug, edited, draft)];
    if (first === null) lost.add(idKeyOf('organization', slug));
    else found.set(idKeyOf('organization', slug), [idKeyOf('organization', slug), slug]);
    if (first !== null) names.set(first, await pointerTo(first, edited, draft, true));
    if (was !== null && was !== first && !removes.has(was)) names.set(was, await pointerTo(was, edited, draft, false));
  }
  edited = await edit(edited, 'organization', { puts: names, removes: new Set() }, draft);
  return edit(edited, 'id', { puts: found, removes: lost }, draft);
}

/** What the two orders hold of a center. */
function said(record: CenterRecord | null): string {
  return record === null ? '' : JSON.stringify([organizationKey(record), whereKey(record), record.center.organization]);
}

const firstOf = (slug: string, { organization }: Roots, draft: DatasetDraft): Promise<string | null> =>
  firstBeginning(slug + KEY_SEPARATOR, organization, orders.organization, draft);

async function pointerTo(key: string, roots: Roots, draft: DatasetDraft, named: boolean): Promise<Pointer> {
  const id = key.slice(key.indexOf(KEY_SEPARATOR) + 1);
  const row = await centerById(id, roots, draft);
  if (row === null) throw new RangeError(`the order of organizations names "${id}", which is not there`);
  const center = unpackCenter(row);
  const pointer = [key, whereKey({ center, offerings: [] })] as const;
  return named ? [...pointer, center.organization.name] : pointer;
}

async function edit(
  roots: Roots,
  name: 'organization' | 'id',
  edits: Parameters<typeof editOrder<Pointer>>[2],
  draft: DatasetDraft,
): Promise<Roots> {
  return { ...roots, [name]: (await editOrder(roots[name], orders[name], edits, draft)) ?? roots[name] };
}
