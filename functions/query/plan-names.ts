import { insurerSayings } from './sayings/insurers.ts';
import type { Span } from './span.ts';
import type { Token } from './tokenize.ts';

/** Public payers whose plans are run by insurers under the insurers' own names. */
const PUBLIC = new Set(['medicaid', 'medicare', 'military']);

/**
 * Merges an insurer and the public payer right next to it into one plan of that payer: "Health Net Medi-Cal", "Aetna
 * Medicare". If a word or comma separates them, they are two ways to pay.
 */
export function withoutPlanNames(tokens: readonly Token[], spans: readonly Span[]): readonly Span[] {
  return spans.map((span, at) => {
    if (!span.meanings.some(isInsurer)) return span;
    const isPlan = [spans[at - 1], spans[at + 1]].some((other) => other !== undefined && isBeside(tokens, span, other));
    return isPlan ? { ...span, meanings: span.meanings.filter((meaning) => !isInsurer(meaning)) } : span;
  });
}

const isInsurer = ({ field, value }: { readonly field: string; readonly value: string }): boolean =>
  field === 'payer' && (value === 'private' || insurerSayings.has(value));

function isBeside(tokens: readonly Token[], a: Span, b: Span): boolean {
  const [first, second] = a.from < b.from ? [a, b] : [b, a];
  if (first.to !== second.from || !/^[\s-]*$/.test(tokens[second.from]?.gap ?? '')) return false;
  return b.meanings.some(({ field, value }) => field === 'payer' && PUBLIC.has(value));
}
