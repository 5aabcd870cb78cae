import { LRUCache } from 'lru-cache';
import type { Decoded } from '../dataset/content.ts';
import {
  type DatasetReader,
  type Meter,
  MissingContentError,
  NothingPublishedError,
  StoreUnavailableError,
} from '../dataset/dataset-reader.ts';
import type { Head, VersionKey } from '../dataset/head.ts';
import { type ContentReader, read } from '../dataset/read/content-reader.ts';
import type { Summary } from '../dataset/summary.ts';
import { budgetOf } from './budget.ts';
import type { NearestContext } from './nearest.ts';
import { HeadChanged, Session } from './session.ts';
import { tallyOf } from './tally.ts';

/** Maximum age of a container's copy of HEAD when a request begins. If it is older, the request checks HEAD. */
const HEAD_AGE_MS = 5_000;
/** Size of the cache for decoded content, in bytes of text. In memory, the content takes about three times as much. */
const CACHE_TEXT_BYTES = 64 * 1024 * 1024;
const OLD_HEADS = 32;
const MOST_ATTEMPTS = 3;

export interface DatasetsOptions {
  readonly store: DatasetReader;
  /** Current time in milliseconds since 1970. */
  readonly now?: () => number;
  /** Size of the cache. 0 turns off the cache of pages for measurements; index nodes are still cached. */
  readonly cacheBytes?: number;
}

/** An answer, and the dataset that all of it came from. */
export interface FromDataset<Result> {
  readonly answer: Result;
  readonly head: Head;
  readonly summary: Summary;
}

/** The dataset that a cursor names has been deleted. */
export class DatasetGoneError extends Error {
  override readonly name = 'DatasetGoneError';
}

interface KnownHead {
  readonly value: Head;
  readonly readAt: number;
}

/**
 * The newer of two HEADs. A late replica may return an older HEAD, and requests end in any order, so a container must
 * never go back to an older one.
 */
const newer = (known: KnownHead | null, read: KnownHead): KnownHead =>
  known === null || read.value.revision > known.value.revision
    ? read
    : { value: known.value, readAt: Math.max(known.readAt, read.readAt) };

/** Answers one question from one dataset. */
export type Ask<Result> = (session: Session, context: NearestContext) => Promise<Result>;

/**
 * Gives a container access to the published datasets. Caches HEAD for a few seconds. Caches content by its hash; it is
 * immutable, so it cannot become stale. Every answer comes from one dataset only, or is an error.
 */
export class Datasets {
  readonly #store: DatasetReader;
  readonly #now: () => number;
  readonly #content: LRUCache<string, Decoded>;
  readonly #oldHeads = new LRUCache<string, Head>({ max: OLD_HEADS });
  readonly #keepPages: boolean;
  #head: KnownHead | null = null;
  /**
   * True if the dataset of the cached HEAD was deleted by garbage collection. Then HEAD has moved, and must be read
   * again.
   */
  #isGone = false;

  constructor({ store, now = Date.now, cacheBytes = CACHE_TEXT_BYTES }: DatasetsOptions) {
    this.#store = store;
    this.#now = now;
    this.#keepPages = cacheBytes > 0;
    this.#content = new LRUCache({
      maxSize: cacheBytes > 0 ? cacheBytes : CACHE_TEXT_BYTES,
      sizeCalculation: ({ bytes }) => Math.max(1, bytes),
    });
  }

  /**
   * Answers a question from one dataset: the current one, or the version that a cursor names. Starts over if HEAD moves
   * meanwhile.
   * @param settle True to check HEAD, if a check is due, even when the question needed no read.
   */
  async answer<Result>(
    meter: Meter,
    version: VersionKey | null,
    ask: Ask<Result>,
    settle = true,
  ): Promise<FromDataset<Result>> {
    const takeBack = budgetOf(meter).mark();
    for (let attempt = 1; ; attempt += 1) {
      const session = version === null ? await this.#open(meter) : await this.#openVersion(version, meter);
      try {
        const summary = await summaryOf(session);
        const { head } = session;
        const context = { reader: session, root: head.roots.where, summary, only: null, now: this.#now() };
        const answer = await ask(session, context);
        if (settle) await session.settle();
        return { answer, head, summary };
      } catch (error) {
        const collected = error instanceof MissingContentError;
        if (collected && version !== null) throw new DatasetGoneError('the dataset was collected', { cause: error });
        if (!collected && !(error instanceof HeadChanged)) throw error;
        if (attempt === MOST_ATTEMPTS) throw new StoreUnavailableError('the dataset keeps changing', { cause: error });
        if (collected) this.#isGone = true;
        takeBack();
      }
    }
  }

  async #open(meter: Meter): Promise<Session> {
    const now = this.#now();
    if (this.#head === null || this.#isGone) {
      const { head } = await this.#store.read({ hashes: [], head: true }, meter);
      if (!head) throw new NothingPublishedError('no dataset has been published to this table');
      this.#isGone = false;
      this.#head = newer(this.#head, { value: head, readAt: now });
    }
    const { value, readAt } = this.#head;
    return this.#session(value, now - readAt > HEAD_AGE_MS, meter, (head) => {
      this.#head = newer(this.#head, { value: head, readAt: now });
      return this.#head.value.revision === value.revision;
    });
  }

  /** Opens a dataset that may no longer be the current one. It is immutable, so HEAD needs no check. */
  async #openVersion(version: VersionKey, meter: Meter): Promise<Session> {
    const current = this.#head?.value;
    const known = current?.version === version.version ? current : this.#oldHeads.get(version.version);
    const head = known ?? (await this.#store.readVersion(version, meter));
    if (head === null) throw new DatasetGoneError('the dataset was collected');
    this.#oldHeads.set(version.version, head);
    return this.#session(head, false, meter, () => true);
  }

  #session(head: Head, checkDue: boolean, meter: Meter, checked: (head: Head) => boolean): Session {
    return new Session(head, checkDue, {
      held: (hash) => this.#content.get(hash),
      keep: (hash, content) => {
        const isPage = content.kind === 'centers' || content.kind === 'pointers';
        if (this.#keepPages || !isPage) this.#content.set(hash, content);
      },
      hit: () => {
        tallyOf(meter).cacheHits += 1;
      },
      read: (request) => this.#store.read(request, meter),
      checked,
      budget: budgetOf(meter),
    });
  }
}

/**
 * Reads the dataset's counts. A new container reads them together with the root of the index "where", in one round
 * trip.
 */
async function summaryOf(session: Session): Promise<Summary> {
  const { summary, roots } = session.head;
  if (session.at(summary) === undefined) await session.fetch([summary, roots.where]);
  return (await read(session as ContentReader, summary, 'summary')).summary;
}
