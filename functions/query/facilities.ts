import type { Lexicon } from './lexicon.ts';
import { rank, type Span } from './span.ts';
import type { Token } from './tokenize.ts';

/** What hospitals are called after the name of an insurer or of a hospital that has one: "Kaiser Medical Center". */
const endings: readonly (readonly string[])[] = [
  ['medical', 'center'],
  ['medical', 'group'],
  ['medical', 'clinic'],
  ['health', 'center'],
  ['hospital'],
  ['pharmacy'],
];

/** "Near Kaiser Medical Center": the name of a place, whatever it says about who pays. It is not understood. */
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

/** Whether a payer is one organization: "Medicaid" and "TRICARE" are none. */
const isOrganization = ({ field, value }: { readonly field: string; readonly value: string }): boolean =>
  field === 'payer' &&
  !['medicare', 'military', 'state', 'tribal', 'self-pay', 'sliding-scale', 'free'].includes(value);
