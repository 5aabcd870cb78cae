import * as z from 'zod';
import { unconfirmed } from '../../domain/confirmation.ts';
import { unknownIntake } from '../../domain/intake.ts';
import { type Offering, unknownLists, unknownYesNo } from '../../domain/offering.ts';
import { slugSchema } from '../../domain/slug.ts';
import { sourceSchema } from '../../domain/source.ts';
import { stateSchema } from '../../domain/state-schema.ts';

/** Value of the property `layout` in a file. If the layout changes, it gets a new number. */
export const LAYOUT = 'centers/1';

/** Facts that a program in a file may state for all its offerings. */
export type Facts = Omit<Offering, 'id' | 'level'>;

/** Values of an offering's fields that are given neither in the offering nor in its program. */
export const defaultFacts: Facts = {
  asam: null,
  ...unknownLists,
  schedule: null,
  ...unknownYesNo,
  confirmation: unconfirmed,
  intake: unknownIntake,
};

export const factNames = Object.keys(defaultFacts) as (keyof Facts)[];

/** Values for a phone that is written as a number alone. */
export const plainPhone = { extension: null, purpose: 'main', answeredBy: 'facility' } as const;

const mostOfferings = 40;
const mostSources = 1_000;
/** A program's list is checked once for each of its offerings, so its length must be limited here. */
const mostValues = 1_000;

/** Any value, because `recordSchema` checks it in the converted record. */
const leaf = z.unknown().optional();
const listed = leaf.refine(
  (value) => !Array.isArray(value) || value.length <= mostValues,
  `has more than ${mostValues} values`,
);
const facts = Object.fromEntries(factNames.map((name) => [name, listed])) as Record<keyof Facts, typeof listed>;

const offeringRowSchema = z.strictObject({ level: leaf, id: leaf, ...facts });

const programSchema = z.strictObject({
  ...facts,
  offerings: z.array(offeringRowSchema).min(1, 'a program has at least one offering').max(mostOfferings),
});

/** One center in a file: without nesting, and without default values. `recordSchema` checks the values. */
export const centerRowSchema = z.strictObject({
  id: leaf,
  name: leaf,
  alternateNames: leaf,
  organization: leaf,
  sample: leaf,
  street: leaf,
  city: leaf,
  state: leaf,
  zip: leaf,
  lat: leaf,
  lng: leaf,
  accuracy: leaf,
  phones: leaf,
  website: leaf,
  unknownLevels: leaf,
  sources: z.array(z.string()).max(10),
  programs: z
    .array(programSchema)
    .max(mostOfferings)
    .refine(
      (programs) => programs.reduce((sum, { offerings }) => sum + offerings.length, 0) <= mostOfferings,
      `has more than ${mostOfferings} offerings`,
    )
    .optional(),
  private: leaf,
});
export type CenterRow = z.infer<typeof centerRowSchema>;

/** A file without its centers, which are checked one by one. */
export const layoutSchema = z.strictObject({
  layout: z.literal(LAYOUT),
  /** State of the file's centers that do not name one. */
  state: stateSchema.optional(),
  sources: z
    .record(slugSchema, sourceSchema)
    .refine((sources) => Object.keys(sources).length <= mostSources, `has more than ${mostSources} sources`),
  centers: z.array(z.unknown()),
});
export type Layout = z.infer<typeof layoutSchema>;
