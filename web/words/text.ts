/** Helpers for all catalogs of texts. Pure: the same facts always give the same text. */

/**
 * Joins items as in `one, two or three`.
 * @param word The language's "and" or "or".
 */
export function joined(items: readonly string[], word: string): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}

/** A program's message as a sentence for people: curly quotes, a capital letter and a full stop. */
export function asSentence(message: string): string {
  const text = capitalized(message.replaceAll(/"([^"]*)"/g, '“$1”').trim());
  return /[.!?:]$/.test(text) ? text : `${text}.`;
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A label in the middle of a sentence. Names and abbreviations keep their capital letter. */
export function inSentence(label: string): string {
  const isName = /^(?:Medicaid|Medicare|English|Spanish|Indian|Native)\b|^\p{L}[^\p{Ll}\s]|\s\p{Lu}/u.test(label);
  return isName ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

/** Makes a value without a known name readable: `blue-cross-blue-shield` becomes `Blue Cross Blue Shield`. */
export function fromSlug(slug: string): string {
  return slug.split('-').map(capitalized).join(' ');
}

/** Rounds a distance to one decimal below 100, and to a whole number above, where tenths do not matter. */
export function rounded(distance: number): string {
  return distance < 99.95 ? distance.toFixed(1) : String(Math.round(distance));
}

/** Splits a date or instant into year, month (0 to 11) and day. Always in UTC, because sources state no time zone. */
export function dateParts(date: string): { readonly year: number; readonly month: number; readonly day: number } {
  const at = new Date(date);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth(), day: at.getUTCDate() };
}
