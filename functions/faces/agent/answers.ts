import * as z from 'zod';
import { findings } from '../../domain/fact.ts';
import { levels } from '../../domain/level-of-care.ts';
import { privateFieldsSchema } from '../../domain/record.ts';
import { stateSchema } from '../../domain/state-schema.ts';
import { schemaOf } from '../../domain/vocabulary-schema.ts';
import { crisisSchema, datasetAnswerSchema, helpAnswerSchema } from '../../http/openapi/common.ts';
import { described, named } from '../../http/openapi/described.ts';
import { centerAnswerSchema } from '../v1/answers/center.ts';
import { offeringAnswerSchema } from '../v1/answers/offering.ts';
import { resultSchema, searchAnswerSchema } from '../v1/answers/search.ts';

const first = { crisis: crisisSchema, help: described(helpAnswerSchema.optional(), 'Goes with `crisis`.') };
const version = (what: string) =>
  described(
    z.int().nonnegative(),
    `Version of ${what}: send it in quotes as \`If-Match\` to change it. 0 for none.`,
    3,
  );
const by = described(z.string(), 'Who recorded it, by sign-in name.', 'kim');
const instant = (what: string) => described(z.iso.datetime(), what, '2026-11-29T17:00:00.000Z');
const expiresAt = described(z.iso.datetime().nullable(), 'When it becomes stale; null for never.', null);

const factValueSchema = named(
  'FactValue',
  z.union([
    z.enum(findings),
    z.number().positive(),
    z.strictObject({
      state: described(z.enum(['open', 'full', 'closed', 'unknown']), 'Whether new clients are taken.', 'full'),
      until: instant('Until when.').optional(),
    }),
  ]),
  'What an agent recorded: yes, no or unknown; a number; or the intake.',
);

const factSchema = named(
  'RecordedFact',
  z.strictObject({
    value: factValueSchema,
    by,
    at: instant('When the key was pressed, in UTC.'),
    expiresAt,
    stale: described(z.boolean(), 'True once it is too old to rely on. It is not removed.', false),
  }),
  'One fact that an agent recorded.',
);

const recordedSchema = named(
  'Recorded',
  z.strictObject({
    version: version('these facts'),
    facts: described(z.record(z.string(), factSchema), 'By field, such as `level` or `schedule.evening`.'),
  }),
  'What agents recorded about an offering, or about a level that is unknown.',
);

const actSchema = named(
  'Act',
  z.strictObject({
    offering: described(z.string(), 'The offering’s id, or the level that was unknown.', 'iop'),
    field: described(z.string(), 'The fact.', 'schedule.evening'),
    value: factValueSchema,
    by,
    at: instant('When the key was pressed, in UTC.'),
    recordedAt: instant('When it arrived, in UTC.'),
    expiresAt,
    took: described(z.boolean(), 'False if a later key press was recorded before: it changed nothing.', true),
  }),
  'One key press. Entries are never changed or removed.',
);

const intakeLineSchema = z
  .strictObject({
    number: described(z.string(), 'E.164.', '+16025550199'),
    extension: described(z.string().nullable(), 'Digits to dial once connected; null for none.', '12'),
  })
  .nullable();

const privateSchema = named(
  'PrivateFields',
  z.strictObject({
    version: version('the private fields'),
    facilityCode: described(privateFieldsSchema.shape.facilityCode, 'The team’s code for the center.', 'LB-PHX'),
    directIntakeLine: described(intakeLineSchema, 'A number that reaches the intake desk directly.', {
      number: '+16025550199',
      extension: null,
    }),
    warmTransferNote: described(privateFieldsSchema.shape.warmTransferNote, 'How to hand a call over.', 'Ask for Ana.'),
    internalNotes: described(privateFieldsSchema.shape.internalNotes, 'Notes about the center.', null),
    by: described(z.string().nullable(), 'Who wrote them; null if an import brought them.', 'lee'),
    at: described(z.iso.datetime().nullable(), 'When, in UTC.', '2026-11-29T17:00:00.000Z'),
  }),
  'What only the admissions team sees of a center.',
);

