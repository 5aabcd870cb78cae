import * as z from 'zod';
import { privateFieldsSchema } from '../domain/record.ts';
import { slugSchema } from '../domain/slug.ts';
import { staffSchema } from './stored-facts.ts';

/**
 * Private fields of a center, which only the admissions team sees. They are a separate item, and never in a page, a
 * part or an export.
 */
export const storedPrivateSchema = z.strictObject({
  center: slugSchema,
  fields: privateFieldsSchema,
  /** Who wrote the fields; null for an import. An import never replaces what a person wrote. */
  by: staffSchema.nullable(),
  at: z.iso.datetime(),
  /** 1 for the first version of the fields; grows by 1 with each change. */
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
