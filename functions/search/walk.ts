import FlatQueue from 'flatqueue';
import { expectedMatches, type Prospect, promisedWithin } from './estimate.ts';
import type { CompiledFilter } from './filter.ts';
import { type KeyedEntry, type KeySet, keyedEntries, type Reachable } from './key-range.ts';
import { judge, mayBeUnknown, mayMatch } from './match.ts';
import { type PackedCenter, packed } from './packed-center.ts';
import { type DistancePosition, type Match, TooBroadError } from './query.ts';
import type { Reach } from './reach.ts';
import type { ContentReader } from './reader.ts';
import type { Summary } from './summary.ts';

/** What a walk works on. */
export interface WalkContext {
  readonly reader: ContentReader;
  readonly reach: Reach;
  readonly filter: CompiledFilter;
  readonly summary: Summary;
  /** Only these centers, where an organization or a name narrows the search; else null. */
  readonly only: KeySet | null;
  readonly radiusKm: number;
  /** Results up to and with this position were given before. */
  readonly after: DistancePosition | null;
  /** Pages that may be looked at. */
  readonly mostPages: number;
  /** Whether to end at so many pages with what was found, rather than to throw. */
  readonly partial: boolean;
}

export interface Found extends Match {
  readonly distanceKm: number;
  readonly farthestKm: number;
}

/** Estimates are corrected by what was found of what was expected, within this factor. */
const MOST_CORRECTION = 50;

/**
 * A best-first walk over the directory. Entries leave the queue in order of their *bound*, the distance that nothing
 * below them can undercut; so what is found no farther than the next bound is final.
 */
export class Walk {
  readonly context: WalkContext;
  /** Pages read so far for `unknown.count` alone. */
  readForUnknown = 0;
  /** Entries that may hold a match, by bound. */
  readonly #queue = new FlatQueue<Reachable>();
  /** Entries that hold no further match, but perhaps centers whose sources cannot say. */
  readonly #doubtful: Reachable[] = [];
  readonly #unknownKm: number[] = [];
  #found: Found[] = [];
  #pages = 0;
  #expected = 0;
  #seen = 0;
  /** Farthest possible distances of what is found, ascending. */
  #sureKm: number[] = [];
  #plannedKm = 0;
  #cutOff = false;

  constructor(context: WalkContext, top: readonly KeyedEntry[]) {
    this.context = context;
    this.#enqueue(top);
  }

  /** Matches so far, nearest first, equal distances by id; more than were asked for may be among them. */
  get found(): readonly Found[] {
    return this.#found;
  }

  /** Distances of the centers seen so far whose sources cannot say. */
  get unknownKm(): readonly number[] {
    return this.#unknownKm;
  }

