import type { Point } from '../geo/point.ts';
import type { PlaceKind } from './kinds.ts';

/** A ZIP or a named place in the United States. */
export interface Place {
  /**
   * Label: `Phoenix, AZ 85004` for a ZIP; otherwise such as `Phoenix, AZ`, `Essex County, NJ`, `Koreatown, Los Angeles,
   * CA` or `Inland Empire, CA`.
   */
  readonly label: string;
  readonly kind: 'zip' | PlaceKind;
  /**
   * The place's point. For a county, it is that of the town nearest to all its people; for an area, of the town that
   * serves it.
   */
  readonly location: Point;
  /** Postal code of the state, such as `AZ`. */
  readonly state: string;
  /**
   * Population; 0 if unknown. It is unknown for every ZIP, some counties, and towns that only the ZIP table names
   * (nearly all have under 1,000 people).
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
