/** Classifies the text in the box without any request. Pure. */

/** The longest text that the API reads. */
export const longestText = 200;

/** A shorter text names no place, and one with more words is a sentence that no place name begins with. */
const shortestPlace = 2;
const mostPlaceWords = 5;

const zip = /^\d{5}(?:-\d{4})?$/;
const pair = /^[-+]?\d+(?:\.\d+)?\s*,\s*[-+]?\d+(?:\.\d+)?$/;

/** A place for the API (`near`), or words for it to read (`q`). */
export type Start = { readonly near: string } | { readonly q: string };

/**
 * A ZIP, a point or a suggested place is used as it is; the API reads everything else.
 * @param known Labels that were suggested for this text or a beginning of it.
 */
export function startOf(text: string, known: readonly string[]): Start {
  const typed = text.trim();
  if (zip.test(typed) || pair.test(typed)) return { near: typed };
  const label = known.find((one) => sameName(one, typed));
  return label === undefined ? { q: typed } : { near: label };
}

/** "phoenix az" equals "Phoenix, AZ": compares labels without case, comma and repeated spaces. */
function sameName(label: string, typed: string): boolean {
  const plain = (name: string) =>
    name
      .toLowerCase()
      .replace(/[,\s]+/g, ' ')
      .trim();
  return plain(label) === plain(typed);
}

/** Words that a place follows, in both languages. The last of them counts: "iop in person near tucson". */
const placeFollows =
  /^(?:.*\s)?(?:near|around|by|cerca de|alrededor de|in(?!\s+(?:person|network|home)\b)|en(?!\s+(?:persona|l[ií]nea|casa|español)(?:\s|$)))\s+/i;

/** The place in a text that is being typed, as far as it stands there, and what is before it. */
export function placeIn(text: string): { readonly before: string; readonly place: string } {
  const [before = ''] = placeFollows.exec(text) ?? [];
  return { before, place: text.slice(before.length).trim() };
}

/**
 * True if the text may be the beginning of a place's name, and so worth a request for suggestions.
 * @param deadEnd A text without suggestions: texts that begin with it have none either.
 */
export function mayNamePlace(text: string, deadEnd: string | null): boolean {
  const typed = text.trim();
  if (typed.length < shortestPlace || typed.split(/\s+/).length > mostPlaceWords) return false;
  return deadEnd === null || !typed.toLowerCase().startsWith(deadEnd.toLowerCase());
}
