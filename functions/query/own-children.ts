import { numberOf } from './numbers.ts';
import { rank, type Span } from './span.ts';
import type { Token } from './tokenize.ts';
import { wordsOf } from './word-set.ts';

const children = wordsOf('kid child children baby toddler hijo hija nino nina bebe');

/** Highest number that is read as a number of children. In "Mi tío de 66 bebe", "bebe" is a verb. */
const MOST = 12;

/**
 * Finds the children of the person who needs care. "I have 3 kids" asks for no treatment of children. "With 2 kids"
 * means that they come along.
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
 * Position after a phrase such as "I have toddlers", "has small kids" or "got a newborn". Null if no children follow,
 * or if the child is the patient.
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
