import * as z from 'zod';
import { type ListField, listFields } from '../../../domain/fields.ts';
import { levels } from '../../../domain/level-of-care.ts';
import { stateSchema } from '../../../domain/state-schema.ts';
import { schemaOf } from '../../../domain/vocabulary-schema.ts';
import { crisisSchema, datasetAnswerSchema, helpAnswerSchema } from '../../../http/openapi/common.ts';
import { described, named } from '../../../http/openapi/described.ts';
import { placeKinds } from '../../../places/kinds.ts';
import { pointSchema } from './center.ts';
import { asamAnswerSchema } from './offering.ts';

export const placesAnswerSchema = named(
  'PlacesAnswer',
  z.strictObject({
    crisis: crisisSchema,
    help: described(helpAnswerSchema.optional(), 'Goes with `crisis`.'),
    places: described(
      z
        .array(
          named(
            'Place',
            z.strictObject({
              label: described(z.string().min(1), 'The place in words; `near` takes it as it is.', 'Phoenix, AZ'),
              kind: described(z.enum(['zip', ...placeKinds]), 'What it is.', 'city'),
              location: pointSchema,
              state: described(z.string().length(2), 'Postal code of the state; any state, served or not.', 'AZ'),
            }),
            'A ZIP, a city, a district, a county or an area.',
          ),
        )
        .max(20),
      'The likeliest first: by population, with more weight for places in states that have centers.',
    ),
  }),
  'What the beginning of a word may mean.',
);

const samhsa = described(z.array(z.string()), 'Codes of SAMHSA’s National Directories, as `CATEGORY:CODE`.', [
  'SET:OIT',
]);
const valueMembers = {
  value: described(z.string().min(1), 'What the field takes.', 'iop'),
  label: described(z.string().min(1), 'The value in words.', 'Intensive outpatient program (IOP)'),
  synonyms: described(z.array(z.string()), 'What people type for it, in lower case.', ['intensive outpatient']),
  parent: described(
    z.string().nullable(),
    'A search for the parent matches this value too; null if there is none.',
    null,
  ),
  centers: described(
    z.int().nonnegative(),
    'How many centers have it. A value of 0 would find nothing: do not offer it.',
    41,
  ),
};
export const filterValueSchema = named(
  'FilterValue',
  z.strictObject({
    ...valueMembers,
    codes: described(z.strictObject({ samhsa }), 'The same in other code systems.'),
  }),
  'A value that a field of a search takes.',
);
const levelValueSchema = named(
  'LevelValue',
  z.strictObject({
    ...valueMembers,
    order: described(
      z.int().nullable(),
      'Place in the continuum, the next higher number a step up; null outside it.',
      2,
    ),
    codes: described(
      z.strictObject({
        samhsa,
        asam: described(z.array(asamAnswerSchema), 'Codes of the ASAM criteria, by edition.'),
        hcpcs: described(z.array(z.string()), 'HCPCS billing codes.', ['H0015']),
        revenue: described(z.array(z.string()), 'Revenue codes of institutional claims.', ['0905']),
      }),
      'The same in other code systems.',
    ),
  }),
  'A level of care that `level` takes.',
);
const valuesOf = (field: ListField) =>
  described(z.array(field === 'level' ? levelValueSchema : filterValueSchema), `Values of \`${field}\`.`);

export const taxonomyAnswerSchema = named(
  'TaxonomyAnswer',
  z.strictObject({
    filters: described(
      z.strictObject(Object.fromEntries(listFields.map((field) => [field, valuesOf(field)]))),
      'By the field that takes them.',
    ),
    dataset: datasetAnswerSchema,
  }),
  'Every filter value with its label, its codes elsewhere, and how many centers have it.',
);

export const statesAnswerSchema = named(
  'StatesAnswer',
  z.strictObject({
    states: described(
      z.array(
        named(
          'StateCount',
          z.strictObject({
            code: described(stateSchema, 'Postal code, as the field `state` takes it.', 'AZ'),
            name: described(z.string().min(1), 'Its name.', 'Arizona'),
            centers: described(z.int().nonnegative(), 'How many centers are listed in it.', 18),
            byLevel: described(
              z.partialRecord(schemaOf(levels) as z.ZodType<string, string>, z.int().nonnegative()),
              'How many of them offer each level of care; a level that none offers may be absent.',
              { iop: 12, op: 15 },
            ),
          }),
          'A state and its centers.',
        ),
      ),
      'The states that are served, by postal code.',
    ),
  }),
  'How many centers each state has.',
);

export const healthAnswerSchema = named(
  'HealthAnswer',
  z.strictObject({
    status: described(z.literal('ok'), 'A dataset can be read. When none can, the answer is a 503 problem.'),
    centers: described(z.int().nonnegative(), 'How many centers it lists.', 128),
    dataset: datasetAnswerSchema,
  }),
  'Whether searches are answered, and from which listings.',
);
