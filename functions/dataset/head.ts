import * as z from 'zod';

const hashSchema = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

/** Raise this number when stored content changes shape: code then refuses datasets of another format. */
export const DATASET_FORMAT = 11;

/** HEAD, the mutable pointer to the immutable dataset that readers see. */
export const headSchema = z.strictObject({
  format: z.literal(DATASET_FORMAT, `this code reads datasets of format ${DATASET_FORMAT}`),
  /** Number that grows with every move of HEAD. A reader ignores a lower one, which a late replica may still return. */
  revision: z.int().positive(),
  version: z.string().min(1),
  publishedAt: z.iso.datetime(),
  centers: z.int().nonnegative(),
  summary: hashSchema,
  /** Hash of the root of each tree (tree/). */
  roots: z.strictObject({
    /** Centers by geohash, for every search from a point. */
    where: hashSchema,
    /** Centers by state, city, name and id, for searches with `state`. */
    listing: hashSchema,
    /** Index rows by number and by organization, to find a center, an organization, or an organization's centers. */
    records: hashSchema,
    /** Index rows by word, and all known words, for searches with `name`. Misspelled words are found too. */
    names: hashSchema,
  }),
  /**
   * Imported records of the centers that editors corrected, by id. No search reads them. Left out if there are none.
   */
  beneath: hashSchema.optional(),
});
export type Head = z.infer<typeof headSchema>;
export type TreeName = keyof Head['roots'];

/** Identifies one published version. Both values are part of the key of the version's record. */
export type VersionKey = Pick<Head, 'publishedAt' | 'version'>;
