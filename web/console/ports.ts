import type { AgentCenterAnswer, FactsAnswer, FactValue, Problem } from '../client/types.ts';

/** What the console's parts know of the team: who is signed in, what was recorded, and what still waits to be sent. */
export interface Team {
  /** What holds now; another object after each change. */
  readonly state: TeamState;
  /** @param listener Called after each change of `state`. @returns what ends that */
  listen(listener: () => void): () => void;
  /**
   * Leaves for the sign-in page. `#center=<id>` is there again afterwards; searches are not.
   * @returns false where the sign-in service cannot be reached: then the page stays.
   */
  signIn(): Promise<boolean>;
  /** Ends the sign-in everywhere. @throws NoAnswerError, ProblemError where it could not: then the person is still signed in. Acts that still wait stay on this computer and are sent after the next sign-in of the same person. */
  signOut(): Promise<void>;
  /**
   * A center with private fields and versions. It is kept in memory only.
   * @throws ProblemError, NoAnswerError
   */
  center(id: string, signal?: AbortSignal): Promise<AgentCenterAnswer>;
  /**
   * The team's code of every center that has one, by code. It is kept in memory only.
   * @throws ProblemError, NoAnswerError
   */
  codes(signal?: AbortSignal): Promise<readonly CenterCode[]>;
  /** Keeps an act, then sends it. It never throws: what cannot be sent now waits. */
  send(press: Press): Promise<Sent>;
  /** Takes an act back by a new one: each fact is again what it was, or the listing's own word. */
  undo(act: Act): Promise<Sent>;
  /** Ends a conflict: `mine` is recorded as pressed now; `theirs` leaves what the other person recorded. */
  decide(id: string, keep: 'mine' | 'theirs'): Promise<Sent | null>;
  /** Forgets a line of `state.settled` that was read. */
  dismiss(id: string): void;
}

/** How the team calls a center. */
export interface CenterCode {
  readonly code: string;
  readonly center: string;
}

export interface TeamState {
  readonly session: Session;
  /** Null while the API answers; otherwise when it first did not, in UTC. */
  readonly offlineSince: string | null;
  /** Acts that are not recorded yet, in the order of their key presses. */
  readonly waiting: readonly Act[];
  /** Acts that came second. A person has to decide. */
  readonly conflicts: readonly Conflict[];
  /** What became of acts that had waited, the latest first: for one line each. */
  readonly settled: readonly Sent[];
}

export type Session =
  /** The page was opened just now, and it is not known yet. */
  | { readonly kind: 'opening' }
  /** Nobody is signed in. `ended`: somebody was, and the session is over. What is on the screen stays. */
  | { readonly kind: 'out'; readonly ended: boolean }
  | { readonly kind: 'in'; readonly person: Person };

export interface Person {
  /** Sign-in name, as the history shows it. */
  readonly name: string;
  /** From the least rights to the most. Editors and leads may do what agents do. */
  readonly groups: readonly ('agent' | 'lead' | 'editor')[];
}

/** One key press: what an agent found out. */
export interface Press {
  readonly center: string;
  /** An offering's id, or the name of a level that is unknown. */
  readonly offering: string;
  /** Closed values only, by field: `level`, `intake`, `schedule.evening`, … */
  readonly facts: Readonly<Record<string, FactValue>>;
  /** When these facts become stale, in UTC. @default 90 days after the key press */
  readonly expiresAt?: string;
  /** When the key was pressed, in UTC. */
  readonly pressedAt: string;
  /** `recorded` of the offering as the agent saw it; null where it was not on the screen (offline), and times decide. */
  readonly seen: Seen | null;
}

/** What was recorded when the key was pressed. `Recorded` of the client fits. */
export interface Seen {
  readonly version: number;
  readonly facts: Readonly<Record<string, SeenFact>>;
}
export interface SeenFact {
  readonly value: FactValue;
  readonly at: string;
  readonly expiresAt: string | null;
  /** Who recorded it. It is not kept on this computer. */
  readonly by?: string;
}

/** A press with the name under which it is kept. */
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
      /** Fields for which somebody had recorded a later key press: this act changed nothing there and is in the history. */
      readonly history: readonly string[];
      /** True if somebody else recorded something of this offering between `seen` and this act. */
      readonly meanwhile: boolean;
    }
  /** Kept with the time of its key press; sent as soon as the API answers and somebody is signed in. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'conflict'; readonly conflict: Conflict }
  /** The API will never take it. */
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Two people recorded of one offering, and the second had not seen the first. */
export interface Conflict {
  readonly id: string;
  readonly mine: Act;
  /** What holds now. */
  readonly theirs: Seen;
}
