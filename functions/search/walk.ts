import type { CenterPage } from '../dataset/center-page.ts';
import { packed } from '../dataset/packed-center.ts';
import type { ContentReader } from '../dataset/read/content-reader.ts';
import { type KeyedEntry, type KeySet, keyedEntries } from '../dataset/read/key-range.ts';
import { TooBroadError } from '../dataset/read/too-broad.ts';
import type { Summary } from '../dataset/summary.ts';
import { EntryQueue, type Queued } from './entry-queue.ts';
import { expectedMatches, type Prospect, promisedWithin } from './estimate.ts';
import type { CompiledFilter } from './filter.ts';
import { glanceAt, isWanted, isWithinStates, judge, mayHold, type Wanted } from './match.ts';
import type { DistancePosition } from './query.ts';
import type { Reach } from './reach.ts';
import { isOfLevelsAlone, wantedKm } from './spot-matches.ts';

/** The dataset, the filter and the limits of a walk. */
export interface WalkContext {
  readonly reader: ContentReader;
  readonly reach: Reach;
  readonly filter: CompiledFilter;
  /** Whether the walk looks for certain matches, for centers in doubt, or both. Comments below call these "matches". */
  readonly wanted: Wanted;
  readonly summary: Summary;
  /** Search only these centers, because an organization or a name was requested; null means all. */
  readonly only: KeySet | null;
  readonly radiusKm: number;
  /** The last result of the previous page. Results up to it (inclusive) were returned before. */
  readonly after: DistancePosition | null;
  /** True to stop at `mostPages` with the matches found so far, instead of throwing. */
  readonly partial: boolean;
  /** True to find only distances. If the index already has a page's distances, the page is not read. */
  readonly countOnly: boolean;
}

/** A match by its position on a page. Its row is parsed only if it is shown. */
export interface Found {
  readonly page: CenterPage;
  readonly at: number;
  readonly distanceKm: number;
  readonly farthestKm: number;
}

const idOf = ({ page, at }: Found): string => page.rowAt(at)[packed.id];

/**
 * Estimates are corrected by the ratio of found to estimated matches so far. The correction is at most this factor, up
 * or down.
 */
const MOST_CORRECTION = 50;

/**
 * A best-first walk over the index. Index entries leave the queue in the order of their bound: no match under an entry
 * is nearer than its bound. So a match that is no farther than the next entry's bound is final.
 */
export class Walk {
  readonly context: WalkContext;
  /** Maximum numbers of pages to scan and of nodes to open. Raising them lets a walk continue that was cut off. */
  mostPages: number;
  mostNodes: number;
  /** Index entries that may contain a match, ordered by their bound. */
  readonly #queue: EntryQueue;
  #found: Found[] = [];
  #foundKm: number[] = [];
  /** True if the index alone decides which centers match, on pages whose centers are all in the requested states. */
  readonly #certain: boolean;
  #pages = 0;
  #nodes = 0;
  #expected = 0;
  #seen = 0;
  /** Largest possible distances of the matches found so far, ascending. */
  #sureKm: number[] = [];
  #cutOff = false;

  constructor(context: WalkContext, most: Pick<Walk, 'mostPages' | 'mostNodes'>, top: readonly KeyedEntry[]) {
    this.context = context;
    this.mostPages = most.mostPages;
    this.mostNodes = most.mostNodes;
    this.#queue = new EntryQueue(context.reach, context.radiusKm);
    this.#certain = context.only === null && isOfLevelsAlone(context.filter);
    this.#enqueue(top);
  }

  /** Number of pages scanned. */
  get pages(): number {
    return this.#pages;
  }

  /** Matches found so far, nearest first; at an equal distance by id. There may be more than were requested. */
  get found(): readonly Found[] {
    return this.#found;
  }

  /** Distances of the matches found so far, ascending. With `countOnly`, `found` stays empty. */
  get foundKm(): readonly number[] {
    return this.#foundKm;
  }

