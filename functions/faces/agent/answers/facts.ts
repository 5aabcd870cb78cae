import * as z from 'zod';
import { findings } from '../../../domain/fact.ts';
import { described, named } from '../../../http/openapi/described.ts';
import { by, expiresAt, first, instant, publishedSchema, version } from './common.ts';

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

export const recordedSchema = named(
  'Recorded',
  z.strictObject({
    version: version('these facts'),
    facts: described(z.record(z.string(), factSchema), 'By field, such as `level` or `schedule.evening`.'),
  }),
  'What agents recorded about an offering, or about a level that is unknown.',
);

export const actSchema = named(
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
