/** Decides what a text in the box is, without a request. Pure. */

/** Maximum length of a text that the API accepts. */
export const longestText = 200;

/**
 * Suggestions are requested only within these limits: one letter names no place, and a text of more than five words is
 * a sentence, not the beginning of a place name.
 */
const shortestPlace = 2;
const mostPlaceWords = 5;

const zip = /^\d{5}(?:-\d{4})?$/;
const pair = /^[-+]?\d+(?:\.\d+)?\s*,\s*[-+]?\d+(?:\.\d+)?$/;

/** What is sent for a text: a place (`near`), or words that the API must interpret (`q`). */
export type Start = { readonly near: string } | { readonly q: string };

/**
 * Uses a ZIP, a point or a suggested place as the place. Everything else is sent as words, which the API interprets.
 * @param known Labels that were suggested for this text or for a beginning of it.
 */
export function startOf(text: string, known: readonly string[]): Start {
  const typed = text.trim();
  if (zip.test(typed) || pair.test(typed)) return { near: typed };
  const label = known.find((one) => sameName(one, typed));
  return label === undefined ? { q: typed } : { near: label };
}

/** Compares a label with a typed text, ignoring case, commas and repeated spaces: "phoenix az" equals "Phoenix, AZ". */
function sameName(label: string, typed: string): boolean {
  const plain = (name: string) =>
    name
      .toLowerCase()
      .replace(/[,\s]+/g, ' ')
      .trim();
  return plain(label) === plain(typed);
}

/**
 * Matches a text up to its last word that introduces a place, in English or Spanish: for "iop in person near tucson" up
 * to "near".
 */
const placeFollows =
  /^(?:.*\s)?(?:near|around|by|cerca de|alrededor de|in(?!\s+(?:person|network|home)\b)|en(?!\s+(?:persona|l[ií]nea|casa|español)(?:\s|$)))\s+/i;

/** Splits a text that is being typed into the beginning of a place name and the words before it. */
export function placeIn(text: string): { readonly before: string; readonly place: string } {
  const [before = ''] = placeFollows.exec(text) ?? [];
  return { before, place: text.slice(before.length).trim() };
}

/**
 * True if the text may be the beginning of a place name, so that suggestions are worth a request.
 * @param deadEnd A text that got no suggestions: longer texts that begin with it get none either.
 */
export function mayNamePlace(text: string, deadEnd: string | null): boolean {
  const typed = text.trim();
  if (typed.length < shortestPlace || typed.split(/\s+/).length > mostPlaceWords) return false;
  return deadEnd === null || !typed.toLowerCase().startsWith(deadEnd.toLowerCase());
}
