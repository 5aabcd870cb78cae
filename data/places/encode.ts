import type { Point } from '../../functions/geo/point.ts';
import type { PlaceKind } from '../../functions/places/kinds.ts';
import { nameText } from '../../functions/places/name-text.ts';
import { packLat, packLng } from '../../functions/places/table.ts';
import { arranged, tableOfRows } from '../../functions/places/table-rows.ts';
import { type City, cityKey } from './cities.ts';
import type { County } from './counties.ts';

export interface Zip {
  readonly zip: string;
  /** Name of the ZIP's city; empty if the source gives none. */
  readonly city: string;
  readonly state: string;
  readonly location: Point;
}

/** One of the names of a place, with the facts of the place. */
export interface Spelling {
  /** The name in the table's format (name-text.ts). */
  readonly text: string;
  readonly city: Pick<City, 'name' | 'state' | 'location' | 'population'>;
  readonly kind: PlaceKind;
  readonly isAlias: boolean;
}

/**
 * Writes the table that functions/places/table.ts reads. Every ZIP must belong to one of the cities.
 * A county is stored under its bare name, with the cities of that name.
 * Deterministic: the same facts in any order give the same bytes.
 */
export function encodeTable(
  zips: readonly Zip[],
  cities: readonly City[],
  sections: ReadonlySet<City>,
  counties: readonly County[],
  called: readonly Spelling[],
): Uint8Array {
  const mail = new Set(zips.map(({ city, state }) => cityKey(city, state)));
  const ofCities = cities.flatMap((city): Spelling[] => {
    const kind = sections.has(city) && !mail.has(cityKey(city.name, city.state)) ? 'district' : 'city';
    const own = { text: city.name, city, kind, isAlias: false } as const;
    return city.alias === null
      ? [own]
      : [own, { ...own, text: nameText({ spelling: city.alias, label: city.name, isNickname: false }), isAlias: true }];
  });
  const ofCounties = counties.map(
    (county): Spelling => ({ text: county.name, city: county, kind: 'county', isAlias: false }),
  );
  const spellings: readonly Spelling[] = [...ofCities, ...ofCounties, ...called];
  const at = ({ lat, lng }: Point) => ({ lat: packLat(lat), lng: packLng(lng) });
  const entries = spellings.map(({ text, city: { state, location, population }, kind }) => ({
    text,
    place: { state, kind, population: roundPeople(population), ...at(location) },
  }));
  const names = arranged(entries);
  const position = new Map(names.flatMap((name) => name.places).map((place, index) => [place, index]));
  if (position.size > 0xffff) throw new Error(`${position.size} places are more than the table can number`);
  const placeOf = new Map<string, number>();
  for (const [index, { city, kind, isAlias }] of spellings.entries()) {
    const place = entries[index]?.place;
    if (kind === 'city' && !isAlias && place !== undefined)
      placeOf.set(cityKey(city.name, city.state), position.get(place) ?? Number.NaN);
  }
  return tableOfRows({
    zips: zips
      .toSorted((a, b) => Number(a.zip) - Number(b.zip))
      .map(({ zip, city, state, location }) => {
        const place = placeOf.get(cityKey(city, state));
        if (place === undefined) throw new Error(`ZIP ${zip} is of "${city}, ${state}", which is not among the cities`);
        return { zip: Number(zip), place, ...at(location) };
      }),
    names,
  });
}

/**
 * Populations below these limits are estimates that only decide the order of names, and exact numbers would cost bytes
 * on every device. So they are rounded: from `TWO_DIGITS_FROM` to two digits, below it to one of ten steps.
 */
const EXACT_FROM = 100_000;
const TWO_DIGITS_FROM = 10_000;
/** The steps are the preferred numbers of ISO 3, R10: each is about a quarter more than the one before. */
const SMALLEST = 10;
const STEPS = [10, 12, 16, 20, 25, 31, 40, 50, 63, 80, 100];

function roundPeople(population: number): number {
  if (population >= EXACT_FROM || population === 0) return population;
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(population)) - 1);
  const digits = population / unit;
  if (population >= TWO_DIGITS_FROM || population < SMALLEST) return Math.round(digits) * unit;
  return (STEPS.findLast((step) => step <= digits) ?? digits) * unit;
}
