import * as z from 'zod';

const hashSchema = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

/** Raise this number when stored content changes shape: code then refuses datasets of another format. */
export const DATASET_FORMAT = 11;

/** HEAD, the mutable pointer to the immutable dataset that readers see. */
export const headSchema = z.strictObject({
  format: z.literal(DATASET_FORMAT, `this code reads datasets of format ${DATASET_FORMAT}`),
  /** Grows with every move of HEAD, so a reader can ignore an older HEAD from a late replica. */
  revision: z.int().positive(),
  version: z.string().min(1),
  publishedAt: z.iso.datetime(),
  centers: z.int().nonnegative(),
  summary: hashSchema,
  /** The root of each tree (tree/). */
  roots: z.strictObject({
    /** Centers by geohash: serves every search from a point. */
    where: hashSchema,
    /** Centers by state, city, name, id: serves `state`. */
    listing: hashSchema,
    /**
     * Index rows by number and by organization, for looking up a center, an organization, or an organization's centers.
     */
    records: hashSchema,
    /** Index rows by word, and the known words: serve `name`, slips included. */
    names: hashSchema,
  }),
  /** Imported records, by id, of the centers that editors corrected. No search reads them. Left out if empty. */
  beneath: hashSchema.optional(),
});
export type Head = z.infer<typeof headSchema>;
export type TreeName = keyof Head['roots'];

/** Identifies one published version; both values are part of its record's key. */
export type VersionKey = Pick<Head, 'publishedAt' | 'version'>;
