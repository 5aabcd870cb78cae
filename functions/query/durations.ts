import { numberOf } from './numbers.ts';
import { rank, type Span } from './span.ts';
import type { Token } from './tokenize.ts';

const units = new Set(['day', 'week', 'month', 'year', 'hour', 'hr', 'minute', 'min']);

/** "30 days sober", "90 day inpatient", "20 minutes": lengths of time, which no field asks for, and no daytime schedule. */
export function durationSpans(tokens: readonly Token[]): readonly Span[] {
  return tokens.flatMap((token, at): Span[] =>
    numberOf(token) !== null && units.has(tokens[at + 1]?.word ?? '')
      ? [{ from: at, to: at + 2, rank: rank.term, meanings: [], unread: true }]
      : [],
  );
}
