import type { Entry } from '../pages/page.ts';

/** Maximum number of results that are shown. */
export const MOST = 12;
/** Rank of each kind of entry among entries whose words match equally well: pages come before parts of pages. */
const kinds: Readonly<Record<Entry['kind'], number>> = {
  Page: 5,
  Operation: 4,
  Section: 3,
  Parameter: 2,
  Problem: 1,
  Shape: 0,
};

/** Finds the entries that contain every word of a text, the best first. Words in a title count more than others. */
export function search(entries: readonly Entry[], text: string): readonly Entry[] {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\p{N}_.-]+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  return entries
    .map((entry) => ({ entry, weight: weightOf(entry, words) }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight || kinds[other.entry.kind] - kinds[one.entry.kind])
    .slice(0, MOST)
    .map(({ entry }) => entry);
}

function weightOf({ title, words: text }: Entry, asked: readonly string[]): number {
  const name = title.toLowerCase();
  const words = text.toLowerCase();
  const weights = asked.map((word): number => {
    if (name === word) return 20;
    if (begins(name, word)) return 10;
    if (name.includes(word)) return 5;
    if (begins(words, word)) return 2;
    return words.includes(word) ? 1 : 0;
  });
  return weights.includes(0) ? 0 : weights.reduce((sum, weight) => sum + weight, 0);
}

/** True if a word of the text begins with `word`. */
function begins(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
  return false;
}
