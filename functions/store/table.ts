/** Key attributes of the one table. The construct in infra/ and the store share this file. */
export const tableKeys = { partition: 'pk', sort: 'sk' } as const;

/**
 * Attribute with the time after which the table may delete the item, in seconds since 1970. Only ended sign-ins have
 * it.
 */
export const expiryAttribute = 'expiresAt';

/** Stored corrections use the older word "override" in keys and as an attribute. Changing it would lose them. */
const CORRECTIONS = 'OVERRIDE';
export const correctionsAttribute = 'override';

/** The key of each kind of item. All other code gets keys from here. */
export const keyOf = {
  page: (hash: string) => ({ pk: `PAGE#${hash}`, sk: '-' }),
  head: () => ({ pk: 'DATASET', sk: 'HEAD' }),
  version: (publishedAt: string, version: string) => ({ pk: 'DATASET', sk: `VERSION#${publishedAt}#${version}` }),
  cursorKeys: () => ({ pk: 'DATASET', sk: 'CURSOR-KEYS' }),
  /** Audit entry of a version whose record was removed: what moved HEAD, and who started it. Never deleted. */
  audit: (publishedAt: string, version: string) => ({ pk: 'DATASET', sk: `AUDIT#${publishedAt}#${version}` }),
  /** An id that must not be published again. The key has digests of the id and of the withdrawn center. */
  purged: (center: string, id: string) => ({ pk: 'PURGED', sk: `${center}#${id}` }),
  confirmation: (center: string, offering: string) => ({ pk: `CENTER#${center}`, sk: `CONFIRMATION#${offering}` }),
  corrections: (center: string) => ({ pk: `CENTER#${center}`, sk: CORRECTIONS }),
  /** An entry in the history of confirmations. Keys sort by time; writing the same entry again gives the same key. */
  event: (center: string, at: string, offering: string, revision: number) => ({
    pk: `CENTER#${center}`,
    sk: `EVENT#${at}#${offering}#${revision}`,
  }),
  /**
   * An entry in the history of corrections. No `event` has the same key, because an offering's id has no capital
   * letters.
   */
  correctionsEvent: (center: string, at: string, revision: number) => ({
    pk: `CENTER#${center}`,
    sk: `EVENT#${at}#${CORRECTIONS}#${revision}`,
  }),
  /** The facts that agents recorded about one offering, or about an unknown level. */
  facts: (center: string, offering: string) => ({ pk: `CENTER#${center}`, sk: `FACTS#${offering}` }),
  /**
   * An act in the history of facts. Keys sort by the time of the key press; writing the same act again gives the same
   * key.
   */
  act: (center: string, at: string, offering: string, field: string, digest: string) => ({
    pk: `CENTER#${center}`,
    sk: `ACT#${at}#${offering}#${field}#${digest}`,
  }),
  /** What changed one state's counts on one day. */
  progress: (day: string, state: string) => ({ pk: 'PROGRESS', sk: `${day}#${state}` }),
  private: (center: string) => ({ pk: `CENTER#${center}`, sk: 'PRIVATE' }),
  privateEvent: (center: string, version: number) => ({
    pk: `CENTER#${center}`,
    sk: `PRIVATE-EVENT#${String(version).padStart(8, '0')}`,
  }),
  /**
   * The admissions team's code for a center. Codes are stored apart from the private fields, so that all codes can be
   * read together.
   */
  code: (center: string) => ({ pk: 'CODES', sk: center }),
  /** A center that waits to be published: it has facts that are not in the dataset yet. */
  waiting: (center: string) => ({ pk: 'WAITING', sk: center }),
  /** A sign-in that was ended. */
  signOut: (session: string) => ({ pk: `SIGN-OUT#${session}`, sk: '-' }),
} as const;

export type Key = { readonly pk: string; readonly sk: string };
