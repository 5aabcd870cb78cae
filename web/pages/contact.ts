/** Where people write to: an email address as a link, or an https page; null where nobody is named. */
export function contactHref(contact: string | null): string | null {
  if (contact === null) return null;
  return /^https:\/\//i.test(contact) ? contact : `mailto:${contact}`;
}
