/** The word for a county in states that call it something else. */
const KINDS: Readonly<Record<string, string>> = { LA: 'Parish', AK: 'Borough' };
/** County names that already say what they are, so that "County" is not added. */
const WHOLE = /(?:Census Area|Municipality|City and Borough)$/;

/** Label of a county: `Essex County`, `Caddo Parish`, `Bethel Census Area`. */
export const countyLabel = (name: string, state: string): string =>
  WHOLE.test(name) ? name : `${name} ${KINDS[state] ?? 'County'}`;

const WORD = /^(.*\S)[\s-]+(?:county|counties|cnty|cty|co|parish|borough|condado)\.?$/i;
const WHOLE_WORD = /^.*\S\s+(?:census area|municipality|city and borough)$/i;
const WORD_BEFORE = /^(?:the\s+)?(?:county\s+of|condado\s+de(?:l)?)\s+(.+)$/i;
const SHORT = /^(.*\S)[\s-]+co\.?$/i;

/**
 * The bare name of the county that a text means; null if it means none. With a state, both "Essex Co" and "Essex" mean
 * a county; alone, the first is a town in Colorado and the second a town elsewhere.
 */
export function countyCalled(text: string, hasState: boolean): string | null {
  const name = text.trim();
  if (WHOLE_WORD.test(name)) return name;
  const bare = hasState || !SHORT.test(name) ? (WORD.exec(name) ?? WORD_BEFORE.exec(name))?.[1] : undefined;
  if (bare !== undefined) return bare;
  return hasState ? name : null;
}
