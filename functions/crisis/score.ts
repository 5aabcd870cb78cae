import type { Meaning } from './meaning.ts';
import { signsOfAll, signsOfWords } from './signs.ts';
import { hashOf, unpacked } from './table.ts';
import { BIAS, WEIGHTS } from './weights.ts';

/** Number of words scored together. The score of a longer text is that of its most dangerous part of this length. */
const WINDOW = 24;
/** Most words of a text that are scored. Templates are matched against the whole text. */
const MOST = 2_000;

const weights = unpacked(WEIGHTS);

/**
 * The danger score of a text; above 0 means danger. Within one part of the text, a sign counts once, however often it
 * appears.
 */
export function scoreOf({ kind, words }: Meaning): number {
  const scored = words.slice(0, MOST);
  const idsOf = (signs: readonly string[]) => [...new Set(signs.map(hashOf))].filter((id) => weights.has(id));
  const weightOf = (id: number) => weights.get(id) ?? 0;
  const parts = signsOfWords(scored).map(idsOf);
  const counts = new Map<number, number>();
  let score = idsOf(signsOfAll({ kind, words: scored })).reduce((sum, id) => sum + weightOf(id), BIAS);
  let most = score;
  parts.forEach((ids, at) => {
    for (const id of ids) {
      const count = counts.get(id) ?? 0;
      if (count === 0) score += weightOf(id);
      counts.set(id, count + 1);
    }
    for (const id of parts[at - WINDOW] ?? []) {
      const count = counts.get(id) ?? 0;
      if (count === 1) score -= weightOf(id);
      counts.set(id, count - 1);
    }
    if (at >= WINDOW || at === parts.length - 1) most = at < WINDOW ? score : Math.max(most, score);
  });
  return most;
}
