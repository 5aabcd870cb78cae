/** What a name is of, beside ZIPs. Published tables hold positions in this list. */
export const placeKinds = ['city', 'district', 'county', 'area'] as const;

/**
 * - `city`: a city, town, village or census-designated place.
 * - `district`: a part of a city, such as Koreatown.
 * - `county`: a county, parish, borough or census area.
 * - `area`: a region, township, tribal land, base, airport or university, with the point of the town that serves it.
 */
export type PlaceKind = (typeof placeKinds)[number];

/** @throws RangeError for a position outside of the list. */
export function kindOf(position: number): PlaceKind {
  const kind = placeKinds[position];
  if (kind === undefined) throw new RangeError(`${position} is not a kind of place`);
  return kind;
}
