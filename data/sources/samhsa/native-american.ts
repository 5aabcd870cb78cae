import type { Listing } from './listing.ts';

// The word "Nation" alone is too common to count ("Recovery Nation"), and so are places such as Indian Wells.
const ownWords: readonly RegExp[] = [
  /\b(?:american indians?|native americans?|alaska natives?|indigenous peoples?)\b/i,
  /\bindian (?:health|hlth|healthcare|hospital|tribes?|nations?)\b/i,
  /\b(?:tribes?|tribal)\b/i,
];

/** True if an organization's own name says that it belongs to or serves Native Americans. */
export function namesNativeAmericans({ name1, name2 }: Pick<Listing, 'name1' | 'name2'>): boolean {
  return ownWords.some((words) => words.test(`${name1} ${name2}`));
}
