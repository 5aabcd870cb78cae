import { packed } from '../../functions/dataset/packed-center.ts';
import { ages } from '../../functions/domain/age.ts';
import { genders } from '../../functions/domain/gender.ts';
import { populations } from '../../functions/domain/population.ts';
import type { Path, PathQuery } from '../../functions/search/paths/path.ts';
import { pick } from '../support/random.ts';
import type { PlainPath } from './plain.ts';
import { personsAsked } from './plain-person.ts';

/** Describes a random person. About half of all questions say something about the person. */
export function somePerson(random: () => number): Pick<PathQuery, 'age' | 'gender' | 'population'> {
  return {
    ...(random() < 0.25 ? { age: [...new Set([pick(random, ages.codes), pick(random, ages.codes)])] } : {}),
    ...(random() < 0.25 ? { gender: [pick(random, genders.codes)] } : {}),
    ...(random() < 0.1 ? { population: [pick(random, populations.codes)] } : {}),
  };
}

/** Writes a path of the real search in the form that the plain search uses. */
export const inPlainWords = ({ legs, km, persons }: Path, query: PathQuery): PlainPath => ({
  ids: legs.map(({ match }) => match.row[packed.id]),
  micrometers: Math.round(km * 1e9),
  persons: (persons ?? personsAsked(query)).map(({ gender, age }) => `${gender} ${age}`),
});
