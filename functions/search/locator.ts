import { LRUCache } from 'lru-cache';
import { isPayerKind } from '../domain/payer.ts';
import { geohashBox } from '../geo/geohash.ts';
import { type Alternative, alternatives, alternativesWithoutOrigin, bothOf, type Chosen } from './alternatives.ts';
import { centersNamed, keysOf, type Named } from './by-name.ts';
import type { Decoded } from './content.ts';
import { continuum, type Step } from './continuum.ts';
import type { Head, VersionKey } from './dataset.ts';
import { type DatasetReader, type Meter, MissingContentError, StoreUnavailableError } from './dataset-reader.ts';
import { compileFilter, type Filter } from './filter.ts';
import type { KeySet } from './key-range.ts';
import { listing, listingKeyOfRow } from './listing.ts';
import { centerById, centersAt, keysOfOrganizations } from './lookup.ts';
import { type NearestContext, nearest, nearestToCell } from './nearest.ts';
import { type PackedCenter, packed } from './packed-center.ts';
import { nameKeyOf } from './pointer.ts';
import {
  type CellQuery,
  type NameQuery,
  type NearQuery,
  type SearchResult,
  type StateQuery,
  TooBroadError,
} from './query.ts';
import { fromPoint, fromRegion } from './reach.ts';
import { type ContentReader, read } from './reader.ts';
import { HeadChanged, Session } from './session.ts';
import { sortedRows } from './sorted-rows.ts';
import type { Summary } from './summary.ts';

/** How old a container's view of the pointer may be when a request begins. */
const HEAD_AGE_MS = 5_000;
/** Room for decoded content, by the length of its text; decoded it takes about three times that. */
const CACHE_TEXT_BYTES = 96 * 1024 * 1024;
const OLD_HEADS = 32;
const MOST_ATTEMPTS = 3;

export interface LocatorOptions {
  readonly store: DatasetReader;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** 0 turns the cache of pages off, for measuring; directories are kept all the same. */
  readonly cacheBytes?: number;
}

/** An answer with the one dataset that all of it came from. */
export interface FromDataset<Result> {
  readonly answer: Result;
  readonly head: Head;
  readonly summary: Summary;
}

/** A page of results, and for a first page that is not full the changes that would find more. */
export type Answer = SearchResult & { readonly alternatives: readonly Alternative[] };

/** Nothing has been published to the table yet. */
export class NothingPublishedError extends Error {
  override readonly name = 'NothingPublishedError';
}

/** The dataset that a page of results came from has been collected. */
export class DatasetGoneError extends Error {
  override readonly name = 'DatasetGoneError';
}

/**
 * Answers questions from the published dataset. Keeps, per container, the pointer for a few seconds and immutable
 * content by its hash, which cannot go stale. Every answer comes from one dataset, whole, or it is an error.
 */
