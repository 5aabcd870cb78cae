/**
 * Kinds of named places. ZIPs are not among them. Published tables store positions in this list, so its order must not
 * change.
 */
export const placeKinds = ['city', 'district', 'county', 'area'] as const;

/**
 * - `city`: a city, town, village or census-designated place.
 * - `district`: a part of a city, such as Koreatown.
 * - `county`: a county, parish, borough or census area.
 * - `area`: a region, township, tribal land, base, airport or university, with the point of the town that serves it.
 */
export type PlaceKind = (typeof placeKinds)[number];

/** The kind at a position of the list. @throws RangeError if there is none */
export function kindOf(position: number): PlaceKind {
  const kind = placeKinds[position];
  if (kind === undefined) throw new RangeError(`${position} is not a kind of place`);
  return kind;
}
