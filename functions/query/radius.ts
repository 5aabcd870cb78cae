import { numberOf } from './numbers.ts';
import { isPerson } from './person-words.ts';
import { rank, type Span } from './span.ts';
import type { Token } from './tokenize.ts';
import { wordsOf } from './word-set.ts';

const miles = wordsOf('mi mile miles milla millas');
const kilometers = wordsOf('km kms kilometer kilometers kilometre kilometres kilometro kilometros');

const unitOf = (word: string): 'mi' | 'km' | undefined =>
  miles.has(word) ? 'mi' : kilometers.has(word) ? 'km' : undefined;

const minutes = wordsOf('minute minutes min mins minuto minutos');
const hours = wordsOf('hour hours hr hrs hora horas');

/** Miles that a car covers in one unit of time, on average in towns and on highways. */
const milesByCar = (unit: string): number | undefined =>
  minutes.has(unit) ? 40 / 60 : hours.has(unit) ? 40 : undefined;

/** The largest radius that the API accepts, in each unit. */
const MOST: Readonly<Record<'mi' | 'km', number>> = { mi: 500, km: 804 };
const before = wordsOf(
  'within under than less max maximum in a up to inside radius of about dentro menos maximo radio de en un',
);
const after = wordsOf(
  `radius of from away range max maximum distance or less drive driving by car de distancia a la redonda o menos en carro
  coche manejando maximo`,
);
/** Words that may be inside the phrase for a distance, but neither begin nor end it. */
const inner = {
  from: wordsOf('in a to of than de en un about'),
  to: wordsOf('of from or de a la o en by'),
};
/** Words that make a time a travel time: "10 minutes from Tempe", but not "30 minute session". */
const isWay = wordsOf('of from away drive driving car distance distancia carro coche manejando within dentro');

/**
 * Finds distances: "within 20 miles of", "10mi", "in a 30 mile radius", "a 20 millas". "Within 20" is in miles. A
 * travel time ("30 minutes away") becomes the distance that a car covers.
 */
export function radiusSpans(tokens: readonly Token[]): readonly Span[] {
  const spans: Span[] = [];
  for (const [at, token] of tokens.entries()) {
    const amount = numberOf(token);
    if (amount === null) continue;
    const next = tokens[at + 1]?.plain ?? '';
    const unit = isMy(tokens, at) ? undefined : unitOf(next);
    const byCar = milesByCar(next);
    if (unit === undefined && byCar === undefined && !isBare(tokens, at)) continue;
    const distance = byCar === undefined ? amount : Math.round(amount * byCar);
    if (!(distance > 0) || distance > MOST[unit ?? 'mi']) continue;
    let from = at;
    while (before.has(tokens[from - 1]?.plain ?? '')) from--;
    let to = at + (unit === undefined && byCar === undefined ? 1 : 2);
    while (after.has(tokens[to]?.plain ?? '')) to++;
    if (byCar !== undefined && !tokens.slice(from, to).some(({ plain }) => isWay.has(plain))) continue;
    while (from < at && inner.from.has(tokens[from]?.plain ?? '')) from++;
    while (to > at + 1 && inner.to.has(tokens[to - 1]?.plain ?? '')) to--;
    const within = `${distance}${unit ?? 'mi'}`;
    spans.push({ from, to, rank: rank.sure, meanings: [], within, widened: byCar !== undefined });
  }
  return spans;
}

/** What follows "mi" in the sense of "my" right after an age, besides people: "hijo de 24 mi seguro es medicaid". */
const owned = wordsOf('seguro aseguranza familia');

/** True where "mi" after a number means "my", not miles: "los tres, mi esposa", "tengo 33 mi esposa". */
export function isMy(tokens: readonly Token[], at: number): boolean {
  const [next, whose] = [tokens[at + 1], tokens[at + 2]];
  if (next?.plain !== 'mi') return false;
  const isOwned = whose?.gap === ' ' && (owned.has(whose.plain) || isPerson(whose.plain));
  return isOwned || next.gap.includes(',') || tokens[at]?.kind !== 'number';
}

/**
 * True for "within 20" without a unit at the end of the text or before "of" or "from". In "within 20 minutes" it is not
 * a distance.
 */
function isBare(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return tokens[at - 1]?.plain === 'within' && (next === undefined || ['of', 'from'].includes(next.plain));
}
