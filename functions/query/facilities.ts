import type { Lexicon } from './lexicon.ts';
import { rank, type Span } from './span.ts';
import type { Token } from './tokenize.ts';
import { wordsOf } from './word-set.ts';

/** Words after an insurer's name that make it the name of a hospital: "Kaiser Medical Center". */
const endings: readonly (readonly string[])[] = [
  ['medical', 'center'],
  ['medical', 'group'],
  ['medical', 'clinic'],
  ['health', 'center'],
  ['hospital'],
  ['pharmacy'],
];

/**
 * Finds hospitals that are named for an insurer: "near Kaiser Medical Center". They are places and not payers, and
 * their words are reported as not understood.
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
  return [...spans, ...nearHospital(tokens)];
}

const leading = wordsOf('near by from behind across cerca enfrente lado');
const houses = wordsOf('hospital clinic hosp');
const between = wordsOf('the to va veteran veterans children childrens st general county memorial de del la al');
const whose = wordsOf('ninos veteranos');
/** Most words between "near" and the hospital: "near the old va hospital". */
const MOST_BETWEEN = 4;

/**
 * Finds hospitals that are only landmarks: "Near the VA hospital", "cerca del hospital de niños". They say nothing
 * about the level of care or the patient.
 */
function nearHospital(tokens: readonly Token[]): readonly Span[] {
  return tokens.flatMap(({ word }, at): Span[] => {
    if (!houses.has(word)) return [];
    let from = at;
    while (at - from < MOST_BETWEEN && between.has(tokens[from - 1]?.plain ?? '')) from--;
    if (from === at || !leading.has(tokens[from - 1]?.plain ?? '')) return [];
    const isOf = ['de', 'del', 'para'].includes(tokens[at + 1]?.plain ?? '') && whose.has(tokens[at + 2]?.plain ?? '');
    return [{ from, to: isOf ? at + 3 : at + 1, rank: rank.sure, meanings: [], unread: true }];
  });
}

/** True if a payer is the name of one organization. False for "Medicaid" and "TRICARE". */
const isOrganization = ({ field, value }: { readonly field: string; readonly value: string }): boolean =>
  field === 'payer' &&
  !['medicare', 'military', 'state', 'tribal', 'self-pay', 'sliding-scale', 'free'].includes(value);
