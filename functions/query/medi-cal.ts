import { languageOf } from './language.ts';
import { rank, type Span } from './span.ts';
import type { Token } from './tokenize.ts';
import type { Where } from './where.ts';
import { wordsOf } from './word-set.ts';

/** Before or after these words, "medical" is an adjective and not Medi-Cal. */
const after = new Set(
  `center clinic group detox doctor director record condition care help staff assistant attention treatment supervision
  marijuana cannabis reason issue problem school insurance necessity leave necessary assisted bill emergency supervised`.split(
    /\s+/,
  ),
);
const before = wordsOf('non regional university memorial seguro servicio servicios atencion cuidado tratamiento');

/**
 * Reads "medical" as Medi-Cal if the place is in California: "Stockton medical". People pronounce it like this, and
 * phones correct it to "medical".
 */
export function mediCalSpans(
  tokens: readonly Token[],
  spans: readonly Span[],
  { near, state }: Where,
): readonly Span[] {
  // In a Spanish text "medical" can only mean Medi-Cal.
  if (state !== 'CA' && near?.endsWith(', CA') !== true && languageOf(tokens) !== 'spanish') return [];
  const isInside = (at: number) => spans.some(({ from, to }) => from <= at && at < to);
  return tokens.flatMap(({ plain }, at): Span[] => {
    if (plain !== 'medical' || isInside(at)) return [];
    if (after.has(tokens[at + 1]?.word ?? '') || before.has(tokens[at - 1]?.plain ?? '')) return [];
    return [
      { from: at, to: at + 1, rank: rank.term, meanings: [{ field: 'payer', value: 'medicaid', yieldsTo: null }] },
    ];
  });
}
