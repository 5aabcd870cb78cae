/** What a county is called where it is called otherwise. */
const KINDS: Readonly<Record<string, string>> = { LA: 'Parish', AK: 'Borough' };

/** `Essex County`, `Caddo Parish`. */
export const countyLabel = (name: string, state: string): string => `${name} ${KINDS[state] ?? 'County'}`;

const WORD = /^(.*\S)[\s-]+(?:county|cnty|parish|borough)$/i;
const WORD_BEFORE = /^(?:the\s+)?county\s+of\s+(.+)$/i;
const SHORT = /^(.*\S)[\s-]+co\.?$/i;

/**
 * The bare name of the county that a text means, null if it means none. With a state, "Essex Co" and "Essex" mean one too;
 * alone, the first is a town of Colorado and the second a town.
 */
export function countyCalled(text: string, hasState: boolean): string | null {
  const name = text.trim();
  const bare = (WORD.exec(name) ?? WORD_BEFORE.exec(name))?.[1];
  if (bare !== undefined) return bare;
  return hasState ? (SHORT.exec(name)?.[1] ?? name) : null;
}
