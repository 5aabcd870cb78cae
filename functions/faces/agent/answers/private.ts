import * as z from 'zod';
import { privateFieldsSchema } from '../../../domain/record.ts';
import { datasetAnswerSchema } from '../../../http/openapi/common.ts';
import { described, named } from '../../../http/openapi/described.ts';
import { first, version } from './common.ts';

const intakeLineSchema = z
  .strictObject({
    number: described(z.string(), 'E.164.', '+16025550199'),
    extension: described(z.string().nullable(), 'Digits to dial once connected; null for none.', '12'),
  })
  .nullable();

export const privateSchema = named(
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
