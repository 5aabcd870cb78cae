import { placesLike, placesWithInitials } from './alike.ts';
import { countyCalled } from './county-name.ts';
import { type Excerpt, Finder } from './find.ts';
import { placeInside } from './inside.ts';
import { withoutSurroundings } from './kind-words.ts';
import type { PlaceKind } from './kinds.ts';
import { nameKey } from './name-key.ts';
import { parsePlace, trailingZip } from './parse.ts';
import type { Place, PlaceName } from './place.ts';
import { stateOf } from './postal-states.ts';
import { SlipIndex } from './slip-index.ts';
import { suggestedPlaces } from './suggest.ts';
import { PlaceTable } from './table.ts';

export { isAmbiguous } from './ambiguity.ts';
export { isMilitaryZip, shortZipIn, trailingZip, zipIn } from './parse.ts';
export type { Place, PlaceName } from './place.ts';
export { startsAsStreet } from './street.ts';

/** The gazetteer of the United States: ZIPs, cities, counties, districts and areas. */
export interface Places {
  /** Postal codes of the states that the table covers; null for the whole country. */
  readonly states: readonly string[] | null;
  /**
   * The place for a ZIP, also for one of PO boxes; null if the ZIP does not exist. @throws RangeError unless given five
   * digits
   */
  zip(zip: string): Place | null;
  /**
   * Finds all cities with this name, likeliest first (prior.ts), at most one in each state. Ignores case, accents,
   * periods, spaces, hyphens, apostrophes and a leading "The". St., Ste., Ft. and Mt. mean Saint, Sainte, Fort and
   * Mount. N., S., E. and W. mean North, South, East and West unless a place has the letter in its name.
   * @param state A code or a full name.
   * @throws RangeError if the name has no letters or the state is unknown
   */
  cities(name: string, state?: string): readonly Place[];
  /**
   * Finds what people mean by a name, with or without a state: cities, districts, areas and nicknames. If there are
   * none: counties; if there are none either: a district with its city ("Rogers Park, Chicago"). A county is found as
   * "Essex County", and with its state also as "Essex Co" or "Essex". The likeliest place comes first; with a state,
   * cities come first.
   * @throws RangeError as {@link cities} does
   */
  named(name: string, state?: string): readonly Place[];
  /** The place whose nickname is the whole text: "Vegas", "NYC", "the Bay Area". */
  called(text: string): Place | null;
  /**
   * Finds places that look or sound like a misspelled name, likeliest first: "monmoth county" finds the county, and
   * initials with a state ("AC", NJ) find cities. These are guesses: ask about them, and never use one unasked.
   * @param limit Most places to return.
   */
  alike(name: PlaceName, limit: number): readonly Place[];
  /**
   * Splits "phoenix az" into a name and a state (parse.ts). Null if the text does not have the form of a place. The
   * place need not exist.
   */
  parsePlace(text: string): PlaceName | null;
  /**
   * Suggests places for a text that is still being typed. Digits find ZIPs, ascending; letters find places by the
   * beginning of their name, or by a whole name and the beginning of a state, likeliest first. Allows one slip. Returns
   * nothing for text without letters or digits.
   * @throws RangeError unless the limit is a whole number above 0
   */
  suggest(text: string, limit: number): readonly Place[];
}

const TOWNS: ReadonlySet<PlaceKind> = new Set(['city', 'district', 'area'] as const);
const COUNTIES: ReadonlySet<PlaceKind> = new Set(['county'] as const);
/** Most names that one place is expected to have. */
const SPELLINGS = 4;

/**
 * Opens the table that data/places/build.ts made. Throws if the bytes are not such a table.
 * @param excerpt Given for a table of some states.
 */
export function loadPlaces(bytes: Uint8Array, excerpt: Excerpt | null = null): Places {
  const table = new PlaceTable(bytes);

  const finder = new Finder(table, excerpt);
  const slips = new SlipIndex(table);

  const zipAt = (position: number): Place => {
    const { zip, location, place } = table.zipAt(position);
    const { name, state } = table.placeAt(place);
    // ZIPs of territories have no city in our source, so the label then has the state alone.
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
  const cities = (name: string, state?: string): readonly Place[] => finder.cities(checkedName(name), codeOf(state));
  const named = (name: string, state?: string): readonly Place[] => {
    const code = codeOf(state);
    const found = finder.named(checkedName(name), code);
    if (found.length > 0) return found;
    const inside = placeInside(name, (part, partState) => finder.named(part, partState ?? code));
    if (inside !== null) return finder.perhapsElsewhere([inside.place], code, inside.city);
    const city = withoutSurroundings(name);
    if (city === name || nameKey(city) === '') return [];
    const cities = finder.named(city, code).filter(({ kind }) => kind === 'city');
    return finder.perhapsElsewhere(cities, code);
  };

  return {
    states: excerpt?.states ?? null,
    zip,
    cities,
    named,
    alike({ name, state }, limit) {
      const county = countyCalled(name, false);
      const kinds = county === null ? TOWNS : COUNTIES;
      const like = placesLike(table, county ?? name, { state, kinds });
      const initials = state === null ? [] : placesWithInitials(table, name, state);
      const found = [...initials, ...like].slice(0, limit * SPELLINGS).map((position) => finder.placeAt(position));
      return [...new Map(found.map((place) => [place.label, place])).values()].slice(0, limit);
    },
    called: (text) => (nameKey(text) === '' ? null : finder.called(text)),
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
      return suggestedPlaces(table, slips, text, limit).map((position) => finder.placeAt(position));
    },
  };
}

function checkedName(name: string): string {
  if (nameKey(name) === '') throw new RangeError(`"${name}" is not the name of a place`);
  return name;
}

function codeOf(state: string | undefined): string | null {
  if (state === undefined) return null;
  const code = stateOf(state);
  if (code === null) throw new RangeError(`"${state}" is not a state`);
  return code;
}
