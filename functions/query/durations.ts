import { numberOf } from './numbers.ts';
import { rank, type Span } from './span.ts';
import type { Token } from './tokenize.ts';

const units = new Set(
  `day week month year hour hr minute min mo wk
  dia semana mes mese ano hora minuto`.split(/\s+/),
);
const per = new Set(['a', 'per', 'each', 'every', 'the', 'in', 'por', 'al', 'la', 'cada']);

/**
 * Finds lengths of time and frequencies: "30 days sober", "90 day inpatient", "3 hours a day". No field asks for them,
 * and they do not mean a daytime schedule.
 */
export function durationSpans(tokens: readonly Token[]): readonly Span[] {
  const isUnit = (at: number): boolean => units.has(tokens[at]?.word ?? '');
  return tokens.flatMap((token, at): Span[] => {
    if (numberOf(token) === null || !isUnit(at + 1)) return [];
    const isOften = per.has(tokens[at + 2]?.plain ?? '') && isUnit(at + 3);
    return [{ from: at, to: at + (isOften ? 4 : 2), rank: rank.term, meanings: [], unread: true }];
  });
}
