import { vocabularies } from '../../../functions/domain/vocabularies.ts';

/** A word is completed from so many letters on: with fewer, every key would show another guess. */
const LEAST = 3;

/** Single words for values in the order in which callers ask: what kind of program, who pays, then all else. */
const words: readonly string[] = ['level', 'payer', ...Object.keys(vocabularies)].flatMap((field) => {
  const { codes, terms } = vocabularies[field as keyof typeof vocabularies];
  return codes.flatMap((code) => [
    code,
    ...((terms as Readonly<Record<string, { readonly synonyms: readonly string[] }>>)[code]?.synonyms ?? []),
  ]);
});
const single = [...new Set(words)].filter((word) => /^[a-z]+$/.test(word));

/** The word being typed, when the text ends with one: what is before it, and the word. */
export function unfinished(text: string): { readonly before: string; readonly word: string } | null {
  const [, before = '', word = ''] = /^(.*?)([\p{L}'-]+)$/su.exec(text) ?? [];
  return [...word].length < LEAST ? null : { before, word };
}

/** The first value that begins with the word: `medicaid` for `medi`. */
export function valueBeginning(word: string): string | null {
  const start = word.toLowerCase();
  return single.find((one) => one.startsWith(start) && one !== start) ?? null;
}
