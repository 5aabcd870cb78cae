import type { CenterRecord } from '../../../domain/record.ts';
import type { StoredCorrections } from '../../../store/stored-corrections.ts';
import type { StoredAct, StoredFact, StoredFacts } from '../../../store/stored-facts.ts';
import type { StoredPrivate } from '../../../store/stored-private.ts';

/**
 * The facts that agents recorded about an offering, or about an unknown level.
 * @param now Milliseconds since 1970: decides what is stale.
 */
export function recordedAnswer(facts: StoredFacts | undefined, now: number) {
  const shown = Object.entries(facts?.facts ?? {}).map(([field, fact]) => [field, factAnswer(fact, now)]);
  return { version: facts?.version ?? 0, facts: Object.fromEntries(shown) as Record<string, FactAnswer> };
}

function factAnswer({ value, by, at, expiresAt }: StoredFact, now: number) {
  return { value, by, at, expiresAt, stale: expiresAt !== null && Date.parse(expiresAt) <= now };
}
type FactAnswer = ReturnType<typeof factAnswer>;

/** One entry of the history, as the answer shows it. */
export function actAnswer({ offering, field, value, by, at, recordedAt, expiresAt, took }: StoredAct) {
  return { offering, field, value, by, at, recordedAt, expiresAt, took };
}

export function privateAnswer(stored: StoredPrivate | undefined) {
  const none = { facilityCode: null, directIntakeLine: null, warmTransferNote: null, internalNotes: null };
  return { version: stored?.version ?? 0, ...(stored?.fields ?? none), by: stored?.by ?? null, at: stored?.at ?? null };
}

export function correctionsAnswer(stored: StoredCorrections | null) {
  const { revision = 0, corrections = [], reason = null, by = null, at = null } = stored ?? {};
  return { version: revision, corrections, reason, by, at };
}

/** For each unknown level, the facts that agents recorded about it. */
export function unknownLevelsOf(
  unknownLevels: CenterRecord['center']['unknownLevels'],
  recorded: ReadonlyMap<string, StoredFacts>,
  now: number,
) {
  return unknownLevels.map((level) => ({ level, recorded: recordedAnswer(recorded.get(level), now) }));
}
