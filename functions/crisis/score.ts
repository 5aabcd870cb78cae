import type { Meaning } from './meaning.ts';
import { LETTERS, signsOfKind, signsOfWords, ZERO } from './signs.ts';
import { BIAS, WEIGHTS } from './weights.ts';

/** A long text is as dangerous as its most dangerous part of so many words. */
const WINDOW = 24;
/** Words of a text that are scored. Templates read all of it. */
const MOST = 2_000;

const weights = new Map<string, number>();
let sign = '';
for (const [, shared, others, letter = ''] of WEIGHTS.matchAll(/(\d)([^A-Z]*)([A-Z])/g)) {
  sign = sign.slice(0, Number(shared)) + others;
  weights.set(sign, LETTERS.indexOf(letter) - ZERO);
}

/** How much a text speaks of danger: over 0 it does. A sign counts once, however often it is in a part. */
export function scoreOf({ kind, words }: Meaning): number {
  const weightOf = (sign: string) => weights.get(sign) ?? 0;
  const parts = signsOfWords(words.slice(0, MOST));
  const counts = new Map<string, number>();
  let score = signsOfKind(kind).reduce((sum, sign) => sum + weightOf(sign), BIAS);
  let most = score;
  parts.forEach((signs, at) => {
    for (const sign of signs) {
      const count = counts.get(sign) ?? 0;
      if (count === 0) score += weightOf(sign);
      counts.set(sign, count + 1);
    }
    for (const sign of parts[at - WINDOW] ?? []) {
      const count = counts.get(sign) ?? 0;
      if (count === 1) score -= weightOf(sign);
      counts.set(sign, count - 1);
    }
    if (at >= WINDOW || at === parts.length - 1) most = at < WINDOW ? score : Math.max(most, score);
  });
  return most;
}
