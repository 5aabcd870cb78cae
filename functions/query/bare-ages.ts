import { wordsOf } from './word-set.ts';
// Decides if a number is somebody's age when the text does not say so.

import { canBeAge, numberOf } from './numbers.ts';
import { childWords, isPerson, isPersonAt } from './person-words.ts';
import type { Token } from './tokenize.ts';

/** Words for a job or situation. A number next to one is that person's age; the word keeps its own meaning. */
const describing =
  wordsOf(`vet veteran marine soldier navy army airman sailor pregnant retired retiree disabled widow widower divorced single
  married homeless nurse teacher firefighter police cop officer paramedic emt doctor lawyer attorney pilot trucker driver
  mechanic carpenter electrician plumber welder farmer cook chef server bartender waiter waitress engineer programmer
  executive professional manager construction worker student alcoholic addict gay lesbian trans queer
  veterano veterana soldado embarazada jubilado jubilada enfermera enfermero maestra maestro bombero policia camionero
  chofer trabajador trabajadora albanil cocinero mesero mesera soltero soltera casado casada viudo viuda estudiante
  tomador tomadora bebedor drogadicto drogadicta borracho borracha adolecente sobreviviente alcoholico alcoholica adicto adicta`);

/** Next to a number of years, these words mean how long or how long ago: "3 yrs sober", "después de 5 años". */
const spanWords =
  wordsOf(`for since after before ago sober clean relapsed relapse using drinking addicted married together been every past last sobriety recovery
  in within experience waiting probation parole prison jail sentence por desde despues antes hace durante limpio limpia sobrio
  sobria recaida recai recayo tomando usando consumiendo bebiendo casi llevo lleva llevamos cada ultimos pasados casado casada casados juntos`);

export function isSpanOfTime(tokens: readonly Token[], at: number, end: number): boolean {
  const before = ['de', 'the', 'los', 'than', 'over', 'about'].includes(tokens[at - 1]?.plain ?? '') ? at - 2 : at - 1;
  const isSpan = (place: number) => spanWords.has(tokens[place]?.plain ?? '');
  // In "14 años en Phoenix", "en" introduces the place.
  return isSpan(before) || (isSpan(end) && !['in', 'for', 'por'].includes(tokens[end]?.plain ?? ''));
}

/** True for a range of ages: "Boys and girls 12-17", "kids 5 to 12". */
export function isRangeOfPeople(tokens: readonly Token[], at: number): boolean {
  const isTo = ['to', 'a'].includes(tokens[at + 1]?.plain ?? '');
  const second = tokens[isTo ? at + 2 : at + 1];
  const age = numberOf(tokens[at]);
  const isRange = second?.kind === 'number' && (isTo || /^\s?[-–]\s?$/.test(second.gap));
  if (!isRange || !isBareAge(tokens, at) || (numberOf(second) ?? 0) <= (age ?? 0)) return false;
  // A range of ages after "for": "Transitional living for 18-25".
  const isFor =
    ['for', 'para', 'de'].includes(tokens[at - 1]?.plain ?? '') &&
    !measured.has(tokens[isTo ? at + 3 : at + 2]?.word ?? '');
  if (isFor && (age ?? 0) >= 12) return true;
  const before = tokens[tokens[at - 1]?.plain === 'de' ? at - 2 : at - 1];
  return isPerson(before?.plain ?? '') || isPerson(before?.word ?? '');
}

/** Range of ages that people write as a bare number. */
const BARE = { from: 5, to: 99 } as const;

/** True for an age next to a description, without a comma: "Marine vet 43", "pregnant 24", "52 teacher". */
export function isOfDescribed(tokens: readonly Token[], at: number): boolean {
  if (!isBareAge(tokens, at)) return false;
  const before = tokens[at - 1]?.plain ?? '';
  return (
    childWords.has(before) ||
    describing.has(before) ||
    describing.has(tokens[at + 1]?.plain ?? '') ||
    isDescribedBefore(tokens, at)
  );
}

/** "Gay de 24", "veterano de 50" */
const isDescribedBefore = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.plain === 'de' && describing.has(tokens[at - 2]?.plain ?? '');

/** True for a number between commas, or between a comma and an end of the text: "Wife, medicare, 77". */
export function isByItself(tokens: readonly Token[], at: number): boolean {
  if (!isBareAge(tokens, at) || tokens.length === 1) return false;
  const [gap, next] = [tokens[at]?.gap ?? '', tokens[at + 1]?.gap];
  const isParted = (one: string) => /^\s*,\s*$/.test(one);
  const [begins, ends] = [at === 0 || isParted(gap), next === undefined || isParted(next)];
  return begins && ends && (isParted(gap) || (next !== undefined && isParted(next)));
}

function isBareAge(tokens: readonly Token[], at: number): boolean {
  const age = numberOf(tokens[at]);
  const isPlain = /^\d+$/.test(tokens[at]?.text ?? '') || (canBeAge(tokens[at]) && tokens[at]?.kind === 'word');
  return isPlain && age !== null && age >= BARE.from && age <= BARE.to;
}

/** True for an age next to a word for a child: "Kid 9", "niño de 7", "8 girl". */
export function isBesideChild(tokens: readonly Token[], at: number): boolean {
  let before = at - 1;
  while (
    ['de', 'is', 'who', 'whos', 'turned', 'just', 'only', 'que', 'tiene', 'cumplio', 'name', 'named'].includes(
      tokens[before]?.plain ?? '',
    )
  )
    before--;
  return [before, at + 1].some((place) => childWords.has(tokens[place]?.plain ?? ''));
}

/** True for an age next to a word for one person: "44f", "son 27", "mi hija de 13", "client 61 M". */
export function isBesidePerson(tokens: readonly Token[], at: number): boolean {
  if (!canBeAge(tokens[at])) return false;
  if (isPersonAt(tokens, at + 1, at + 1)) return true;
  // In "Mother in law 72", 72 is an age.
  if (tokens[at - 1]?.plain === 'law' && tokens[at - 2]?.plain === 'in') return true;
  // "M30" is a pill and not an age.
  if (tokens[at - 1]?.plain === 'm' && tokens[at]?.text === '30' && tokens[at]?.gap === '') return false;
  if (isPersonAt(tokens, at - 1, at)) return true;
  // "Mi tío cubano de 66": a word may describe the person.
  return tokens[at - 1]?.plain === 'de' && [at - 2, at - 3].some((person) => isPersonAt(tokens, person, at - 1));
}

const measured =
  wordsOf(`mile mi km kilometer day week month year hour minute min dollar k hr pm am percent time drink pill mg
  milla kilometro dia semana mese mes ano hora minuto vece vez sesione bed step paso`);

const perWords = wordsOf('a per each every daily al por cada diario');

/**
 * True if a bare number can be an age: "under 18" and "she is 19", but not "under 20 miles", "is
 * 30 days" or "under 500".
 */
export function isAgeAlone(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token === undefined || !canBeAge(token) || token.gap.endsWith('$') || token.gap.endsWith('#')) return false;
  // In "my mother in law 72 drinks" and "aunt 60 pills" the number is an age; with "a day" it would count the drinks.
  const before = tokens[at - 1]?.plain ?? '';
  const isSomebody = ['is', 'shes', 'hes', 'im', 'am', 'law'].includes(before);
  const isOfSomebody = isPerson(before) || describing.has(before) || isSomebody;
  const isTaken =
    isOfSomebody && ['drink', 'pill'].includes(next?.word ?? '') && !perWords.has(tokens[at + 2]?.plain ?? '');
  return next === undefined || isTaken || (!measured.has(next.word) && next.kind !== 'number');
}
