import { ages } from './age.ts';
import { conditions } from './condition.ts';
import { families } from './families.ts';
import type { ClosedField, FieldOf, ListField } from './fields.ts';
import { genders } from './gender.ts';
import { levels } from './level-of-care.ts';
import { modalities } from './modality.ts';
import { payers } from './payer.ts';
import { populations } from './population.ts';
import { tracks } from './schedule.ts';
import { therapies } from './therapy.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The closed lists, by the name of the field that takes their values. */
export const vocabularies = {
  level: levels,
  condition: conditions,
  population: populations,
  age: ages,
  gender: genders,
  families,
  therapy: therapies,
  payer: payers,
  modality: modalities,
  schedule: tracks,
} as const;

/** A value of a field. Insurers and languages have open lists. */
export type ValueOf<Field extends ListField> =
  Field extends FieldOf<'level' | 'list' | 'accepted' | 'times'>
    ? (typeof vocabularies)[Field]['codes'][number]
    : string;

/** The vocabulary of a field. Its type is general, for code that treats all fields alike. */
export function vocabularyOf(field: ClosedField): Vocabulary<string> {
  return vocabularies[field];
}
