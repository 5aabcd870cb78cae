import FlatQueue from 'flatqueue';
import { farthestKm, nearestKm } from '../geo/box.ts';
import { distanceKm } from '../geo/distance.ts';
import { assertPoint } from '../geo/point.ts';
import { expectedMatches, type Prospect, promisedWithin } from './estimate.ts';
import { type CompiledFilter, compileFilter } from './filter.ts';
import { type KeyedEntry, type KeySet, keyedEntries, type Reachable } from './key-range.ts';
import { judge, mayBeUnknown, mayMatch } from './match.ts';
import { type PackedCenter, packed } from './packed-center.ts';
import { type Match, MOST_PAGES, type NearQuery, type SearchResult, TooBroadError } from './query.ts';
import { type ContentReader, read } from './reader.ts';
import type { Summary } from './summary.ts';
import { countUnread, UNKNOWN_PAGES, unreadUnknown } from './unknown.ts';

/** What a nearest search works on. */
export interface NearestContext {
  readonly reader: ContentReader;
  /** Hash of the root of the order "where". */
  readonly root: string;
  readonly summary: Summary;
  /** Only centers with these keys, where an organization narrows the search; else null. */
  readonly only: KeySet | null;
  /** Milliseconds since 1970. */
  readonly now: number;
}

interface Nearby extends Match {
  readonly distanceKm: number;
}

/**
 * The exact nearest centers that match, nearest first, equal distances by id.
 *
 * A best-first walk over the directory: entries leave the queue in order of their *bound*, the distance that
 * nothing below them can undercut. Once `limit` matches are no farther than the next bound, no unread page can
 * hold a nearer one, and the walk ends. What is at hand is looked at in that order; where something is not, the
 * walk goes on until what it has passed promises enough matches, and reads all of it in one round trip.
 *
 * @throws TooBroadError when more than {@link MOST_PAGES} pages would have to be read.
 */
export async function nearest(query: NearQuery, context: NearestContext): Promise<SearchResult> {
  assertPoint(query.origin);
  const { reader } = context;
  const walk = new Walk(query, context);
  walk.open((await read(reader, context.root, 'node')).entries.length === 0 ? null : context.root);
  for (let first = true; ; first = false) {
    const wanted = walk.advance();
    if (wanted.length === 0) break;
    await reader.fetch(first ? [...new Set([...wanted, ...walk.worthPrefetching()])] : wanted);
  }
  return walk.finish();
}

class Walk {
  readonly #query: NearQuery;
  readonly #context: NearestContext;
  readonly #filter: CompiledFilter;
  readonly #radiusKm: number;
  /** Entries that may hold a match, by bound. */
  readonly #queue = new FlatQueue<Reachable>();
  /** Entries that can only hold centers whose sources cannot say. */
  readonly #doubtful: Reachable[] = [];
  readonly #unknownKm: number[] = [];
  #found: Nearby[] = [];
  #pages = 0;
  #expected = 0;
  #plannedKm = 0;

  constructor(query: NearQuery, context: NearestContext) {
    this.#query = query;
    this.#context = context;
    this.#filter = compileFilter(query.filter, context.now);
    this.#radiusKm = query.withinKm ?? Infinity;
  }

  open(root: string | null): void {
    const node = root === null ? undefined : this.#context.reader.at(root);
    if (node?.kind === 'node') this.#enqueue(keyedEntries(node, null));
  }

