import type { Sent, Session } from '../ports.ts';
import type { Tokens } from './calls.ts';
import type { Steps } from './queue.ts';
import type { Shelf } from './shelf.ts';

/** The parts of sign-in that the team needs. */
export interface SignIn extends Tokens {
  readonly session: Session;
  /** The signed-in person's id at the provider. Null if nobody is signed in. */
  readonly subject: string | null;
  listen(listener: () => void): () => void;
  /**
   * Leaves for the provider's sign-in page.
   * @returns false if the provider cannot be reached
   */
  begin(): Promise<boolean>;
  /** Forgets the tokens and leaves for the provider's own sign-out. */
  leave(): void;
}

/** Messages between the tabs of one browser. They are not stored. */
export interface Channel {
  post(message: TabMessage): void;
  listen(listener: (message: TabMessage) => void): void;
}
export type TabMessage =
  | { readonly type: 'changed' }
  /** @property steps For each version that this person's acts made, the version that it was made from. */
  | { readonly type: 'told'; readonly sent: Sent; readonly steps: Steps }
  /** Every tab has its own sign-in. On this message each tab ends its own. */
  | { readonly type: 'signed-out' };

export interface TeamOptions {
  readonly signIn: SignIn;
  readonly shelf: Shelf;
  readonly channel: Channel;
  readonly fetch: typeof fetch;
  readonly site?: string;
  readonly now?: () => number;
  /** Runs a function, but never in two tabs of the same person at the same time. */
  readonly alone: (owner: string, run: () => Promise<void>) => Promise<void>;
  readonly later: (run: () => void, ms: number) => () => void;
}
