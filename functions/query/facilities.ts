import type { Lexicon } from './lexicon.ts';
import { rank, type Span } from './span.ts';
import type { Token } from './tokenize.ts';

/** Words that follow an insurer's name in the name of a hospital: "Kaiser Medical Center". */
const endings: readonly (readonly string[])[] = [
  ['medical', 'center'],
  ['medical', 'group'],
  ['medical', 'clinic'],
  ['health', 'center'],
  ['hospital'],
  ['pharmacy'],
];

/**
 * Finds hospitals with an insurer's name, such as "near Kaiser Medical Center". They name a place, not a
 * payer, and are not understood.
 */
export function facilitySpans(tokens: readonly Token[], lexicon: Lexicon): readonly Span[] {
  const spans: Span[] = [];
  for (const from of tokens.keys()) {
    for (const words of [1, 2]) {
      const name = tokens.slice(from, from + words).map(({ word }) => word);
      if (lexicon.find(name.join(' '))?.meanings.some(isOrganization) !== true) continue;
      const ending = endings.find((one) => one.every((word, at) => tokens[from + words + at]?.word === word));
      if (ending === undefined) continue;
      spans.push({ from, to: from + words + ending.length, rank: rank.sure, meanings: [], unread: true });
    }
  }
  return spans;
}

/** True if a payer is one organization. "Medicaid" and "TRICARE" are not. */
const isOrganization = ({ field, value }: { readonly field: string; readonly value: string }): boolean =>
  field === 'payer' &&
  !['medicare', 'military', 'state', 'tribal', 'self-pay', 'sliding-scale', 'free'].includes(value);
