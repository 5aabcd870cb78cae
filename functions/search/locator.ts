import { LRUCache } from 'lru-cache';
import { isPayerKind } from '../domain/payer.ts';
import { type Decoded, decodeContent } from './content.ts';
import type { Head } from './dataset.ts';
import { type DatasetReader, type Meter, MissingContentError, StoreUnavailableError } from './dataset-reader.ts';
import { type ListingContext, listing } from './listing.ts';
import { centerById, centersAt, keysOfOrganizations } from './lookup.ts';
import { nearest } from './nearest.ts';
import { organizationListing } from './organization-listing.ts';
import type { PackedCenter } from './packed-center.ts';
import type { NearQuery, SearchResult, StateQuery } from './query.ts';
import { type ContentReader, read } from './reader.ts';
import type { Summary } from './summary.ts';

/** How old a container's view of the pointer may be when a request begins. */
const HEAD_AGE_MS = 5_000;
/** Room for decoded content, by the length of its text; decoded it takes about three times that. */
const CACHE_TEXT_BYTES = 96 * 1024 * 1024;

export interface LocatorOptions {
  readonly store: DatasetReader;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** 0 turns the container's cache off, for measuring; directories are kept all the same. */
  readonly cacheBytes?: number;
}

/** An answer with the one dataset that all of it came from. */
export interface FromDataset<Answer> {
  readonly answer: Answer;
  readonly head: Head;
  readonly summary: Summary;
}

/** Nothing has been published to the table yet. */
export class NothingPublishedError extends Error {
  override readonly name = 'NothingPublishedError';
}

/** The pointer moved while a search was under way; it starts again on the new dataset. */
class HeadChanged extends Error {}

/**
 * Answers questions from the published dataset. Keeps, per container, the pointer for a few seconds and immutable
 * content by its hash, which cannot go stale. Every answer comes from one dataset, whole, or it is an error.
 */
export class Locator {
  readonly #store: DatasetReader;
  readonly #now: () => number;
  readonly #content: LRUCache<string, Decoded>;
  readonly #keepPages: boolean;
  #head: { readonly value: Head; readonly readAt: number } | null = null;

