import * as z from 'zod';

const hashSchema = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

/** Raise this number when stored content changes shape: code then refuses datasets of another format. */
export const DATASET_FORMAT = 9;

/** HEAD, the mutable pointer to the immutable dataset that readers see. */
export const headSchema = z.strictObject({
  format: z.literal(DATASET_FORMAT, `this code reads datasets of format ${DATASET_FORMAT}`),
  /** Grows with every move of HEAD, so a reader can ignore an older HEAD from a late replica. */
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
    /** Index rows by number and id (domain/record-number.ts): serve reads of a single center or organization. */
    id: hashSchema,
    /** Index rows by organization: narrow a search to an organization's centers, and list organizations. */
    organization: hashSchema,
    /** Index rows by each word of a center's names: serve `name`. */
    word: hashSchema,
    /** Known words by their spellings with one letter left out (words.ts): for misspelled names. */
    spelling: hashSchema,
  }),
  /** Rows of lookup indexes that differ from their pages. Left out if every row matches. */
  changes: hashSchema.optional(),
  /** Imported records, by id, of the centers that editors corrected. No search reads them. Left out if empty. */
  beneath: hashSchema.optional(),
});
export type Head = z.infer<typeof headSchema>;
export type IndexName = keyof Head['roots'];

/** Identifies one published version; both values are part of its record's key. */
export type VersionKey = Pick<Head, 'publishedAt' | 'version'>;
