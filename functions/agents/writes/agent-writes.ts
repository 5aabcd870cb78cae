import { isDeepStrictEqual } from 'node:util';
import { ACCESS_TOKEN_MINUTES, SIGN_IN_HOURS } from '../../faces/agent/person.ts';
import { type AgentWrites, RefusedError } from '../../faces/agent/services.ts';
import { correctWithWaiting } from '../../publish/agent/correct-with-waiting.ts';
import { listedCenter, type RecordingOptions, recordFacts } from '../../publish/agent/record-facts.ts';
import type { AgentStore } from '../../store/agent-store.ts';
import type { DatasetStore } from '../../store/store.ts';
import type { StoredPrivate } from '../../store/stored-private.ts';
import { asRefused, correctionRequestOf } from '../refused.ts';

export interface WritesOptions extends RecordingOptions {
  readonly store: DatasetStore & AgentStore;
}

/** Everything that agents and editors can write. Each write publishes its center. */
export function agentWrites({ store, now }: WritesOptions): AgentWrites {
  return {
    async recordFacts(request) {
      const { facts, acts, published } = await recordFacts(request, { store, now }).catch(asRefused);
      return { stored: facts, acts, version: published?.version ?? null };
    },
    async correct(request) {
      const { stored, published } = await correctWithWaiting(correctionRequestOf(request), { store, now }).catch(
        asRefused,
      );
      return { stored, version: published?.version ?? null };
    },
    async writePrivate({ center, fields, by, seen }) {
      if ((await listedCenter(center, store)) === null) throw new RefusedError({ kind: 'not-there' });
      const before = (await store.privateFields([center])).get(center) ?? null;
      if ((before?.version ?? null) !== seen) {
        // If an earlier try stored the same fields but its answer was lost, this try succeeds too.
        const isSame = before?.version === (seen ?? 0) + 1 && before.by === by;
        if (isSame && isDeepStrictEqual(before.fields, fields)) {
          await store.keepCode(before);
          return before;
        }
        throw new RefusedError({ kind: 'changed' });
      }
      const at = new Date(now()).toISOString();
      const stored: StoredPrivate = { center, fields, by, at, version: (before?.version ?? 0) + 1 };
      await store.putPrivate(stored, before).catch(asRefused);
      return stored;
    },
    // Remembers the sign-out until the last access token of the session has expired.
    signOut: (session, until) =>
      store.signOut(
        session,
        Math.max(until, Math.ceil(now() / 1000) + SIGN_IN_HOURS * 3600) + ACCESS_TOKEN_MINUTES * 60,
      ),
    listedCenter: (center) => listedCenter(center, store),
  };
}
