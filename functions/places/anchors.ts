import type { TableRows } from './table-rows.ts';

/** A point in the units of the table: 0.0001 degrees. */
export interface Anchor {
  readonly lat: number;
  readonly lng: number;
}

/** Finds the ZIP nearest to a point. Compares degrees, not miles: the result only needs to give short differences. */
export function nearestZip(zips: TableRows['zips']): (point: Anchor) => number | null {
  const sorted = zips.map(({ lat, lng }, at) => ({ lat, lng, at })).sort((a, b) => a.lat - b.lat || a.at - b.at);
  return ({ lat, lng }) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle]?.lat ?? 0) < lat) low = middle + 1;
      else high = middle;
    }
    let [best, least] = [-1, Number.POSITIVE_INFINITY];
    for (const step of [-1, 1])
      for (let at = step < 0 ? low - 1 : low; ; at += step) {
        const zip = sorted[at];
        if (zip === undefined || (zip.lat - lat) ** 2 > least) break;
        const apart = (zip.lat - lat) ** 2 + (zip.lng - lng) ** 2;
        if (apart < least || (apart === least && zip.at < best)) [best, least] = [zip.at, apart];
      }
    return best < 0 ? null : best;
  };
}
