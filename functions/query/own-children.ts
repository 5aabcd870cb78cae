import { numberOf } from './numbers.ts';
import { rank, type Span } from './span.ts';
import type { Token } from './tokenize.ts';

const children = new Set(['kid', 'child', 'children', 'baby', 'toddler', 'hijo', 'hija', 'nino', 'nina', 'bebe']);

/** "I have 3 kids": a person's own children, counted, are no children to be treated; "with 2 kids" come along. */
export function ownChildrenSpans(tokens: readonly Token[]): readonly Span[] {
  return tokens.flatMap((token, at): Span[] => {
    if (numberOf(token) === null || !children.has(tokens[at + 1]?.word ?? '')) return [];
    const isWith = ['with', 'con'].includes(tokens[at - 1]?.plain ?? '');
    const values = isWith ? (['childcare', 'beds-for-children'] as const) : [];
    const meanings = values.map((value) => ({ field: 'families' as const, value, yieldsTo: null }));
    return [{ from: isWith ? at - 1 : at, to: at + 2, rank: rank.sure, meanings }];
  });
}
