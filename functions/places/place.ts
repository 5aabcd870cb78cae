import type { Point } from '../geo/point.ts';
import type { PlaceKind } from './kinds.ts';

/** A ZIP or a named place in the United States. */
export interface Place {
  /**
   * `Phoenix, AZ 85004` for a ZIP; otherwise `Phoenix, AZ`, `Essex County, NJ`, `Koreatown, Los Angeles,
   * CA`, `Inland Empire, CA`.
   */
  readonly label: string;
  readonly kind: 'zip' | PlaceKind;
  /** For a county, the town nearest to all its people. For an area, the town that serves it. */
  readonly location: Point;
  /** Postal code, `AZ`. */
  readonly state: string;
  /**
   * 0 if unknown: every ZIP, some counties, and towns that only the ZIP table names (under 1,000 people, with few
   * exceptions).
   */
  readonly population: number;
  /** Set if the table has only some states and the name alone may also mean a place in another state. */
  readonly elsewhere?: true;
}

/** A typed place, split into its parts. `state` is a postal code, or `null` if none was given. */
export interface PlaceName {
  readonly name: string;
  readonly state: string | null;
}
