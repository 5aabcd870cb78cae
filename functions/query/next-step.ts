import type { Level } from '../domain/level-of-care.ts';
import { plainText } from './names.ts';
import { isLeft, isLevel } from './past.ts';
import type { Span } from './span.ts';
import type { Token } from './tokenize.ts';

const asking =
  /\b(?:next (?:step|level|phase)|step(?:ping|s)? down|steps? after|whats next|what is next|lower level|baj(?:ar|ando) de|siguiente (?:paso|nivel|etapa)|paso que sigue|que sigue|lo que sigue)\b/;
const next: Readonly<Partial<Record<string, Level>>> = {
  detox: 'residential',
  inpatient: 'php',
  residential: 'iop',
  php: 'iop',
  iop: 'op',
  op: 'aftercare',
};

/**
 * Decides about a level of care that somebody has left: "just got out of residential". It is no filter. If the text
 * asks for the next step after it, the filter is that step. If the text names another level, past.ts decides.
 */
export function withNextStep(tokens: readonly Token[], spans: readonly Span[]): readonly Span[] {
  const levels = spans.filter(isLevel);
  if (levels.length === 0 || !levels.every((span) => isLeft(tokens, span, spans))) return spans;
  const isAsked = asking.test(plainText(tokens, 0, tokens.length));
  return spans.map((span) => {
    if (!levels.includes(span)) return span;
    const others = span.meanings.filter(({ field }) => field !== 'level');
    const left = span.meanings.filter(({ field }) => field === 'level').map(({ value }) => value);
    const value = next[left.find((one) => next[one] !== undefined) ?? ''];
    if (!isAsked || value === undefined || span !== levels.at(-1)) return { ...span, meanings: others };
    return { ...span, meanings: [...others, { field: 'level' as const, value, yieldsTo: null }] };
  });
}
