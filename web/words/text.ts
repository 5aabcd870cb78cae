/** Helpers that every catalog of words uses. Pure: the same facts always read the same. */

/** `one or two`: @param word The language's "and" or "or". */
export function joined(items: readonly string[], word: string): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `blue-cross-blue-shield` as `Blue Cross Blue Shield`: how a value without a known name is shown. */
export function fromSlug(slug: string): string {
  return slug.split('-').map(capitalized).join(' ');
}

/** One decimal up to 100, because nobody plans a longer way by tenths. */
export function rounded(distance: number): string {
  return distance < 99.95 ? distance.toFixed(1) : String(Math.round(distance));
}

/** Year, month (0 to 11) and day of a date or an instant, by the calendar of UTC: sources state no time zone. */
export function dateParts(date: string): { readonly year: number; readonly month: number; readonly day: number } {
  const at = new Date(date);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth(), day: at.getUTCDate() };
}
