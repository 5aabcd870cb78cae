import { type Age, ages, bandOf, OLDEST } from '../domain/age.ts';
import {
  isAgeAlone,
  isBesideChild,
  isBesidePerson,
  isByItself,
  isOfDescribed,
  isRangeOfPeople,
  isSpanOfTime,
} from './bare-ages.ts';
import { numberOf } from './numbers.ts';
import { childWords, isPerson, isPersonAt, sexesOf } from './person-words.ts';
import type { Meaning } from './sayings/saying.ts';
import { rank, type Span } from './span.ts';
import type { Token } from './tokenize.ts';
import { wordsOf } from './word-set.ts';

const yearWords = wordsOf('year yr yrs y yo yro yos ano anito');
const oldWords = wordsOf('old o olds');
const ageWords = wordsOf('age aged ages edad edades');
const isWords = wordsOf('im am soy hes shes is turned turning turns tiene tengo cumplio cumple tienen');
const upWords = wordsOf('older over up above plus mas mayores mayor');
const aboveWords = wordsOf('over above');
const belowWords = wordsOf('under below');

const YOUNGEST_SAID = 12;

/** The age bands that overlap the range of years, which includes both ends. */
function bandsBetween(from: number, to: number): Age[] {
  const [first, last] = [bandOf(from), bandOf(to)].map((band) => ages.codes.indexOf(band));
  return ages.codes.slice(first, (last ?? 0) + 1);
}
const bandsAbove = (age: number): Age[] => bandsBetween(age, OLDEST);
const bandsBelow = (age: number): Age[] => bandsBetween(0, age - 1);

/**
 * Finds ages in English and Spanish, including the words for the person next to them: "16 year old", "22yo", "age 70",
 * "ages 13 to 17", "65+", "over 60", "under 18", "he is 19", "44f", "teen 16 f", "mi hija de 13", "14 años", "mayores
 * de 65".
 */
export function ageSpans(tokens: readonly Token[]): readonly Span[] {
  const spans: Span[] = [];
  for (const at of tokens.keys()) {
    const found = ageAt(tokens, at);
    if (found === null) continue;
    const meanings: Meaning[] = found.bands.map((value) => ({ field: 'age', value, yieldsTo: null }));
    const { from, to } = withPerson(tokens, found);
    // "67 year old woman" and "44f" describe the person. They do not ask for a program for women.
    for (const gender of sexesOf(tokens.slice(from, to)))
      meanings.push({ field: 'gender', value: gender, yieldsTo: null });
    spans.push({ from, to, rank: rank.sure, meanings });
  }
  return spans;
}

interface AgeSpan {
  readonly from: number;
  readonly to: number;
  readonly bands: readonly Age[];
}

/** Extends an age to the words for the person on both sides: "Adult female, 44", "16 year old boy". */
function withPerson(tokens: readonly Token[], { from, to }: AgeSpan): { readonly from: number; readonly to: number } {
  let [first, end] = [from, to];
  while (isPersonAt(tokens, end, end)) end++;
  const before = tokens[first - 1]?.plain === 'de' ? first - 2 : first - 1;
  if (isPersonAt(tokens, before, before + 1)) first = before;
  while (isPersonAt(tokens, first - 1, first)) first--;
  return { from: first, to: end };
}

/** The age that a number means. The Spanish "once" means eleven only before "años"; elsewhere it may be English. */
function ageOf(tokens: readonly Token[], at: number): number | null {
  const isEleven = tokens[at]?.plain === 'once' && /^an(?:o|ito)s$/.test(tokens[at + 1]?.plain ?? '');
  return isEleven ? 11 : numberOf(tokens[at]);
}

