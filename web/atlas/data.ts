import type { Point } from '../../functions/geo/point.ts';
import type { GridBox } from '../locator/map/outlines.ts';

/**
 * The page's data by column. All lists in `zips` have the same length and order, and so do those in `centers`. Numbers
 * that refer to places, counties and unlisted states are positions in their lists.
 */
export interface AtlasFile {
  /** The states that the ZIPs in this file belong to. */
  readonly ground: readonly StateGround[];
  /** City and state of each ZIP: `Phoenix, AZ`. */
  readonly places: readonly string[];
  readonly counties: readonly string[];
  /** Names of states without listings. */
  readonly unlisted: readonly string[];
  readonly zips: {
    readonly zip: readonly string[];
    readonly lat: readonly number[];
    readonly lng: readonly number[];
    readonly place: readonly number[];
    readonly county: readonly number[];
    readonly people: readonly number[];
    /** The nearest state without listings, and the miles to it. */
    readonly border: readonly number[];
    readonly borderMiles: readonly number[];
    /**
     * For each ZIP, positions of centers, nearest first: every center that is the first listed or the first possible
     * one for some combination of choices. Each position takes {@link POSITION_LETTERS} letters (writePosition).
     */
    readonly near: readonly string[];
  };
  readonly centers: {
    readonly name: readonly string[];
    /** City and state of each center: `Phoenix, AZ`. */
    readonly city: readonly string[];
    readonly phone: readonly string[];
    readonly lat: readonly number[];
    readonly lng: readonly number[];
    /** For each center, the position of its entry in `answers`. */
    readonly answers: readonly number[];
  };
  /** One letter (choices.ts) per combination of choices. Centers with equal answers share one entry. */
  readonly answers: readonly string[];
}

/** A state's shapes, in units of the map's grid (locator/map/grid.ts). */
export interface StateGround {
  /** Postal code. */
  readonly code: string;
  readonly name: string;
  readonly box: GridBox;
  /** SVG path of the land. */
  readonly path: string;
  readonly counties: string;
  /** Towns that help readers to find their way on the map, the largest first. */
  readonly towns: readonly { readonly name: string; readonly x: number; readonly y: number }[];
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-';
const POSITION_LETTERS = 3;
const MOST_CENTERS = ALPHABET.length ** POSITION_LETTERS;

/**
 * Encodes a position as three letters.
 * @throws RangeError if it needs more
 */
export function writePosition(position: number): string {
  if (!Number.isInteger(position) || position < 0 || position >= MOST_CENTERS)
    throw new RangeError(`${position} is not a position below ${MOST_CENTERS}`);
  const digit = (place: number): string => ALPHABET[Math.floor(position / ALPHABET.length ** place) % 64] ?? '';
  return digit(2) + digit(1) + digit(0);
}

function readPositions(text: string): number[] {
  const positions: number[] = [];
  for (let at = 0; at < text.length; at += POSITION_LETTERS) {
    let position = 0;
    for (const letter of text.slice(at, at + POSITION_LETTERS)) position = position * 64 + ALPHABET.indexOf(letter);
    positions.push(position);
  }
  return positions;
}

export interface AtlasCenter {
  readonly name: string;
  readonly city: string;
  readonly phone: string;
  readonly location: Point;
  readonly answers: string;
}

export interface AtlasZip {
  readonly zip: string;
  readonly location: Point;
  readonly place: string;
  /** Postal code. */
  readonly state: string;
  readonly county: string;
  readonly people: number;
  readonly border: { readonly state: string; readonly miles: number };
  readonly near: readonly AtlasCenter[];
}

/**
 * Reads the file.
 * @throws Error if a number in it refers to a position that does not exist
 */
export function openAtlas({ zips, centers, places, counties, unlisted, answers }: AtlasFile): readonly AtlasZip[] {
  const opened = centers.name.map(
    (name, at): AtlasCenter => ({
      name,
      city: item(centers.city, at),
      phone: item(centers.phone, at),
      location: { lat: item(centers.lat, at), lng: item(centers.lng, at) },
      answers: item(answers, item(centers.answers, at)),
    }),
  );
  return zips.zip.map((zip, at) => {
    const place = item(places, item(zips.place, at));
    return {
      zip,
      location: { lat: item(zips.lat, at), lng: item(zips.lng, at) },
      place,
      state: place.slice(-2),
      county: item(counties, item(zips.county, at)),
      people: item(zips.people, at),
      border: { state: item(unlisted, item(zips.border, at)), miles: item(zips.borderMiles, at) },
      near: readPositions(item(zips.near, at)).map((center) => item(opened, center)),
    };
  });
}

function item<Value>(list: readonly Value[], at: number): Value {
  const value = list[at];
  if (value === undefined) throw new Error(`the atlas has no ${at} of ${list.length}`);
  return value;
}
