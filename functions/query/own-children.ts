import { numberOf } from './numbers.ts';
import { rank, type Span } from './span.ts';
import type { Token } from './tokenize.ts';
import { wordsOf } from './word-set.ts';

const children = wordsOf('kid child children baby toddler hijo hija nino nina bebe');

/** More than this is not a number of children: "Mi tío de 66 bebe" has no 66 babies. */
const MOST = 12;

/**
 * Finds a person's own children. "I have 3 kids" asks for no treatment of children; "with 2 kids"
 * says that they come along.
 */
export function ownChildrenSpans(tokens: readonly Token[]): readonly Span[] {
  return tokens.flatMap((token, at): Span[] => {
    const end = endOfHad(tokens, at);
    if (end !== null) return [{ from: at, to: end, rank: rank.sure, meanings: [] }];
    if ((numberOf(token) ?? MOST + 1) > MOST || !children.has(tokens[at + 1]?.word ?? '')) return [];
    const isWith = ['with', 'con'].includes(tokens[at - 1]?.plain ?? '');
    const values = isWith ? (['childcare', 'beds-for-children'] as const) : [];
    const meanings = values.map((value) => ({ field: 'families' as const, value, yieldsTo: null }));
    return [{ from: isWith ? at - 1 : at, to: at + 2, rank: rank.sure, meanings }];
  });
}

const having = wordsOf('have has having got tengo tiene tenemos');
const young = wordsOf('young small little newborn my twin pequeno chiquito');

/**
 * "I have toddlers", "has small kids", "got a newborn": returns where the phrase ends; null if no children follow, or a
 * child who is to be treated.
 */
function endOfHad(tokens: readonly Token[], at: number): number | null {
  const word = tokens[at]?.plain ?? '';
  if (!having.has(word)) return null;
  let child = at + 1;
  while (young.has(tokens[child]?.word ?? '') && !children.has(tokens[child]?.word ?? '')) child++;
  const token = tokens[child];
  if (token === undefined || !children.has(token.word) || token.plain === token.word) return null;
  return child + 1;
}
