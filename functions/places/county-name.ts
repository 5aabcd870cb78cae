/** What a county is called in states that use another word. */
const KINDS: Readonly<Record<string, string>> = { LA: 'Parish', AK: 'Borough' };
/** Full names of counties that already contain such a word, so that "County" is not added. */
const WHOLE = /(?:Census Area|Municipality|City and Borough)$/;

/** Label of a county: `Essex County`, `Caddo Parish`, `Bethel Census Area`. */
export const countyLabel = (name: string, state: string): string =>
  WHOLE.test(name) ? name : `${name} ${KINDS[state] ?? 'County'}`;

const WORD = /^(.*\S)[\s-]+(?:county|counties|cnty|cty|co|parish|borough|condado)\.?$/i;
const WHOLE_WORD = /^.*\S\s+(?:census area|municipality|city and borough)$/i;
const WORD_BEFORE = /^(?:the\s+)?(?:county\s+of|condado\s+de(?:l)?)\s+(.+)$/i;
const SHORT = /^(.*\S)[\s-]+co\.?$/i;

/**
 * The name of the county that a text means, without the word "County"; null if the text means none. If a state is
 * given, "Essex Co" and "Essex" are both the county. Without one neither is: in "Essex Co" the end may mean Colorado,
 * and "Essex" may be a town.
 */
export function countyCalled(text: string, hasState: boolean): string | null {
  const name = text.trim();
  if (WHOLE_WORD.test(name)) return name;
  const bare = hasState || !SHORT.test(name) ? (WORD.exec(name) ?? WORD_BEFORE.exec(name))?.[1] : undefined;
  if (bare !== undefined) return bare;
  return hasState ? name : null;
}
