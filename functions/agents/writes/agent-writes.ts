import { type AgentWrites, RefusedError } from '../../faces/agent/services.ts';
import { listedCenter, type RecordingOptions, recordFacts } from '../../publish/agent/record-facts.ts';
import { UnknownOfferingError } from '../../publish/confirm.ts';
import { OverrideRefusedError, override, UnknownCenterError } from '../../publish/override.ts';
import type { AgentStore } from '../../store/agent-store.ts';
import { type DatasetStore, HeadMovedError } from '../../store/store.ts';
import { FactsChangedError } from '../../store/stored-facts.ts';
import { OverrideChangedError } from '../../store/stored-override.ts';
import { PrivateChangedError, type StoredPrivate } from '../../store/stored-private.ts';

export interface WritesOptions extends RecordingOptions {
  readonly store: DatasetStore & AgentStore;
}

/** What agents and editors write, each with its publish. */
export function agentWrites({ store, now }: WritesOptions): AgentWrites {
  return {
    async recordFacts(request) {
      const { facts, acts, published } = await recordFacts(request, { store, now }).catch(asRefused);
      return { stored: facts, acts, version: published?.version ?? null };
    },
    async correct({ set, clear, seen, ...request }) {
      const given = {
        ...request,
        set: set.map(({ path, value }) => ({ path, value: value as never })),
        clear: clear === 'all' ? clear : [...clear],
        seen,
      };
      const { override: stored, version } = await override(given, { store, now: now() }).catch(asRefused);
      return { stored, version };
    },
    async writePrivate({ center, fields, by, seen }) {
      if ((await listedCenter(center, store)) === null) throw new RefusedError({ kind: 'not-there' });
      const before = (await store.privateFields([center])).get(center) ?? null;
      if ((before?.version ?? null) !== seen) throw new RefusedError({ kind: 'changed' });
      const at = new Date(now()).toISOString();
      const stored: StoredPrivate = { center, fields, by, at, version: (before?.version ?? 0) + 1 };
      await store.putPrivate(stored, before).catch(asRefused);
      return stored;
    },
    signOut: (session, until) => store.signOut(session, until),
    listedCenter: (center) => listedCenter(center, store),
  };
}

const changed = [OverrideChangedError, PrivateChangedError];
const notThere = [UnknownOfferingError, UnknownCenterError];

function asRefused(error: unknown): never {
  if (error instanceof FactsChangedError) throw new RefusedError({ kind: 'changed', target: error.offering }, error);
  if (changed.some((kind) => error instanceof kind)) throw new RefusedError({ kind: 'changed' }, error);
  if (notThere.some((kind) => error instanceof kind)) throw new RefusedError({ kind: 'not-there' }, error);
  if (error instanceof HeadMovedError) throw new RefusedError({ kind: 'busy' }, error);
  if (error instanceof OverrideRefusedError) throw new RefusedError({ kind: 'faults', faults: error.faults }, error);
  throw error;
}
