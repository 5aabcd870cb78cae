import { kindOf, type PlaceKind, placeKinds } from './kinds.ts';
import { nameKey } from './name-key.ts';
import { filedName } from './name-text.ts';
import { postalStates } from './postal-states.ts';
import { KIND_SHIFT, layout, PlaceTable, STATE_BITS } from './table.ts';

/**
 * A ZIP as stored in the table. The point is in the table's units; `place` is the position of its city among all
 * places.
 */
export interface ZipRow {
  readonly zip: number;
  readonly lat: number;
  readonly lng: number;
  readonly place: number;
}

/** A stored place, without its name. */
export interface StoredPlace {
  readonly state: string;
  readonly kind: PlaceKind;
  readonly lat: number;
  readonly lng: number;
  readonly population: number;
}

/** A stored name (table.ts), with the places that have it. */
export interface NameRow {
  readonly text: string;
  readonly places: readonly StoredPlace[];
}

/**
 * Sorts names by key, and the places of a name by population, largest first. The result does not depend on the order of
 * the entries.
 */
export function arranged(
  entries: readonly { readonly text: string; readonly place: StoredPlace }[],
): readonly NameRow[] {
  return [...Map.groupBy(entries, ({ text }) => text)]
    .map(([text, group]) => ({
      text,
      key: nameKey(filedName(text).spelling),
      places: group.map(({ place }) => place),
    }))
    .sort((a, b) => compare(a.key, b.key) || compare(a.text, b.text))
    .map(({ text, places }) => ({
      text,
      places: places.toSorted(
        (a, b) =>
          b.population - a.population ||
          compare(a.state, b.state) ||
          compare(a.kind, b.kind) ||
          a.lat - b.lat ||
          a.lng - b.lng,
      ),
    }));
}

/** Compares UTF-16 code units, so that the order is the same on every machine and in every locale. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The content of a table of places (table.ts), as numbers and texts. */
export interface TableRows {
  readonly zips: readonly ZipRow[];
  readonly names: readonly NameRow[];
}

/** Reads the rows of a table. @throws Error unless the bytes are a whole table */
export function rowsOfTable(bytes: Uint8Array): TableRows {
  const { zipCount, nameCount, placeCount } = new PlaceTable(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const u24 = (at: number): number => (view.getUint16(at) << 8) | view.getUint8(at + 2);
  const zipsAt = layout.header + layout.prefixes;
  const namesAt = zipsAt + zipCount * layout.zip;
  const placesAt = namesAt + (nameCount + 1) * layout.name;
  const text = bytes.subarray(placesAt + placeCount * layout.place);
  const decoder = new TextDecoder('utf-8', { fatal: true });

  const zips: ZipRow[] = [];
  for (let prefix = 0; prefix < 1000; prefix += 1) {
    const end = view.getUint16(layout.header + (prefix + 1) * 2);
    for (let row = zips.length; row < end; row += 1) {
      const at = zipsAt + row * layout.zip;
      const zip = prefix * 100 + view.getUint8(at);
      zips.push({ zip, lat: u24(at + 1), lng: u24(at + 4), place: view.getUint16(at + 7) });
    }
  }
  const placeAt = (position: number): StoredPlace => {
    const at = placesAt + position * layout.place;
    const byte = view.getUint8(at);
    const state = postalStates[byte & STATE_BITS];
    if (state === undefined) throw new Error(`the table of places names an unknown state ${byte & STATE_BITS}`);
    return {
      state: state[0],
      kind: kindOf(byte >>> KIND_SHIFT),
      lat: u24(at + 1),
      lng: u24(at + 4),
      population: u24(at + 7),
    };
  };
  const names = Array.from({ length: nameCount }, (_, name): NameRow => {
    const at = namesAt + name * layout.name;
    const [first, end] = [view.getUint16(at + 3), view.getUint16(at + layout.name + 3)];
    return {
      text: decoder.decode(text.subarray(u24(at), u24(at + layout.name))),
      places: Array.from({ length: end - first }, (_one, index) => placeAt(first + index)),
    };
  });
  return { zips, names };
}

/** Builds the table with these rows. @throws RangeError for a place in an unknown state. */
export function tableOfRows({ zips, names }: TableRows): Uint8Array {
  const encoder = new TextEncoder();
  const texts = names.map(({ text }) => encoder.encode(text));
  const textBytes = texts.reduce((sum, { length }) => sum + length, 0);
  const places = names.flatMap((name) => name.places);
  const bytes = new Uint8Array(
    layout.header +
      layout.prefixes +
      zips.length * layout.zip +
      (names.length + 1) * layout.name +
      places.length * layout.place +
      textBytes,
  );
  let at = 0;
  const write = (value: number, width: number): void => {
    if (!(value >= 0 && value < 256 ** width)) throw new RangeError(`${value} does not fit into ${width} bytes`);
    for (let byte = width - 1; byte >= 0; byte -= 1) bytes[at++] = (value >>> (8 * byte)) & 0xff;
  };
  for (const value of [layout.magic, zips.length, names.length, places.length, textBytes]) write(value, 4);
  for (let prefix = 0, first = 0; prefix <= 1000; prefix += 1) {
    while ((zips[first]?.zip ?? 100_000) < prefix * 100) first += 1;
    write(first, 2);
  }
  for (const { zip, lat, lng, place } of zips) {
    write(zip % 100, 1);
    write(lat, 3);
    write(lng, 3);
    write(place, 2);
  }
  let [textAt, firstPlace] = [0, 0];
  for (const [name, row] of names.entries()) {
    write(textAt, 3);
    write(firstPlace, 2);
    textAt += texts[name]?.length ?? 0;
    firstPlace += row.places.length;
  }
  write(textAt, 3);
  write(firstPlace, 2);
  for (const { state, kind, lat, lng, population } of places) {
    const index = postalStates.findIndex(([code]) => code === state);
    if (index < 0) throw new RangeError(`"${state}" is not a state`);
    write(index | (placeKinds.indexOf(kind) << KIND_SHIFT), 1);
    write(lat, 3);
    write(lng, 3);
    write(population, 3);
  }
  for (const text of texts) {
    bytes.set(text, at);
    at += text.length;
  }
  return bytes;
}

/** Returns only the ZIPs and places of these states. */
export function rowsOfStates({ zips, names }: TableRows, states: ReadonlySet<string>): TableRows {
  const kept = names.flatMap(({ places }) => places).map(({ state }) => states.has(state));
  let next = 0;
  const position = kept.map((keep) => (keep ? next++ : null));
  return {
    zips: zips.flatMap((row) => {
      const place = position[row.place] ?? null;
      return place === null ? [] : [{ ...row, place }];
    }),
    names: names
      .map(({ text, places }) => ({ text, places: places.filter(({ state }) => states.has(state)) }))
      .filter(({ places }) => places.length > 0),
  };
}
