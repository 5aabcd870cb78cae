import { plainText } from './names.ts';
import { rank, type Span } from './span.ts';
import type { Token } from './tokenize.ts';

/** Finds membership in a nation, which is not a place: "Yakama Nation member", "enrolled in the Muscogee Nation". */
export function memberSpan(tokens: readonly Token[], { from, to }: Span): Span | null {
  if (!/^(?:nation|tribe)$/.test(tokens[to - 1]?.plain ?? '')) return null;
  const isMember = tokens[to]?.word === 'member';
  if (
    !isMember &&
    !/\b(?:member|enrolled|citizen|miembro) (?:of|in|de)(?: the| la)? $/.test(`${plainText(tokens, 0, from)} `)
  )
    return null;
  const meanings = [{ field: 'population' as const, value: 'native-american', yieldsTo: null }];
  return { from, to: isMember ? to + 1 : to, rank: rank.sure, meanings };
}
