import { ADMISSIONS, fact } from '../../dataset/facts.ts';
import { UNSAID } from '../../dataset/index-nodes.ts';
import { type Mask, maskOf, valuesOf } from '../../dataset/masks.ts';
import type { PackedCenter } from '../../dataset/packed-center.ts';
import { unsaidBit } from '../../dataset/questions.ts';
import { type Age, ages } from '../../domain/age.ts';
import { isDeniedValue } from '../../domain/denied.ts';
import { fields } from '../../domain/fields.ts';
import { type Gender, genders } from '../../domain/gender.ts';
import type { Level } from '../../domain/level-of-care.ts';
import { onlys, ruledOutBy } from '../../domain/only.ts';
import type { Payer } from '../../domain/payer.ts';
import { vocabularyOf } from '../../domain/vocabularies.ts';
import { type Asked, MAY_BE_YES, NO, YES } from '../asked.ts';
import { havingAny } from '../counted.ts';
import { type CompiledFilter, compileFilter, type Filter } from '../filter.ts';
import { isWanted, judge, type Wanted } from '../match.ts';

/**
 * One kind of person, by gender and age band, since centers limit whom they accept by these. All centers of a path must
 * accept the same kind.
 */
export interface Person {
  readonly gender: Gender;
  readonly age: Age;
}

/** Every kind of person. The bits of {@link Persons} are positions in this list. */
const everyone: readonly Person[] = genders.codes.flatMap((gender) => ages.codes.map((age) => ({ gender, age })));

/** A set of kinds of persons, as bits. */
export type Persons = Mask;

/**
 * What a request for paths requires of every center, besides its level. The fields have the same meaning as in a
 * search.
 */
export interface PersonAsked extends Pick<Filter, 'age' | 'gender' | 'population'> {
  readonly payer: Payer | null;
}

/** The filters for the center of one leg of a path. */
export interface LegFilter {
  /** Filter for any of the requested persons. A center that it rules out is ruled out for each of them. */
  readonly any: CompiledFilter;
  /** Filters for each of the requested persons, by the person's position. */
  readonly forPerson: ReadonlyMap<number, CompiledFilter>;
}

/** The kinds of persons that a request is about: all, or those that its `age` and `gender` name. */
export function personsAsked({ age, gender }: Pick<PersonAsked, 'age' | 'gender'>): Persons {
  return bitsOf((one) => (age?.includes(one.age) ?? true) && (gender?.includes(one.gender) ?? true));
}

/** @param now Milliseconds since 1970: decides what is stale. */
export function legFilter(level: Level, { payer, age, gender, population }: PersonAsked, now: number): LegFilter {
  const needed: Filter = { level: [level], population, ...(payer === null ? {} : { payer: [payer] }) };
  const asked = personsAsked({ age, gender });
  const forPerson = listOf(asked).map(([position, person]): [number, CompiledFilter] => {
    const filter = compileFilter(
      { ...needed, ...(age && { age: [person.age] }), ...(gender && { gender: [person.gender] }) },
      now,
    );
    // If the request does not limit age or gender, a center need not say that it accepts this person. Only a center
    // that names others is ruled out.
    const accepting = [
      ...(age ? [] : [accepts('age', person.age)]),
      ...(gender ? [] : [accepts('gender', person.gender)]),
    ];
    return [position, { ...filter, asked: [...filter.asked, ...accepting], otherFields: true }];
  });
  return { any: compileFilter({ ...needed, age, gender }, now), forPerson: new Map(forPerson) };
}

/** The kinds of persons for whom the search wants this center; 0 if none. */
export function personsOf(row: PackedCenter, { any, forPerson }: LegFilter, wanted: Wanted): Persons {
  const isFor = (filter: CompiledFilter) => isWanted(judge(row, filter, wanted), wanted);
  if (!isFor(any)) return 0;
  let persons: Persons = 0;
  for (const [position, filter] of forPerson) if (isFor(filter)) persons |= 1 << position;
  return persons;
}

/** Lists the persons of a set, with their positions. */
export const listOf = (persons: Persons): [position: number, person: Person][] =>
  [...everyone.entries()].filter(([position]) => (persons & (1 << position)) !== 0);

/**
 * The persons for whom chains must be searched separately. If every stop that accepts person A also accepts person B,
 * chains for B include all chains for A, so A is left out.
 * @param accepted For every stop, the persons that it accepts.
 */
export function personsToTry(asked: Persons, accepted: Iterable<Persons>): number[] {
  const kinds = [...new Set([...accepted].map((persons) => persons & asked))];
  const kept: number[] = [];
  for (const [position] of listOf(asked)) {
    const isCovered = (by: number, of: number) =>
      kinds.every((kind) => (kind & (1 << of)) === 0 || (kind & (1 << by)) !== 0);
    if (kept.some((other) => isCovered(other, position))) continue;
    const left = kept.filter((other) => !isCovered(position, other));
    kept.splice(0, kept.length, ...left, position);
  }
  return kept;
}

const bitsOf = (isIn: (person: Person) => boolean): Persons =>
  everyone.reduce((bits, person, position) => (isIn(person) ? bits | (1 << position) : bits), 0);

/**
 * Yes if the center names the person's group, or does not say whom it accepts. Never unknown, so it does not put a
 * center in doubt.
 */
function accepts(field: 'age' | 'gender', value: Age | Gender): Asked {
  const { mask: position } = fields[field];
  const bit = maskOf(vocabularyOf(field), [value]);
  const unsaid = unsaidBit(field);
  const mayAccept = (masks: readonly Mask[]) =>
    ((masks[position] ?? 0) & bit) !== 0 || ((masks[UNSAID] ?? 0) & unsaid) !== 0;
  return {
    field,
    answer: ({ masks, facts }) => {
      if (!mayAccept(masks)) return NO;
      const [, denied] = facts[ADMISSIONS] || [0, []];
      const isRuledOut = ruledOutBy(valuesOf(onlys, facts[fact.only] ?? 0), field).includes(value);
      return isRuledOut || isDeniedValue(denied, field, value) ? NO : YES;
    },
    mayAnswer: ({ masks }) => (mayAccept(masks) ? MAY_BE_YES : 0),
    counted: ({ bits }) => ({ yes: havingAny(bit, bits[fields[field].member]), unknown: 0 }),
  };
}
