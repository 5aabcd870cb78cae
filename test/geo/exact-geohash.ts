import type { Point } from '../../functions/geo/point.ts';

const ALPHABET = '0123456789bcdefghjkmnpqrstuvwxyz';

/** A number of degrees as an exact fraction `top / 2^shift`, as every double is. */
interface Dyadic {
  readonly top: bigint;
  readonly shift: bigint;
}

function dyadic(value: number): Dyadic {
  let shift = 0n;
  let scaled = value;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    shift += 1n;
  }
  return { top: BigInt(scaled), shift };
}

/**
 * Number of the part that contains a value when [-half, half) is divided into 2^bits equal parts, computed in whole
 * numbers. A part includes its lower border, and the topmost also its upper one. Differs from the interval halving of
 * geohash libraries.
 */
function partOf(value: number, half: number, bits: number): bigint {
  const parts = 1n << BigInt(bits);
  const { top, shift } = dyadic(value);
  const width = BigInt(2 * half) << shift;
  const part = ((top + (BigInt(half) << shift)) * parts) / width;
  return part < parts ? part : parts - 1n;
}

/** Bits of longitude and latitude in a geohash of this length; longitude comes first. */
const split = (precision: number) => ({ lng: Math.ceil((5 * precision) / 2), lat: Math.floor((5 * precision) / 2) });

export function exactGeohash({ lat, lng }: Point, precision: number): string {
  const bits = split(precision);
  const lngBits = partOf(lng, 180, bits.lng).toString(2).padStart(bits.lng, '0');
  const latBits = bits.lat === 0 ? '' : partOf(lat, 90, bits.lat).toString(2).padStart(bits.lat, '0');
  let interleaved = '';
  for (let at = 0; at < 5 * precision; at += 1) interleaved += (at % 2 === 0 ? lngBits : latBits)[at >> 1];
  return (interleaved.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)]).join('');
}

/** The borders of a cell: each is a part's number times a width that a double represents exactly. */
export function exactBox(cell: string) {
  const bits = split(cell.length);
  const all = Array.from(cell, (letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const every = (first: number) =>
    Number.parseInt(
      Array.from(all)
        .filter((_, at) => at % 2 === first)
        .join('') || '0',
      2,
    );
  const [lngPart, latPart] = [every(0), every(1)];
  const [lngWidth, latWidth] = [360 / 2 ** bits.lng, 180 / 2 ** bits.lat];
  return {
    minLat: latPart * latWidth - 90,
    maxLat: (latPart + 1) * latWidth - 90,
    minLng: lngPart * lngWidth - 180,
    maxLng: (lngPart + 1) * lngWidth - 180,
  };
}