const correctionsMembers = {
  version: version('the corrections'),
  corrections: described(
    z.array(
      z.strictObject({
        path: described(z.string(), 'Path in the record.', 'phones.0.number'),
        value: described(z.unknown(), 'The right value.', '+16025550123'),
        was: described(z.unknown().optional(), 'What the listing said when the editor looked.', '+16025550100'),
        at: instant('When it was set, in UTC. A later finding of an agent overrides it.').optional(),
      }),
    ),
    'A correction that is in effect.',
  ),
  reason: described(z.string().nullable(), 'Why it was last changed.', 'The center’s own website has another number.'),
  by: described(z.string().nullable(), 'Who changed it last, by sign-in name.', 'lee'),
  at: described(z.iso.datetime().nullable(), 'When, in UTC.', '2026-11-29T17:00:00.000Z'),
};
const publishedSchema = described(
  z.strictObject({
    version: described(
      z.string().nullable(),
      'The dataset that has it; null if another write’s publish included it.',
      'mR3kPq0ZcT1xW8aB',
    ),
  }),
  'What was published. Searches have it within five seconds.',
);

export const correctionsAnswerSchema = named(
  'CorrectionsAnswer',
  z.strictObject({ ...first, ...correctionsMembers }),
  'An editor’s corrections of a center.',
);
export const correctedAnswerSchema = named(
  'CorrectedAnswer',
  z.strictObject({ ...first, ...correctionsMembers, dataset: publishedSchema }),
  'The corrections after the change.',
);

const publicCenterSchema = z.strictObject({
  center: centerAnswerSchema,
  offerings: described(z.array(offeringAnswerSchema), 'All its offerings.'),
});
export const previewAnswerSchema = named(
  'CorrectionPreview',
  z.strictObject({
    ...first,
    version: version('the corrections that the preview begins with'),
    before: described(publicCenterSchema.nullable(), 'What the public sees; null if the center is closed.'),
    after: described(publicCenterSchema.nullable(), 'What the public would see; null if the center would be closed.'),
  }),
  'A center before and after a correction.',
);

export const agentSearchSchema = named(
  'AgentSearchAnswer',
  searchAnswerSchema.extend({
    results: described(
      z.array(named('AgentResult', resultSchema.extend({ private: privateSchema }), 'A center that was found.')),
      'As in a public search, each with its private fields.',
    ),
  }),
  'A search with what only the admissions team sees.',
);

const levelRecorded = z.strictObject({
  level: described(schemaOf(levels), 'The level of care.', 'iop'),
  recorded: recordedSchema,
});
export const agentCenterSchema = named(
  'AgentCenterAnswer',
  z.strictObject({
    center: centerAnswerSchema,
    offerings: described(
      z.array(named('AgentOffering', offeringAnswerSchema.extend({ recorded: recordedSchema }), 'An offering.')),
      'All its offerings, denied ones too.',
    ),
    unknownLevels: described(
      z.array(levelRecorded),
      'Levels that the listing has no word for. Record `level` of one: yes creates the offering, no says that there is none.',
    ),
    endedLevels: described(z.array(levelRecorded), 'Levels that were unknown until an agent recorded a no.'),
    private: privateSchema,
    corrections: described(z.strictObject(correctionsMembers), 'A correction that is in effect.'),
    dataset: datasetAnswerSchema,
    help: helpAnswerSchema,
  }),
  'One center with all that is known of it.',
);

export const historySchema = named(
  'HistoryAnswer',
  z.strictObject({
    ...first,
    acts: described(z.array(actSchema), 'What agents recorded, by the time of the key press, the latest first.'),
    corrections: described(z.array(z.strictObject(correctionsMembers)), 'What editors corrected, the latest first.'),
    confirmations: described(
      z.array(
        z.looseObject({
          offering: described(z.string(), 'The offering’s id.', 'lantern-bridge-phoenix-example-op'),
          state: described(z.enum(['confirmed', 'denied', 'unconfirmed']), 'What admissions said.', 'confirmed'),
          by,
          at: instant('When, in UTC.'),
        }),
      ),
      'What was confirmed from the command line, the latest first.',
    ),
    private: described(
      z.array(
        z.strictObject({
          version: described(z.int().positive(), 'The version that it became.', 2),
          by: described(z.string().nullable(), 'Who, by sign-in name; null for an import.', 'lee'),
          at: instant('When, in UTC.'),
        }),
      ),
      'Who changed the private fields, and when, the latest first.',
    ),
    more: described(z.boolean(), 'True if there are older entries than `limit` shows.', false),
  }),
  'Everything that people recorded about a center.',
);

