import * as z from 'zod';
import {
  type Fields,
  fields,
  type MemberField,
  memberFields,
  type YesNoField,
  yesNoFields,
} from '../../../domain/fields.ts';
import { fromProviderSchema } from '../../../domain/from-provider-schema.ts';
import { offeringSchema } from '../../../domain/offering.ts';
import { tracks } from '../../../domain/schedule.ts';
import { schemaOf } from '../../../domain/vocabulary-schema.ts';
import { described, named } from '../../../http/openapi/described.ts';

const { shape: offering } = offeringSchema;
const { shape: fromProvider } = fromProviderSchema;

export const asamAnswerSchema = named(
  'AsamCode',
  z.strictObject({
    code: described(z.string().min(1), 'Code of the ASAM criteria. A text: 3.1 and 3.10 differ.', '2.1'),
    edition: described(z.enum(['3', '4']), 'Edition of the criteria that the code belongs to.', '3'),
  }),
  'A level of care in the words of the American Society of Addiction Medicine.',
);

/** A range of numbers: the smallest and the largest value, which are equal for a single number. */
const rangeOf = (description: string, most: number, example: readonly [number, number]) =>
  described(
    z.tuple([z.number().positive().max(most), z.number().positive().max(most)]).nullable(),
    `${description}: least and most, equal where there is one number; null if unknown.`,
    example,
  );

const scheduleAnswerSchema = named(
  'Schedule',
  z.strictObject({
    sessionsPerWeek: rangeOf('Sessions a week', 50, [3, 5]),
    hoursPerSession: described(z.number().positive().max(24).nullable(), 'Hours a session; null if unknown.', 3),
    hoursPerWeek: described(z.number().positive().max(168).nullable(), 'Hours a week; null if unknown.', 9),
    weeks: rangeOf('Weeks from start to end', 520, [8, 10]),
    tracks: described(z.array(schemaOf(tracks)).nullable(), 'Times of day that can be chosen; null if unknown.', [
      'evening',
    ]),
  }),
  'How much the program asks of a week. Each part may be unknown by itself.',
);

const confirmationAnswerSchema = named(
  'Confirmation',
  z.strictObject({
    state: described(
      z.enum(['confirmed', 'unconfirmed', 'stale', 'denied']),
      'Whether admissions said that the center offers this. `stale`: they did, too long ago to rely on. ' +
        '`denied` offerings never appear in searches.',
      'unconfirmed',
    ),
    confirmedAt: described(z.iso.datetime().nullable(), 'When admissions were asked, in UTC.', '2026-10-02T17:30:00Z'),
    expiresAt: described(z.iso.datetime().nullable(), 'When that becomes stale, in UTC.', '2026-12-31T17:30:00Z'),
  }),
  'What the center’s admissions said of this offering.',
);

const intakeAnswerSchema = named(
  'Intake',
  z.strictObject({
    state: described(z.enum(['open', 'full', 'closed', 'unknown']), 'Whether new clients are taken.', 'unknown'),
    asOf: described(z.iso.datetime().nullable(), 'When that was known, in UTC; null if it is unknown.', null),
    until: described(
      z.iso.datetime().optional(),
      'When that ends, in UTC. Afterwards the state is `unknown`. Absent if nobody said.',
      '2026-12-15T17:00:00Z',
    ),
  }),
  'Whether new clients are taken, and since when that is known.',
);

const admissionsAnswerSchema = named(
  'Admissions',
  z.strictObject({
    denied: described(
      z.array(z.string().min(1)),
      'Values that admissions denied, such as `schedule.evening`. They are “no”, although the lists alone would leave them unknown.',
      ['schedule.evening'],
    ),
    open: described(
      z.array(z.string().min(1)),
      'Fields for which admissions named or denied only some values: a value that is missing there is unknown.',
      ['schedule'],
    ),
    stale: described(
      z.array(z.string().min(1)),
      'Facts that admissions said too long ago to rely on, such as `schedule.evening` or `housing`: ask again. They are still in the lists above.',
      [],
    ),
  }),
  'What admissions said of this offering that its lists cannot say.',
);

const fromProviderAnswerSchema = named(
  'FromProvider',
  z.strictObject({
    source: described(
      z.string().min(1),
      'Name of the source, as in the center’s `sources`.',
      'treatment-programs.json of lantern-bridge.example',
    ),
    url: described(
      z.url(),
      'The file that states them.',
      'https://lantern-bridge.example/.well-known/treatment-programs.json',
    ),
    asOf: described(
      fromProvider.asOf,
      'The day on which somebody at the center last checked these facts.',
      '2026-11-18',
    ),
    readOn: described(fromProvider.readOn, 'The day on which the file was last read.', '2026-11-29'),
    failingSince: described(
      fromProvider.failingSince,
      'The day since which the file could not be read, or was not accepted. Absent while all is well.',
      '2026-12-20',
    ),
    facts: described(
      fromProvider.facts,
      'The facts that it states: fields of the search, `level`, `accepting` (intake) and `only`. All others are from the center’s listing. ' +
        'With `level` and a denied confirmation, the provider says that it does not offer the level.',
      ['payer', 'schedule'],
    ),
    stale: described(z.boolean(), 'True if they are too old to rely on: ask again.', false),
  }),
  'Facts that the provider states on its own site, and how old they are. What people confirmed or corrected wins over them.',
);

const describedLists = Object.fromEntries(
  memberFields.map((field) => {
    const { member, answer } = fields[field];
    return [member, described(offering[member] as z.ZodType, answer.description, answer.example)];
  }),
) as Pick<typeof offering, Fields[MemberField]['member']>;

const describedYesNo = Object.fromEntries(
  yesNoFields.map((field) => {
    const { member, answer } = fields[field];
    return [member, described(offering[member], answer.description, null)];
  }),
) as Pick<typeof offering, Fields[YesNoField]['member']>;

/** An offering, in the form that every answer uses. */
export const offeringAnswerSchema = named(
  'Offering',
  z.strictObject({
    id: described(
      offering.id,
      'Names the offering; begins with the center’s id.',
      'lantern-bridge-phoenix-example-iop',
    ),
    level: described(offering.level, 'Level of care.', 'iop'),
    label: described(z.string().min(1), 'The level of care in words.', 'Intensive outpatient program (IOP)'),
    asam: described(asamAnswerSchema.nullable(), 'Its code in the ASAM criteria; null if several would fit.'),
    ...describedLists,
    only: described(
      offering.only,
      'The only people who are served, such as `dui` or `women`; empty if it is open to all. A search that asks for anything ' +
        'about programs does not find it for others.',
      ['women'],
    ),
    schedule: described(scheduleAnswerSchema.nullable(), 'How much of a week it takes; null if nothing is known.'),
    ...describedYesNo,
    confirmation: confirmationAnswerSchema,
    intake: intakeAnswerSchema,
    admissions: admissionsAnswerSchema.optional(),
    fromProvider: fromProviderAnswerSchema.optional(),
  }),
  'A program at a center: what a filter matches. A value that is missing from a list was not named, which is not “no”.',
);
