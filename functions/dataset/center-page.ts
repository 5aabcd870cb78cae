import { isDenied, isKeptToDui } from './facts.ts';
import type { Mask } from './masks.ts';
import { factsOf, type PackedCenter, packed } from './packed-center.ts';

/**
 * How many numbers a page's first line has for each center: latitude, longitude, levels offered, and levels that may be
 * offered.
 */
const NUMBERS = 4;

interface FirstLine {
  readonly kind: 'centers';
  /** For each center, as many numbers as {@link NUMBERS} says, in the order of the rows. */
  readonly spots: readonly number[];
}

/**
 * A page of centers. The first line of its text holds every center's point and levels; each further line holds one
 * center's row. A search can therefore filter by the first line and parse only the rows of its results.
 */
export class CenterPage {
  readonly kind = 'centers';
  /** Length of the uncompressed text in bytes. */
  readonly bytes: number;
  readonly count: number;
  readonly #spots: readonly number[];
  /** A row is parsed when it is first needed. */
  readonly #rows: (PackedCenter | string)[];

  constructor(text: string, bytes: number) {
    const [firstLine = '', ...lines] = text.split('\n');
    const { spots } = JSON.parse(firstLine) as FirstLine;
    if (spots.length !== lines.length * NUMBERS)
      throw new RangeError('a page of centers whose lines do not fit its first');
    this.bytes = bytes;
    this.count = lines.length;
    this.#spots = spots;
    this.#rows = lines;
  }

  latAt(at: number): number {
    return this.#spots[at * NUMBERS] ?? Number.NaN;
  }

  lngAt(at: number): number {
    return this.#spots[at * NUMBERS + 1] ?? Number.NaN;
  }

  /** Mask of the levels that the center offers to everybody, without those that admissions denied. */
  offeredAt(at: number): Mask {
    return this.#spots[at * NUMBERS + 2] ?? 0;
  }

  /** Mask of the levels that the center may offer, because its sources cannot say whether it does. */
  unknownAt(at: number): Mask {
    return this.#spots[at * NUMBERS + 3] ?? 0;
  }

  rowAt(at: number): PackedCenter {
    const row = this.#rows[at];
    if (row === undefined) throw new RangeError(`there is no row ${at} among ${this.count}`);
    if (typeof row !== 'string') return row;
    const parsed = JSON.parse(row) as unknown[];
    parsed.splice(packed.lat, 0, this.latAt(at), this.lngAt(at));
    parsed.splice(packed.unknownLevels, 0, this.unknownAt(at));
    const whole = parsed as unknown as PackedCenter;
    this.#rows[at] = whole;
    return whole;
  }

  /** All rows, parsed. */
  get rows(): readonly PackedCenter[] {
    return this.#rows.map((_, at) => this.rowAt(at));
  }

  /** The page as a plain object for JSON. */
  toJSON(): { readonly kind: 'centers'; readonly rows: readonly PackedCenter[] } {
    return { kind: this.kind, rows: this.rows };
  }
}

/** True if the text is a page of centers. */
export const isCenterPage = (text: string): boolean => text.startsWith('{"kind":"centers"');

/** Mask of the levels of a center's offerings, without those that admissions denied or that only serve DUI clients. */
export function offeredBy(row: PackedCenter): Mask {
  let offered: Mask = 0;
  for (const offering of row[packed.offerings]) {
    const facts = factsOf(row, offering);
    if (!isDenied(facts) && !isKeptToDui(facts)) offered |= 1 << offering[1];
  }
  return offered;
}
