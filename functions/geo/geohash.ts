import type { Box } from './box.ts';
import { assertPoint, type Point } from './point.ts';

/** The longest geohash used: 12 characters, 60 bits, a cell of about 4 by 2 centimetres. */
export const FULL_PRECISION = 12;

const ALPHABET = '0123456789bcdefghjkmnpqrstuvwxyz';
/** Of a character. */
const BITS = 5;

/**
 * The geohash cell of a point. A cell owns its southern and western border, as geohash.org has it: (0, 0) is `s0…`.
 * @throws RangeError for a point that is none, instead of clamping it
 * @param precision 1 to 12 characters.
 */
export function encodeGeohash(point: Point, precision: number = FULL_PRECISION): string {
  assertPoint(point);
  if (!Number.isInteger(precision) || precision < 1 || precision > FULL_PRECISION) {
    throw new RangeError(`geohash precision ${precision} is not a whole number from 1 to ${FULL_PRECISION}`);
  }
  const ranges = whole();
  let cell = '';
  for (let bit = 0, letter = 0; cell.length < precision; bit++) {
    const range = ranges[bit % 2] as Range;
    const middle = (range[0] + range[1]) / 2;
    const isUpper = (bit % 2 === 0 ? point.lng : point.lat) >= middle;
    range[isUpper ? 0 : 1] = middle;
    letter = letter * 2 + (isUpper ? 1 : 0);
    if (bit % BITS === BITS - 1) {
      cell += ALPHABET[letter];
      letter = 0;
    }
  }
  return cell;
}

/** The box of a cell. @throws RangeError naming illegal letters */
export function geohashBox(cell: string): Box {
  assertGeohash(cell);
  const ranges = whole();
  for (let bit = 0; bit < cell.length * BITS; bit++) {
    const range = ranges[bit % 2] as Range;
    const letter = ALPHABET.indexOf(cell[Math.floor(bit / BITS)] ?? '');
    const isUpper = ((letter >> (BITS - 1 - (bit % BITS))) & 1) === 1;
    range[isUpper ? 0 : 1] = (range[0] + range[1]) / 2;
  }
  const [lng, lat] = ranges;
  return { minLat: lat[0], minLng: lng[0], maxLat: lat[1], maxLng: lng[1] };
}

type Range = [min: number, max: number];
/** Bits halve the longitude first, then the latitude, in turn. The middles are exact in binary. */
const whole = (): [lng: Range, lat: Range] => [
  [-180, 180],
  [-90, 90],
];

/** The interleaved bits of a cell, five a character, most significant first, as characters of 0 to 31. */
export function geohashBits(cell: string): string {
  assertGeohash(cell);
  let bits = '';
  for (const letter of cell) bits += String.fromCharCode(ALPHABET.indexOf(letter));
  return bits;
}

/** The cell whose {@link geohashBits} these are. */
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
