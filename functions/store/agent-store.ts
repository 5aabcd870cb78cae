import type { Progress, StoredAct, StoredFacts } from './stored-facts.ts';
import type { StoredPrivate } from './stored-private.ts';

/** Facts that agents recorded, with their history. */
export interface FactStore {
  /** The facts of one center, by offering. Strongly consistent. */
  facts(center: string): Promise<StoredFacts[]>;
  /**
   * Sets an offering's facts and adds the acts to the history.
   * @param previous The facts that the caller saw; null if there were none.
   * @throws FactsChangedError if the stored ones are no longer `previous`; nothing was written.
   */
  putFacts(next: StoredFacts, previous: StoredFacts | null): Promise<void>;
  /** Adds a version's change to its day's counts, in case the writer stopped before doing so. */
  count(stored: StoredFacts): Promise<void>;
  /** Adds acts that changed nothing to the history. A repeated act is stored once. */
  addActs(acts: readonly StoredAct[]): Promise<void>;
  /** Every act on the center's offerings, the earliest key press first. Entries are never removed. */
  acts(center: string): Promise<StoredAct[]>;
  /** Changes of the counts, by day and state, earliest day first. @param from First day. @param to Last day. */
  progress(from: string, to: string): Promise<Progress[]>;
}

/** A center with facts that are recorded and not published yet. */
export interface Waiting {
  readonly center: string;
  /** Identifies the request to publish. */
  readonly stamp: string;
}

/** Centers that wait to be published. */
export interface WaitingStore {
  wait(waiting: Waiting): Promise<void>;
  /** Every center that waits. Strongly consistent. */
  waiting(): Promise<Waiting[]>;
  /** Takes a center off the list, unless it was added again since. */
  doneWaiting(waiting: Waiting): Promise<void>;
}

/** The private fields of centers. */
export interface PrivateStore {
  /** The private fields of some centers, by id, without centers that have none. Strongly consistent. */
  privateFields(centers: readonly string[]): Promise<Map<string, StoredPrivate>>;
  /**
   * Sets a center's private fields, adds them to their history and its code to the list of codes.
   * @throws PrivateChangedError if the stored ones are no longer `previous`; nothing was written.
   */
  putPrivate(next: StoredPrivate, previous: StoredPrivate | null): Promise<void>;
  /** Writes a center's code to the list of codes, if its writer stopped before it did. An older version changes nothing. */
  keepCode(stored: StoredPrivate): Promise<void>;
  /** Every center that has a code, in no order. Strongly consistent. */
  codes(): Promise<{ readonly center: string; readonly code: string }[]>;
  /** Every version of a center's private fields, oldest first. */
  privateHistory(center: string): Promise<StoredPrivate[]>;
}

/** Sign-ins that were ended before their tokens expire. */
interface SignOutStore {
  /**
   * @param until When the session's last token expires, in seconds since 1970. The store may then forget the sign-out.
   */
  signOut(session: string, until: number): Promise<void>;
  isSignedOut(session: string): Promise<boolean>;
}

export type AgentStore = WaitingStore & PrivateStore & SignOutStore;
