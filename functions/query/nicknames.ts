import type { Place, Places } from '../places/places.ts';

/**
 * What people call places beside their names: by the compared words, with the city that is meant. A county is found
 * from its seat. Only those that mean one place to nearly everyone.
 */
export const nicknames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'Los Angeles, CA': 'la, l a, la county, los angeles county, lax, la area, la ca',
    'San Francisco, CA': 'sf, san fran, bay area, the bay, sf bay area, frisco ca',
    'San Jose, CA': 'silicon valley',
    'Sacramento, CA': 'sac, sac town',
    'Santa Ana, CA': 'orange county, orange county ca, oc ca',
    'Riverside, CA': 'inland empire',
    'New York, NY': 'nyc, new york, new york city, ny city',
    'Las Vegas, NV': 'vegas, lv, clark county nv, vegas nv, las vega',
    'Reno, NV': 'washoe county',
    'Philadelphia, PA': 'philly',
    'Chicago, IL': 'chi town, chitown, chicagoland, cook county, chi il',
    'Oklahoma City, OK': 'okc',
    'Phoenix, AZ': 'phx, maricopa county, phx az',
    'Tucson, AZ': 'pima county',
    'Albuquerque, NM': 'abq',
    'Salt Lake City, UT': 'slc',
    'Portland, OR': 'pdx',
    'Seattle, WA': 'king county, king county wa',
    'Tacoma, WA': 'pierce county, pierce county wa',
    'Atlanta, GA': 'atl',
    'St. Louis, MO': 'stl',
    'New Orleans, LA': 'nola',
    'Washington, DC': 'dc, d c, washington dc, washington d c',
    'Newark, NJ': 'north jersey',
    'Camden, NJ': 'south jersey',
    'Dallas, TX': 'dfw',
  }).flatMap(([label, names]) => names.split(/,\s*/).map((name) => [name, label] as const)),
);

/** In words. */
export const LONGEST_NICKNAME = 4;

/** The city that a whole text is a nickname of: "Vegas", "NYC", "Orange County". */
export function placeCalled(text: string, places: Places): Place | null {
  const plain = text
    .toLowerCase()
    .replaceAll('.', '')
    .replace(/[\s,]+/g, ' ')
    .trim();
  const [name, state] = nicknames.get(plain)?.split(', ') ?? [];
  return name === undefined ? null : (places.cities(name, state)[0] ?? null);
}