  /** Nothing that is not found yet is nearer than this; infinite unless the walk was cut off. */
  get certainKm(): number {
    if (!this.#cutOff) return Infinity;
    const boundKm = this.#queue.peekValue() ?? Infinity;
    return boundKm > this.context.radiusKm ? Infinity : boundKm;
  }

  /** How far the last call to `advance` looked. */
  get plannedKm(): number {
    return this.#plannedKm;
  }

  /**
   * Walks until `wanted` matches are certain, as far as what is at hand allows. What is at hand is looked at in order
   * of its bound; where something is not, the walk goes on until what it passed promises enough, to have it all in
   * one round trip.
   * @returns What to fetch before the next call; nothing when the first `wanted` matches are final.
   * @throws TooBroadError when more pages than allowed would have to be read.
   */
  advance(wanted: number): string[] {
    const { reader, mostPages, partial } = this.context;
    const waiting: Reachable[] = [];
    const prospects: Prospect[] = [];
    for (;;) {
      const boundKm = this.#queue.peekValue();
      if (boundKm === undefined || boundKm > this.#horizonKm(wanted)) break;
      this.#plannedKm = boundKm;
      if (waiting.length > 0 && promisedWithin(prospects, boundKm) >= this.#stillNeeded(wanted)) break;
      const next = this.#queue.pop();
      if (next === undefined) break;
      const content = reader.at(next.entry.hash);
      if (content?.kind !== 'node' && this.#pages + waiting.length >= mostPages) {
        this.#queue.push(next, next.boundKm);
        // What waits may hold enough: only pages that were really looked at count against the limit.
        if (waiting.length > 0) break;
        if (!partial) throw new TooBroadError(`more than ${mostPages} pages to read`);
        this.#cutOff = true;
        break;
      }
      if (content === undefined) {
        waiting.push(next);
        prospects.push(this.#prospect(next));
      } else if (content.kind === 'node') {
        this.#enqueue(keyedEntries(content, next.endKey));
      } else if (content.kind === 'centers') {
        this.#scan(next, content.rows);
      }
    }
    for (const entry of waiting) this.#queue.push(entry, entry.boundKm);
    return waiting.map(({ entry }) => entry.hash);
  }

  /** What the walk did not look into. */
  unfinished(): Reachable[] {
    return [...this.#queue.ids.slice(0, this.#queue.length), ...this.#doubtful];
  }

  /** Nothing beyond this can be among the first `wanted`: so many are surely no farther. */
  #horizonKm(wanted: number): number {
    if (this.#found.length < wanted) return this.context.radiusKm;
    return Math.min(this.context.radiusKm, this.#sureKm[wanted - 1] ?? Infinity);
  }

  /** Promised matches to wait for before a round trip: two standard deviations more than are missing. */
  #stillNeeded(wanted: number): number {
    const missing = wanted - this.#found.length;
    // Enough are found: everything up to the last of them must be read, whatever it promises.
    if (missing <= 0) return Infinity;
    const kept =
      this.#expected < 1 ? 1 : Math.min(MOST_CORRECTION, Math.max(1 / MOST_CORRECTION, this.#seen / this.#expected));
    return (missing + 2 * Math.sqrt(wanted)) / kept;
  }

  #enqueue(children: readonly KeyedEntry[]): void {
    const { only, reach, filter, radiusKm, after } = this.context;
    for (const child of children) {
      const { entry } = child;
      if (entry.box === null || (only !== null && only.countIn(child) === 0)) continue;
      const boundKm = reach.boundKm(entry.box);
      if (boundKm > radiusKm) continue;
      const reachable = { ...child, boundKm };
      const givenBefore = after !== null && reach.limitKm(entry.box) < after.km;
      if (!givenBefore && mayMatch(entry, filter)) this.#queue.push(reachable, boundKm);
      else if (mayBeUnknown(entry, filter)) this.#doubtful.push(reachable);
    }
  }

  #prospect(next: Reachable): Prospect {
    const { summary, only, filter, reach, after } = this.context;
    const { entry, boundKm } = next;
    const toKm = entry.box === null ? boundKm : reach.limitKm(entry.box);
    let expected = expectedMatches(entry, filter, summary);
    if (only !== null) expected *= only.countIn(next) / entry.count;
    if (after === null || after.km <= boundKm) return { expected, fromKm: boundKm, toKm };
    // Part of the page was given before; what is left is spread over the rest of its span.
    const left = toKm > boundKm ? Math.max(0, toKm - after.km) / (toKm - boundKm) : 1;
    return { expected: expected * left, fromKm: after.km, toKm: Math.max(after.km, toKm) };
  }

  #scan(page: Reachable, rows: readonly PackedCenter[]): void {
    const { reach, radiusKm, filter, only, after } = this.context;
    this.#pages += 1;
    this.#expected += this.#prospect(page).expected;
    for (const row of rows) {
      const id = row[packed.id];
      if (only !== null && !only.hasId(id)) continue;
      const point = { lat: row[packed.lat], lng: row[packed.lng] };
      const km = reach.nearestKm(point);
      if (km > radiusKm) continue;
      const verdict = judge(row, filter);
      if (verdict === 'unknown') this.#unknownKm.push(km);
      if (verdict === 'unknown' || verdict === 'no') continue;
      if (after !== null && (km < after.km || (km === after.km && id <= after.id))) continue;
      this.#seen += 1;
      this.#found.push({ row, offerings: verdict, distanceKm: km, farthestKm: reach.farthestKm(point) });
    }
    this.#found.sort((a, b) => a.distanceKm - b.distanceKm || (a.row[packed.id] < b.row[packed.id] ? -1 : 1));
    this.#sureKm = this.#found.map(({ farthestKm }) => farthestKm).sort((a, b) => a - b);
  }
}
