/** Key attributes of the one table. The construct in infra/ and the store share this file. */
export const tableKeys = { partition: 'pk', sort: 'sk' } as const;

/** When the table may delete an item, in seconds since 1970. Only ended sign-ins have it. */
export const expiryAttribute = 'expiresAt';

/** Tables that are in use have corrections under this older word, in keys and as the attribute. It cannot change. */
const CORRECTIONS = 'OVERRIDE';
export const correctionsAttribute = 'override';

/** The key of each kind of item. No other code spells keys. */
export const keyOf = {
  page: (hash: string) => ({ pk: `PAGE#${hash}`, sk: '-' }),
  head: () => ({ pk: 'DATASET', sk: 'HEAD' }),
  version: (publishedAt: string, version: string) => ({ pk: 'DATASET', sk: `VERSION#${publishedAt}#${version}` }),
  cursorKeys: () => ({ pk: 'DATASET', sk: 'CURSOR-KEYS' }),
  /** A version whose record was removed: what moved HEAD then, and who. Kept for good. */
  audit: (publishedAt: string, version: string) => ({ pk: 'DATASET', sk: `AUDIT#${publishedAt}#${version}` }),
  /** An id that must not be published again, keyed by a hash of it and of the withdrawn center. */
  purged: (center: string, id: string) => ({ pk: 'PURGED', sk: `${center}#${id}` }),
  confirmation: (center: string, offering: string) => ({ pk: `CENTER#${center}`, sk: `CONFIRMATION#${offering}` }),
  corrections: (center: string) => ({ pk: `CENTER#${center}`, sk: CORRECTIONS }),
  /** History of confirmations. Sorts by time; one event always has the same key. */
  event: (center: string, at: string, offering: string, revision: number) => ({
    pk: `CENTER#${center}`,
    sk: `EVENT#${at}#${offering}#${revision}`,
  }),
  /** History of corrections. Cannot clash with `event`, since an offering's id has no capital letters. */
  correctionsEvent: (center: string, at: string, revision: number) => ({
    pk: `CENTER#${center}`,
    sk: `EVENT#${at}#${CORRECTIONS}#${revision}`,
  }),
  /** The facts that agents recorded about one offering, or about an unknown level. */
  facts: (center: string, offering: string) => ({ pk: `CENTER#${center}`, sk: `FACTS#${offering}` }),
  /** History of facts. Sorts by the time of the key press; one act always has the same key. */
  act: (center: string, at: string, offering: string, field: string, digest: string) => ({
    pk: `CENTER#${center}`,
    sk: `ACT#${at}#${offering}#${field}#${digest}`,
  }),
  /** Change of one state's counts on one day. */
  progress: (day: string, state: string) => ({ pk: 'PROGRESS', sk: `${day}#${state}` }),
  private: (center: string) => ({ pk: `CENTER#${center}`, sk: 'PRIVATE' }),
  privateEvent: (center: string, version: number) => ({
    pk: `CENTER#${center}`,
    sk: `PRIVATE-EVENT#${String(version).padStart(8, '0')}`,
  }),
  /** The team's code for a center, stored apart from its private fields, so that all codes are read together. */
  code: (center: string) => ({ pk: 'CODES', sk: center }),
  /** A center with facts that are not published yet. */
  waiting: (center: string) => ({ pk: 'WAITING', sk: center }),
  /** A sign-in that was ended. */
  signOut: (session: string) => ({ pk: `SIGN-OUT#${session}`, sk: '-' }),
} as const;

export type Key = { readonly pk: string; readonly sk: string };
