import { type Age, ages, yearsOf } from '../../../domain/age.ts';
import { type Gender, genders } from '../../../domain/gender.ts';
import type { Person } from '../../../search/paths/person.ts';

/** People for whom a path is: of any of these genders, in any of these bands of age. */
export interface OnlyFor {
  readonly genders: readonly Gender[];
  readonly ages: readonly Age[];
}

/** Persons in as few groups as name each of them once. */
export function onlyForOf(persons: readonly Person[]): OnlyFor[] {
  const agesOf = (gender: Gender) =>
    ages.codes.filter((age) => persons.some((person) => person.gender === gender && person.age === age));
  const groups = Map.groupBy(genders.codes, (gender) => agesOf(gender).join());
  return [...groups.values()]
    .map((of) => ({ genders: of, ages: of[0] === undefined ? [] : agesOf(of[0]) }))
    .filter((group) => group.ages.length > 0);
}

/** `women aged 18 or over`: for sentences. */
export const onlyForText = (groups: readonly OnlyFor[]): string => groups.map(groupText).join(', or ');

function groupText({ genders: of, ages: bands }: OnlyFor): string {
  const who =
    of.length === genders.codes.length
      ? 'people'
      : of.map((gender) => genders.terms[gender].label.toLowerCase()).join(' or ');
  return bands.length === ages.codes.length ? who : `${who} aged ${stretchesOf(bands).map(yearsText).join(' or ')}`;
}

type Years = ReturnType<typeof yearsOf>;

/** Bands that follow each other, as one stretch of years. */
function stretchesOf(bands: readonly Age[]): Years[] {
  const stretches: Years[] = [];
  for (const [first, last] of bands.map(yearsOf)) {
    const before = stretches.at(-1);
    if (before !== undefined && before[1] === first - 1) stretches.splice(-1, 1, [before[0], last]);
    else stretches.push([first, last]);
  }
  return stretches;
}

function yearsText([first, last]: Years): string {
  if (last === null) return `${first} or over`;
  return first === 0 ? `${last} or under` : `${first} to ${last}`;
}
