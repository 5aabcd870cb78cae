import { wordsOf } from './word-set.ts';
// Decides if a number is somebody's age when the text does not say so.

import { canBeAge, numberOf } from './numbers.ts';
import { childWords, isPerson, isPersonAt } from './person-words.ts';
import { isMy } from './radius.ts';
import type { Token } from './tokenize.ts';

/** Words for a job or situation. A number next to one of them is that person's age. The word keeps its own meaning. */
const describing =
  wordsOf(`vet veteran marine soldier navy army airman sailor pregnant retired retiree disabled widow widower divorced single
  married homeless nurse teacher firefighter police cop officer paramedic emt doctor lawyer attorney pilot trucker driver
  mechanic carpenter electrician plumber welder farmer cook chef server bartender waiter waitress engineer programmer
  executive professional manager construction worker student alcoholic addict gay lesbian trans queer
  veterano veterana soldado embarazada jubilado jubilada enfermera enfermero maestra maestro bombero policia camionero
  chofer trabajador trabajadora albanil cocinero mesero mesera soltero soltera casado casada viudo viuda estudiante
  tomador tomadora bebedor drogadicto drogadicta borracho borracha adolecente sobreviviente alcoholico alcoholica adicto adicta`);

/** Words that make a number of years a length of time, or say how long ago: "3 yrs sober", "después de 5 años". */
const spanWords =
  wordsOf(`for since after before ago sober clean relapsed relapse using drinking addicted married together been every past last sobriety recovery
  in within experience waiting probation parole prison jail sentence por desde despues antes hace durante limpio limpia sobrio
  sobria recaida recai recayo tomando usando consumiendo bebiendo casi llevo lleva llevamos cada ultimos pasados casado casada casados juntos`);

export function isSpanOfTime(tokens: readonly Token[], at: number, end: number): boolean {
  const before = ['de', 'the', 'los', 'than', 'over', 'about'].includes(tokens[at - 1]?.plain ?? '') ? at - 2 : at - 1;
  const isSpan = (place: number) => spanWords.has(tokens[place]?.plain ?? '');
  // A preposition after the years does not make them a length of time: in "14 años en Phoenix", "en" introduces the
  // place.
  return isSpan(before) || (isSpan(end) && !['in', 'for', 'por'].includes(tokens[end]?.plain ?? ''));
}

/** True for a range of ages of people: "Boys and girls 12-17", "kids 5 to 12". */
export function isRangeOfPeople(tokens: readonly Token[], at: number): boolean {
  const isTo = ['to', 'a'].includes(tokens[at + 1]?.plain ?? '');
  const second = tokens[isTo ? at + 2 : at + 1];
  const age = numberOf(tokens[at]);
  const isRange = second?.kind === 'number' && (isTo || /^\s?[-–]\s?$/.test(second.gap));
  if (!isRange || !isBareAge(tokens, at) || (numberOf(second) ?? 0) <= (age ?? 0)) return false;
  // After "for", a range without a person is a range of ages: "Transitional living for 18-25".
  const isFor =
    ['for', 'para', 'de'].includes(tokens[at - 1]?.plain ?? '') &&
    !measured.has(tokens[isTo ? at + 3 : at + 2]?.word ?? '');
  if (isFor && (age ?? 0) >= 12) return true;
  const before = tokens[tokens[at - 1]?.plain === 'de' ? at - 2 : at - 1];
  return isPerson(before?.plain ?? '') || isPerson(before?.word ?? '');
}

/** Youngest and oldest age that is recognized when only the number is written. */
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

/** True for an age after a describing word and "de": "Gay de 24", "veterano de 50". */
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
  // "Mother in law 72" names a person in three words.
  if (tokens[at - 1]?.plain === 'law' && tokens[at - 2]?.plain === 'in') return true;
  // "M30" is the name of a pill, not the age of a man.
  if (tokens[at - 1]?.plain === 'm' && tokens[at]?.text === '30' && tokens[at]?.gap === '') return false;
  if (isPersonAt(tokens, at - 1, at)) return true;
  // In "Mi tío cubano de 66", one describing word comes between the person and "de".
  return tokens[at - 1]?.plain === 'de' && [at - 2, at - 3].some((person) => isPersonAt(tokens, person, at - 1));
}

const measured =
  wordsOf(`mile mi km kilometer day week month year hour minute min dollar k hr pm am percent time drink pill mg
  milla kilometro dia semana mese mes ano hora minuto vece vez sesione bed step paso`);

const perWords = wordsOf('a per each every daily al por cada diario');

/**
 * True if a number without "years" can be an age: "under 18" and "she is 19", but not "under 20 miles", "is 30 days" or
 * "under 500".
 */
export function isAgeAlone(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token === undefined || !canBeAge(token) || token.gap.endsWith('$') || token.gap.endsWith('#')) return false;
  // In "my mother in law 72 drinks" and "aunt 60 pills" the number is an age. If "a day" followed, it would be the
  // number of drinks or pills.
  const before = tokens[at - 1]?.plain ?? '';
  const isSomebody = ['is', 'shes', 'hes', 'im', 'am', 'law'].includes(before);
  const isOfSomebody = isPerson(before) || describing.has(before) || isSomebody;
  const isTaken =
    isOfSomebody && ['drink', 'pill'].includes(next?.word ?? '') && !perWords.has(tokens[at + 2]?.plain ?? '');
  return next === undefined || isTaken || isMy(tokens, at) || (!measured.has(next.word) && next.kind !== 'number');
}
