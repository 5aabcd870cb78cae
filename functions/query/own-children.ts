import { numberOf } from './numbers.ts';
import { rank, type Span } from './span.ts';
import type { Token } from './tokenize.ts';

const children = new Set(['kid', 'child', 'children', 'baby', 'toddler', 'hijo', 'hija', 'nino', 'nina', 'bebe']);

/** "Mi tío de 66 bebe" has no 66 babies. */
const MOST = 12;

/**
 * Finds a person's own children. "I have 3 kids" asks for no treatment of children; "with 2 kids"
 * says that they come along.
 */
export function ownChildrenSpans(tokens: readonly Token[]): readonly Span[] {
  return tokens.flatMap((token, at): Span[] => {
    if ((numberOf(token) ?? MOST + 1) > MOST || !children.has(tokens[at + 1]?.word ?? '')) return [];
    const isWith = ['with', 'con'].includes(tokens[at - 1]?.plain ?? '');
    const values = isWith ? (['childcare', 'beds-for-children'] as const) : [];
    const meanings = values.map((value) => ({ field: 'families' as const, value, yieldsTo: null }));
    return [{ from: isWith ? at - 1 : at, to: at + 2, rank: rank.sure, meanings }];
  });
}
