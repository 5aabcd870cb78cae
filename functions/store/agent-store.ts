import type { Progress, StoredAct, StoredFacts } from './stored-facts.ts';
import type { StoredPrivate } from './stored-private.ts';

/** Facts that agents recorded, with their history. */
export interface FactStore {
  /** The facts of one center, by offering. Strongly consistent. */
  facts(center: string): Promise<StoredFacts[]>;
  /**
   * Sets an offering's facts and adds the acts to the history.
   * @param previous The facts that the caller saw; null if there were none.
   * @throws FactsChangedError if the stored facts are no longer `previous`; nothing was written.
   */
  putFacts(next: StoredFacts, previous: StoredFacts | null): Promise<void>;
  /**
   * Adds to the counts of a day what this version changed, in case its writer stopped before doing so. Does so only
   * once.
   */
  count(stored: StoredFacts): Promise<void>;
  /** Adds to the history acts that did not change the current facts. A repeated act is stored once. */
  addActs(acts: readonly StoredAct[]): Promise<void>;
  /**
   * Every act on the center's offerings, the earliest key press first. An act is one fact that an agent recorded. Acts
   * are never removed.
   */
  acts(center: string): Promise<StoredAct[]>;
  /**
   * What changed the counts of unknown and confirmed offerings, by day and state, earliest day first.
   * @param from First day.
   * @param to Last day.
   */
  progress(from: string, to: string): Promise<Progress[]>;
}

/** A center that waits to be published: facts about it were recorded, but are not in the dataset yet. */
export interface Waiting {
  readonly center: string;
  /** A mark that changes each time the center is added to the list. */
  readonly stamp: string;
}

/** Centers that wait to be published. */
export interface WaitingStore {
  wait(waiting: Waiting): Promise<void>;
  /** Every center that waits to be published. Strongly consistent. */
  waiting(): Promise<Waiting[]>;
  /** Removes a center from the list of waiting centers, unless it was added again since. */
  doneWaiting(waiting: Waiting): Promise<void>;
}

/** The private fields of centers, which only the admissions team sees. */
export interface PrivateStore {
  /** The private fields of some centers, by id, without centers that have none. Strongly consistent. */
  privateFields(centers: readonly string[]): Promise<Map<string, StoredPrivate>>;
  /**
   * Sets a center's private fields, adds them to their history, and updates the center's code in the list of codes.
   * @throws PrivateChangedError if the stored fields are no longer `previous`; nothing was written.
   */
  putPrivate(next: StoredPrivate, previous: StoredPrivate | null): Promise<void>;
  /**
   * Updates a center's code in the list of codes, in case the fields' writer stopped before doing so. Does nothing if
   * the list has a newer version.
   */
  keepCode(stored: StoredPrivate): Promise<void>;
  /** Every center that has a code, in no order. Strongly consistent. */
  codes(): Promise<{ readonly center: string; readonly code: string }[]>;
  /** Every version of a center's private fields, oldest first. */
  privateHistory(center: string): Promise<StoredPrivate[]>;
}

/** Sign-ins that a person ended before the access tokens expired. */
interface SignOutStore {
  /**
   * Ends a sign-in.
   * @param until When the session's last token expires, in seconds since 1970. After that, the store may forget the
   * sign-out.
   */
  signOut(session: string, until: number): Promise<void>;
  isSignedOut(session: string): Promise<boolean>;
}

export type AgentStore = WaitingStore & PrivateStore & SignOutStore;
