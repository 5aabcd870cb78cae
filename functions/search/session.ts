import { type Decoded, decodeContent } from '../dataset/content.ts';
import type { ReadAnswer, ReadRequest } from '../dataset/dataset-reader.ts';
import type { Head } from '../dataset/head.ts';
import type { ContentReader } from '../dataset/read/content-reader.ts';
import type { Budget } from './budget.ts';

/** Thrown if HEAD moved during a request. The request then starts over on the new dataset. */
export class HeadChanged extends Error {}

export interface SessionPorts {
  /** Returns content from the container's cache. */
  readonly held: (hash: string) => Decoded | undefined;
  readonly keep: (hash: string, content: Decoded) => void;
  /** Called each time an item comes from the container's cache. */
  readonly hit: () => void;
  readonly read: (request: ReadRequest) => Promise<ReadAnswer>;
  /**
   * Receives HEAD from the table.
   * @returns true if it is still the HEAD of this session
   */
  readonly checked: (head: Head) => boolean;
  readonly budget: Budget;
}

/**
 * Reads the content of one dataset during one request. Combines simultaneous reads into one, and sends a check of HEAD
 * with the first read, if a check is due.
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
    // An item beyond the budget counts as not loaded even if it is cached. The caller then fetches it, which throws
    // TooBroadError.
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

  /** Checks HEAD, if a check is due and the request did not need a read. */
  async settle(): Promise<void> {
    if (this.#checkDue) await this.fetch([]);
  }

  async #nextTurn(): Promise<void> {
    // Waits for one turn of the event loop, so that all reads that were started in parallel become one request.
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
