import { type Age, ages, bandOf } from '../domain/age.ts';
import { numberOf } from './numbers.ts';
import { sexesOf } from './person-words.ts';
import type { Meaning } from './sayings/saying.ts';
import { rank, type Span } from './span.ts';
import type { Token } from './tokenize.ts';

const wordsOf = (text: string): readonly string[] => text.split(/\s+/);

const parts: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['early', [0, 3]],
  ['mid', [4, 6]],
  ['late', [7, 9]],
]);
const owners = new Set(['her', 'his', 'their', 'my', 'our']);
const decades = wordsOf('twenties thirties forties fifties sixties seventies eighties nineties');
const somethings = wordsOf('twenty thirty forty fifty sixty seventy eighty ninety');
const tens = wordsOf('veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa');
const stems = ['veinteañer', 'treintañer', 'cuarent', 'cincuent', 'sesent', 'setent', 'ochent', 'novent'].map((stem) =>
  stem.replace('ñ', 'n'),
);

/**
 * Finds ages that are given as a decade: "in her 70s", "late sixties", "thirtysomething", "treinta y tantos",
 * "cincuentón".
 */
export function decadeSpans(tokens: readonly Token[]): readonly Span[] {
  return tokens.flatMap((_, at): Span[] => {
    const said = decadeAt(tokens, at);
    if (said === null) return [];
    const { from, to, first, last } = said;
    const bands = ages.codes.slice(ages.codes.indexOf(bandOf(first)), ages.codes.indexOf(bandOf(last)) + 1);
    const meanings: Meaning[] = bands.map((value: Age) => ({ field: 'age', value, yieldsTo: null }));
    // "In his 80s" also says the sex. The word "old" next to it is read elsewhere.
    const sexes = sexesOf(tokens.slice(from, to)).map((value) => ({ field: 'gender' as const, value, yieldsTo: null }));
    return [{ from, to, rank: rank.sure, meanings: [...meanings, ...sexes] }];
  });
}

/**
 * How many years after its first year a decade ends: usually 9. The twenties end at 25, like the age band of young
 * adults, because most people who say "in their twenties" are in that band.
 */
const lastOf = (first: number): number => (first === 20 ? 5 : 9);

interface Decade {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
}

function decadeAt(tokens: readonly Token[], at: number): Decade | null {
  const plain = (place: number) => tokens[place]?.plain ?? '';
  const whole = (to: number, first: number): Decade => ({ from: at, to, first, last: first + lastOf(first) });
  // One word for a decade: "Setentón", "cincuentona", "veinteañero".
  const stem = stems.findIndex(
    (one) => /^(?:on|ona|o|a|os|as)$/.test(plain(at).slice(one.length)) && plain(at).startsWith(one),
  );
  if (stem >= 0 && !tens.includes(plain(at))) return whole(at + 1, 20 + stem * 10);
  // A decade and "tantos": "Treinta y tantos años", "veintitantos".
  const ten = tens.indexOf(plain(at));
  const isSoMany = plain(at + 1) === 'y' && plain(at + 2) === 'tantos';
  if (plain(at) === 'veintitantos' || (ten >= 0 && isSoMany)) {
    const end = plain(at) === 'veintitantos' ? at + 1 : at + 3;
    return whole(plain(end) === 'anos' ? end + 1 : end, plain(at) === 'veintitantos' ? 20 : 20 + ten * 10);
  }
  if (numberOf(tokens[at]) !== null && /^\d0$/.test(plain(at)) && plain(at + 1) === 'something')
    return whole(at + 2, Number(plain(at)));
  const something = somethings.findIndex((one) => plain(at) === `${one}something`);
  if (something >= 0) return whole(at + 1, 20 + something * 10);
  return inDecade(tokens, at);
}

/**
 * Reads a decade in digits or as a plural: "In her 70s", "early 20s", "mid forties". A word before it must show that it
 * is somebody's age.
 */
function inDecade(tokens: readonly Token[], at: number): Decade | null {
  const [token, next] = [tokens[at], tokens[at + 1]];
  const number = token?.kind === 'number' ? numberOf(token) : null;
  const isDigits =
    number !== null &&
    number >= 20 &&
    number <= 90 &&
    number % 10 === 0 &&
    next?.plain === 's' &&
    /^['’]?$/.test(next.gap);
  const named = decades.indexOf(token?.plain ?? '');
  if (!isDigits && named < 0) return null;
  const first = isDigits ? number : 20 + named * 10;
  const before = tokens[at - 1]?.plain ?? '';
  const part = parts.get(before);
  if (part === undefined && !owners.has(before)) return null;
  const [start, end] = part ?? [0, lastOf(first)];
  const isOwned = part !== undefined && owners.has(tokens[at - 2]?.plain ?? '');
  return { from: isOwned ? at - 2 : at - 1, to: at + (isDigits ? 2 : 1), first: first + start, last: first + end };
}
