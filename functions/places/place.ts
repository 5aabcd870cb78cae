import type { Point } from '../geo/point.ts';

/** A ZIP or a city of the United States. */
export interface Place {
  /** `Phoenix, AZ 85004` for a ZIP, `Phoenix, AZ` for a city. */
  readonly label: string;
  readonly kind: 'zip' | 'city';
  readonly location: Point;
  /** Postal code, `AZ`. */
  readonly state: string;
  /** 0 where it is not known: every ZIP, and towns that only the ZIP table names (under 1,000 people, with few exceptions). */
  readonly population: number;
}

/** What people call a place, read apart. `state` is a postal code, `null` where none was given. */
export interface PlaceName {
  readonly name: string;
  readonly state: string | null;
}
