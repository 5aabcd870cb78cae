import { type PackedCenter, unpackCenter } from '../../dataset/packed-center.ts';
import { idKeyOf, KEY_SEPARATOR, organizationKey, type Pointer, whereKey } from '../../dataset/pointer.ts';
import type { CenterRecord } from '../../domain/record.ts';
import type { PointerDraft } from './pointer-draft.ts';

/**
 * The orders by organization, and organizations by number, where one center changed. The first center of each
 * organization tells its name, so a center that comes or goes may pass that on to another.
 * @param pointers With the other orders already changed.
 * @param centerAt Any center, as it is after the change.
 */
export async function editOrganizations(
  pointers: PointerDraft,
  before: CenterRecord | null,
  after: CenterRecord | null,
  centerAt: (id: string) => Promise<PackedCenter | null>,
): Promise<void> {
  if (said(before) === said(after)) return;
  const slugs = new Set([before, after].flatMap((one) => (one === null ? [] : [one.center.organization.slug])));
  const firstOf = (slug: string) => pointers.firstBeginning('organization', slug + KEY_SEPARATOR);
  const firsts = new Map<string, string | null>();
  for (const slug of slugs) firsts.set(slug, await firstOf(slug));
  const removes = new Set(before === null ? [] : [organizationKey(before)]);
  const puts = new Map<string, Pointer>();
  if (after !== null) {
    removes.delete(organizationKey(after));
    puts.set(organizationKey(after), [organizationKey(after), whereKey(after)]);
  }
  await pointers.edit('organization', { puts, removes });
  const names = new Map<string, Pointer>();
  const [found, lost] = [new Map<string, Pointer>(), new Set<string>()];
  for (const slug of slugs) {
    const [was, first] = [firsts.get(slug) ?? null, await firstOf(slug)];
    if (first === null) lost.add(idKeyOf('organization', slug));
    else found.set(idKeyOf('organization', slug), [idKeyOf('organization', slug), slug]);
    if (first !== null) names.set(first, await pointerTo(first, centerAt, true));
    if (was !== null && was !== first && !removes.has(was)) names.set(was, await pointerTo(was, centerAt, false));
  }
  await pointers.edit('organization', { puts: names, removes: new Set() });
  await pointers.edit('id', { puts: found, removes: lost });
}

/** What the two orders hold of a center. */
function said(record: CenterRecord | null): string {
  return record === null ? '' : JSON.stringify([organizationKey(record), whereKey(record), record.center.organization]);
}

async function pointerTo(
  key: string,
  centerAt: (id: string) => Promise<PackedCenter | null>,
  named: boolean,
): Promise<Pointer> {
  const id = key.slice(key.indexOf(KEY_SEPARATOR) + 1);
  const row = await centerAt(id);
  if (row === null) throw new RangeError(`the order of organizations names "${id}", which is not there`);
  const center = unpackCenter(row);
  const pointer = [key, whereKey({ center, offerings: [] })] as const;
  return named ? [...pointer, center.organization.name] : pointer;
}
