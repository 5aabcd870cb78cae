import * as z from 'zod';
import { described, named } from '../../../http/openapi/described.ts';
import { centerAnswerSchema } from '../../v1/answers/center.ts';
import { offeringAnswerSchema } from '../../v1/answers/offering.ts';
import { first, instant, publishedSchema, version } from './common.ts';

export const correctionsMembers = {
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