  /** Walks as far as what is at hand allows. Returns what to fetch next; nothing when the matches are final. */
  advance(): string[] {
    const waiting: Reachable[] = [];
    const prospects: Prospect[] = [];
    for (;;) {
      const boundKm = this.#queue.peekValue();
      if (boundKm === undefined || boundKm > this.#horizonKm()) break;
      this.#plannedKm = boundKm;
      if (waiting.length > 0 && promisedWithin(prospects, boundKm) >= this.#stillNeeded()) break;
      const next = this.#queue.pop();
      if (next === undefined) break;
      const content = this.#context.reader.at(next.entry.hash);
      if (content === undefined) {
        waiting.push(next);
        prospects.push(this.#prospect(next));
        if (this.#pages + waiting.length > MOST_PAGES) throw new TooBroadError(`more than ${MOST_PAGES} pages to read`);
      } else if (content.kind === 'node') {
        this.#enqueue(keyedEntries(content, next.endKey));
      } else if (content.kind === 'centers') {
        this.#scan(next, content.rows);
      }
    }
    for (const entry of waiting) this.#queue.push(entry, entry.boundKm);
    return waiting.map(({ entry }) => entry.hash);
  }

  /** Pages that `unknown.count` is likely to need, to be had in the same round trip. */
  worthPrefetching(): string[] {
    if (this.#filter.levelMask === 0) return [];
    const horizonKm = this.#query.withinKm ?? this.#plannedKm;
    const unread = unreadUnknown(this.#unfinished(), horizonKm, this.#unknownContext()).unread;
    return unread.slice(0, UNKNOWN_PAGES).map(({ entry }) => entry.hash);
  }

  async finish(): Promise<SearchResult> {
    const matches = this.#found;
    if (this.#filter.levelMask === 0) return { matches, unknown: { count: 0, more: false } };
    const horizonKm = this.#query.withinKm ?? matches.at(-1)?.distanceKm ?? -1;
    const unread = await countUnread(this.#unfinished(), horizonKm, this.#unknownContext());
    const seen = this.#unknownKm.filter((km) => km <= horizonKm).length;
    return { matches, unknown: { count: seen + unread.count, more: unread.more } };
  }

  /** Nothing beyond this can be a result. */
  #horizonKm(): number {
    const last = this.#found.length < this.#query.limit ? undefined : this.#found.at(-1);
    return Math.min(this.#radiusKm, last?.distanceKm ?? Infinity);
  }

  /** Promised matches to wait for before a round trip: one standard deviation more than are missing. */
  #stillNeeded(): number {
    const { limit } = this.#query;
    const missing = limit - this.#found.length;
    // Enough are found: everything up to the last of them must be read, whatever it promises.
    if (missing <= 0) return Infinity;
    const kept = this.#expected < 1 ? 1 : Math.min(1, Math.max(0.02, this.#found.length / this.#expected));
    return (missing + Math.sqrt(limit)) / kept;
  }

  #enqueue(children: readonly KeyedEntry[]): void {
    const { only } = this.#context;
    for (const child of children) {
      const { entry } = child;
      if (entry.box === null || (only !== null && only.countIn(child) === 0)) continue;
      const boundKm = nearestKm(this.#query.origin, entry.box);
      if (boundKm > this.#radiusKm) continue;
      const reachable = { ...child, boundKm };
      if (mayMatch(entry, this.#filter)) this.#queue.push(reachable, boundKm);
      else if (mayBeUnknown(entry, this.#filter)) this.#doubtful.push(reachable);
    }
  }

  #prospect(next: Reachable): Prospect {
    const { summary, only } = this.#context;
    const { entry, boundKm } = next;
    let expected = expectedMatches(entry, this.#filter, summary);
    if (only !== null) expected *= only.countIn(next) / entry.count;
    return {
      expected,
      fromKm: boundKm,
      toKm: entry.box === null ? boundKm : farthestKm(this.#query.origin, entry.box),
    };
  }

  #scan(page: Reachable, rows: readonly PackedCenter[]): void {
    this.#pages += 1;
    this.#expected += this.#prospect(page).expected;
    const found = this.#found;
    for (const row of rows) {
      const km = distanceKm(this.#query.origin, { lat: row[packed.lat], lng: row[packed.lng] });
      if (km > this.#radiusKm) continue;
      const verdict = judge(row, this.#filter);
      if (verdict === 'unknown') this.#unknownKm.push(km);
      else if (verdict !== 'no') found.push({ row, offerings: verdict, distanceKm: km });
    }
    found.sort((a, b) => a.distanceKm - b.distanceKm || (a.row[packed.id] < b.row[packed.id] ? -1 : 1));
    this.#found = found.slice(0, this.#query.limit);
  }

  #unfinished(): Reachable[] {
    return [...this.#queue.ids.slice(0, this.#queue.length), ...this.#doubtful];
  }

  #unknownContext() {
    const { reader, only } = this.#context;
    return { reader, only, filter: this.#filter, origin: this.#query.origin };
  }
}