export class Locator {
  readonly #store: DatasetReader;
  readonly #now: () => number;
  readonly #content: LRUCache<string, Decoded>;
  readonly #oldHeads = new LRUCache<string, Head>({ max: OLD_HEADS });
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
  near(query: NearQuery, meter: Meter, version: VersionKey | null = null): Promise<FromDataset<Answer>> {
    return this.#withDataset(meter, version, async (session, context) => {
      const chosen = await this.#chosen(query, session);
      const narrowed = { ...context, only: bothOf(chosen) };
      const result = await nearest(query, narrowed);
      if (!isShort(query, result)) return { ...result, alternatives: [] };
      const changeable = { ...query, reach: fromPoint(query.origin) };
      return { ...result, alternatives: await alternatives(changeable, result.matches, chosen, narrowed) };
    });
  }

  /** Every center that can be among the nearest for some point of a cell. */
  nearCell(query: CellQuery, meter: Meter): Promise<FromDataset<Answer>> {
    return this.#withDataset(meter, null, async (session, context) => {
      const chosen = await this.#chosen(query, session);
      const narrowed = { ...context, only: bothOf(chosen) };
      const result = await nearestToCell(query, narrowed);
      if (!isShort(query, result)) return { ...result, alternatives: [] };
      const changeable = { ...query, reach: fromRegion(geohashBox(query.cell)) };
      return { ...result, alternatives: await alternatives(changeable, result.matches, chosen, narrowed) };
    });
  }

  /** The next centers of a state that match, by city, name and id. */
  inState(query: StateQuery, meter: Meter, version: VersionKey | null = null): Promise<FromDataset<Answer>> {
    return this.#withDataset(meter, version, async (session, context) => {
      const page = async (asked: StateQuery): Promise<SearchResult> => {
        const only = bothOf(await this.#chosen(asked, session));
        const { roots } = session.head;
        if (only === null) return listing(asked, { ...context, root: roots.listing });
        const rows = (await centersAt(only, roots.where, session)).filter((row) => row[packed.state] === asked.state);
        return sortedRows(rows, listingKeyOfRow, asked, compileFilter(asked.filter, context.now));
      };
      return withAlternatives(query, page);
    });
  }

  /** The next centers of a name, by name and id. */
  named(query: NameQuery, meter: Meter, version: VersionKey | null = null): Promise<FromDataset<Answer>> {
    return this.#withDataset(meter, version, async (session, context) => {
      const { roots } = session.head;
      const keyOf = (row: PackedCenter) => nameKeyOf(row[packed.name], row[packed.id]);
      const page = async (asked: NameQuery): Promise<SearchResult> => {
        const [named, organization] = await Promise.all([
          centersNamed(asked.name, roots, session),
          this.#organizations(asked.filter, session),
        ]);
        const filter = compileFilter(asked.filter, context.now);
        const ahead = sortedNames(named, asked.after ?? '').filter(({ key }) => organization?.has(key) ?? true);
        // Without a filter on offerings every name is a match, so only the page itself is read, and one more.
        const needed = filter.offeringLevel ? ahead : ahead.slice(0, asked.limit + 1);
        return sortedRows(await centersAt(keysOf(needed), roots.where, session), keyOf, asked, filter);
      };
      return withAlternatives(query, page);
    });
  }

  /** One center; null where the dataset has none of that id. */
  center(id: string, meter: Meter): Promise<FromDataset<PackedCenter | null>> {
    return this.#withDataset(meter, null, (session) => centerById(id, session.head.roots, session));
  }

  /** One center and the steps from its levels; null where the dataset has none of that id. */
  continuum(
    id: string,
    withinKm: number | null,
    meter: Meter,
  ): Promise<FromDataset<{ row: PackedCenter; steps: Step[] } | null>> {
    return this.#withDataset(meter, null, async (session, context) => {
      const row = await centerById(id, session.head.roots, session);
      return row === null ? null : { row, steps: await continuum(row, withinKm, context) };
    });
  }

  /** What the dataset holds, in counts. */
  overview(meter: Meter): Promise<FromDataset<null>> {
    return this.#withDataset(meter, null, async () => null);
  }

  /** The insurers that the dataset names, as last seen: for reading a request, with no check of the pointer. */
  async glimpse(meter: Meter): Promise<{ insurers: readonly string[] }> {
    const { answer } = await this.#withDataset(
      meter,
      null,
      async (_, { summary }) => ({ insurers: insurersOf(summary) }),
      false,
    );
    return answer;
  }

  async #chosen(query: { filter: Filter; name?: string | null }, session: Session): Promise<Chosen> {
    const { name = null } = query;
    const [organization, named] = await Promise.all([
      this.#organizations(query.filter, session),
      name === null ? null : centersNamed(name, session.head.roots, session),
    ]);
    return { organization, name: named === null ? null : keysOf(named) };
  }

  async #organizations({ organization }: Filter, session: Session): Promise<KeySet | null> {
    return organization ? keysOfOrganizations(organization, session.head.roots, session) : null;
  }

  async #withDataset<Result>(
    meter: Meter,
    version: VersionKey | null,
    ask: (session: Session, context: NearestContext) => Promise<Result>,
    settle = true,
  ): Promise<FromDataset<Result>> {
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
    return this.#session(value, now - readAt > HEAD_AGE_MS, meter, (head) => {
      // A late replica may still show an older pointer: never go back.
      const newer = head.revision > value.revision ? head : value;
      this.#head = { value: newer, readAt: now };
      return newer.revision === value.revision;
    });
  }

  /** A dataset that may no longer be the current one; immutable, so there is nothing to check. */
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
        const always = content.kind === 'node' || content.kind === 'summary';
        if (this.#keepPages || always) this.#content.set(hash, content);
      },
      read: (request) => this.#store.read(request, meter),
      checked,
    });
  }
}

const insurerLists = new WeakMap<Summary, readonly string[]>();

/** One list a summary, so that whoever builds on it can tell that it has not changed. */
function insurersOf(summary: Summary): readonly string[] {
  let insurers = insurerLists.get(summary);
  if (insurers === undefined) {
    insurers = Object.keys(summary.values.payer ?? {}).filter((payer) => !isPayerKind(payer));
    insurerLists.set(summary, insurers);
  }
  return insurers;
}

/** The dataset's counts. A container that has nothing yet gets them and the top of the directory in one round trip. */
async function summaryOf(session: Session): Promise<Summary> {
  const { summary, roots } = session.head;
  if (session.at(summary) === undefined) await session.fetch([summary, roots.where]);
  return (await read(session as ContentReader, summary, 'summary')).summary;
}

/** Whether a first page has room left, and what would fill it is asked for. */
function isShort(
  query: { limit: number; after?: unknown; withAlternatives?: boolean },
  { matches }: SearchResult,
): boolean {
  return query.withAlternatives === true && (query.after ?? null) === null && matches.length < query.limit;
}

/** A page of a search without an origin, and what else would find more. Without its name a search by name is none. */
async function withAlternatives<Query extends StateQuery | NameQuery>(
  query: Query,
  page: (query: Query) => Promise<SearchResult>,
): Promise<Answer> {
  const result = await page(query);
  if (!isShort(query, result)) return { ...result, alternatives: [] };
  const count = async (filter: Filter, name: string | null, limit: number) => {
    try {
      const { matches, more } = await page({ ...query, filter, name, limit });
      return { count: matches.length, more };
    } catch (error) {
      // A change that makes the search too broad is no help.
      if (error instanceof TooBroadError) return { count: 0, more: false };
      throw error;
    }
  };
  const changeable = 'state' in query ? query : { filter: query.filter, name: null };
  const keepName = (filter: Filter, name: string | null, limit: number) =>
    count(filter, 'state' in query ? name : query.name, limit);
  return { ...result, alternatives: await alternativesWithoutOrigin(changeable, result.matches.length, keepName) };
}

function sortedNames(named: readonly Named[], after: string): Named[] {
  return named.filter(({ sortKey }) => sortKey > after).sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1));
}
