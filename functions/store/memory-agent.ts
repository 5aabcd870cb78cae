import type { AgentStore, FactStore, Waiting } from './agent-store.ts';
import {
  actsInOrder,
  digestOfVersion,
  FactsChangedError,
  keyOfAct,
  type Progress,
  type StoredAct,
  type StoredFacts,
} from './stored-facts.ts';
import { PrivateChangedError, type StoredPrivate } from './stored-private.ts';

/** The agents' part of the store in memory. */
export function memoryAgent(): FactStore &
  AgentStore & { allFacts(): StoredFacts[]; eraseAgent(center: string): number } {
  const facts = new Map<string, StoredFacts>();
  const acts: StoredAct[] = [];
  const counted = new Map<string, Progress>();
  const waiting = new Map<string, Waiting>();
  const hidden = new Map<string, readonly StoredPrivate[]>();
  const signedOut = new Set<string>();
  const keyOf = ({ center, offering }: Pick<StoredFacts, 'center' | 'offering'>) => `${center}#${offering}`;
  const count = (stored: StoredFacts) => {
    if (stored.progress !== undefined) counted.set(digestOfVersion(stored), stored.progress);
  };
  return {
    allFacts: () => [...facts.values()],
    eraseAgent(center) {
      const own = [...facts].filter(([, one]) => one.center === center);
      for (const [key] of own) facts.delete(key);
      const past = acts.filter((act) => act.center === center).length;
      acts.splice(0, acts.length, ...acts.filter((act) => act.center !== center));
      waiting.delete(center);
      const versions = hidden.get(center)?.length ?? 0;
      hidden.delete(center);
      return own.length + past + versions;
    },
    async facts(center) {
      return [...facts.values()].filter((one) => one.center === center);
    },
    async putFacts(next, previous) {
      if ((facts.get(keyOf(next))?.version ?? null) !== (previous?.version ?? null))
        throw new FactsChangedError(next.offering);
      facts.set(keyOf(next), next);
      acts.push(...next.acts);
      count(next);
    },
    async count(stored) {
      count(stored);
    },
    async progress(from, to) {
      const days = Map.groupBy(
        [...counted.values()].filter(({ day }) => day >= from && day <= to),
        ({ day, state }) => `${day}#${state}`,
      );
      const sum = (all: readonly Progress[], name: 'unknown' | 'confirmed') =>
        all.reduce((total, one) => total + one[name], 0);
      return [...days]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([, all]) =>
          all.slice(0, 1).map((one) => ({ ...one, unknown: sum(all, 'unknown'), confirmed: sum(all, 'confirmed') })),
        );
    },
    async addActs(more) {
      // Keeps the first entry with a key; never overwrites one.
      const there = new Set(actsInOrder(acts).map(keyOfAct));
      acts.push(...more.filter((act) => !there.has(keyOfAct(act))));
    },
    async acts(center) {
      return actsInOrder(acts.filter((act) => act.center === center));
    },
    async wait(one) {
      waiting.set(one.center, one);
    },
    async waiting() {
      return [...waiting.values()];
    },
    async doneWaiting({ center, stamp }) {
      if (waiting.get(center)?.stamp === stamp) waiting.delete(center);
    },
    async privateFields(centers) {
      return new Map(centers.flatMap((center) => (hidden.get(center) ?? []).slice(-1)).map((one) => [one.center, one]));
    },
    async putPrivate(next, previous) {
      const known = hidden.get(next.center) ?? [];
      if ((known.at(-1)?.version ?? null) !== (previous?.version ?? null)) throw new PrivateChangedError(next.center);
      hidden.set(next.center, [...known, next]);
    },
    async keepCode() {
      // Nothing to store: `codes` reads each code from the center's private fields.
    },
    async codes() {
      return [...hidden.values()].flatMap((versions) =>
        versions
          .slice(-1)
          .flatMap(({ center, fields: { facilityCode: code } }) => (code === null ? [] : [{ center, code }])),
      );
    },
    async privateHistory(center) {
      return [...(hidden.get(center) ?? [])];
    },
    async signOut(session) {
      signedOut.add(session);
    },
    async isSignedOut(session) {
      return signedOut.has(session);
    },
  };
}
