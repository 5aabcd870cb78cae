/** Words whose last "s" belongs to the word, or that mean something else without it. */
const NOT_PLURAL: ReadonlySet<string> = new Set(['aids', 'always', 'perhaps', 'sometimes', 'yes']);

/** Lower case without accents and apostrophes: "Women's" is `womens`, "español" is `espanol`. */
export function plainForm(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'’.]/gu, '')
    .toLowerCase();
}

/**
 * The form under which words are compared: a plural or possessive and its singular are one. Both the sayings and what
 * people type pass through here, so an odd result ("texa") does no harm as long as it is the same on both sides.
 */
export function wordForm(text: string): string {
  const word = plainForm(text);
  if (word.length <= 3 || NOT_PLURAL.has(word) || /(?:ss|us|is)$/.test(word)) return word;
  if (/ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|ch|sh|x)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}
