/** Key attributes of the one table. The construct in infra/ and the store share this file. */
export const tableKeys = { partition: 'pk', sort: 'sk' } as const;

/** The key of each kind of item. No other code spells keys. */
export const keyOf = {
  page: (hash: string) => ({ pk: `PAGE#${hash}`, sk: '-' }),
  head: () => ({ pk: 'DATASET', sk: 'HEAD' }),
  version: (publishedAt: string, version: string) => ({ pk: 'DATASET', sk: `VERSION#${publishedAt}#${version}` }),
  confirmation: (center: string, offering: string) => ({ pk: `CENTER#${center}`, sk: `CONFIRMATION#${offering}` }),
  override: (center: string) => ({ pk: `CENTER#${center}`, sk: 'OVERRIDE' }),
  /** History of confirmations. Sorts by time; one event always has the same key. */
  event: (center: string, at: string, offering: string, revision: number) => ({
    pk: `CENTER#${center}`,
    sk: `EVENT#${at}#${offering}#${revision}`,
  }),
  /** History of corrections. Cannot clash with `event`, since an offering's id has no capital letters. */
  overrideEvent: (center: string, at: string, revision: number) => ({
    pk: `CENTER#${center}`,
    sk: `EVENT#${at}#OVERRIDE#${revision}`,
  }),
} as const;

export type Key = { readonly pk: string; readonly sk: string };
