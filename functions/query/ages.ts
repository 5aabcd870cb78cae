import { type Age, ages, bandOf, OLDEST } from '../domain/age.ts';
import type { Gender } from '../domain/gender.ts';
import { numberOf } from './numbers.ts';
import { relatives } from './sayings/people.ts';
import type { Meaning } from './sayings/saying.ts';
import { rank, type Span } from './span.ts';
import type { Token } from './tokenize.ts';
import { plainForm } from './word-form.ts';

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const yearWords = wordsOf('year yr yrs y yo yro yos ano anito');
const oldWords = wordsOf('old o olds');
const ageWords = wordsOf('age aged ages edad edades');
const isWords = wordsOf('im am soy hes shes is turned turning turns tiene tengo cumplio cumple tienen');
const upWords = wordsOf('older over up above plus mas mayores mayor');
const aboveWords = wordsOf('over above');
const belowWords = wordsOf('under below');
/** Said of a person beside an age, these are whoever is that old, and not for whom a program is made. */
const personWords =
  wordsOf(`teen teenager adolescent kid child youth senior adult caller client patient pt person individual
  joven adolescente nino nina muchacho muchacha chico chica persona paciente cliente adulto adulta nb enby student`);
/** What somebody is by trade or by lot: beside a bare number it is a person of that age. It keeps its own meaning. */
const describing =
  wordsOf(`vet veteran marine soldier navy army airman sailor pregnant retired retiree disabled widow widower divorced single
  married homeless nurse teacher firefighter police cop officer paramedic emt doctor lawyer attorney pilot trucker driver
  mechanic carpenter electrician plumber welder farmer cook chef server bartender waiter waitress engineer programmer
  executive professional manager construction worker student alcoholic addict gay lesbian trans queer
  veterano veterana soldado embarazada jubilado jubilada enfermera enfermero maestra maestro bombero policia camionero
  chofer trabajador trabajadora albanil cocinero mesero mesera soltero soltera casado casada viudo viuda estudiante
  alcoholico alcoholica adicto adicta`);
/** Beside a number of years these say how long, or how long ago: "3 yrs sober", "después de 5 años". */
const spanWords =
  wordsOf(`for since after before ago sober clean relapsed relapse using drinking addicted married together been every past last sobriety recovery
  in within experience waiting probation parole prison jail sentence por desde despues antes hace durante limpio limpia sobrio
  sobria recaida recai recayo tomando usando consumiendo bebiendo casi llevo lleva llevamos cada ultimos pasados casado casada casados juntos`);
const womanWords = wordsOf('woman female lady gal girl f fem mujer femenino senora muchacha chica nina');
const manWords = wordsOf('man male guy dude gentleman boy m masc hombre varon masculino senor muchacho chico nino');
const oneWord = (words: readonly string[]) => words.map(plainForm).filter((word) => !word.includes(' '));
const relativesOf = (sex: Gender): ReadonlySet<string> =>
  new Set([...oneWord(relatives[sex].english), ...oneWord(relatives[sex].spanish)]);
const relatedWomen = relativesOf('women');
const relatedMen = relativesOf('men');

const YOUNGEST_SAID = 12;
/** Whoever is called so may be younger. */
const childWords = wordsOf(
  `kid kids child children boy boys girl girls nino nina ninos ninas chiquito chiquita son daughter stepson stepdaughter nephew
  niece grandson granddaughter hijo hija hijos mijo mija sobrino sobrina nieto nieta ahijado ahijada godson goddaughter`,
);

/** Bands from one age to another, both included. */
function bandsBetween(from: number, to: number): Age[] {
  const [first, last] = [bandOf(from), bandOf(to)].map((band) => ages.codes.indexOf(band));
  return ages.codes.slice(first, (last ?? 0) + 1);
}
const bandsAbove = (age: number): Age[] => bandsBetween(age, OLDEST);
const bandsBelow = (age: number): Age[] => bandsBetween(0, age - 1);

/**
 * Ages, in English and Spanish: "16 year old", "22yo", "age 70", "ages 13 to 17", "65+", "over 60", "under 18", "he is 19",
 * "44f", "teen 16 f", "mi hija de 13", "14 años", "mayores de 65". With it the words for the person that stand beside it.
 */
