import { KM_PER_MILE } from '../../../geo/distance.ts';
import type { Point } from '../../../geo/point.ts';
import { notAccepted, quoted } from '../../../http/faults.ts';
import { likelyPointText } from '../../../http/likely-point.ts';
import { MOST_MILES } from '../../../http/within.ts';

/** Units of distance: by their name in a request, the length in kilometers and the UCUM code. */
const units = {
  km: { km: 1, unit: 'km', code: 'km', digits: 2 },
  mi: { km: KM_PER_MILE, unit: 'mi', code: '[mi_i]', digits: 2 },
  '[mi_i]': { km: KM_PER_MILE, unit: 'mi', code: '[mi_i]', digits: 2 },
  m: { km: 0.001, unit: 'm', code: 'm', digits: 0 },
} as const;
type Unit = (typeof units)[keyof typeof units];
const calledOtherwise = [
  ...['mile', 'miles', 'mi.'].map((word) => ({ word, value: 'mi' })),
  ...['kms', 'kilometer', 'kilometers', 'kilometre', 'kilometres'].map((word) => ({ word, value: 'km' })),
  ...['meter', 'meters', 'metre', 'metres'].map((word) => ({ word, value: 'm' })),
];

/** The value of `near`: `latitude|longitude|distance|unit`. Answers give distances in the same unit. */
export interface Near {
  readonly point: Point;
  /** Search radius; null for no limit. */
  readonly withinKm: number | null;
  readonly unit: Unit;
}

/** Finds the point of a ZIP; null if there is no such ZIP. */
export type PointOfZip = (zip: string) => Point | null;

const NUMBER = /^[-+]?\d{1,3}(?:\.\d+)?$/;
const DISTANCE = /^\d+(?:\.\d+)?$/;
const form = 'must be latitude|longitude|distance|unit, such as 33.4484|-112.074|25|mi (the bars as %7C)';

/** Reads FHIR's `near`. @returns the area, or what is wrong with the text, each fault with what to write instead. */
export function readNear(text: string, pointOfZip: PointOfZip): Near | readonly string[] {
  const other = meantByForm(text, pointOfZip);
  if (other !== null) return [other];
  const [lat = '', lng = '', distance = '', unitName = ''] = text.split('|').map((part) => part.trim());
  const wrong: string[] = [];
  const meant = likelyPointText(lat, lng, '|');
  if (meant !== null) wrong.push(`${lat}|${lng} is outside of the United States; did you mean ${meant}?`);
  else {
    if (Math.abs(Number(lat)) > 90) wrong.push(`latitude ${lat} is not between -90 and 90`);
    if (Math.abs(Number(lng)) > 180) wrong.push(`longitude ${lng} is not between -180 and 180`);
  }
  const name = unitName === '' ? 'km' : unitName;
  const unit = Object.hasOwn(units, name) ? units[name as keyof typeof units] : null;
  if (unit === null) {
    wrong.push(`${notAccepted(name, 'a unit', Object.keys(units), calledOtherwise)} (km when absent)`);
  }
  let withinKm: number | null = null;
  if (distance !== '') {
    withinKm = DISTANCE.test(distance) ? Number(distance) * (unit?.km ?? 1) : Number.NaN;
    if (!(withinKm > 0) || withinKm > MOST_MILES * KM_PER_MILE) wrong.push(distanceFault(lat, lng, distance));
  }
  if (wrong.length > 0 || unit === null) return wrong;
  return { point: { lat: Number(lat), lng: Number(lng) }, withinKm, unit };
}

function distanceFault(lat: string, lng: string, distance: string): string {
  const [, digits, unit = ''] = /^(\d+(?:\.\d+)?)\s*(km|mi|m)$/i.exec(distance) ?? [];
  const written = digits === undefined ? '' : `; write ${lat}|${lng}|${digits}|${unit.toLowerCase()}`;
  return `distance ${quoted(distance)} must be a number above 0 and at most ${MOST_MILES} mi${written}; leave it out for the nearest, however far`;
}

/** A suggested correction for a text that does not have FHIR's form; null if it has. */
function meantByForm(text: string, pointOfZip: PointOfZip): string | null {
  const parts = text.split('|').map((part) => part.trim());
  const [lat = '', lng = ''] = parts;
  if (NUMBER.test(lat) && NUMBER.test(lng) && parts.length <= 4 && !text.includes(',')) return null;
  if (text.includes(',') && text.includes('|'))
    return `can name one point only; write one, such as 33.4484|-112.074|25|mi`;
  const byCommas = text.split(/[\s,]+/).filter((part) => part !== '');
  if (byCommas.length > 1 && byCommas.length <= 4 && byCommas.slice(0, 2).every((part) => NUMBER.test(part)))
    return `${form}; here: ${byCommas.join('|')}`;
  const [, zip] = /^(\d{5})(?:-\d{4})?$/.exec(lat) ?? [];
  const point = zip === undefined ? null : pointOfZip(zip);
  if (point !== null) {
    const [distance = '25', unit = 'mi'] = lng === '' ? [] : parts.slice(1);
    return `${form}; the point of ZIP ${zip} is ${[point.lat, point.lng, distance, unit].join('|')}`;
  }
  return /[a-z]{3}/i.test(lat) ? `${form}; /v1/places?q= finds the point of a place` : form;
}

/** A distance in the requested unit, rounded as in the other faces. */
export function distanceIn({ km, digits }: Unit, distanceKm: number): number {
  return Number((distanceKm / km).toFixed(digits));
}
