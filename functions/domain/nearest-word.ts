import { editDistance } from './edit-distance.ts';

/**
 * The accepted word that a misspelled one most likely means, ignoring case: "iopp" means "iop". The first one if
 * several are equally near; null if none is near enough ("banana").
 */
export function nearestWord(word: string, accepted: readonly string[]): string | null {
  const lower = word.toLowerCase();
  let best: string | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const candidate of accepted) {
    // Most edits for this candidate: fewer than the best so far needed, and few enough to leave at least one letter
    // unchanged.
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
 * Most edits between a misspelled and the accepted word. In a two-letter code, one wrong letter makes another code
 * ("FL" is not a misspelled "IL"). In a three-letter word, two wrong letters make another word.
 */
function editsForgiven({ length: typed }: string, { length }: string): number {
  if (length <= 3) return typed <= 2 && length <= 2 ? 0 : 1;
  return Math.max(2, Math.floor(length / 3));
}
