import * as z from 'zod';
import { conditionSchema } from './condition.ts';
import { confirmationSchema } from './confirmation.ts';
import { intakeSchema } from './intake.ts';
import { languageSchema } from './language.ts';
import { levelSchema, levelTerm } from './level-of-care.ts';
import { listOf } from './list.ts';
import { modalitySchema } from './modality.ts';
import { payerSchema } from './payer.ts';
import { populationSchema } from './population.ts';
import { scheduleSchema } from './schedule.ts';
import { slugSchema } from './slug.ts';
import { therapySchema } from './therapy.ts';

/**
 * A program at a center: the unit that a filter matches. A center may have several of one level.
 * Lists hold what the sources name; a value that is missing from a list was not named, which is not "no".
 */
export const offeringSchema = z.strictObject({
  id: slugSchema,
  level: levelSchema,
  /** Only where the sources state a code; otherwise the level's own is shown (level-of-care.ts). */
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
  conditions: listOf(conditionSchema),
  populations: listOf(populationSchema),
  therapies: listOf(therapySchema),
  payers: listOf(payerSchema),
  languages: listOf(languageSchema),
  modalities: listOf(modalitySchema),
  schedule: scheduleSchema.nullable(),
  /** Whether clients live at the center; an attribute of an offering, never of a level. */
  housing: z.boolean().nullable(),
  confirmation: confirmationSchema,
  intake: intakeSchema,
});
export type Offering = z.infer<typeof offeringSchema>;

/** What an offering is called where it stands for itself: `Intensive outpatient program (IOP) – Lantern Bridge Phoenix`. */
export function offeringName(center: { readonly name: string }, { level }: Pick<Offering, 'level'>): string {
  return `${levelTerm(level).label} – ${center.name}`;
}
