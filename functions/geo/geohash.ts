import ngeohash from 'ngeohash';
import type { Box } from './box.ts';
import { assertPoint, type Point } from './point.ts';

/** The longest geohash used: 12 characters, 60 bits, a cell of about 4 by 2 centimetres. */
export const FULL_PRECISION = 12;

const ALPHABET = '0123456789bcdefghjkmnpqrstuvwxyz';

/**
 * The geohash cell of a point. A cell includes its southern and western border, as on geohash.org: (0, 0) is `s0…`.
 * ngeohash encodes NaN and clamps values out of range; this throws instead.
 * @param precision 1 to 12 characters.
 */
export function encodeGeohash(point: Point, precision: number = FULL_PRECISION): string {
  assertPoint(point);
  if (!Number.isInteger(precision) || precision < 1 || precision > FULL_PRECISION) {
    throw new RangeError(`geohash precision ${precision} is not a whole number from 1 to ${FULL_PRECISION}`);
  }
  // ngeohash counts a border as part of the lower cell. To get the upper cell, the mirrored point is encoded and the
  // result mirrored back.
  const mirrored = ngeohash.encode(-point.lat, -point.lng, precision);
  return Array.from(mirrored, (letter) => ALPHABET[ALPHABET.length - 1 - ALPHABET.indexOf(letter)]).join('');
}

/** The box of a cell. @throws RangeError naming illegal letters, which ngeohash would decode as zeros */
export function geohashBox(cell: string): Box {
  assertGeohash(cell);
  const [minLat, minLng, maxLat, maxLng] = ngeohash.decode_bbox(cell);
  return { minLat, minLng, maxLat, maxLng };
}

/**
 * The bits of a geohash as a string: each character has five bits, so its code is 0 to 31. Most significant bits first.
 */
export function geohashBits(cell: string): string {
  assertGeohash(cell);
  let bits = '';
  for (const letter of cell) bits += String.fromCharCode(ALPHABET.indexOf(letter));
  return bits;
}

/** Reverses {@link geohashBits}. @throws RangeError if a character's code is above 31 */
export function geohashOfBits(bits: string): string {
  return Array.from(bits, (bit) => {
    const letter = ALPHABET[bit.charCodeAt(0)];
    if (letter === undefined) throw new RangeError(`${bit.charCodeAt(0)} is not five bits`);
    return letter;
  }).join('');
}

function assertGeohash(cell: string): void {
  if (cell.length < 1 || cell.length > FULL_PRECISION) {
    throw new RangeError(`geohash "${cell}" does not have 1 to ${FULL_PRECISION} characters`);
  }
  const illegal = [...cell].filter((letter) => !ALPHABET.includes(letter));
  if (illegal.length > 0) throw new RangeError(`geohash "${cell}" has the illegal letters "${illegal.join('')}"`);
}
