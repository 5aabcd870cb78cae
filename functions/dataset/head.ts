import * as z from 'zod';

const hashSchema = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

/** Raised when stored content changes shape, so that code and data that do not fit say so. */
export const DATASET_FORMAT = 9;

/** HEAD, the one mutable item of the table: which immutable dataset readers see. */
export const headSchema = z.strictObject({
  format: z.literal(DATASET_FORMAT, `this code reads datasets of format ${DATASET_FORMAT}`),
  /** Grows with every move of HEAD, so that a late replica never takes a reader back. */
  revision: z.int().positive(),
  version: z.string().min(1),
  publishedAt: z.iso.datetime(),
  centers: z.int().nonnegative(),
  summary: hashSchema,
  roots: z.strictObject({
    /** By geohash: serves every search from a point. */
    where: hashSchema,
    /** By state, city, name, id: serves `state`. */
    listing: hashSchema,
    /** Index rows by number and id (domain/record-number.ts), to centers and organizations: serve reading one of them. */
    id: hashSchema,
    /** Index rows by organization: narrow a search to a provider's own centers, and list organizations. */
    organization: hashSchema,
    /** Index rows by each word of a center's names: serve `name`. */
    word: hashSchema,
    /** Known words by what is left of them without one letter: for misspelt names. */
    spelling: hashSchema,
  }),
  /** Rows of lookup indexes that differ from their pages. Left out where there are none. */
  changes: hashSchema.optional(),
  /** Imported records that editors' corrections lie over, by id: no search reads them. Left out where there are none. */
  beneath: hashSchema.optional(),
});
export type Head = z.infer<typeof headSchema>;
export type IndexName = keyof Head['roots'];

/** Names one published version: its record stands under both. */
export type VersionKey = Pick<Head, 'publishedAt' | 'version'>;
