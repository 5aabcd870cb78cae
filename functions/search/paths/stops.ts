import { type PackedCenter, packed } from '../../dataset/packed-center.ts';
import { type ContentReader, heldAt, read } from '../../dataset/read/content-reader.ts';
import { type KeyedEntry, keyedEntries } from '../../dataset/read/key-range.ts';
import { TooBroadError } from '../../dataset/read/too-broad.ts';
import { pointsOf } from '../../dataset/spots.ts';
import { nearestKm } from '../../geo/box.ts';
import type { Point } from '../../geo/point.ts';
import { isWanted, judge, mayHold, type Wanted } from '../match.ts';
import { mayBeWanted } from '../spot-matches.ts';
import type { Stop } from './chains.ts';
import { type LegFilter, type Persons, personsOf } from './person.ts';

/** A center that may be a stop. Only its point and levels are known until its page is read. */
export interface KnownStop extends Stop {
  /** The page to read, to find out if the center is a stop; null once it was read. */
  readonly page: KeyedEntry | null;
  readonly row: PackedCenter | null;
}

/** An index entry that was not opened yet, with a lower bound for the distances of its centers. */
interface Unopened {
  readonly child: KeyedEntry;
  readonly boundKm: number;
}

const ANYBODY: Persons = -1;

/** Maximum number of stops of one level, since each is compared with each stop of the next level. */
const MOST_STOPS = 6_000;

/**
 * The possible stops of each level that are known so far. The index has every center's point and levels, so paths can
 * be planned before pages are read. A page then shows which of its centers are real stops.
 */
export class Stops {
  readonly #origin: Point;
  readonly #filters: readonly LegFilter[];
  readonly #wanted: Wanted;
  readonly #reader: ContentReader;
  /** Index entries that were not opened yet, nearest first. */
  #unopened: Unopened[] = [];
  #lists: (readonly KnownStop[])[];
  readonly #accepted = new WeakMap<KnownStop, Persons>();

  constructor(
    origin: Point,
    filters: readonly LegFilter[],
    wanted: Wanted,
    reader: ContentReader,
    top: readonly KeyedEntry[],
  ) {
    this.#origin = origin;
    this.#filters = filters;
    this.#wanted = wanted;
    this.#reader = reader;
    this.#lists = filters.map(() => []);
    this.#add(top);
  }

  /** The possible stops of each level, in the order of the levels. */
  get lists(): readonly (readonly KnownStop[])[] {
    return this.#lists;
  }

  /** The persons that a stop accepts for a level. Everybody, until the stop's page is read. */
  acceptedAt(stop: KnownStop, level: number): Persons {
    const filter = this.#filters[level];
    if (stop.row === null || filter === undefined) return ANYBODY;
    const accepted = this.#accepted.get(stop) ?? personsOf(stop.row, filter, this.#wanted);
    this.#accepted.set(stop, accepted);
    return accepted;
  }

  /** The number of stops of each level that may accept a person. */
  countsFor(person: number): number[] {
    const isFor = (persons: Persons) => (persons & (1 << person)) !== 0;
    return this.#lists.map((stops, level) => stops.filter((stop) => isFor(this.acceptedAt(stop, level))).length);
  }

  /** Unopened entries that may contain a stop within `km` of the origin, nearest first. */
  unopenedWithin(km: number): readonly KeyedEntry[] {
    return this.#unopened.filter(({ boundKm }) => boundKm <= km).map(({ child }) => child);
  }

  /**
   * For each of these levels, the nearest unopened entry that may contain a stop with this level within `km` of the
   * origin.
   * @param person Only stops that may accept this person; null for any person.
   */
  nearestHolding(levels: readonly number[], km: number, person: number | null = null): readonly KeyedEntry[] {
    const nearest = levels.flatMap((level) => {
      const found = this.#unopened.find(({ child, boundKm }) => boundKm <= km && this.#mayHold(child, level, person));
      return found === undefined ? [] : [found.child];
    });
    return [...new Set(nearest)];
  }

  /** Unopened entries that may contain a stop for a person within `km` of the origin, nearest first. */
  unopenedFor(person: number, km: number): readonly KeyedEntry[] {
    return this.unopenedWithin(km).filter((child) =>
      this.#filters.some((_, level) => this.#mayHold(child, level, person)),
    );
  }

  #mayHold({ entry }: KeyedEntry, level: number, person: number | null): boolean {
    const filter = person === null ? this.#filters[level]?.any : this.#filters[level]?.forPerson.get(person);
    return filter !== undefined && mayHold(entry, filter, this.#wanted);
  }

  /**
   * Opens index entries. Of a node, adds the entries below it. Of a page whose points the index lacks, decides which
   * centers are stops.
   */
  async open(children: readonly KeyedEntry[]): Promise<void> {
    await this.#load(children);
    const opened = new Set(children);
    this.#unopened = this.#unopened.filter(({ child }) => !opened.has(child));
    for (const child of children) {
      if (child.entry.leaf) this.#decide(child);
      else this.#add(keyedEntries(await read(this.#reader, child.entry.hash, 'node'), child.endKey));
    }
  }

  /** Reads pages, and decides which of their centers are stops. */
  async read(pages: readonly KeyedEntry[]): Promise<void> {
    await this.#load(pages);
    for (const page of pages) this.#decide(page);
  }

  async #load(children: readonly KeyedEntry[]): Promise<void> {
    const missing = children.map(({ entry }) => entry.hash).filter((hash) => this.#reader.at(hash) === undefined);
    if (missing.length > 0) await this.#reader.fetch(missing);
  }

  #decide(child: KeyedEntry): void {
    const rows = heldAt(this.#reader, child.entry.hash, 'centers')?.rows;
    if (rows === undefined) throw new Error('a page that was read is not there');
    this.#lists = this.#lists.map((stops, level) => {
      const filter = this.#filters[level];
      if (filter === undefined) return stops;
      const decided = rows.filter((row) => isWanted(judge(row, filter.any, this.#wanted), this.#wanted));
      const found = decided.map((row): KnownStop => {
        return { point: { lat: row[packed.lat], lng: row[packed.lng] }, id: row[packed.id], page: null, row };
      });
      return [...stops.filter(({ page }) => page !== child), ...found];
    });
    this.#refuseMany();
  }

  #add(children: readonly KeyedEntry[]): void {
    const found: KnownStop[][] = this.#filters.map(() => []);
    for (const child of children) {
      const { box, spots, leaf } = child.entry;
      if (box === null) continue;
      const isHolding = this.#filters.map((filter) => mayHold(child.entry, filter.any, this.#wanted));
      if (!isHolding.includes(true)) continue;
      if (!leaf || spots === undefined) {
        this.#unopened.push({ child, boundKm: nearestKm(this.#origin, box) });
        continue;
      }
      for (const [level, filter] of this.#filters.entries()) {
        if (!isHolding[level]) continue;
        const points = pointsOf(spots, box, mayBeWanted(filter.any, this.#wanted));
        found[level]?.push(...points.map((point): KnownStop => ({ point, id: '', page: child, row: null })));
      }
    }
    this.#unopened.sort((a, b) => a.boundKm - b.boundKm);
    this.#lists = this.#lists.map((stops, level) => [...stops, ...(found[level] ?? [])]);
    this.#refuseMany();
  }

  #refuseMany(): void {
    if (this.#lists.some(({ length }) => length > MOST_STOPS))
      throw new TooBroadError(`more than ${MOST_STOPS} centers of one level to compare`);
  }
}
