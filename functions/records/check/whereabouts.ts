import { nearestWord } from '../../domain/nearest-word.ts';
import { distanceKm, KM_PER_MILE } from '../../geo/distance.ts';
import type { Point } from '../../geo/point.ts';
import { places } from '../../places/load.ts';
import { nameKey } from '../../places/name-key.ts';
import { Outlines } from '../../places/outlines/outline.ts';
import type { Place } from '../../places/place.ts';
import type { Check, Remark } from './finding.ts';

/**
 * Largest distances that are accepted. Measured on the 4,859 centers of the directories of 2023 and 2024: no center is
 * over 26 mi from the point of its ZIP, and 16 are over 15 mi (nine of them in two wide mountain ZIPs, most others with
 * an odd address: a ZIP of PO boxes, a road named after the next town). No center is over 0.24 mi outside of its
 * state's outline, which is accurate to half a mile at the coast.
 */
const limits = { zipFaultMiles: 60, zipWarningMiles: 15, outsideStateMiles: 1 } as const;

let outlines: Outlines | undefined;

/** Checks that a center's ZIP, city, state and coordinates agree. */
export const checkWhereabouts: Check = ({ center: { address, location } }) => {
  const point: Point = { lat: location.lat, lng: location.lng };
  const zip = places().zip(address.zip);
  const remarks: Remark[] = [];
  if (zip === null) {
    const message = `there is no ZIP ${address.zip}: check its digits`;
    remarks.push({ severity: 'fault', path: ['center', 'address', 'zip'], message });
  } else if (zip.state !== address.state) {
    const message = `${address.zip} is ${zip.label}, not in ${address.state}: correct the ZIP or the state`;
    remarks.push({ severity: 'fault', path: ['center', 'address', 'zip'], message });
  } else remarks.push(...cityRemarks(address.city, zip), ...reachRemarks(point, zip));
  outlines ??= new Outlines();
  const outside = outlines.milesOutside(point, address.state);
  if (outside > limits.outsideStateMiles) {
    const message =
      `${point.lat}, ${point.lng} is ${round(outside)} mi outside ${address.state}` +
      `${swapped(point, address.state, outlines)}: look the address up again`;
    remarks.push({ severity: 'fault', path: ['center', 'location'], message });
  }
  return remarks;
};

/**
 * If the city is near the ZIP, it is accepted, since people write the suburb or the city. A distant city is a mistake.
 */
function cityRemarks(city: string, zip: Place): Remark[] {
  const path = ['center', 'address', 'city'];
  const zipCity = cityOf(zip);
  const key = nameKey(city);
  if (key === nameKey(zipCity)) return [];
  const [found] = key === '' ? [] : places().cities(city, zip.state);
  if (found === undefined) {
    const guess = nearestWord(city, [zipCity]);
    const message = `no "${city}" is known in ${zip.state}; ${zip.label} has the ZIP${guess === null ? '' : `: did you mean "${guess}"?`}`;
    return [{ severity: 'warning', path, message }];
  }
  const miles = milesBetween(found.location, zip.location);
  if (miles <= limits.zipWarningMiles) return [];
  const message = `${found.label} is ${round(miles)} mi from its ZIP, ${zip.label}: correct the city or the ZIP`;
  return [{ severity: miles > limits.zipFaultMiles ? 'fault' : 'warning', path, message }];
}

function reachRemarks(point: Point, zip: Place): Remark[] {
  const miles = milesBetween(point, zip.location);
  if (miles <= limits.zipWarningMiles) return [];
  const message = `the point is ${round(miles)} mi from the middle of ${zip.label}: check the point and the ZIP`;
  const severity = miles > limits.zipFaultMiles ? 'fault' : 'warning';
  return [{ severity, path: ['center', 'location'], message }];
}

/** Finds the most common mistakes in coordinates: swapped numbers, or a longitude without its minus sign. */
function swapped({ lat, lng }: Point, state: string, all: Outlines): string {
  const within = (point: Point) =>
    Math.abs(point.lat) <= 90 && all.milesOutside(point, state) <= limits.outsideStateMiles;
  if (within({ lat: lng, lng: lat })) return ' (latitude and longitude are swapped)';
  if (within({ lat, lng: -lng })) return ' (western longitudes are below zero)';
  return '';
}

function cityOf({ label, state }: Place): string {
  const end = label.lastIndexOf(`, ${state}`);
  return end < 0 ? label : label.slice(0, end);
}

function milesBetween(one: Point, other: Point): number {
  return distanceKm(one, other) / KM_PER_MILE;
}

function round(miles: number): string {
  return miles < 10 ? miles.toFixed(1) : miles.toFixed(0);
}
