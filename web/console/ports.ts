import type { AgentCenterAnswer, FactsAnswer, FactValue, Problem } from '../client/types.ts';

/**
 * What the rest of the console gets from the team's part: who is signed in, what was recorded, and what is still
 * waiting to be sent.
 */
export interface Team {
  /** The current state. Each change creates a new object. */
  readonly state: TeamState;
  /** @param listener Called after each change of `state`. @returns a function that stops the calls */
  listen(listener: () => void): () => void;
  /**
   * Leaves for the sign-in page. Returns to the same `#center=<id>`; searches are not kept.
   * @returns false if the sign-in service cannot be reached; the page then stays.
   */
  signIn(): Promise<boolean>;
  /**
   * Signs out everywhere. Acts that are still waiting stay on this computer and are sent after the
   * same person signs in again.
   * @throws NoAnswerError, ProblemError if signing out failed; the person is then still signed in.
   */
  signOut(): Promise<void>;
  /**
   * Reads a center with its private fields and versions. Kept in memory only.
   * @throws ProblemError, NoAnswerError
   */
  center(id: string, signal?: AbortSignal): Promise<AgentCenterAnswer>;
  /**
   * Reads the team's code of every center that has one, sorted by code. Kept in memory only.
   * @throws ProblemError, NoAnswerError
   */
  codes(signal?: AbortSignal): Promise<readonly CenterCode[]>;
  /** Stores an act, then sends it. Never throws: an act that cannot be sent now waits. */
  send(press: Press): Promise<Sent>;
  /**
   * Undoes an act by recording a new one. Each fact gets its earlier value back, or the listing's own if
   * nobody had recorded one.
   */
  undo(act: Act): Promise<Sent>;
  /**
   * Resolves a conflict. `mine` records this agent's act again, with the current time; `theirs` keeps what the other
   * person recorded.
   */
  decide(id: string, keep: 'mine' | 'theirs'): Promise<Sent | null>;
  /** Removes a result from `state.settled` once the agent has read it. */
  dismiss(id: string): void;
}

/** The code that the team uses for a center. */
export interface CenterCode {
  readonly code: string;
  readonly center: string;
}

export interface TeamState {
  readonly session: Session;
  /** When the API first failed to answer, in UTC. Null while it answers. */
  readonly offlineSince: string | null;
  /** Acts that are not recorded yet, in the order of their key presses. */
  readonly waiting: readonly Act[];
  /** Acts that conflict with an earlier one by somebody else. A person has to decide. */
  readonly conflicts: readonly Conflict[];
  /** Results of acts that had waited, the latest first. The screen shows one line for each. */
  readonly settled: readonly Sent[];
}

export type Session =
  /** The page has just opened, and it is not known yet if somebody is signed in. */
  | { readonly kind: 'opening' }
  /** Nobody is signed in. `ended` means that a session expired; what is on the screen stays. */
  | { readonly kind: 'out'; readonly ended: boolean }
  | { readonly kind: 'in'; readonly person: Person };

export interface Person {
  /** Sign-in name of the person, as the history shows it. */
  readonly name: string;
  /** Sorted from fewest rights to most. Editors and leads may do everything that agents do. */
  readonly groups: readonly ('agent' | 'lead' | 'editor')[];
}

/** One key press: what an agent found out about an offering. */
export interface Press {
  readonly center: string;
  /** An offering's id, or a level that the listing does not know about. */
  readonly offering: string;
  /** Recorded values, keyed by field: `level`, `intake`, `schedule.evening`, … Every value is from a closed list. */
  readonly facts: Readonly<Record<string, FactValue>>;
  /** When these facts become stale, in UTC. @default 90 days after the key press */
  readonly expiresAt?: string;
  /** When the key was pressed, in UTC. */
  readonly pressedAt: string;
  /**
   * What was recorded about the offering when the agent saw it. Null if that was not on screen, as in an outage; if
   * another act conflicts, the later key press wins.
   */
  readonly seen: Seen | null;
}

/** The recorded facts when the key was pressed: some of the properties of the client's type `Recorded`. */
export interface Seen {
  readonly version: number;
  readonly facts: Readonly<Record<string, SeenFact>>;
}
export interface SeenFact {
  readonly value: FactValue;
  readonly at: string;
  readonly expiresAt: string | null;
  /** Name of the person who recorded the fact. Never stored on this computer. */
  readonly by?: string;
}

/** A key press with its id. The act is stored under that id. */
export interface Act extends Press {
  readonly id: string;
}

export interface Sent {
  readonly act: Act;
  readonly outcome: Outcome;
}

export type Outcome =
  | {
      readonly kind: 'recorded';
      readonly answer: FactsAnswer;
      /**
       * Fields of this act for which somebody had already recorded a later key press. For them the act changed nothing
       * and is only in the history.
       */
      readonly history: readonly string[];
      /** True if somebody else recorded something about this offering after the agent saw it and before this act. */
      readonly meanwhile: boolean;
    }
  /**
   * The act was stored with the time of its key press. It is sent as soon as the API answers and the person is signed
   * in.
   */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'conflict'; readonly conflict: Conflict }
  /** The API refuses the act, and will always refuse it. */
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Two acts of different people about one offering, where the second person had not seen the first act. */
export interface Conflict {
  readonly id: string;
  readonly mine: Act;
  /** The offering's facts that are in effect now. */
  readonly theirs: Seen;
}
