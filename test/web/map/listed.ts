import { loadRecords } from '../../../data/records/load.ts';
import type { CenterRecord } from '../../../functions/domain/record.ts';
import { distanceKm } from '../../../functions/geo/distance.ts';
import type { Point } from '../../../functions/geo/point.ts';
import type { MapCenter } from '../../../web/locator/map/marker.ts';

/** The real listings of a state in which a center offers this level. */
export async function listed(state: string, level: string): Promise<readonly CenterRecord[]> {
  const records = await loadRecords(`data/centers/${state}.json`);
  return records.filter(({ offerings }) => offerings.some((offering) => offering.level === level));
}

/**
 * The nearest centers in the finder's form. Those that are `numbered` are on the list, and the others are farther down.
 */
export function nearest(
  records: readonly CenterRecord[],
  from: Point,
  numbered: number,
  farther: number,
): readonly MapCenter[] {
  return records
    .map(({ center }) => ({ center, km: distanceKm(from, center.location) }))
    .sort((a, b) => a.km - b.km)
    .slice(0, numbered + farther)
    .map(({ center: { id, name, location } }, index) => ({
      id,
      name,
      location: { lat: location.lat, lng: location.lng },
      rank: index < numbered ? index + 1 : null,
    }));
}

export const places = {
  phoenix: { lat: 33.451, lng: -112.069 },
  tonopah: { lat: 38.067, lng: -117.23 },
  losAngeles: { lat: 34.052, lng: -118.244 },
  chicago: { lat: 41.85, lng: -87.65 },
  miami: { lat: 25.77, lng: -80.19 },
} as const;
