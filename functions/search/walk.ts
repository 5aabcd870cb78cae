import type { CenterPage } from '../dataset/center-page.ts';
import { packed } from '../dataset/packed-center.ts';
import type { ContentReader } from '../dataset/read/content-reader.ts';
import { type KeyedEntry, type KeySet, keyedEntries } from '../dataset/read/key-range.ts';
import { TooBroadError } from '../dataset/read/too-broad.ts';
import type { Summary } from '../dataset/summary.ts';
import { type BoundedEntry, EntryQueue, measure, type Queued } from './entry-queue.ts';
import { expectedMatches, type Prospect, promisedWithin } from './estimate.ts';
import type { CompiledFilter } from './filter.ts';
import { glanceAt, judge, mayBeUnknown, mayMatch } from './match.ts';
import type { DistancePosition } from './query.ts';
import type { Reach } from './reach.ts';
import { isOfLevelsAlone, matchesKm } from './spot-matches.ts';

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
  /** Whether distances alone are wanted: where the directory tells them, no page is read. */
  readonly countOnly: boolean;
}

/** A match, as its place on a page: what its row says is looked at only where it is to be shown. */
export interface Found {
  readonly page: CenterPage;
  readonly at: number;
  readonly distanceKm: number;
  readonly farthestKm: number;
}

