import * as z from 'zod';
import { OLDEST } from '../../../domain/age.ts';
import {
  type ClosedField,
  type FieldName,
  type Fields,
  fieldNames,
  fields,
  isClosed,
  type ListField,
} from '../../../domain/fields.ts';
import { slugSchema } from '../../../domain/slug.ts';
import { type State, stateCodes } from '../../../domain/state.ts';
import { type ValueOf, vocabularies, vocabularyOf } from '../../../domain/vocabularies.ts';
import type { Vocabulary } from '../../../domain/vocabulary.ts';
import { bounds, emptyText, notText } from '../../../http/bounds.ts';
import { listSchema, nameSchema, phraseSchema, textSchema } from '../../../http/text-schemas.ts';
import { DEFAULT_LIMIT, type fieldKinds, MOST_RESULTS } from './field-forms.ts';
import {
  AGE_IN_YEARS,
  CONFIRMED_AGE,
  messages,
  notAnAge,
  notASlug,
  notAState,
  notIncluded,
  notOneOf,
  ofAtMost,
} from './field-messages.ts';

const because = (say: (input: unknown) => string) => ({
  error: ({ input }: { readonly input?: unknown }) => say(input),
});

const oneOf = (vocabulary: Vocabulary<string>) =>
  z.enum(
    vocabulary.codes,
    because((input) => notOneOf(input, vocabulary)),
  );

const stateItem = z.enum(stateCodes, because(notAState));

function atMost(unit: string, most: number) {
  const { notANumber, tooFew, tooMany } = ofAtMost(unit, most);
  return z.number(notANumber).positive(tooFew).max(most, tooMany);
}

const organizationItem = z.string(notText).refine((text) => slugSchema.safeParse(text).success, because(notASlug));

/** The values that a body may have for a search field. */
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

// The list of insurers depends on the dataset: search-request.ts looks them up.
const valueSchema = (field: ClosedField) =>
  fields[field].kind === 'payers' ? z.string(notText) : oneOf(vocabularyOf(field));

const isAge = because(notAnAge);

/** Ages in years or as bands; `bandsOf` converts them to bands. A query string has years as text. */
const ageList = listSchema(
  z.union(
    [
      z.enum(vocabularies.age.codes),
      z.int(isAge).min(0, isAge).max(OLDEST, isAge),
      z.string().regex(AGE_IN_YEARS, isAge),
    ],
    isAge,
  ),
  'adolescents',
);

function schemaOf(field: FieldName): z.ZodType {
  if (field === 'age') return ageList;
  if (isClosed(field)) return listSchema(valueSchema(field), fields[field].example[0]);
  const row = fields[field];
  switch (row.kind) {
    // The list of languages depends on the dataset: search-request.ts looks them up.
    case 'languages':
      return listSchema(z.string(notText).toLowerCase(), row.example[0]);
    case 'organizations':
      return listSchema(organizationItem, row.example[0]);
    case 'states':
      return listSchema(stateItem, row.example[0]);
    case 'yes-no':
      return z.boolean(messages.yesNo);
    case 'at-most':
      return atMost(row.unit, row.most);
    case 'confirmed':
      return z.union([z.literal(true), z.string().regex(CONFIRMED_AGE, messages.confirmed)], messages.confirmed);
    case 'accepting':
      return z.literal(true, messages.accepting);
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
  within: z.union([textSchema, z.number()], messages.within).optional(),
  ...narrowingFields,
  include: z.enum(['unknown'], because(notIncluded)).optional(),
  limit: z.int(messages.limit).min(1, messages.limit).max(MOST_RESULTS, messages.limit).default(DEFAULT_LIMIT),
  cursor: z.string(notText).min(1, emptyText).max(bounds.cursor, messages.longCursor).optional(),
} as const satisfies Readonly<Record<keyof typeof fieldKinds, z.ZodType>>;

export const searchBodySchema = z.strictObject(searchFields, messages.notABody);
export type SearchBody = z.infer<typeof searchBodySchema>;
