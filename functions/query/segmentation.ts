import type { Span } from './span.ts';
import { isStopWord } from './stop-words.ts';
import type { Token } from './tokenize.ts';

/** What a token costs that no span reads: a word with a meaning of its own more than one that joins. */
const UNREAD = { word: 6, stopWord: 2 } as const;
/**
 * Of two readings that cost the same otherwise, the one with the longer phrase: "12 step program" is a phrase, not
 * "12 step" beside a program. Too little for a long phrase to leave another word unread.
 */
const LENGTH_BONUS = 0.05;
/** A phrase that asks for nothing costs more than one that does: "beds open" goes before "open now". */
const NOTHING = 1;
/** Sums of the same parts in another order differ by less. */
const SAME = 1e-9;

const costOf = ({ from, to, rank, penalty = 0, unread = false }: Span): number =>
  rank + penalty + (unread ? NOTHING : 0) - LENGTH_BONUS * (to - from) ** 2;

const costUnread = ({ plain, word }: Token): number =>
  isStopWord(plain) || isStopWord(word) ? UNREAD.stopWord : UNREAD.word;

interface Best {
  readonly cost: number;
  /** The span that ends here; null where the token before is not read. */
  readonly span: Span | null;
}

/**
 * The cheapest way to cut the text into spans that do not overlap and tokens that are not read. The cost of a reading is
 * the sum of its parts, so the least is found from left to right: the cheapest reading up to a token holds the cheapest
 * one up to where its last span begins. Of equal costs the one with the longer phrase first, then the one offered first.
 * @returns The spans in the order of the text.
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
