/**
 * Words that keep their last "s" when they are compared: it belongs to the word, or the word means something else
 * without it.
 */
const NOT_PLURAL: ReadonlySet<string> = new Set(['aids', 'always', 'perhaps', 'sometimes', 'yes']);

/** A word in lower case, without accents and apostrophes: `womens` for "Women's", `espanol` for "español". */
export function plainForm(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'’.]/gu, '')
    .toLowerCase();
}

/**
 * The form in which words are compared: a plural or possessive is the same as its singular. Sayings and typed text both
 * get this form. So an odd result ("texa") does no harm, because it is the same on both sides.
 */
export function wordForm(text: string): string {
  const word = plainForm(text);
  if (word.length <= 3 || NOT_PLURAL.has(word) || /(?:ss|us|is)$/.test(word)) return word;
  if (/ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|ch|sh|x)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}