const idOf = ({ page, at }: Found): string => page.rowAt(at)[packed.id];

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
  readonly #queue: EntryQueue;
  /** Entries that hold no further match, but perhaps centers whose sources cannot say. */
  readonly #doubtful: KeyedEntry[] = [];
  readonly #unknownKm: number[] = [];
  #found: Found[] = [];
  #foundKm: number[] = [];
  /** Whether the directory tells for certain which centers match. */
  readonly #certain: boolean;
  #pages = 0;
  #expected = 0;
  #seen = 0;
  /** Farthest possible distances of what is found, ascending. */
  #sureKm: number[] = [];
  #plannedKm = 0;
  #cutOff = false;

  constructor(context: WalkContext, top: readonly KeyedEntry[]) {
    this.context = context;
    this.#queue = new EntryQueue(context.reach, context.radiusKm);
    this.#certain = context.only === null && isOfLevelsAlone(context.filter);
    this.#enqueue(top);
  }

  /** Pages that were looked at. */
  get pages(): number {
    return this.#pages;
  }

  /** Matches so far, nearest first, equal distances by id; more than were asked for may be among them. */
  get found(): readonly Found[] {
    return this.#found;
  }

  /** Distances of the matches so far, ascending: all that there is where only distances are wanted. */
  get foundKm(): readonly number[] {
    return this.#foundKm;
  }

  /** Distances of the centers seen so far whose sources cannot say. */
  get unknownKm(): readonly number[] {
    return this.#unknownKm;
  }

  /** Nothing that is not found yet is nearer than this; infinite unless the walk was cut off. */
  get certainKm(): number {
    if (!this.#cutOff) return Infinity;
    const boundKm = this.#queue.nearestKm ?? Infinity;
    return boundKm > this.context.radiusKm ? Infinity : boundKm;
  }

  /** Ends the walk with what was found. */
  cutOff(): void {
    this.#cutOff = true;
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
    const { reader, mostPages, partial, countOnly } = this.context;
    const waiting: Queued[] = [];
    const prospects: Prospect[] = [];
    for (;;) {
      const boundKm = this.#queue.nearestKm;
      if (boundKm === undefined || boundKm > this.#horizonKm(wanted)) break;
      this.#plannedKm = boundKm;
      if (waiting.length > 0 && promisedWithin(prospects, boundKm) >= this.#stillNeeded(wanted, prospects)) break;
      const next = this.#queue.pop();
      if (next === undefined) break;
      const counted = countOnly && this.#certain && next.entry.spots !== undefined;
      const content = counted ? undefined : reader.at(next.entry.hash);
      if (content === undefined && next.atKm === null && next.entry.spots !== undefined) {
        this.#lookAgain(next);
        continue;
      }
      if (counted) {
        this.#count(next.atKm ?? []);
        continue;
      }
      if (content?.kind !== 'node' && this.#pages + waiting.length >= mostPages) {
        this.#queue.put(next);
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
        this.#scan(next, content);
      }
    }
    for (const entry of waiting) this.#queue.put(entry);
    return waiting.map(({ entry }) => entry.hash);
  }

  /**
   * Whether there is a match that is not among those found, where the directory tells; null where a page must be read
   * to know.
   */
  hasMore(): boolean | null {
    const { reader, radiusKm, after } = this.context;
    for (let next = this.#queue.pop(); next !== undefined; next = this.#queue.pop()) {
      const content = reader.at(next.entry.hash);
      if (content?.kind === 'node') this.#enqueue(keyedEntries(content, next.endKey));
      else if (next.atKm === null && next.entry.spots !== undefined) this.#lookAgain(next);
      else {
        this.#queue.put(next);
        if (next.matchKm > radiusKm) return false;
        if (!this.#certain) return null;
        // One exactly as far as the last that was given may be that one.
        if (next.atKm !== null) return next.atKm.some((km) => after === null || km > after.km) ? true : null;
        return after === null && this.#isInside(next) ? true : null;
      }
    }
    return false;
  }

  /** Whether all that is below lies within the radius; what is queued holds a match where the directory is certain. */
  #isInside({ entry }: Queued): boolean {
    const { reach, radiusKm } = this.context;
    return entry.box !== null && reach.limitKm(entry.box) <= radiusKm;
  }

  /** What the walk did not look into, as far as something in it may be no farther than `km`. */
  unfinished(km: number): BoundedEntry[] {
    const { reach } = this.context;
    const doubtful = this.#doubtful.filter(({ entry }) => entry.box !== null && reach.roughKm(entry.box) <= km);
    return [...this.#queue.within(km), ...doubtful.map((child) => measure(child, reach))];
  }

  /** Nothing beyond this can be among the first `wanted`: so many are surely no farther. */
  #horizonKm(wanted: number): number {
    if (this.#foundKm.length < wanted) return this.context.radiusKm;
    return Math.min(this.context.radiusKm, this.#sureKm[wanted - 1] ?? Infinity);
  }

  /** Promised matches to wait for before a round trip: two standard deviations more than are missing, if not certain. */
  #stillNeeded(wanted: number, prospects: readonly Prospect[]): number {
    const missing = wanted - this.#foundKm.length;
    // Enough are found: everything up to the last of them must be read, whatever it promises.
    if (missing <= 0) return Infinity;
    if (this.#certain && prospects.every(({ atKm }) => atKm !== null)) return missing;
    const kept =
      this.#expected < 1 ? 1 : Math.min(MOST_CORRECTION, Math.max(1 / MOST_CORRECTION, this.#seen / this.#expected));
    return (missing + 2 * Math.sqrt(wanted)) / kept;
  }

  #enqueue(children: readonly KeyedEntry[]): void {
    const { only, reach, filter, after } = this.context;
    for (const child of children) {
      const { entry } = child;
      if (entry.box === null || (only !== null && only.countIn(child) === 0)) continue;
      const givenBefore = after !== null && reach.limitKm(entry.box) < after.km;
      if (!givenBefore && mayMatch(entry, filter)) this.#queue.add(child);
      else if (mayBeUnknown(entry, filter)) this.#doubtful.push(child);
    }
  }

  /** Puts a page back into the queue at the distance of the nearest center of it that may match. */
  #lookAgain(next: Queued): void {
    const { entry } = next;
    const { reach, radiusKm, filter, after } = this.context;
    if (entry.spots === undefined || entry.box === null) throw new RangeError('an entry without spots');
    const fromKm = after?.km ?? 0;
    const all = matchesKm(entry.spots, entry.box, filter, reach.nearestKm);
    const atKm = all.filter((km) => km <= radiusKm && km >= fromKm);
    if (atKm.length > 0) {
      const matchKm = Math.min(...atKm);
      this.#queue.put({ ...next, matchKm, atKm, share: atKm.length / all.length });
    } else if (mayBeUnknown(entry, filter)) this.#doubtful.push(next);
  }

  #count(atKm: readonly number[]): void {
    this.#foundKm = [...this.#foundKm, ...atKm].sort((a, b) => a - b);
    this.#sureKm = this.#foundKm;
  }

  #prospect(next: Queued): Prospect {
    const { summary, only, filter, reach, after } = this.context;
    const { entry, boundKm, atKm, share } = next;
    if (atKm !== null && this.#certain) return { expected: atKm.length, fromKm: boundKm, toKm: boundKm, atKm };
    const toKm = entry.box === null ? boundKm : reach.limitKm(entry.box);
    let expected = expectedMatches(entry, filter, summary);
    if (only !== null) expected *= only.countIn(next) / entry.count;
    if (atKm !== null) return { expected: expected * share, fromKm: boundKm, toKm, atKm };
    if (after === null || after.km <= boundKm) return { expected, fromKm: boundKm, toKm, atKm };
    // Part of the page was given before; what is left is spread over the rest of its span.
    const left = toKm > boundKm ? Math.max(0, toKm - after.km) / (toKm - boundKm) : 1;
    return { expected: expected * left, fromKm: after.km, toKm: Math.max(after.km, toKm), atKm };
  }

  #scan(entry: Queued, page: CenterPage): void {
    const { reach, radiusKm, filter, only, after, countOnly } = this.context;
    this.#pages += 1;
    this.#expected += this.#prospect(entry).expected;
    const found: Found[] = [];
    for (let at = 0; at < page.count; at += 1) {
      const glance = glanceAt(page, at, filter);
      if (glance === 'no') continue;
      const point = { lat: page.latAt(at), lng: page.lngAt(at) };
      const km = reach.nearestKm(point);
      if (km > radiusKm || (only !== null && !only.hasId(page.rowAt(at)[packed.id]))) continue;
      const verdict = this.#certain ? glance : judge(page.rowAt(at), filter);
      if (verdict === 'unknown') this.#unknownKm.push(km);
      if (verdict === 'unknown' || verdict === 'no') continue;
      if (after !== null && (km < after.km || (km === after.km && page.rowAt(at)[packed.id] <= after.id))) continue;
      found.push({ page, at, distanceKm: km, farthestKm: reach.farthestKm(point) });
    }
    this.#seen += found.length;
    if (countOnly) {
      this.#count(found.map(({ distanceKm }) => distanceKm));
      return;
    }
    this.#found.push(...found);
    this.#found.sort((a, b) => a.distanceKm - b.distanceKm || (idOf(a) < idOf(b) ? -1 : 1));
    this.#foundKm = this.#found.map(({ distanceKm }) => distanceKm);
    this.#sureKm = this.#found.map(({ farthestKm }) => farthestKm).sort((a, b) => a - b);
  }
}
