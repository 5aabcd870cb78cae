import * as z from 'zod';
import { addressSchema, centerSchema } from '../../domain/center.ts';
import { fields, memberFields, yesNoFields } from '../../domain/fields.ts';
import { levels } from '../../domain/level-of-care.ts';
import { listOf } from '../../domain/list.ts';
import { type Offering, offeringSchema } from '../../domain/offering.ts';
import { organizationSchema } from '../../domain/organization.ts';
import { slugSchema } from '../../domain/slug.ts';
import { schemaOf } from '../../domain/vocabulary-schema.ts';
import { linkFault } from '../check/unsafe.ts';

export { PROVIDER_PATH } from '../../domain/from-provider.ts';
export const MOST_PROVIDER_BYTES = 1_000_000;
const MOST_VALUES = 100;
/** Number of days for which facts are valid, unless the file says otherwise. */
export const DEFAULT_DAYS = 180;
/** Largest number of days for which a file may declare facts valid. */
const MOST_DAYS = 366;
const DAY_MS = 86_400_000;

const { shape } = offeringSchema;
const lists = Object.fromEntries(
  memberFields.map((field) => {
    const { member } = fields[field];
    const list = shape[member] as z.ZodType<readonly string[] | null>;
    return [member, list.refine(isShort, `must have at most ${MOST_VALUES} values`).optional()];
  }),
);
const yesNo = Object.fromEntries(
  yesNoFields.map((field) => [fields[field].member, shape[fields[field].member].optional()]),
);

function isShort(values: readonly unknown[] | null): boolean {
  return values === null || values.length <= MOST_VALUES;
}

/** One program at one center. A fact that is missing is unknown; it does not mean no. */
export const providerProgramSchema = z.strictObject({
  /** The provider's own id for the program, the same in every edition of the file. */
  id: slugSchema,
  level: shape.level,
  /** The day on which somebody at the center last checked these facts. */
  asOf: z.iso.date(),
  /** The last day on which the facts are valid. @default {@link DEFAULT_DAYS} days after `asOf` */
  validUntil: z.iso.date().optional(),
  asam: shape.asam.optional(),
  ...lists,
  only: shape.only.optional(),
  schedule: shape.schedule.optional(),
  ...yesNo,
  intake: shape.intake.optional(),
});

const providerCenterSchema = z
  .strictObject({
    /** The provider's own id for the center, the same in every edition of the file. */
    id: slugSchema,
    name: centerSchema.shape.name,
    address: addressSchema,
    location: z.strictObject({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) }).optional(),
    phones: centerSchema.shape.phones,
    website: centerSchema.shape.website
      .superRefine((website, context) => {
        const fault = website === null ? null : linkFault(website);
        if (fault !== null) context.addIssue({ code: 'custom', message: fault });
      })
      .optional(),
    programs: z.array(providerProgramSchema).max(40),
    /** Levels of care that the center says it does not offer, and the day on which that was checked. */
    notOffered: z
      .strictObject({
        levels: listOf(schemaOf(levels)).min(1, 'leave notOffered out instead of an empty list'),
        asOf: z.iso.date(),
        validUntil: z.iso.date().optional(),
      })
      .optional(),
  })
  .superRefine(({ programs, notOffered }, context) => {
    const seen = new Set<string>();
    for (const [index, { id, level }] of programs.entries()) {
      if (seen.has(id))
        context.addIssue({ code: 'custom', path: ['programs', index, 'id'], message: `"${id}" is used twice` });
      seen.add(id);
      if (notOffered?.levels.includes(level))
        context.addIssue({
          code: 'custom',
          path: ['programs', index, 'level'],
          message: `"${level}" is in notOffered too: a center offers it or does not`,
        });
    }
  });

/**
 * The file `treatment-programs.json`, version 1: what an organization says about its own centers, in our vocabulary. It
 * is public, so a program only has values of closed lists: there is no field for text about patients.
 */
export const providerFileSchema = z
  .strictObject({
    format: z.literal('treatment-programs'),
    version: z.literal(1),
    organization: z.strictObject({
      name: organizationSchema.shape.name,
      /** The organization's site, which must host the file. */
      website: z.url({ protocol: /^https$/ }).max(500),
    }),
    /** The day on which the file was last changed. */
    updated: z.iso.date(),
    centers: z.array(providerCenterSchema).min(1, 'must have a center').max(500),
  })
  .superRefine(({ centers, updated }, context) => {
    const seen = new Set<string>();
    for (const [index, { id, programs, notOffered }] of centers.entries()) {
      const path = ['centers', index];
      if (seen.has(id)) context.addIssue({ code: 'custom', path: [...path, 'id'], message: `"${id}" is used twice` });
      seen.add(id);
      const dated = [
        ...programs.map(({ asOf, validUntil }, at) => ({ asOf, validUntil, path: [...path, 'programs', at] })),
        ...(notOffered === undefined ? [] : [{ ...notOffered, path: [...path, 'notOffered'] }]),
      ];
      for (const one of dated) {
        if (one.asOf > updated)
          context.addIssue({
            code: 'custom',
            path: [...one.path, 'asOf'],
            message: `${one.asOf} is after the file's own "updated", ${updated}`,
          });
        const wrong = endFault(one.asOf, one.validUntil);
        if (wrong !== null) context.addIssue({ code: 'custom', path: [...one.path, 'validUntil'], message: wrong });
      }
    }
  });
export type ProviderFile = z.infer<typeof providerFileSchema>;
export type ProviderCenter = ProviderFile['centers'][number];
export type ProviderProgram = Omit<Partial<Offering>, 'id' | 'level'> &
  Pick<Offering, 'id' | 'level'> & { readonly asOf: string; readonly validUntil?: string | undefined };

function endFault(asOf: string, validUntil: string | undefined): string | null {
  if (validUntil === undefined) return null;
  if (validUntil < asOf) return `${validUntil} is before "asOf", ${asOf}`;
  return validUntil > daysAfter(asOf, MOST_DAYS) ? `${validUntil} is more than ${MOST_DAYS} days after "asOf"` : null;
}

/** @param day Such as `2026-11-29`. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 'yyyy-mm-dd'.length);
}
