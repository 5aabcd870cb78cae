import { editDistance } from './edit-distance.ts';

/**
 * The accepted word that a misspelled one most likely means, ignoring case: "iopp" means "iop", "banana" nothing. The
 * first of equally near ones; null when none is near enough.
 */
export function nearestWord(word: string, accepted: readonly string[]): string | null {
  const lower = word.toLowerCase();
  let best: string | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const candidate of accepted) {
    // A later candidate must be nearer than the best so far, and share at least one letter with the word.
    const most = Math.min(editsForgiven(lower, candidate), fewest - 1, candidate.length - 1);
    if (most < 0) continue;
    const edits = editDistance(lower, candidate.toLowerCase(), most);
    if (edits > most) continue;
    best = candidate;
    fewest = edits;
  }
  return best;
}

/**
 * Number of edits forgiven. In a two-letter code one wrong letter makes another code ("FL" is not a misspelled "IL");
 * in a three-letter word two do.
 */
function editsForgiven({ length: typed }: string, { length }: string): number {
  if (length <= 3) return typed <= 2 && length <= 2 ? 0 : 1;
  return Math.max(2, Math.floor(length / 3));
}
