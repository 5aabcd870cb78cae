import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

/** Creates the storage of the local sign-in service: in memory, for as long as the server runs. */
export function inMemory(): AdapterFactory {
  const kept = new Map<string, AdapterPayload>();
  const one = (found: (payload: AdapterPayload, key: string) => boolean) =>
    [...kept].find(([key, payload]) => found(payload, key))?.[1];
  return (model): Adapter => {
    const keyOf = (id: string) => `${model}#${id}`;
    const isOwn = (key: string) => key.startsWith(`${model}#`);
    return {
      async upsert(id, payload) {
        kept.set(keyOf(id), payload);
      },
      find: async (id) => kept.get(keyOf(id)),
      findByUid: async (uid) => one((payload, key) => isOwn(key) && payload.uid === uid),
      findByUserCode: async (userCode) => one((payload, key) => isOwn(key) && payload.userCode === userCode),
      async consume(id) {
        const payload = kept.get(keyOf(id));
        if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000);
      },
      async destroy(id) {
        kept.delete(keyOf(id));
      },
      async revokeByGrantId(grantId) {
        for (const [key, payload] of kept) if (payload.grantId === grantId) kept.delete(key);
      },
    };
  };
}
