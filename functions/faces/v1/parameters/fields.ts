import * as z from 'zod';
import { type Age, bandOf, OLDEST } from '../../../domain/age.ts';
import {
  type ClosedField,
  type FieldName,
  type Fields,
  fieldNames,
  fields,
  isClosed,
  type Kind,
  type ListField,
  mapFields,
} from '../../../domain/fields.ts';
import { slugSchema } from '../../../domain/slug.ts';
import { type State, stateCodes, stateNames } from '../../../domain/state.ts';
import { type ValueOf, vocabularies, vocabularyOf } from '../../../domain/vocabularies.ts';
import type { Vocabulary } from '../../../domain/vocabulary.ts';
import { bounds, listSchema, nameSchema, phraseSchema, textSchema } from '../../../http/bounds.ts';
import { notAccepted, quoted, type Synonym } from '../../../http/faults.ts';

export const DEFAULT_LIMIT = 10;

function oneOf(vocabulary: Vocabulary<string>) {
  return z.enum(vocabulary.codes, {
    error: ({ input }) => notAccepted(input, `a ${vocabulary.name}`, vocabulary.codes, synonymsOf(vocabulary)),
  });
}

export function synonymsOf({ codes, terms }: Vocabulary<string>): Synonym[] {
  return codes.flatMap((value) => (terms[value]?.synonyms ?? []).map((word) => ({ word, value })));
}

const namedStates: readonly Synonym[] = stateCodes.map((value) => ({ word: stateNames[value].toLowerCase(), value }));

const stateItem = z.enum(stateCodes, {
  error: ({ input }) => notAccepted(input, 'a state that we serve', stateCodes, namedStates),
});

const atMost = (what: string, most: number) =>
  z
    .number(`must be a number of ${what}`)
    .positive(`must be more than 0 ${what}`)
    .max(most, `must be at most ${most} ${what}`);

const CONFIRMED_FORMS = 'must be true, or a longest age in days such as 30d';

const organizationItem = z.string('must be text').refine((text) => slugSchema.safeParse(text).success, {
  error: ({ input }) => `${quoted(input)} is not an organization's slug, such as "open-door-health"`,
});

/** What a body may say of a field that narrows the search. */
type Given<Field extends FieldName> = Field extends ListField
  ? ValueOf<Field>[]
  : GivenByKind[Fields[Exclude<Field, ListField>]['kind']];
interface GivenByKind {
  readonly 'yes-no': boolean;
  readonly 'at-most': number;
  readonly organizations: string[];
  readonly states: State[];
  readonly confirmed: true | string;
  readonly accepting: true;
}

// Which insurers there are is the dataset's to say: search-request.ts looks them up.
const valueSchema = (field: ClosedField) =>
  fields[field].kind === 'payers' ? z.string('must be text') : oneOf(vocabularyOf(field));

const bands = vocabularies.age;

const notAnAge = {
  error: ({ input }: { readonly input?: unknown }) =>
    notAccepted(input, `an age in years from 0 to ${OLDEST} or a band`, bands.codes, synonymsOf(bands)),
};

/** Ages in years or as bands; `bandsOf` makes bands of them. A query string has years as text. */
const ageList = listSchema(
  z.union(
    [
      z.enum(bands.codes),
      z.int(notAnAge).min(0, notAnAge).max(OLDEST, notAnAge),
      z.string().regex(/^(?:\d|[1-9]\d|1[01]\d|120)$/, notAnAge),
    ],
    notAnAge,
  ),
  'adolescents',
);

/** Bands of ages that {@link searchFields} took, each once. */
export function bandsOf(given: readonly (string | number)[]): Age[] {
  return [...new Set(given.map((value) => bands.codes.find((band) => band === value) ?? bandOf(Number(value))))];
}

function schemaOf(field: FieldName): z.ZodType {
  if (field === 'age') return ageList;
  if (isClosed(field)) return listSchema(valueSchema(field), fields[field].example[0]);
  const row = fields[field];
  switch (row.kind) {
    // Which languages there are is the dataset's to say: search-request.ts looks them up.
    case 'languages':
      return listSchema(z.string('must be text').toLowerCase(), row.example[0]);
    case 'organizations':
      return listSchema(organizationItem, row.example[0]);
    case 'states':
      return listSchema(stateItem, row.example[0]);
    case 'yes-no':
      return z.boolean('must be true or false');
    case 'at-most':
      return atMost(row.unit, row.most);
    case 'confirmed':
      return z.union([z.literal(true), z.string().regex(/^[1-9]\d{0,3}d$/, CONFIRMED_FORMS)], CONFIRMED_FORMS);
    case 'accepting':
      return z.literal(true, 'must be true, or left out');
  }
}

const narrowingFields = Object.fromEntries(fieldNames.map((field) => [field, schemaOf(field).optional()])) as {
  readonly [Field in FieldName]: z.ZodOptional<z.ZodType<Given<Field>>>;
};

/**
 * The fields of a search, in the form of the JSON body: lists as arrays, numbers as numbers.
 * A query string is brought into this form first (search-request.ts), so both are parsed by the same schema.
 */
export const searchFields = {
  near: textSchema.optional(),
  cell: textSchema.optional(),
  state: stateItem.optional(),
  q: phraseSchema.optional(),
  name: nameSchema.optional(),
  within: z.union([textSchema, z.number()], 'must be a distance such as "25mi", "40km" or 25 (miles)').optional(),
  ...narrowingFields,
  include: z
    .enum(['unknown'], { error: ({ input }) => notAccepted(input, 'something to include', ['unknown']) })
    .optional(),
  limit: z
    .int('must be a whole number from 1 to 50')
    .min(1, 'must be a whole number from 1 to 50')
    .max(50, 'must be a whole number from 1 to 50')
    .default(DEFAULT_LIMIT),
  cursor: z
    .string('must be text')
    .min(1, 'must not be empty')
    .max(bounds.cursor, 'is too long to be a cursor')
    .optional(),
} as const;

export const searchBodySchema = z.strictObject(searchFields, 'must be one JSON object');
export type SearchBody = z.infer<typeof searchBodySchema>;

type TextForm = 'text' | 'list' | 'number' | 'boolean';

/** How the words of a query string become the values of the schema. */
const textForms = {
  level: 'list',
  list: 'list',
  accepted: 'list',
  payers: 'list',
  times: 'list',
  languages: 'list',
  organizations: 'list',
  states: 'list',
  'yes-no': 'boolean',
  'at-most': 'number',
  confirmed: 'boolean',
  accepting: 'boolean',
} as const satisfies Record<Kind, TextForm>;

export const fieldKinds: Readonly<Record<keyof typeof searchFields, TextForm>> = {
  near: 'text',
  cell: 'text',
  state: 'text',
  q: 'text',
  name: 'text',
  within: 'text',
  ...mapFields(({ kind }) => textForms[kind]),
  include: 'text',
  limit: 'number',
  cursor: 'text',
};
