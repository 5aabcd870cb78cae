/** Key attributes of the one table. The construct in infra/ and the store share this file. */
export const tableKeys = { partition: 'pk', sort: 'sk' } as const;
