import type { Point } from '../geo/point.ts';

/** A ZIP, a city or a county of the United States. */
export interface Place {
  /** `Phoenix, AZ 85004` for a ZIP, `Phoenix, AZ` for a city, `Essex County, NJ` for a county. */
  readonly label: string;
  readonly kind: 'zip' | 'city' | 'county';
  /** Of a county the town nearest to all its people. */
  readonly location: Point;
  /** Postal code, `AZ`. */
  readonly state: string;
  /** 0 where it is not known: every ZIP, some counties, and towns that only the ZIP table names (under 1,000 people, with few exceptions). */
  readonly population: number;
  /** Where a table has some states only: the name alone may also mean a place in another state, which people may mean. */
  readonly elsewhere?: true;
}

/** What people call a place, read apart. `state` is a postal code, `null` where none was given. */
export interface PlaceName {
  readonly name: string;
  readonly state: string | null;
}
