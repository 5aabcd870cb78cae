import * as z from 'zod';
import { accuracies } from './accuracy.ts';
import { levels } from './level-of-care.ts';
import { listOf } from './list.ts';
import { organizationSchema } from './organization.ts';
import { phoneSchema } from './phone-schema.ts';
import { slugSchema } from './slug.ts';
import { sourceSchema } from './source.ts';
import { stateSchema } from './state-schema.ts';
import { schemaOf } from './vocabulary-schema.ts';

/**
 * A text without line breaks or other control characters, because the keys that sort listings join such texts with a
 * control character.
 */
const text = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}*$/u, 'must be one line, without control characters');

/** The text for a withheld street, in formats that require a street. */
export const withheldStreet = 'Address not published';

export const addressSchema = z.strictObject({
  /** Street and number; null if the center withholds them, as houses for women and young people do. */
  street: text.nullable(),
  city: text,
  state: stateSchema,
  zip: z.string().regex(/^\d{5}$/, 'must be five digits'),
});

export const locationSchema = z.strictObject({
  lat: z.number().min(-90).max(90),
  lng: z.number().min(-180).max(180),
  accuracy: z.enum(accuracies),
});

/** A physical site. Its id is stable from one year's listing to the next. */
export const centerSchema = z.strictObject({
  id: slugSchema,
  name: text,
  alternateNames: listOf(text).max(20),
  organization: organizationSchema,
  /**
   * True for fictional centers, which demonstrate what public listings do not contain. They are published to a real
   * table only on request.
   */
  sample: z.boolean(),
  address: addressSchema,
  location: locationSchema,
  phones: z.array(phoneSchema).min(1, 'must have at least one phone number').max(10),
  website: z.url({ protocol: /^https?$/ }).nullable(),
  /**
   * Levels of care that the center's sources have no word for. Whether it offers them is unknown, which is not "no".
   */
  unknownLevels: listOf(schemaOf(levels)),
  sources: z.array(sourceSchema).min(1).max(10),
});
export type Center = z.infer<typeof centerSchema>;
