import { KM_PER_MILE } from '../geo/distance.ts';

export const MOST_MILES = 500;

/** A radius: the text to show, and the distance to search. */
export interface Within {
  /** The text to show: `25mi` or `40km`. */
  readonly text: string;
  readonly km: number;
}

const FORM = /^(\d+(?:\.\d+)?|\.\d+)\s*(mi|km)?$/i;

/**
 * Reads `25mi`, `40km`, `25` or 25 (miles). Returns a message if it is not a radius, or not above 0 and up to 500
 * miles.
 */
export function readWithin(value: string | number): Within | string {
  const match = FORM.exec(String(value));
  const [, digits, unit = 'mi'] = match ?? [];
  if (digits === undefined) return `"${String(value).slice(0, 40)}" is not a distance such as 25mi, 40km or 25 (miles)`;
  const amount = Number(digits);
  const isKm = unit.toLowerCase() === 'km';
  const km = isKm ? amount : amount * KM_PER_MILE;
  if (!(km > 0) || km > MOST_MILES * KM_PER_MILE) {
    return `must be more than 0 and at most ${MOST_MILES}mi (${Math.floor(MOST_MILES * KM_PER_MILE)}km)`;
  }
  // Not `amount` if that prints with an exponent, because the shown radius must be accepted as input again.
  const shown = String(amount).includes('e') ? digits : amount;
  return { text: `${shown}${isKm ? 'km' : 'mi'}`, km };
}
