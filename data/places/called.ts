import { countyLabel } from '../../functions/places/county-name.ts';
import { nameText } from '../../functions/places/name-text.ts';
import { type City, cityKey, milesBetween } from './cities.ts';
import type { County } from './counties.ts';
import type { Spelling, Zip } from './encode.ts';
import type { CalledRow } from './sources.ts';

/** Population assumed for a district that no source counts. */
const OF_DISTRICT = 20_000;
/**
 * A city and a district with the same name are the same place if the city is within this distance of the district's
 * ZIP.
 */
const SAME_PLACE_MILES = 15;

export interface Known {
  /**
   * Cities by `cityKey`. A part of a city that gets no mail under its own name is removed if called.csv lists it as a
   * district.
   */
  readonly cities: Map<string, City>;
  readonly sections: ReadonlySet<City>;
  readonly counties: readonly County[];
  readonly zips: readonly Zip[];
}

/**
 * Lists all spellings of nicknames, districts and areas, with the place that each means.
 * @throws Error for a place or a ZIP that is not known.
 */
export function calledSpellings(
  rows: readonly CalledRow[],
  { cities, sections, counties, zips }: Known,
): readonly Spelling[] {
  const byZip = new Map(zips.map((zip) => [zip.zip, zip]));
  const mail = new Set(zips.map(({ city, state }) => cityKey(city, state)));
  const byCounty = new Map(
    counties.map((county) => [`${countyLabel(county.name, county.state)}, ${county.state}`, county]),
  );
  const cityOf = (label: string): City | null => {
    const [name = '', state = ''] = label.split(', ');
    return cities.get(cityKey(name, state)) ?? null;
  };

  const districtOf = ({ names, of, zip, people }: CalledRow, city: City): Spelling[] => {
    const [name = '', ...others] = names;
    const location = byZip.get(zip)?.location ?? city.location;
    const key = cityKey(name, city.state);
    const same = cities.get(key);
    const isSame = same !== undefined && milesBetween(same.location, location) <= SAME_PLACE_MILES;
    const isSection = isSame && sections.has(same) && !mail.has(key);
    if (isSame && !isSection)
      return others.map((text) => ({
        text: nameText({ spelling: text, label: same.name, isNickname: false }),
        city: same,
        kind: 'city',
        isAlias: true,
      }));
    if (isSection) cities.delete(key);
    const [cityName] = of.split(', ');
    const population = people ?? (isSection ? same.population : OF_DISTRICT);
    // The label does not repeat the city: "West Seattle, WA" instead of "West Seattle, Seattle, WA".
    const label = cityName !== undefined && name.includes(cityName) ? name : `${name}, ${cityName}`;
    const district = { name: label, state: city.state, location, population };
    return names.map((text) => ({
      text: nameText({ spelling: text, label: district.name, isNickname: false }),
      city: district,
      kind: 'district',
      isAlias: true,
    }));
  };

  return rows.flatMap((row): Spelling[] => {
    const { kind, names, of, zip, people } = row;
    if (zip !== '' && !byZip.has(zip)) throw new Error(`${names.join(';')} is at ${zip}, which is not a ZIP`);
    const city = cityOf(of);
    const county = byCounty.get(of);
    if (kind === 'nickname') {
      const place = city ?? county;
      if (place === undefined) throw new Error(`${names.join(';')} is called so in ${of}, which is not known`);
      const isCity = city !== null;
      return names.map((text) => ({
        text: nameText({ spelling: text, label: place.name, isNickname: true }),
        city: place,
        kind: isCity ? 'city' : 'county',
        isAlias: true,
      }));
    }
    const location = byZip.get(zip)?.location ?? city?.location ?? county?.location;
    if (location === undefined) throw new Error(`${names.join(';')} is at ${of}, which is not known`);
    if (kind === 'district') {
      if (city === null) throw new Error(`${names.join(';')} is a district of ${of}, which is not known`);
      return districtOf(row, city);
    }
    const [name = ''] = names;
    const area = { name, state: of.slice(-2), location, population: people ?? 0 };
    return names.map((text) => ({
      text: nameText({ spelling: text, label: name, isNickname: false }),
      city: area,
      kind: 'area',
      isAlias: text !== name,
    }));
  });
}
