import * as z from 'zod';
import { admissionsSchema } from './admissions.ts';
import { confirmationSchema } from './confirmation-schema.ts';
import {
  type AcceptedField,
  type Fields,
  fields,
  isAccepted,
  isClosed,
  type ListField,
  type MemberField,
  memberFields,
  type YesNoField,
  yesNoFields,
} from './fields.ts';
import { fromProviderSchema } from './from-provider-schema.ts';
import { intakeSchema } from './intake-schema.ts';
import { languageSchema } from './language-schema.ts';
import { levels, levelTerm } from './level-of-care.ts';
import { listOf } from './list.ts';
import { type Only, onlys, ruledOutBy } from './only.ts';
import { payerSchema } from './payer-schema.ts';
import { scheduleSchema } from './schedule-schema.ts';
import { slugSchema } from './slug.ts';
import { type ValueOf, vocabularyOf } from './vocabularies.ts';
import { schemaOf } from './vocabulary-schema.ts';

/** Schemas of an offering's lists, by the property names in the table of fields. */
type ListSchemas = {
  readonly [F in MemberField as Fields[F]['member']]: z.ZodType<
    F extends AcceptedField ? ValueOf<F>[] | null : ValueOf<F>[],
    unknown
  >;
};
const listSchemas = Object.fromEntries(
  memberFields.map((field) => [fields[field].member, listSchema(field)]),
) as unknown as ListSchemas;

function listSchema(field: MemberField) {
  const list = listOf(valueSchema(field));
  return isAccepted(field) ? list.min(1, 'who is accepted is null if nobody says, not an empty list').nullable() : list;
}

type YesNoSchemas = { readonly [F in YesNoField as Fields[F]['member']]: z.ZodNullable<z.ZodBoolean> };
const yesNoSchemas = Object.fromEntries(
  yesNoFields.map((field) => [fields[field].member, z.boolean().nullable()]),
) as YesNoSchemas;

function valueSchema(field: MemberField): z.ZodType<string, unknown> {
  if (fields[field].kind === 'payers') return payerSchema;
  return isClosed(field) ? schemaOf(vocabularyOf(field)) : languageSchema;
}

/**
 * A program at a center: the unit that a filter matches. A center may have several programs of one level. Lists contain
 * the values that the sources name. A missing value was not named, which does not mean "no".
 */
export const offeringSchema = z.strictObject({
  id: slugSchema,
  level: schemaOf(levels),
  /** The ASAM code that a source states; null if none does. The level's own code is then shown (level-of-care.ts). */
  asam: z
    .strictObject({
      code: z
        .string()
        .regex(
          /^(?:0\.5|[1-4](?:\.\d)?(?: BIO)?|WM|[1-4](?:\.\d)?-WM)$/,
          'must be a code of the ASAM criteria such as "2.1", "3.7 BIO" or "3.2-WM"',
        ),
      edition: z.enum(['3', '4']),
    })
    .nullable(),
  ...listSchemas,
  /** The only groups that the offering serves; empty if there is no such restriction. */
  only: listOf(schemaOf(onlys)),
  schedule: scheduleSchema.nullable(),
  ...yesNoSchemas,
  confirmation: confirmationSchema,
  intake: intakeSchema,
  /** Answers from admissions that the lists above cannot express; absent if there are none. */
  admissions: admissionsSchema.optional(),
  /** Facts from the provider's own file; absent if the file does not mention the offering. */
  fromProvider: fromProviderSchema.optional(),
});
export type Offering = z.infer<typeof offeringSchema>;

/** The lists and yes-or-no facts of an offering about which nothing is known. */
export const unknownLists = {
  ...(Object.fromEntries(
    memberFields.map((field) => [fields[field].member, isAccepted(field) ? null : []]),
  ) as unknown as Pick<Offering, Fields[MemberField]['member']>),
  only: [] as Only[],
};
export const unknownYesNo = Object.fromEntries(yesNoFields.map((field) => [fields[field].member, null])) as Pick<
  Offering,
  Fields[YesNoField]['member']
>;

/** The values of a field that an offering has. */
export function valuesIn(offering: Offering, field: ListField): readonly string[] {
  const row = fields[field];
  if (row.kind === 'level') return [offering.level];
  if (row.kind === 'times') return offering.schedule?.tracks ?? [];
  return offering[row.member] ?? [];
}

/**
 * The values of a field by which a search finds an offering. Leaves out values that it cannot have, because it only
 * serves other groups.
 */
export function servedValues(offering: Offering, field: ListField): readonly string[] {
  const values = valuesIn(offering, field);
  const member = memberFields.find((name) => name === field);
  const ruledOut = member === undefined ? [] : ruledOutBy(offering.only, member);
  return ruledOut.length === 0 ? values : values.filter((value) => !ruledOut.includes(value));
}

/**
 * Full name of an offering, for texts that do not show its center: `Intensive outpatient program (IOP) – Lantern Bridge
 * Phoenix`.
 */
export function offeringName(center: { readonly name: string }, { level }: Pick<Offering, 'level'>): string {
  return `${levelTerm(level).label} – ${center.name}`;
}
