import { type Age, ages, bandOf, OLDEST } from '../domain/age.ts';
import type { Gender } from '../domain/gender.ts';
import { numberOf } from './numbers.ts';
import type { Meaning } from './sayings/saying.ts';
import { rank, type Span } from './span.ts';
import type { Token } from './tokenize.ts';

const yearWords = new Set(['year', 'yr', 'y', 'yo', 'yro', 'yos']);
const oldWords = new Set(['old', 'o', 'olds']);
const ageWords = new Set(['age', 'aged', 'ages']);
const isWords = new Set(['im', 'am', 'hes', 'shes', 'is', 'turned', 'turning']);
const relatives = new Set(
  `son daughter stepson stepdaughter grandson granddaughter brother sister husband wife boyfriend girlfriend mom mother dad
  father`.split(/\s+/),
);
const upWords = new Set(['older', 'over', 'up', 'above', 'plus']);

/** Bands from one age to another, both included. */
function bandsBetween(from: number, to: number): Age[] {
  const [first, last] = [bandOf(from), bandOf(to)].map((band) => ages.codes.indexOf(band));
  return ages.codes.slice(first, (last ?? 0) + 1);
}
const bandsAbove = (age: number): Age[] => bandsBetween(age, OLDEST);
const bandsBelow = (age: number): Age[] => bandsBetween(0, age - 1);

const sexes: ReadonlyMap<string, Gender> = new Map([
  ...['woman', 'female', 'lady', 'girl', 'daughter', 'wife', 'mother', 'mom', 'sister'].map(
    (word) => [word, 'women'] as const,
  ),
  ...['man', 'male', 'guy', 'boy', 'son', 'husband', 'father', 'dad', 'brother'].map((word) => [word, 'men'] as const),
]);

/** Ages: "16 year old", "22yo", "age 70", "ages 13 to 17", "65+", "over 60", "under 18", "he is 19". */
export function ageSpans(tokens: readonly Token[]): readonly Span[] {
  const spans: Span[] = [];
  for (const at of tokens.keys()) {
    const found = ageAt(tokens, at);
    if (found === null) continue;
    const meanings: Meaning[] = found.bands.map((value) => ({ field: 'age', value, yieldsTo: null }));
    // "67 year old woman": the person, not a program for women.
    const gender = sexes.get(tokens[found.to]?.word ?? '');
    if (gender !== undefined) meanings.push({ field: 'gender', value: gender, yieldsTo: null });
    spans.push({ from: found.from, to: found.to + (gender === undefined ? 0 : 1), rank: rank.sure, meanings });
  }
  return spans;
}

interface AgeSpan {
  readonly from: number;
  readonly to: number;
  readonly bands: readonly Age[];
}

function ageAt(tokens: readonly Token[], at: number): AgeSpan | null {
  const age = numberOf(tokens[at]);
  if (age === null || !Number.isInteger(age) || age < 1 || age > 110) return null;
  const plain = (place: number) => tokens[place]?.plain ?? '';

  const years = yearWords.has(tokens[at + 1]?.word ?? '') ? 1 : 0;
  const old = years === 1 && oldWords.has(plain(at + 2)) ? 1 : 0;
  const isYears = old === 1 || (years === 1 && /^yr?o/.test(plain(at + 1)));
  const end = at + 1 + (isYears ? years + old : 0);
  let from = at;
  if (ageWords.has(plain(at - 1))) from = at - 1;
  else if (plain(at - 1) === 'of' && ageWords.has(plain(at - 2))) from = at - 2;
  const isAge = isYears || from < at;

  const open = openEnd(tokens, at, end);
  if (open !== null) return { from, to: open, bands: bandsAbove(age) };
  const limit = plain(from - 1) === 'the' ? from - 2 : from - 1;
  if (isAge || isAgeAlone(tokens, at)) {
    if (plain(limit) === 'over') return { from: limit, to: end, bands: bandsAbove(age + 1) };
    if (plain(limit) === 'under') return { from: limit, to: end, bands: bandsBelow(age) };
  }
  if (isYears) return { from, to: end, bands: [bandOf(age)] };
  if (from < at) return withUpperEnd(tokens, from, at, age);
  const isSaid = isWords.has(plain(at - 1)) || (relatives.has(plain(at - 1)) && tokens[at]?.kind === 'number');
  if (isSaid && age >= 12 && isAgeAlone(tokens, at)) return { from, to: end, bands: [bandOf(age)] };
  return null;
}

/** Where "65+", "55 and older" or "60 & up" ends; null where the age is not open to above. */
function openEnd(tokens: readonly Token[], at: number, end: number): number | null {
  const [next, second] = [tokens[end]?.plain ?? '', tokens[end + 1]?.plain ?? ''];
  if (['and', 'or'].includes(next) && upWords.has(second)) return end + 2;
  if (tokens[end]?.gap.includes('&') === true && upWords.has(next)) return end + 1;
  if ((numberOf(tokens[at]) ?? 0) < 12) return null;
  if (next === 'plus') return end + 1;
  return tokens[at]?.text.endsWith('+') === true ? end : null;
}

/** "ages 13-17", "aged 18 to 25". */
function withUpperEnd(tokens: readonly Token[], from: number, at: number, age: number): AgeSpan {
  const second = ['to', 'and', 'through'].includes(tokens[at + 1]?.plain ?? '') ? at + 2 : at + 1;
  const other = numberOf(tokens[second]);
  const isRange =
    other !== null && other > age && other <= 110 && (second > at + 1 || /[-–]/.test(tokens[second]?.gap ?? ''));
  return isRange
    ? { from, to: second + 1, bands: bandsBetween(age, other) }
    : { from, to: at + 1, bands: [bandOf(age)] };
}

const measured = new Set([
  'mile',
  'mi',
  'km',
  'kilometer',
  'day',
  'week',
  'month',
  'year',
  'hour',
  'minute',
  'min',
  'dollar',
  'k',
  'hr',
  'pm',
  'am',
  'percent',
  'time',
  'drink',
  'pill',
  'mg',
]);

/** Whether a bare number can be an age: "under 18" and "she is 19", not "under 20 miles", "is 30 days" or "under 500". */
function isAgeAlone(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token?.kind !== 'number' || token.gap.endsWith('$') || token.gap.endsWith('#')) return false;
  return next === undefined || (!measured.has(next.word) && next.kind !== 'number');
}