export const recordedAnswerSchema = named(
  'FactsAnswer',
  z.strictObject({
    ...first,
    offering: described(z.string(), 'The offering’s id, or the level that was unknown.', 'iop'),
    version: version('these facts'),
    facts: described(z.record(z.string(), factSchema), 'All its facts that are in effect now.'),
    acts: described(z.array(actSchema), 'What became of each fact in the request.'),
    dataset: publishedSchema,
  }),
  'The facts after the change.',
);

export const privateAnswerSchema = named(
  'PrivateAnswer',
  privateSchema.extend(first),
  'The private fields after the change.',
);

export const codesSchema = named(
  'CodesAnswer',
  z.strictObject({
    ...first,
    codes: described(
      z.array(
        z.strictObject({
          code: described(z.string(), 'The team’s code for the center.', 'LB-PHX'),
          center: described(z.string(), 'The center’s id.', 'lantern-bridge-phoenix-example'),
        }),
      ),
      'By code. Centers without one are left out.',
    ),
    dataset: datasetAnswerSchema,
  }),
  'The team’s codes.',
);

export const worklistSchema = named(
  'WorklistAnswer',
  z.strictObject({
    ...first,
    worklist: described(
      z.array(
        z.strictObject({
          center: centerAnswerSchema,
          people: described(
            z.int().nonnegative(),
            'People near it: one who lives there counts once, 15 miles away half, beyond 60 miles not. No search is counted.',
            1_204_311,
          ),
          unconfirmed: described(z.int().nonnegative(), 'Offerings that nobody confirmed.', 2),
          stale: described(z.int().nonnegative(), 'Offerings whose confirmation is too old.', 0),
          unknownLevels: described(z.array(schemaOf(levels)), 'Levels that the listing has no word for.', ['iop']),
        }),
      ),
      'The most people near first.',
    ),
    open: described(z.int().nonnegative(), 'How many centers have something to ask.', 4312),
    dataset: datasetAnswerSchema,
  }),
  'Which centers to ask next.',
);

const count = (what: string, example: number) => described(z.int().nonnegative(), what, example);
export const progressSchema = named(
  'ProgressAnswer',
  z.strictObject({
    ...first,
    states: described(
      z.array(
        z.strictObject({
          code: described(stateSchema, 'Postal code.', 'AZ'),
          name: described(z.string(), 'Its name.', 'Arizona'),
          centers: count('Centers.', 640),
          offerings: count('Offerings, denied ones too.', 1410),
          confirmed: count('Confirmed, and not too long ago.', 12),
          stale: count('Confirmed too long ago to rely on.', 1),
          denied: count('Denied by admissions.', 3),
          unconfirmed: count('Not asked yet.', 1394),
          unknownLevels: count('Levels that their listings have no word for.', 310),
        }),
      ),
      'By state.',
    ),
    dataset: datasetAnswerSchema,
  }),
  'Each state’s progress.',
);

export const progressDaysSchema = named(
  'ProgressDaysAnswer',
  z.strictObject({
    ...first,
    days: described(
      z.array(
        z.strictObject({
          day: described(z.iso.date(), 'The day, in UTC.', '2026-11-29'),
          states: described(
            z.array(
              z.strictObject({
                code: described(stateSchema, 'Postal code.', 'AZ'),
                unknown: count(
                  'Offerings that nobody confirmed, and levels that their listings have no word for.',
                  1704,
                ),
                confirmed: count('Offerings confirmed, those too long ago to rely on too.', 13),
              }),
            ),
            'By state, at the end of the day.',
          ),
        }),
      ),
      'The earliest first, each day once.',
    ),
    dataset: datasetAnswerSchema,
  }),
  'What was unknown and confirmed, by day and state.',
);

export const signedOutSchema = named(
  'SignedOutAnswer',
  z.strictObject({
    ...first,
    signedOut: described(z.literal(true), 'None of this sign-in’s tokens can write any more.'),
  }),
  'The sign-in has ended.',
);
