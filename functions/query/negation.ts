import type { Span } from './span.ts';
import { isNegation, isStopWord } from './stop-words.ts';
import type { Token } from './tokenize.ts';

/**
 * The spans that a negation turns round: the first one after "no", "not" or "without", over words that only join, and
 * those joined to it by "or", "nor" or "and". What people do not want cannot be asked of the search, so these are not
 * read at all. A phrase such as "no insurance" is a span of its own and holds its negation.
 */
export function negated(tokens: readonly Token[], spans: readonly Span[]): ReadonlySet<Span> {
  const found = new Set<Span>();
  const starting = new Map(spans.map((span) => [span.from, span]));
  const inside = new Set(spans.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)));
  for (const [at, token] of tokens.entries()) {
    if (inside.has(at) || !isNegation(token.plain)) continue;
    let next = skipJoining(tokens, at + 1, inside);
    let span = starting.get(next);
    while (span !== undefined) {
      if (span.meanings.some(({ field }) => field === 'crisis')) break;
      found.add(span);
      next = span.to;
      if (!['or', 'nor'].includes(tokens[next]?.plain ?? '')) break;
      span = starting.get(skipJoining(tokens, next + 1, inside));
    }
  }
  return found;
}

function skipJoining(tokens: readonly Token[], at: number, inside: ReadonlySet<number>): number {
  let next = at;
  for (;;) {
    const token = tokens[next];
    if (token === undefined || inside.has(next) || !isStopWord(token.plain) || /[,;.!?]/.test(token.gap)) return next;
    next++;
  }
}
