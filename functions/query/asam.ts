import { type Level, levels, levelTerm } from '../domain/level-of-care.ts';
import { rank, type Span } from './span.ts';
import type { Token } from './tokenize.ts';

const byCode: ReadonlyMap<string, Level> = new Map(
  levels.codes.flatMap((level) => levelTerm(level).asam.map(({ code }) => [code, level] as const)),
);

/**
 * Finds a clinician's name for a level of care: "ASAM 2.1", "level 3.5". A whole number needs "ASAM", because "level 1"
 * has other meanings.
 */
export function asamSpans(tokens: readonly Token[]): readonly Span[] {
  const spans: Span[] = [];
  for (const [at, { kind, text }] of tokens.entries()) {
    const value = kind === 'number' ? byCode.get(text) : undefined;
    let from = at;
    while (['asam', 'level', 'loc'].includes(tokens[from - 1]?.plain ?? '')) from--;
    const isAsam = tokens.slice(from, at).some(({ plain }) => plain === 'asam');
    if (value === undefined || from === at || (!isAsam && !text.includes('.'))) continue;
    spans.push({ from, to: at + 1, rank: rank.sure, meanings: [{ field: 'level', value, yieldsTo: null }] });
  }
  return spans;
}