  constructor({ store, now = Date.now, cacheBytes = CACHE_TEXT_BYTES }: LocatorOptions) {
    this.#store = store;
    this.#now = now;
    this.#keepPages = cacheBytes > 0;
    this.#content = new LRUCache({
      maxSize: cacheBytes > 0 ? cacheBytes : CACHE_TEXT_BYTES,
      sizeCalculation: ({ bytes }) => Math.max(1, bytes),
    });
  }

  /** The nearest centers that match. */
  near(query: NearQuery, meter: Meter): Promise<FromDataset<SearchResult>> {
    return this.#withDataset(meter, async (reader, head, summary) => {
      const { organization } = query.filter;
      const only = organization ? await keysOfOrganizations(organization, head.roots, reader) : null;
      return nearest(query, { reader, root: head.roots.where, summary, only, now: this.#now() });
    });
  }

  /** The first centers of a state that match, by city, name and id. */
  inState(query: StateQuery, meter: Meter): Promise<FromDataset<SearchResult>> {
    return this.#withDataset(meter, async (reader, head, summary) => {
      const context: ListingContext = { reader, root: head.roots.listing, summary, now: this.#now() };
      const { organization } = query.filter;
      if (organization === undefined) return listing(query, context);
      const keys = await keysOfOrganizations(organization, head.roots, reader);
      return organizationListing(query, await centersAt(keys, head.roots.where, reader), this.#now());
    });
  }

  /** One center; null where the dataset has none of that id. */
  center(id: string, meter: Meter): Promise<FromDataset<PackedCenter | null>> {
    return this.#withDataset(meter, (reader, head) => centerById(id, head.roots, reader));
  }

  /** What the dataset holds, in counts. */
  overview(meter: Meter): Promise<FromDataset<null>> {
    return this.#withDataset(meter, async () => null);
  }

  /** The insurers that the dataset names, as last seen: for reading a request, with no check of the pointer. */
  async glimpse(meter: Meter): Promise<{ insurers: readonly string[] }> {
    const session = await this.#open(meter);
    const { values } = await summaryOf(session);
    return { insurers: Object.keys(values.payer ?? {}).filter((payer) => !isPayerKind(payer)) };
  }

  async #withDataset<Answer>(
    meter: Meter,
    ask: (reader: ContentReader, head: Head, summary: Summary) => Promise<Answer>,
  ): Promise<FromDataset<Answer>> {
    for (let attempt = 0; ; attempt += 1) {
      const session = await this.#open(meter);
      try {
        const summary = await summaryOf(session);
        const answer = await ask(session, session.head, summary);
        await session.settle();
        return { answer, head: session.head, summary };
      } catch (error) {
        const collected = error instanceof MissingContentError;
        if (!collected && !(error instanceof HeadChanged)) throw error;
        if (attempt === 2) throw new StoreUnavailableError('the dataset keeps changing', { cause: error });
        if (collected) this.#head = null;
      }
    }
  }

  async #open(meter: Meter): Promise<Session> {
    const now = this.#now();
    if (this.#head === null) {
      const { head } = await this.#store.read({ hashes: [], head: true }, meter);
      if (!head) throw new NothingPublishedError('no dataset has been published to this table');
      this.#head = { value: head, readAt: now };
    }
    const { value, readAt } = this.#head;
    return new Session(value, now - readAt > HEAD_AGE_MS, {
      held: (hash) => this.#content.get(hash),
      keep: (hash, content) => {
        if (this.#keepPages || content.kind === 'node' || content.kind === 'summary') this.#content.set(hash, content);
      },
      read: (request) => this.#store.read(request, meter),
      checked: (head) => {
        // A late replica may still show an older pointer: never go back.
        const newer = head.revision > value.revision ? head : value;
        this.#head = { value: newer, readAt: now };
        return newer.revision === value.revision;
      },
    });
  }
}

/** The dataset's counts. A container that has nothing yet gets them and the tops of all orders in one round trip. */
async function summaryOf(session: Session): Promise<Summary> {
  const { summary, roots } = session.head;
  if (session.at(summary) === undefined) await session.fetch([summary, ...Object.values(roots)]);
  return (await read(session, summary, 'summary')).summary;
}

interface SessionPorts {
  readonly held: (hash: string) => Decoded | undefined;
  readonly keep: (hash: string, content: Decoded) => void;
  readonly read: DatasetReader['read'] extends (request: infer Request, meter: Meter) => infer Answer
    ? (request: Request) => Answer
    : never;
  /** Takes the pointer as the table has it; whether it is still the session's. */
  readonly checked: (head: Head) => boolean;
}

/** The content of one dataset during one request. A check of the pointer that is due rides along with the first read. */
class Session implements ContentReader {
  readonly head: Head;
  readonly #ports: SessionPorts;
  /** What this request fetched stays until it ends, whatever the cache evicts. */
  readonly #own = new Map<string, Decoded>();
  #checkDue: boolean;

  constructor(head: Head, checkDue: boolean, ports: SessionPorts) {
    this.head = head;
    this.#checkDue = checkDue;
    this.#ports = ports;
  }

  at(hash: string): Decoded | undefined {
    return this.#own.get(hash) ?? this.#ports.held(hash);
  }

  async fetch(hashes: readonly string[]): Promise<void> {
    const check = this.#checkDue;
    this.#checkDue = false;
    const { bodies, head } = await this.#ports.read({ hashes, head: check });
    if (check && head && !this.#ports.checked(head)) throw new HeadChanged();
    for (const [hash, body] of bodies) {
      const content = decodeContent({ hash, body });
      this.#own.set(hash, content);
      this.#ports.keep(hash, content);
    }
  }

  /** Makes the check that is still due when a request needed no read at all. */
  async settle(): Promise<void> {
    if (this.#checkDue) await this.fetch([]);
  }
}