function ageAt(tokens: readonly Token[], at: number): AgeSpan | null {
  const age = ageOf(tokens, at);
  if (age === null || !Number.isInteger(age) || age < 1 || age > 110) return null;
  const plain = (place: number) => tokens[place]?.plain ?? '';

  const years = yearWords.has(tokens[at + 1]?.word ?? '') ? 1 : 0;
  const old = years === 1 && oldWords.has(plain(at + 2)) ? 1 : 0;
  const isSpanish = years === 1 && /^an(?:o|ito)s?$/.test(plain(at + 1));
  // "5 years sober" and "recaí después de 5 años" are lengths of time, but "boys 13 yrs" is an age.
  const isTime =
    years === 1 && old === 0 && !/^yr?os?$/.test(plain(at + 1)) && isSpanOfTime(tokens, at, at + 1 + years);
  const isOfPerson =
    years === 1 &&
    (tokens.some(({ plain: word }) => childWords.has(word)) || [-2, -1, 2].some((step) => isPerson(plain(at + step))));
  const isYears = !isTime && (old === 1 || isSpanish || isOfPerson || (years === 1 && /^yr?o/.test(plain(at + 1))));
  let end = at + 1 + (isYears ? years + old : 0);
  if (isSpanish && plain(end) === 'de' && plain(end + 1) === 'edad') end += 2;
  let from = at;
  if (ageWords.has(plain(at - 1))) from = at - 1;
  else if (['of', 'de'].includes(plain(at - 1)) && ageWords.has(plain(at - 2))) from = at - 2;
  const isAge = isYears || from < at;

  const open = openEnd(tokens, at, end);
  if (open !== null) return { from, to: open, bands: bandsAbove(age) };
  const limit = plain(from - 1) === 'the' ? from - 2 : from - 1;
  if (isAge || isAgeAlone(tokens, at)) {
    if (aboveWords.has(plain(limit))) return { from: limit, to: end, bands: bandsAbove(age + 1) };
    if (belowWords.has(plain(limit))) return { from: limit, to: end, bands: bandsBelow(age) };
    const spanish = spanishLimit(tokens, from, end, age, isAge);
    if (spanish !== null) return spanish;
  }
  const range = spanishRange(tokens, at, end, age, isYears);
  if (range !== null) return range;
  if (isYears) return { from, to: end, bands: [bandOf(age)] };
  if (from < at || isRangeOfPeople(tokens, at)) return withUpperEnd(tokens, from, at, age);
  const isOfChild = () =>
    isBesideChild(tokens, at) || (isByItself(tokens, at) && tokens.some(({ plain: word }) => childWords.has(word)));
  if (!isAgeAlone(tokens, at) || (age < YOUNGEST_SAID && !isOfChild())) return null;
  const isSaid =
    isWords.has(plain(at - 1)) || isBesidePerson(tokens, at) || isOfDescribed(tokens, at) || isByItself(tokens, at);
  return isSaid ? { from, to: end, bands: [bandOf(age)] } : null;
}

/** Reads a limit in Spanish: "Mayores de 65", "menor de 18 años", "más de 60 años". */
function spanishLimit(
  tokens: readonly Token[],
  from: number,
  end: number,
  age: number,
  isAge: boolean,
): AgeSpan | null {
  if (tokens[from - 1]?.plain !== 'de') return null;
  const word = tokens[from - 2]?.word ?? '';
  // In "Mi hermano menor de 22", "menor" means a younger brother.
  if (isPersonAt(tokens, from - 3, from - 2)) return null;
  const isMore = isAge && word === 'mas';
  if (word === 'mayore' || word === 'mayor' || isMore) return { from: from - 2, to: end, bands: bandsAbove(age) };
  const isLess = isAge && word === 'meno';
  return word === 'menore' || word === 'menor' || isLess ? { from: from - 2, to: end, bands: bandsBelow(age) } : null;
}

/** Reads a range in Spanish from its second number: "Entre 13 y 17 años", "de 13 a 17 años". */
function spanishRange(
  tokens: readonly Token[],
  at: number,
  end: number,
  age: number,
  isYears: boolean,
): AgeSpan | null {
  if (!isYears || !['a', 'y'].includes(tokens[at - 1]?.plain ?? '')) return null;
  const first = numberOf(tokens[at - 2]);
  if (first === null || first >= age || !Number.isInteger(first) || first < 1) return null;
  const from = ['entre', 'de'].includes(tokens[at - 3]?.plain ?? '') ? at - 3 : at - 2;
  return { from, to: end, bands: bandsBetween(first, age) };
}

/**
 * Position after an age without an upper limit: "65+", "55 and older", "60 & up", "65 años o más". Null for any other
 * age.
 */
function openEnd(tokens: readonly Token[], at: number, end: number): number | null {
  const [next, second] = [tokens[end]?.plain ?? '', tokens[end + 1]?.plain ?? ''];
  if (['and', 'or', 'o', 'y'].includes(next) && upWords.has(second)) return end + 2;
  if (tokens[end]?.gap.includes('&') === true && upWords.has(next)) return end + 1;
  if ((numberOf(tokens[at]) ?? 0) < YOUNGEST_SAID) return null;
  if (next === 'plus') return end + 1;
  return tokens[at]?.text.endsWith('+') === true ? end : null;
}

/** The age alone, or with the higher number after it as a range: "ages 13-17", "aged 18 to 25". */
function withUpperEnd(tokens: readonly Token[], from: number, at: number, age: number): AgeSpan {
  const second = ['to', 'and', 'through', 'a', 'y'].includes(tokens[at + 1]?.plain ?? '') ? at + 2 : at + 1;
  const other = numberOf(tokens[second]);
  const isRange =
    other !== null && other > age && other <= 110 && (second > at + 1 || /[-–]/.test(tokens[second]?.gap ?? ''));
  return isRange
    ? { from, to: second + 1, bands: bandsBetween(age, other) }
    : { from, to: at + 1, bands: [bandOf(age)] };
}
