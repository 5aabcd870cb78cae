import { firstNotBelow } from '../domain/sorted.ts';
import type { Point } from '../geo/point.ts';
import { kindOf, type PlaceKind } from './kinds.ts';
import { nameKey } from './name-key.ts';
import { type FiledName, filedName } from './name-text.ts';
import { postalStates } from './postal-states.ts';

/**
 * The table as bytes, read in place. All numbers are big-endian.
 *
 *   header    magic u32, then the counts of ZIPs, names, places and bytes of text, u32 each
 *   prefixes  1,001 × u16: position of the first ZIP of each three-digit prefix, then the number of ZIPs
 *   zips      last two digits u8, latitude u24, longitude u24, place u16; ascending
 *   names     start of the text u24, first place u16; ascending by key; one extra entry marks the end
 *   places    u8 with the state in its low six bits and the kind (kinds.ts) in the two highest, latitude u24,
 *             longitude u24, population u24; by name, then largest first
 *   text      UTF-8 (name-text.ts); a county without the word "County"
 *
 * Coordinates are in units of 0.0001 degrees, from the south pole and from the date line.
 */
export const layout = { magic: 0x504c4334, header: 20, prefixes: 1001 * 2, zip: 9, name: 5, place: 10 } as const;
/** Mask of the bits that hold the state, in the byte that also holds the kind. */
export const STATE_BITS = 0x3f;
export const KIND_SHIFT = 6;
const DEGREE = 10_000;

export const packLat = (lat: number): number => Math.round((lat + 90) * DEGREE);
export const packLng = (lng: number): number => Math.round((lng + 180) * DEGREE);
const unpackLat = (packed: number): number => (packed - 90 * DEGREE) / DEGREE;
const unpackLng = (packed: number): number => (packed - 180 * DEGREE) / DEGREE;

/** A place as read from the table. */
export interface PlaceRow {
  readonly kind: PlaceKind;
  readonly name: string;
  /** The name at this position in the table: the place's own name, an alias or a nickname. */
  readonly spelling: string;
  /** True for a nickname: what people call the place, not its name. */
  readonly isNickname: boolean;
  readonly state: string;
  readonly location: Point;
  readonly population: number;
}

