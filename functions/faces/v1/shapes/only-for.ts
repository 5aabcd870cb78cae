import { type Age, ages, bandOf, OLDEST } from '../../../domain/age.ts';
import { type Gender, genders } from '../../../domain/gender.ts';
import type { Person } from '../../../search/paths/person.ts';

/** A group of people that a path accepts: any of these genders, in any of these age bands. */
export interface OnlyFor {
  readonly genders: readonly Gender[];
  readonly ages: readonly Age[];
}

/** Combines persons into groups, one for all genders with the same age bands. Each person is in one group. */
export function onlyForOf(persons: readonly Person[]): OnlyFor[] {
  const agesOf = (gender: Gender) =>
    ages.codes.filter((age) => persons.some((person) => person.gender === gender && person.age === age));
  const groups = Map.groupBy(genders.codes, (gender) => agesOf(gender).join());
  return [...groups.values()]
    .map((of) => ({ genders: of, ages: of[0] === undefined ? [] : agesOf(of[0]) }))
    .filter((group) => group.ages.length > 0);
}

const spoken = {
  en: {
    or: ' or ',
    everybody: 'people',
    genders: { women: 'women', men: 'men' },
    aged: (who: string, years: string) => `${who} aged ${years}`,
    upTo: (last: number) => `${last} or under`,
    from: (first: number) => `${first} or over`,
    between: (first: number, last: number) => `${first} to ${last}`,
  },
  es: {
    or: ' o ',
    everybody: 'personas',
    genders: { women: 'mujeres', men: 'hombres' },
    aged: (who: string, years: string) => `${who} de ${years} años`,
    upTo: (last: number) => `hasta ${last}`,
    from: (first: number) => `más de ${first - 1}`,
    between: (first: number, last: number) => `${first} a ${last}`,
  },
} as const;
type Spoken = (typeof spoken)['en' | 'es'];

/** Describes the groups for use in a sentence: `women aged 18 or over`. */
export const onlyForText = (groups: readonly OnlyFor[], language: 'en' | 'es' = 'en'): string =>
  groups.map((group) => groupText(group, spoken[language])).join(`,${spoken[language].or}`);

function groupText({ genders: of, ages: bands }: OnlyFor, words: Spoken): string {
  const who =
    of.length === genders.codes.length ? words.everybody : of.map((gender) => words.genders[gender]).join(words.or);
  if (bands.length === ages.codes.length) return who;
  const years = stretchesOf(bands).map(([first, last]) => {
    if (last === null) return words.from(first);
    return first === 0 ? words.upTo(last) : words.between(first, last);
  });
  return words.aged(who, years.join(words.or));
}

type Years = readonly [first: number, last: number | null];

/** First and last age of a band, in years. The last is null if the band has no upper limit. */
function yearsOf(band: Age): Years {
  const years = Array.from({ length: OLDEST + 1 }, (_, age) => age).filter((age) => bandOf(age) === band);
  const [first = 0, last = OLDEST] = [years[0], years.at(-1)];
  return [first, last === OLDEST ? null : last];
}

/** Joins adjoining age bands: 13–17 and 18–25 become 13–25. */
function stretchesOf(bands: readonly Age[]): Years[] {
  const stretches: Years[] = [];
  for (const [first, last] of bands.map(yearsOf)) {
    const before = stretches.at(-1);
    if (before !== undefined && before[1] === first - 1) stretches.splice(-1, 1, [before[0], last]);
    else stretches.push([first, last]);
  }
  return stretches;
}
