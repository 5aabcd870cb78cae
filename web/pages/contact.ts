/** Link for contacting the operator: an email address or an https page; null if there is none. */
export function contactHref(contact: string | null): string | null {
  if (contact === null) return null;
  return /^https:\/\//i.test(contact) ? contact : `mailto:${contact}`;
}
