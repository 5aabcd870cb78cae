import * as z from 'zod';
import { privateFieldsSchema } from '../domain/record.ts';
import { slugSchema } from '../domain/slug.ts';
import { staffSchema } from './stored-facts.ts';

/**
 * Private fields of a center, which only the admissions team sees: a separate item, never in a page, part or export.
 */
export const storedPrivateSchema = z.strictObject({
  center: slugSchema,
  fields: privateFieldsSchema,
  /** Null if an import wrote it; an import never replaces what a person wrote. */
  by: staffSchema.nullable(),
  at: z.iso.datetime(),
  /** 1 for the first, then one more each time. */
  version: z.int().positive(),
});
export type StoredPrivate = z.infer<typeof storedPrivateSchema>;

/** Another person changed the center's private fields after they were read. Nothing was written. */
export class PrivateChangedError extends Error {
  override readonly name = 'PrivateChangedError';

  constructor(center: string) {
    super(`somebody else has changed the private fields of "${center}" meanwhile`);
  }
}