/** Reads the table in place: opening it parses nothing and copies nothing. */
export class PlaceTable {
  readonly zipCount: number;
  readonly nameCount: number;
  readonly placeCount: number;
  readonly #view: DataView;
  readonly #zips: number;
  readonly #names: number;
  readonly #places: number;
  readonly #text: Uint8Array;
  /** Keys of names read so far. Most searches compare the same names. */
  readonly #keys = new Map<number, string>();
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });

  /** Throws unless the bytes are a whole table of this layout. */
  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < layout.header || view.getUint32(0) !== layout.magic)
      throw new Error(`${bytes.length} bytes are not a table of places`);
    this.#view = view;
    this.zipCount = view.getUint32(4);
    this.nameCount = view.getUint32(8);
    this.placeCount = view.getUint32(12);
    this.#zips = layout.header + layout.prefixes;
    this.#names = this.#zips + this.zipCount * layout.zip;
    this.#places = this.#names + (this.nameCount + 1) * layout.name;
    const text = this.#places + this.placeCount * layout.place;
    const end = text + view.getUint32(16);
    if (end !== bytes.length) throw new Error(`the table of places has ${bytes.length} bytes instead of ${end}`);
    this.#text = bytes.subarray(text);
  }

  /** The range of positions of the ZIPs that begin with the given one to five digits. `to` is exclusive. */
  zipRange(digits: string): readonly [from: number, to: number] {
    const width = 10 ** (5 - digits.length);
    const first = Number(digits) * width;
    return [this.#zipsBelow(first), this.#zipsBelow(first + width)];
  }

  /** Number of ZIPs in the table that are lower than this one, which gives its position. */
  #zipsBelow(number: number): number {
    const prefix = Math.floor(number / 100);
    const start = this.#prefixStart(prefix);
    if (number % 100 === 0) return start;
    const count = this.#prefixStart(prefix + 1) - start;
    return start + firstNotBelow(count, (at) => this.#zipDigits(start + at) < number % 100);
  }

  #prefixStart(prefix: number): number {
    return this.#view.getUint16(layout.header + prefix * 2);
  }

  #zipDigits(position: number): number {
    return this.#view.getUint8(this.#zips + position * layout.zip);
  }

  /** The ZIP at a position, its point and its city. */
  zipAt(position: number): { zip: string; location: Point; place: number } {
    const prefix = firstNotBelow(1000, (at) => this.#prefixStart(at + 1) <= position);
    const at = this.#zips + position * layout.zip;
    return {
      zip: String(prefix * 100 + this.#zipDigits(position)).padStart(5, '0'),
      location: this.#point(at + 1),
      place: this.#view.getUint16(at + 7),
    };
  }

  /** The range of positions of the places whose key equals the given one, or begins with it. `to` is exclusive. */
  placeRange(key: string, match: 'whole' | 'beginning'): readonly [from: number, to: number] {
    // Keys consist of a–z and 0–9. A space sorts before all of these characters, and `{` after them.
    const after = match === 'whole' ? `${key} ` : `${key}{`;
    const from = firstNotBelow(this.nameCount, (at) => this.#keyAt(at) < key);
    const to = firstNotBelow(this.nameCount, (at) => this.#keyAt(at) < after);
    return [this.#firstPlace(from), this.#firstPlace(to)];
  }

  /**
   * The names whose key begins with a letter, in order. Each has the range of positions of its places; `to` is
   * exclusive.
   */
  *names(letter: string): Generator<{ filed: () => FiledName; from: number; to: number }> {
    const first = firstNotBelow(this.nameCount, (at) => this.#keyAt(at) < letter);
    const end = firstNotBelow(this.nameCount, (at) => this.#keyAt(at) < `${letter}{`);
    for (let name = first; name < end; name++) {
      const filed = () => filedName(this.#textAt(name));
      yield { filed, from: this.#firstPlace(name), to: this.#firstPlace(name + 1) };
    }
  }

  placeAt(position: number): PlaceRow {
    const at = this.#places + position * layout.place;
    const text = this.#textAt(firstNotBelow(this.nameCount, (name) => this.#firstPlace(name + 1) <= position));
    const { spelling, label, isNickname } = filedName(text);
    return {
      kind: this.kindAt(position),
      name: label,
      spelling,
      isNickname,
      state: this.stateAt(position),
      location: this.#point(at + 1),
      population: this.populationAt(position),
    };
  }

  stateAt(position: number): string {
    const index = this.#stateByte(position) & STATE_BITS;
    const state = postalStates[index];
    if (state === undefined) throw new Error(`the table of places names an unknown state ${index}`);
    return state[0];
  }

  kindAt(position: number): PlaceKind {
    return kindOf(this.#stateByte(position) >>> KIND_SHIFT);
  }

  populationAt(position: number): number {
    return this.#u24(this.#places + position * layout.place + 7);
  }

  #stateByte(position: number): number {
    return this.#view.getUint8(this.#places + position * layout.place);
  }

  #keyAt(name: number): string {
    let key = this.#keys.get(name);
    if (key === undefined) {
      key = nameKey(filedName(this.#textAt(name)).spelling);
      this.#keys.set(name, key);
    }
    return key;
  }

  #textAt(name: number): string {
    const at = this.#names + name * layout.name;
    return this.#decoder.decode(this.#text.subarray(this.#u24(at), this.#u24(at + layout.name)));
  }

  #firstPlace(name: number): number {
    return this.#view.getUint16(this.#names + name * layout.name + 3);
  }

  #point(at: number): Point {
    return { lat: unpackLat(this.#u24(at)), lng: unpackLng(this.#u24(at + 3)) };
  }

  #u24(at: number): number {
    return (this.#view.getUint16(at) << 8) | this.#view.getUint8(at + 2);
  }
}
