import { vocabularies } from '../../../functions/domain/vocabularies.ts';

/** Fewest letters before a word is completed. With fewer, the guess would change with every key. */
const LEAST = 3;

/**
 * Labels and synonyms of one word that can complete a text, sorted by how often callers ask for them: levels, payers,
 * then all others.
 */
const words: readonly string[] = ['level', 'payer', ...Object.keys(vocabularies)].flatMap((field) => {
  const { codes, terms } = vocabularies[field as keyof typeof vocabularies];
  return codes.flatMap((code) => [
    code,
    ...((terms as Readonly<Record<string, { readonly synonyms: readonly string[] }>>)[code]?.synonyms ?? []),
  ]);
});
const single = [...new Set(words)].filter((word) => /^[a-z]+$/.test(word));

/** Splits the text before its last, unfinished word. Null if the text does not end with a word. */
export function unfinished(text: string): { readonly before: string; readonly word: string } | null {
  const [, before = '', word = ''] = /^(.*?)([\p{L}'-]+)$/su.exec(text) ?? [];
  return [...word].length < LEAST ? null : { before, word };
}

/** Returns the first value word that begins with these letters: `medicaid` for `medi`. */
export function valueBeginning(word: string): string | null {
  const start = word.toLowerCase();
  return single.find((one) => one.startsWith(start) && one !== start) ?? null;
}
