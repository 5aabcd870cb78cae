import { numberOf } from './numbers.ts';
import { rank, type Span } from './span.ts';
import type { Token } from './tokenize.ts';

const units: ReadonlyMap<string, 'mi' | 'km'> = new Map([
  ['mi', 'mi'],
  ['mile', 'mi'],
  ['miles', 'mi'],
  ['km', 'km'],
  ['kms', 'km'],
  ['kilometer', 'km'],
  ['kilometers', 'km'],
  ['kilometre', 'km'],
  ['kilometres', 'km'],
]);
/** As far as the API searches. */
const MOST: Readonly<Record<'mi' | 'km', number>> = { mi: 500, km: 804 };
const before = new Set([
  'within',
  'under',
  'than',
  'less',
  'max',
  'maximum',
  'in',
  'a',
  'up',
  'to',
  'inside',
  'radius',
  'of',
]);
const after = new Set(['radius', 'of', 'from', 'away', 'range', 'max', 'maximum', 'distance', 'or', 'less']);

/** Distances: "within 20 miles of", "10mi", "in a 30 mile radius", and "within 20", which is in miles. */
export function radiusSpans(tokens: readonly Token[]): readonly Span[] {
  const spans: Span[] = [];
  for (const [at, token] of tokens.entries()) {
    const amount = numberOf(token);
    if (amount === null) continue;
    const unit = units.get(tokens[at + 1]?.plain ?? '');
    if (unit === undefined && !isBare(tokens, at)) continue;
    if (!(amount > 0) || amount > MOST[unit ?? 'mi']) continue;
    let from = at;
    while (before.has(tokens[from - 1]?.plain ?? '')) from--;
    let to = at + (unit === undefined ? 1 : 2);
    while (after.has(tokens[to]?.plain ?? '')) to++;
    // "in", "a" and "of" belong to a distance only inside of it.
    while (from < at && ['in', 'a', 'to', 'of', 'than'].includes(tokens[from]?.plain ?? '')) from++;
    while (to > at + 1 && ['of', 'from', 'or'].includes(tokens[to - 1]?.plain ?? '')) to--;
    spans.push({ from, to, rank: rank.sure, meanings: [], within: `${amount}${unit ?? 'mi'}` });
  }
  return spans;
}

/** "within 20" ends there, or goes on with "of" or a place: "within 20 minutes" is no distance. */
function isBare(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return tokens[at - 1]?.plain === 'within' && (next === undefined || ['of', 'from'].includes(next.plain));
}