  /** All matches nearer than this were found. Infinity if the walk was not cut off. */
  get certainKm(): number {
    if (!this.#cutOff) return Infinity;
    const boundKm = this.#queue.nearestKm ?? Infinity;
    return boundKm > this.context.radiusKm ? Infinity : boundKm;
  }

  /** Marks the walk as stopped early: it may not have found all matches. */
  cutOff(): void {
    this.#cutOff = true;
  }

  /**
   * Walks until the first `wanted` matches are final, or as far as the loaded items allow. Loaded entries are processed
   * in the order of their bound. An entry that is not loaded is set aside. The walk goes on until the entries set aside
   * are expected to contain enough matches, so that one round trip can fetch them all.
   * @returns Hashes to fetch before the next call; empty once the first `wanted` matches are final.
   * @throws TooBroadError if more pages than allowed would have to be read.
   */
  advance(wanted: number): string[] {
    const { reader, partial, countOnly } = this.context;
    const { mostPages, mostNodes } = this;
    this.#cutOff = false;
    const waiting: Queued[] = [];
    const prospects: Prospect[] = [];
    for (;;) {
      const boundKm = this.#queue.nearestKm;
      if (boundKm === undefined || boundKm > this.#horizonKm(wanted)) break;
      if (waiting.length > 0 && promisedWithin(prospects, boundKm) >= this.#stillNeeded(wanted, prospects)) break;
      const next = this.#queue.pop();
      if (next === undefined) break;
      const counted = countOnly && this.#isCertain(next) && next.entry.spots !== undefined;
      const content = counted ? undefined : reader.at(next.entry.hash);
      if (content === undefined && next.atKm === null && next.entry.spots !== undefined) {
        this.#lookAgain(next);
        continue;
      }
      if (counted) {
        this.#count(next.atKm ?? []);
        continue;
      }
      const full = content?.kind === 'node' ? this.#nodes >= mostNodes : this.#pages + waiting.length >= mostPages;
      if (full) {
        this.#queue.put(next);
        // Pages that were set aside may contain enough matches: read them first. The limit only counts pages that were
        // really scanned.
        if (waiting.length > 0) break;
        if (!partial) throw new TooBroadError(`more than ${mostPages} pages to read`);
        this.#cutOff = true;
        break;
      }
      if (content === undefined) {
        waiting.push(next);
        prospects.push(this.#prospect(next));
      } else if (content.kind === 'node') {
        this.#nodes += 1;
        this.#enqueue(keyedEntries(content, next.endKey));
      } else if (content.kind === 'centers') {
        this.#scan(next, content);
      }
    }
    for (const entry of waiting) this.#queue.put(entry);
    return waiting.map(({ entry }) => entry.hash);
  }

  /** True if there are more matches than those found, false if not; null if only reading a page can tell. */
  hasMore(): boolean | null {
    const { reader, radiusKm, after } = this.context;
    for (let next = this.#queue.pop(); next !== undefined; next = this.#queue.pop()) {
      const content = reader.at(next.entry.hash);
      if (content?.kind === 'node') this.#enqueue(keyedEntries(content, next.endKey));
      else if (next.atKm === null && next.entry.spots !== undefined) this.#lookAgain(next);
      else {
        this.#queue.put(next);
        if (next.matchKm > radiusKm) return false;
        if (!this.#isCertain(next)) return null;
        // A center exactly as far away as the last result may be that result, so it does not count.
        if (next.atKm !== null) return next.atKm.some((km) => after === null || km > after.km) ? true : null;
        return after === null && this.#isInside(next) ? true : null;
      }
    }
    return false;
  }

  #isCertain({ entry }: KeyedEntry): boolean {
    return this.#certain && isWithinStates(entry, this.context.filter);
  }

  /**
   * True if the entry's whole box is within the radius. If the index alone decides what matches, the entry then has a
   * match.
   */
  #isInside({ entry }: Queued): boolean {
    const { reach, radiusKm } = this.context;
    return entry.box !== null && reach.limitKm(entry.box) <= radiusKm;
  }

  /**
   * No center beyond this distance can be among the first `wanted` matches, because that many matches are certainly no
   * farther away.
   */
  #horizonKm(wanted: number): number {
    if (this.#foundKm.length < wanted) return this.context.radiusKm;
    return Math.min(this.context.radiusKm, this.#sureKm[wanted - 1] ?? Infinity);
  }

  /**
   * Number of estimated matches to set aside before a round trip: the missing ones, plus two standard deviations unless
   * the index knows them exactly.
   */
  #stillNeeded(wanted: number, prospects: readonly Prospect[]): number {
    const missing = wanted - this.#foundKm.length;
    // Enough matches are found. Every entry that may contain a nearer one must still be read, even if few are expected
    // in it.
    if (missing <= 0) return Infinity;
    if (this.#certain && this.context.filter.states === null && prospects.every(({ atKm }) => atKm !== null))
      return missing;
    const kept =
      this.#expected < 1 ? 1 : Math.min(MOST_CORRECTION, Math.max(1 / MOST_CORRECTION, this.#seen / this.#expected));
    return (missing + 2 * Math.sqrt(wanted)) / kept;
  }

  #enqueue(children: readonly KeyedEntry[]): void {
    const { only, reach, filter, wanted, after } = this.context;
    for (const child of children) {
      const { entry } = child;
      if (entry.box === null || (only !== null && only.countIn(child) === 0)) continue;
      const givenBefore = after !== null && reach.limitKm(entry.box) < after.km;
      if (!givenBefore && mayHold(entry, filter, wanted)) this.#queue.add(child);
    }
  }

  /** Puts a page back into the queue, now at the distance of its nearest center that may match. */
  #lookAgain(next: Queued): void {
    const { entry } = next;
    const { reach, radiusKm, filter, wanted, after } = this.context;
    if (entry.spots === undefined || entry.box === null) throw new RangeError('an entry without spots');
    const fromKm = after?.km ?? 0;
    const all = wantedKm(entry.spots, entry.box, filter, wanted, reach.nearestKm);
    const atKm = all.filter((km) => km <= radiusKm && km >= fromKm);
    if (atKm.length > 0) {
      const matchKm = Math.min(...atKm);
      this.#queue.put({ ...next, matchKm, atKm, share: atKm.length / all.length });
    }
  }

  #count(atKm: readonly number[]): void {
    this.#foundKm = [...this.#foundKm, ...atKm].sort((a, b) => a - b);
    this.#sureKm = this.#foundKm;
  }

  #prospect(next: Queued): Prospect {
    const { summary, only, filter, wanted, reach, after } = this.context;
    const { entry, boundKm, atKm, share } = next;
    if (atKm !== null && this.#isCertain(next)) return { expected: atKm.length, fromKm: boundKm, toKm: boundKm, atKm };
    const toKm = entry.box === null ? boundKm : reach.limitKm(entry.box);
    let expected = expectedMatches(entry, filter, summary, wanted);
    if (only !== null) expected *= only.countIn(next) / entry.count;
    if (atKm !== null) return { expected: expected * share, fromKm: boundKm, toKm, atKm };
    if (after === null || after.km <= boundKm) return { expected, fromKm: boundKm, toKm, atKm };
    // Some matches of the page were on an earlier page of results. The remaining ones are assumed to be spread evenly
    // over the remaining distances.
    const left = toKm > boundKm ? Math.max(0, toKm - after.km) / (toKm - boundKm) : 1;
    return { expected: expected * left, fromKm: after.km, toKm: Math.max(after.km, toKm), atKm };
  }

  #scan(entry: Queued, page: CenterPage): void {
    const { reach, radiusKm, filter, wanted, only, after, countOnly } = this.context;
    this.#pages += 1;
    this.#expected += this.#prospect(entry).expected;
    const certain = this.#isCertain(entry);
    const found: Found[] = [];
    for (let at = 0; at < page.count; at += 1) {
      const glance = glanceAt(page, at, filter);
      if (glance === 'no') continue;
      const point = { lat: page.latAt(at), lng: page.lngAt(at) };
      const km = reach.nearestKm(point);
      if (km > radiusKm || (only !== null && !only.hasId(page.rowAt(at)[packed.id]))) continue;
      const verdict = certain ? glance : judge(page.rowAt(at), filter, wanted);
      if (!isWanted(verdict, wanted)) continue;
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
