import * as z from 'zod';
import { levels } from '../../../domain/level-of-care.ts';
import { schemaOf } from '../../../domain/vocabulary-schema.ts';
import { datasetAnswerSchema, helpAnswerSchema } from '../../../http/openapi/common.ts';
import { described, named } from '../../../http/openapi/described.ts';
import { centerAnswerSchema } from '../../v1/answers/center.ts';
import { offeringAnswerSchema } from '../../v1/answers/offering.ts';
import { resultSchema, searchAnswerSchema } from '../../v1/answers/search.ts';
import { by, first, instant } from './common.ts';
import { correctionsMembers } from './corrections.ts';
import { actSchema, recordedSchema } from './facts.ts';
import { privateSchema } from './private.ts';

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
