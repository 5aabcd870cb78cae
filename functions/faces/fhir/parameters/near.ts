import { KM_PER_MILE } from '../../../geo/distance.ts';
import type { Point } from '../../../geo/point.ts';
import { quoted } from '../../../http/faults.ts';
import { likelyPointText } from '../../../http/likely-point.ts';
import { MOST_MILES } from '../../../http/within.ts';

/** Units by the way they are asked for: how many kilometres, and what UCUM calls them. */
const units = {
  km: { km: 1, unit: 'km', code: 'km', digits: 2 },
  mi: { km: KM_PER_MILE, unit: 'mi', code: '[mi_i]', digits: 2 },
  '[mi_i]': { km: KM_PER_MILE, unit: 'mi', code: '[mi_i]', digits: 2 },
  m: { km: 0.001, unit: 'm', code: 'm', digits: 0 },
} as const;
type Unit = (typeof units)[keyof typeof units];

/** What `near` asks: `latitude|longitude|distance|unit`, distances told in the same unit. */
export interface Near {
  readonly point: Point;
  /** Null is however far. */
  readonly withinKm: number | null;
  readonly unit: Unit;
}

const NUMBER = /^[-+]?\d{1,3}(?:\.\d+)?$/;
const DISTANCE = /^\d+(?:\.\d+)?$/;

/** @returns every fault where it is none. */
export function readNear(text: string): Near | readonly string[] {
  const [lat = '', lng = '', distance = '', unitName = '', ...rest] = text.split('|').map((part) => part.trim());
  const wrong: string[] = [];
  const form = 'must be latitude|longitude|distance|unit, such as 33.4484|-112.074|25|mi (the bars as %7C)';
  if (text.includes(',')) return ['can name one point only'];
  if (rest.length > 0) return [form];
  const meant = NUMBER.test(lat) && NUMBER.test(lng) ? likelyPointText(lat, lng, '|') : null;
  if (!NUMBER.test(lat) || !NUMBER.test(lng)) wrong.push(form);
  else if (meant !== null) wrong.push(`${lat}|${lng} is outside of the United States; did you mean ${meant}?`);
  else {
    if (Math.abs(Number(lat)) > 90) wrong.push(`latitude ${lat} is not between -90 and 90`);
    if (Math.abs(Number(lng)) > 180) wrong.push(`longitude ${lng} is not between -180 and 180`);
  }
  const name = unitName === '' ? 'km' : unitName;
  const unit = Object.hasOwn(units, name) ? units[name as keyof typeof units] : null;
  if (unit === null)
    wrong.push(`${quoted(name)} is not a unit. Accepted: ${Object.keys(units).join(', ')} (km when absent)`);
  let withinKm: number | null = null;
  if (distance !== '') {
    withinKm = DISTANCE.test(distance) ? Number(distance) * (unit?.km ?? 1) : Number.NaN;
    if (!(withinKm > 0) || withinKm > MOST_MILES * KM_PER_MILE) {
      wrong.push(`distance ${quoted(distance)} must be a number above 0 and at most ${MOST_MILES} mi`);
    }
  }
  if (wrong.length > 0 || unit === null) return wrong;
  return { point: { lat: Number(lat), lng: Number(lng) }, withinKm, unit };
}

/** A distance in the unit that was asked for, rounded as the other faces round theirs. */
export function distanceIn({ km, digits }: Unit, distanceKm: number): number {
  return Number((distanceKm / km).toFixed(digits));
}
