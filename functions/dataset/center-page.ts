import { isDenied } from './facts.ts';
import type { Mask } from './masks.ts';
import { factsOf, type PackedCenter, packed } from './packed-center.ts';

/** Numbers of a center in a page's first line: latitude, longitude, levels offered, levels of which sources cannot say. */
const NUMBERS = 4;

interface FirstLine {
  readonly kind: 'centers';
  /** {@link NUMBERS} for each center, in the order of the rows. */
  readonly spots: readonly number[];
}

/**
 * A page of centers. Its text has a first line with where each center stands and which levels it has, and then each
 * center's row on a line of its own. So a search that reads a page parses the rows of its results and no others.
 */
export class CenterPage {
  readonly kind = 'centers';
  /** Length of the text. */
  readonly bytes: number;
  readonly count: number;
  readonly #spots: readonly number[];
  /** Each row, as text until it is asked for. */
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

  /** Levels that the center offers, but for what admissions denied. */
  offeredAt(at: number): Mask {
    return this.#spots[at * NUMBERS + 2] ?? 0;
  }

  /** Levels of which the center's sources cannot say whether it offers them. */
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

  /** All of them. */
  get rows(): readonly PackedCenter[] {
    return this.#rows.map((_, at) => this.rowAt(at));
  }

  /** As plain JSON: what the text says, in the usual form. */
  toJSON(): { readonly kind: 'centers'; readonly rows: readonly PackedCenter[] } {
    return { kind: this.kind, rows: this.rows };
  }
}

/** Whether a text is one of a page of centers. */
export const isCenterPage = (text: string): boolean => text.startsWith('{"kind":"centers"');

/** A row as it is kept for its page: its numbers and, on a line of its own, the rest. */
export function centerText(row: PackedCenter): string {
  const rest = row.filter((_, at) => at !== packed.lat && at !== packed.lng && at !== packed.unknownLevels);
  const numbers = [row[packed.lat], row[packed.lng], offeredBy(row), row[packed.unknownLevels]];
  return `${numbers.join(',')}\n${JSON.stringify(rest)}`;
}

/** The text of a page of rows, each as {@link centerText} gives it. */
export function centerPageText(rows: readonly Buffer[]): Buffer {
  const [spots, lines]: [Buffer[], Buffer[]] = [[], []];
  for (const row of rows) {
    const end = row.indexOf('\n');
    if (spots.length > 0) spots.push(COMMA);
    spots.push(row.subarray(0, end));
    lines.push(row.subarray(end));
  }
  return Buffer.concat([FIRST, ...spots, LAST, ...lines]);
}

const FIRST = Buffer.from('{"kind":"centers","spots":[');
const LAST = Buffer.from(']}');
const COMMA = Buffer.from(',');

/** The levels of a center's offerings, but for what admissions denied. */
export function offeredBy(row: PackedCenter): Mask {
  let offered: Mask = 0;
  for (const offering of row[packed.offerings]) {
    if (!isDenied(factsOf(row, offering))) offered |= 1 << offering[1];
  }
  return offered;
}
