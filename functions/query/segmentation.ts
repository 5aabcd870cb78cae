import type { Span } from './span.ts';
import { isStopWord } from './stop-words.ts';
import type { Token } from './tokenize.ts';

/** Cost of a token that is in no chosen span. A word with a meaning costs more than a joining word. */
const UNREAD = { word: 6, stopWord: 2 } as const;
/**
 * Bonus for long spans, so that the longer phrase wins if two readings otherwise cost the same: "12 step program" over
 * "12 step" and "program". Too small to leave another word unread.
 */
const LENGTH_BONUS = 0.05;
/**
 * Extra cost of a phrase that asks for nothing, so that in "beds open now" the reading with "beds open" wins over that
 * with "open now".
 */
const NOTHING = 1;
/** Costs that differ by less than this count as equal: adding in another order rounds differently. */
const SAME = 1e-9;

const costOf = ({ from, to, rank, penalty = 0, unread = false }: Span): number =>
  rank + penalty + (unread ? NOTHING : 0) - LENGTH_BONUS * (to - from) ** 2;

const costUnread = ({ plain, word }: Token): number =>
  isStopWord(plain) || isStopWord(word) ? UNREAD.stopWord : UNREAD.word;

interface Best {
  readonly cost: number;
  /** The span that ends at this token; null if the token before is in no span. */
  readonly span: Span | null;
}

/**
 * Finds the cheapest choice of spans that do not overlap. Tokens that are in no chosen span have a cost, too. Costs add
 * up, so the text is processed from left to right: the cheapest reading up to a token contains the cheapest reading up
 * to the start of its last span. If costs are equal, the longer phrase wins, then the span that comes first in the
 * list.
 * @returns the chosen spans, in text order
 */
export function segmented(tokens: readonly Token[], spans: readonly Span[]): readonly Span[] {
  const ending = Map.groupBy(spans, ({ to }) => to);
  const best: Best[] = [{ cost: 0, span: null }];
  for (const [at, token] of tokens.entries()) {
    let cheapest: Best = { cost: (best[at]?.cost ?? 0) + costUnread(token), span: null };
    for (const span of ending.get(at + 1) ?? []) {
      const cost = (best[span.from]?.cost ?? 0) + costOf(span);
      const isTied = Math.abs(cost - cheapest.cost) < SAME && span.from > (cheapest.span?.from ?? at);
      if (cost < cheapest.cost - SAME || isTied) cheapest = { cost, span };
    }
    best.push(cheapest);
  }
  const chosen: Span[] = [];
  for (let at = tokens.length; at > 0; ) {
    const span = best[at]?.span ?? null;
    if (span !== null) chosen.push(span);
    at = span?.from ?? at - 1;
  }
  return chosen.reverse();
}
