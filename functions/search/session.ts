import { type Decoded, decodeContent } from '../dataset/content.ts';
import type { ReadAnswer, ReadRequest } from '../dataset/dataset-reader.ts';
import type { Head } from '../dataset/head.ts';
import type { ContentReader } from '../dataset/read/content-reader.ts';
import type { Budget } from './budget.ts';

/** HEAD moved during a request; the request starts over on the new dataset. */
export class HeadChanged extends Error {}

export interface SessionPorts {
  /** Content that the container keeps. */
  readonly held: (hash: string) => Decoded | undefined;
  readonly keep: (hash: string, content: Decoded) => void;
  /** Called for each item that comes from the container's cache. */
  readonly hit: () => void;
  readonly read: (request: ReadRequest) => Promise<ReadAnswer>;
  /**
   * Receives the table's HEAD.
   * @returns true if it is still the session's
   */
  readonly checked: (head: Head) => boolean;
  readonly budget: Budget;
}

/**
 * The content of one dataset during one request. Combines simultaneous requests for items into one read, and makes a
 * due check of HEAD part of the first read.
 */
export class Session implements ContentReader {
  readonly head: Head;
  readonly #ports: SessionPorts;
  #checkDue: boolean;
  #asked = new Set<string>();
  #turn: Promise<void> | null = null;

  constructor(head: Head, checkDue: boolean, ports: SessionPorts) {
    this.head = head;
    this.#checkDue = checkDue;
    this.#ports = ports;
  }

  at(hash: string): Decoded | undefined {
    const { budget } = this.#ports;
    const own = budget.content.get(hash);
    if (own !== undefined) return own;
    const held = this.#ports.held(hash);
    // Beyond the budget, even a cached item counts as not loaded; the caller's fetch then throws TooBroadError.
    if (held === undefined || !budget.look(hash)) return undefined;
    budget.content.set(hash, held);
    this.#ports.hit();
    return held;
  }

  get left(): number {
    return this.#ports.budget.left;
  }

  fetch(hashes: readonly string[]): Promise<void> {
    for (const hash of hashes) this.#asked.add(hash);
    this.#turn ??= this.#nextTurn();
    return this.#turn;
  }

  /** Makes the due check of HEAD if the request needed no read. */
  async settle(): Promise<void> {
    if (this.#checkDue) await this.fetch([]);
  }

  async #nextTurn(): Promise<void> {
    // Wait one turn of the event loop, so that everything running side by side can add its hashes.
    await new Promise((resolve) => setImmediate(resolve));
    const hashes = [...this.#asked].filter((hash) => this.at(hash) === undefined);
    const check = this.#checkDue;
    this.#asked = new Set();
    this.#turn = null;
    this.#checkDue = false;
    if (hashes.length === 0 && !check) return;
    this.#ports.budget.fetch(hashes);
    const { bodies, head } = await this.#ports.read({ hashes, head: check });
    if (check && head && !this.#ports.checked(head)) throw new HeadChanged();
    for (const [hash, body] of bodies) {
      const content = decodeContent({ hash, body });
      this.#ports.budget.content.set(hash, content);
      this.#ports.keep(hash, content);
    }
  }
}
