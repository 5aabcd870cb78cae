import type { Box } from './box.ts';
import { assertPoint, type Point } from './point.ts';

/** The longest geohash used: 12 characters, 60 bits, a cell of about 4 by 2 centimetres. */
export const FULL_PRECISION = 12;

/** Bits of a letter. */
const BITS = 5;
const ALPHABET = '0123456789bcdefghjkmnpqrstuvwxyz';

/**
 * The geohash cell of a point. A cell owns its southern and western border, as geohash.org has it: (0, 0) is `s0…`.
 * @param precision 1 to 12 characters.
 */
export function encodeGeohash(point: Point, precision: number = FULL_PRECISION): string {
  assertPoint(point);
  if (!Number.isInteger(precision) || precision < 1 || precision > FULL_PRECISION) {
    throw new RangeError(`geohash precision ${precision} is not a whole number from 1 to ${FULL_PRECISION}`);
  }
  const left = { lat: { min: -90, max: 90 }, lng: { min: -180, max: 180 } };
  let cell = '';
  for (let at = 0; at < precision; at++) {
    let letter = 0;
    for (let bit = 0; bit < BITS; bit++) {
      const axis = axisOf(at, bit);
      const isUpper = point[axis] >= middleOf(left[axis]);
      letter = letter * 2 + (isUpper ? 1 : 0);
      halve(left[axis], isUpper);
    }
    cell += ALPHABET.charAt(letter);
  }
  return cell;
}

interface Range {
  min: number;
  max: number;
}

const middleOf = ({ min, max }: Range): number => (min + max) / 2;

/** Bits of longitude and latitude take turns, longitude first. */
const axisOf = (at: number, bit: number): 'lat' | 'lng' => ((at * BITS + bit) % 2 === 0 ? 'lng' : 'lat');

function halve(range: Range, isUpper: boolean): void {
  if (isUpper) range.min = middleOf(range);
  else range.max = middleOf(range);
}

/** The box of a cell. Illegal letters are named in an error. */
export function geohashBox(cell: string): Box {
  assertGeohash(cell);
  const left = { lat: { min: -90, max: 90 }, lng: { min: -180, max: 180 } };
  for (const [at, letter] of [...cell].entries()) {
    const bits = ALPHABET.indexOf(letter);
    for (let bit = 0; bit < BITS; bit++) halve(left[axisOf(at, bit)], ((bits >> (BITS - 1 - bit)) & 1) === 1);
  }
  const { lat, lng } = left;
  return { minLat: lat.min, minLng: lng.min, maxLat: lat.max, maxLng: lng.max };
}

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