export function ageSpans(tokens: readonly Token[]): readonly Span[] {
  const spans: Span[] = [];
  for (const at of tokens.keys()) {
    const found = ageAt(tokens, at);
    if (found === null) continue;
    const meanings: Meaning[] = found.bands.map((value) => ({ field: 'age', value, yieldsTo: null }));
    const { from, to } = withPerson(tokens, found);
    // "67 year old woman", "44f": the person, not a program for women.
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

const isWoman = (word: string): boolean => womanWords.has(word) || relatedWomen.has(word);
const isMan = (word: string): boolean => manWords.has(word) || relatedMen.has(word);
const isPerson = (word: string): boolean => personWords.has(word) || isWoman(word) || isMan(word);

function sexesOf(tokens: readonly Token[]): readonly Gender[] {
  const words = tokens.map(({ plain }) => plain);
  return [...(words.some(isWoman) ? (['women'] as const) : []), ...(words.some(isMan) ? (['men'] as const) : [])];
}

/** "Adult female, 44", "16 year old boy": an age and the words for the person on its two sides. */
function withPerson(tokens: readonly Token[], { from, to }: AgeSpan): { readonly from: number; readonly to: number } {
  let [first, end] = [from, to];
  while (isPersonAt(tokens, end, end)) end++;
  const before = tokens[first - 1]?.plain === 'de' ? first - 2 : first - 1;
  if (isPersonAt(tokens, before, before + 1)) first = before;
  while (isPersonAt(tokens, first - 1, first)) first--;
  return { from: first, to: end };
}

/** @param gapAt The token before which the gap to the person may hold a comma, but no end of a sentence. */
function isPersonAt(tokens: readonly Token[], at: number, gapAt: number): boolean {
  return isPerson(tokens[at]?.plain ?? '') && !/[;.!?\n]/.test(tokens[gapAt]?.gap ?? '');
}

function ageAt(tokens: readonly Token[], at: number): AgeSpan | null {
  const age = numberOf(tokens[at]);
  if (age === null || !Number.isInteger(age) || age < 1 || age > 110) return null;
  const plain = (place: number) => tokens[place]?.plain ?? '';

  const years = yearWords.has(tokens[at + 1]?.word ?? '') ? 1 : 0;
  const old = years === 1 && oldWords.has(plain(at + 2)) ? 1 : 0;
  const isSpanish = years === 1 && /^an(?:o|ito)s?$/.test(plain(at + 1));
  // "5 years sober" and "recaí después de 5 años" are times; "boys 13 yrs" is an age beside whoever is that old.
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
  if (!isAgeAlone(tokens, at) || (age < YOUNGEST_SAID && !isBesideChild(tokens, at))) return null;
  const isSaid =
    isWords.has(plain(at - 1)) || isBesidePerson(tokens, at) || isOfDescribed(tokens, at) || isByItself(tokens, at);
  return isSaid ? { from, to: end, bands: [bandOf(age)] } : null;
}

function isSpanOfTime(tokens: readonly Token[], at: number, end: number): boolean {
  const before = ['de', 'the', 'los', 'than', 'over', 'about'].includes(tokens[at - 1]?.plain ?? '') ? at - 2 : at - 1;
  const isSpan = (place: number) => spanWords.has(tokens[place]?.plain ?? '');
  // "Ages 5 to 12 years" is none, and "14 años en" a place.
  return (
    (isSpan(before) && !ageWords.has(tokens[before]?.plain ?? '')) ||
    (isSpan(end) && !['in', 'for', 'por'].includes(tokens[end]?.plain ?? ''))
  );
}

/** "Boys and girls 12-17", "kids 5 to 12". */
function isRangeOfPeople(tokens: readonly Token[], at: number): boolean {
  const isTo = ['to', 'a'].includes(tokens[at + 1]?.plain ?? '');
  const second = tokens[isTo ? at + 2 : at + 1];
  const age = numberOf(tokens[at]);
  const isRange = second?.kind === 'number' && (isTo || /^\s?[-–]\s?$/.test(second.gap));
  if (!isRange || !isBareAge(tokens, at) || (numberOf(second) ?? 0) <= (age ?? 0)) return false;
  return isPerson(tokens[at - 1]?.plain ?? '') || isPerson(tokens[at - 1]?.word ?? '');
}

/** Younger and older people are not said by a bare number. */
const BARE = { from: 5, to: 99 } as const;

/** "Marine vet 43", "pregnant 24", "52 teacher": no comma is needed. */
function isOfDescribed(tokens: readonly Token[], at: number): boolean {
  if (!isBareAge(tokens, at)) return false;
  return describing.has(tokens[at - 1]?.plain ?? '') || describing.has(tokens[at + 1]?.plain ?? '');
}

/** "Wife, medicare, 77": a number between commas, or between one and an end of the text. */
function isByItself(tokens: readonly Token[], at: number): boolean {
  if (!isBareAge(tokens, at) || tokens.length === 1) return false;
  const [gap, next] = [tokens[at]?.gap ?? '', tokens[at + 1]?.gap];
  const isParted = (one: string) => /^\s*,\s*$/.test(one);
  const [begins, ends] = [at === 0 || isParted(gap), next === undefined || isParted(next)];
  return begins && ends && (isParted(gap) || (next !== undefined && isParted(next)));
}

function isBareAge(tokens: readonly Token[], at: number): boolean {
  const age = numberOf(tokens[at]);
  const isPlain = /^\d+$/.test(tokens[at]?.text ?? '');
  return isPlain && age !== null && age >= BARE.from && age <= BARE.to;
}

/** "Kid 9", "niño de 7", "8 girl". */
function isBesideChild(tokens: readonly Token[], at: number): boolean {
  let before = at - 1;
  while (
    ['de', 'is', 'who', 'whos', 'turned', 'just', 'only', 'que', 'tiene', 'cumplio', 'name', 'named'].includes(
      tokens[before]?.plain ?? '',
    )
  )
    before--;
  return [before, at + 1].some((place) => childWords.has(tokens[place]?.plain ?? ''));
}

/** "44f", "son 27", "mi hija de 13", "client 61 M": a bare number beside a word for one person. */
function isBesidePerson(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.kind !== 'number') return false;
  if (isPersonAt(tokens, at + 1, at + 1)) return true;
  // "Mother in law 72".
  if (tokens[at - 1]?.plain === 'law' && tokens[at - 2]?.plain === 'in') return true;
  // "M30" is a pill.
  if (tokens[at - 1]?.plain === 'm' && tokens[at]?.text === '30' && tokens[at]?.gap === '') return false;
  return isPersonAt(tokens, at - 1, at) || (tokens[at - 1]?.plain === 'de' && isPersonAt(tokens, at - 2, at - 1));
}

/** "Mayores de 65", "menor de 18 años", "más de 60 años". */
function spanishLimit(
  tokens: readonly Token[],
  from: number,
  end: number,
  age: number,
  isAge: boolean,
): AgeSpan | null {
  if (tokens[from - 1]?.plain !== 'de') return null;
  const word = tokens[from - 2]?.word ?? '';
  const isMore = isAge && word === 'mas';
  if (word === 'mayore' || word === 'mayor' || isMore) return { from: from - 2, to: end, bands: bandsAbove(age) };
  const isLess = isAge && word === 'meno';
  return word === 'menore' || word === 'menor' || isLess ? { from: from - 2, to: end, bands: bandsBelow(age) } : null;
}

/** "Entre 13 y 17 años", "de 13 a 17 años", read from its second number. */
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

/** Where "65+", "55 and older", "60 & up" or "65 años o más" ends; null where the age is not open to above. */
function openEnd(tokens: readonly Token[], at: number, end: number): number | null {
  const [next, second] = [tokens[end]?.plain ?? '', tokens[end + 1]?.plain ?? ''];
  if (['and', 'or', 'o', 'y'].includes(next) && upWords.has(second)) return end + 2;
  if (tokens[end]?.gap.includes('&') === true && upWords.has(next)) return end + 1;
  if ((numberOf(tokens[at]) ?? 0) < YOUNGEST_SAID) return null;
  if (next === 'plus') return end + 1;
  return tokens[at]?.text.endsWith('+') === true ? end : null;
}

/** "ages 13-17", "aged 18 to 25". */
function withUpperEnd(tokens: readonly Token[], from: number, at: number, age: number): AgeSpan {
  const second = ['to', 'and', 'through', 'a', 'y'].includes(tokens[at + 1]?.plain ?? '') ? at + 2 : at + 1;
  const other = numberOf(tokens[second]);
  const isRange =
    other !== null && other > age && other <= 110 && (second > at + 1 || /[-–]/.test(tokens[second]?.gap ?? ''));
  return isRange
    ? { from, to: second + 1, bands: bandsBetween(age, other) }
    : { from, to: at + 1, bands: [bandOf(age)] };
}

const measured =
  wordsOf(`mile mi km kilometer day week month year hour minute min dollar k hr pm am percent time drink pill mg
  milla kilometro dia semana mese mes ano hora minuto vece vez sesione bed step paso`);

const perWords = wordsOf('a per each every daily al por cada diario');

/** Whether a bare number can be an age: "under 18" and "she is 19", not "under 20 miles", "is 30 days" or "under 500". */
function isAgeAlone(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token?.kind !== 'number' || token.gap.endsWith('$') || token.gap.endsWith('#')) return false;
  // "My mother in law 72 drinks", "aunt 60 pills": no number of drinks, unless it is so many a day.
  const before = tokens[at - 1]?.plain ?? '';
  const isOfSomebody = isPerson(before) || describing.has(before) || before === 'law';
  const isTaken =
    isOfSomebody && ['drink', 'pill'].includes(next?.word ?? '') && !perWords.has(tokens[at + 2]?.plain ?? '');
  return next === undefined || isTaken || (!measured.has(next.word) && next.kind !== 'number');
}
