/**
 * Link for reporting a wrong fact: an email address or an https page. It names the center and reveals nothing about a
 * search. Null if the contact is missing or is neither.
 */
export function reportHref(
  contact: string | null,
  { id, name }: { readonly id: string; readonly name: string },
): string | null {
  const to = contact?.trim() ?? '';
  if (/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(to)) return `mailto:${to}?subject=${encodeURIComponent(`${name} (${id})`)}`;
  if (!/^https:\/\//i.test(to) || !URL.canParse(to)) return null;
  const page = new URL(to);
  page.searchParams.set('center', id);
  page.searchParams.set('name', name);
  return page.href;
}
