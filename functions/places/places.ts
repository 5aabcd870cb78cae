import { countyCalled, countyLabel } from './county-name.ts';
import { nameKey, pointsOfCompass } from './name-key.ts';
import { parsePlace, trailingZip } from './parse.ts';
import type { Place, PlaceName } from './place.ts';
import { stateOf } from './postal-states.ts';
import { suggestCities } from './suggest.ts';
import { PlaceTable } from './table.ts';

export { isAmbiguous } from './ambiguity.ts';
export { trailingZip, zipIn } from './parse.ts';
export type { Place, PlaceName } from './place.ts';
export { startsAsStreet } from './street.ts';

/** ZIPs, cities and counties of the United States. */
export interface Places {
  /** Postal codes of the states whose places these are; null if they are those of the whole country. */
  readonly states: readonly string[] | null;
  /** The ZIP, PO-box ZIPs too; `null` if there is none of that number. Throws RangeError unless given five digits. */
  zip(zip: string): Place | null;
  /**
   * All cities of that name, larger first; at most one in a state. Case, accents, periods, spaces, hyphens, apostrophes
   * and a leading "The" do not matter; St., Ste., Ft. and Mt. mean Saint, Sainte, Fort and Mount;
   * N., S., E. and W. mean North, South, East and West where nothing bears the letter itself. The state is a code or a full name.
   * Throws RangeError for a name without letters or an unknown state.
   */
  cities(name: string, state?: string): readonly Place[];
  /**
   * What people mean by a name that they give with a state or alone: the cities of that name, or else the counties. A county
   * is found by "Essex County" or, with its state, by "Essex Co" and by the bare "Essex". Larger first.
   * Throws RangeError as `cities` does.
   */
  named(name: string, state?: string): readonly Place[];
  /** Reads "phoenix az" apart; see parse.ts. `null` if the text has not the form of a place. The place need not exist. */
  parsePlace(text: string): PlaceName | null;
  /**
   * What a text being typed may mean: ZIPs by their first digits, ascending; else cities by the beginning of their name,
   * or by a name and the beginning of a state, larger first. Text without letters or digits suggests nothing.
   * Throws RangeError unless the limit is a whole number above 0.
   */
  suggest(text: string, limit: number): readonly Place[];
}

/** What a table of some states knows of the others. */
export interface Excerpt {
  /** Postal codes of the states whose places the table has. */
  readonly states: readonly string[];
  /** Keys of names that alone, without a state, may mean a place that the table lacks (elsewhere.ts). */
  readonly elsewhere: Readonly<Record<'city' | 'county', ReadonlySet<string>>>;
}

/**
 * Opens the table that data/places/build.ts made; throws if the bytes are anything else.
 * @param excerpt Given for a table of some states.
 */
export function loadPlaces(bytes: Uint8Array, excerpt: Excerpt | null = null): Places {
  const table = new PlaceTable(bytes);

  const placeAt = (position: number): Place => {
    const { kind, name, state, location, population } = table.placeAt(position);
    const label = `${kind === 'county' ? countyLabel(name, state) : name}, ${state}`;
    return { label, kind, location, state, population };
  };
  const zipAt = (position: number): Place => {
    const { zip, location, place } = table.zipAt(position);
    const { name, state } = table.placeAt(place);
    // The source of the territories' ZIPs names no cities.
    return {
      label: `${name === '' ? state : `${name}, ${state}`} ${zip}`,
      kind: 'zip',
      location,
      state,
      population: 0,
    };
  };
  const zip = (digits: string): Place | null => {
    if (!/^[0-9]{5}$/.test(digits)) throw new RangeError(`"${digits}" is not a ZIP of five digits`);
    const [from, to] = table.zipRange(digits);
    return from === to ? null : zipAt(from);
  };
  const find = (kind: 'city' | 'county', name: string, state?: string): readonly Place[] => {
    const key = nameKey(name);
    if (key === '') throw new RangeError(`"${name}" is not the name of a place`);
    const code = state === undefined ? null : stateOf(state);
    if (state !== undefined && code === null) throw new RangeError(`"${state}" is not a state`);
    for (const spelling of [key, ...pointsOfCompass(name)]) {
      const [from, to] = table.placeRange(spelling, 'whole');
      const found: Place[] = [];
      for (let at = from; at < to; at++)
        if (table.isCountyAt(at) === (kind === 'county') && (code === null || table.stateAt(at) === code))
          found.push(placeAt(at));
      if (found.length === 0) continue;
      found.sort((a, b) => b.population - a.population);
      const isElsewhere = code === null && excerpt?.elsewhere[kind].has(spelling) === true;
      return isElsewhere ? found.map((place) => ({ ...place, elsewhere: true as const })) : found;
    }
    return [];
  };
  const cities = (name: string, state?: string): readonly Place[] => find('city', name, state);
  const named = (name: string, state?: string): readonly Place[] => {
    const found = cities(name, state);
    const county = found.length > 0 ? null : countyCalled(name, state !== undefined);
    return county === null || nameKey(county) === '' ? found : find('county', county, state);
  };

  return {
    states: excerpt?.states ?? null,
    zip,
    cities,
    named,
    parsePlace: (text) =>
      parsePlace(text, (name, state) => nameKey(name) !== '' && named(name, state ?? undefined).length > 0),
    suggest(text, limit) {
      if (!Number.isInteger(limit) || limit < 1)
        throw new RangeError(`the limit ${limit} is not a whole number above 0`);
      const whole = trailingZip(text);
      if (whole !== null) return [zip(whole)].filter((place) => place !== null);
      const digits = text.trim();
      if (/^[0-9]{1,4}$/.test(digits)) {
        const [from, to] = table.zipRange(digits);
        return Array.from({ length: Math.min(limit, to - from) }, (_, at) => zipAt(from + at));
      }
      // A place and its alias (each has one at most) are one answer, so twice as many are sure to be enough.
      const found = suggestCities(table, text, limit * 2).map(placeAt);
      return [...new Map(found.map((place) => [place.label, place])).values()].slice(0, limit);
    },
  };
}
