import { countyCalled, countyLabel } from './county-name.ts';
import { isCalledBase, KINDS_IN_FRONT, withoutKind } from './kind-words.ts';
import { nameKey, writtenOut } from './name-key.ts';
import type { Place } from './place.ts';
import { stateOf } from './postal-states.ts';
import { byLikelihood } from './prior.ts';
import type { PlaceRow, PlaceTable } from './table.ts';

/** What a table for some states knows about places in other states. */
export interface Excerpt {
  /** Postal codes of the states in the table. */
  readonly states: readonly string[];
  /** Keys of names that, typed without a state, may mean a place that is not in the table (elsewhere.ts). */
  readonly elsewhere: Readonly<Record<'city' | 'county', ReadonlySet<string>>>;
}

/** Ending of a township's name. If the township is not in the table, the town with the rest of the name is used. */
const TOWN = /\s(?:township|twp\.?)$/i;

const LARGE_CITY = 100_000;

/** A place, and the spelling that matched. */
interface Found {
  readonly place: Place;
  readonly row: PlaceRow;
}

/** Looks up places by name in a table. */
export class Finder {
  readonly #table: PlaceTable;
  readonly #excerpt: Excerpt | null;

  /** @param excerpt Needed if the table has only some states. */
  constructor(table: PlaceTable, excerpt: Excerpt | null) {
    this.#table = table;
    this.#excerpt = excerpt;
  }

  placeAt(position: number): Place {
    return placeOf(this.#table.placeAt(position));
  }

  /** Finds cities with this name, or a spelling of it, likeliest first. Ignores nicknames. */
  cities(name: string, state: string | null): readonly Place[] {
    return this.#spelled(name, state, ({ row: { kind, isNickname } }) => kind === 'city' && !isNickname, 'city');
  }

  /**
   * Finds places of every kind, but a county only if the text says "county". With a state, cities come first; without
   * one, the likeliest place.
   */
  named(name: string, state: string | null): readonly Place[] {
    const found = this.#spelled(name, state, ({ row }) => row.kind !== 'county' || row.isNickname, 'city');
    const places = state === null ? found : found.toSorted((a, b) => cityFirst(a) - cityFirst(b));
    if (places.length > 0) return places;
    const county = countyCalled(name, state !== null);
    const isCounty = ({ row }: Found) => row.kind === 'county' && !row.isNickname;
    const counties = county === null || nameKey(county) === '' ? [] : this.#spelled(county, state, isCounty, 'county');
    if (counties.length > 0) return counties;
    // In "LA County" and "SLO County", the nickname is replaced by the city's full name.
    const city = countyCalled(name, false) === null || county === null ? null : this.called(county);
    const ofCity =
      city === null || (state !== null && state !== city.state)
        ? []
        : this.#spelled(city.label.slice(0, -', CA'.length), city.state, isCounty, 'county');
    return ofCity.length > 0 ? ofCity : this.#ofKind(name, state);
  }

  /**
   * Finds areas whose kind is called by another word: "luke air force base" is "Luke AFB", "yakama reservation" is
   * "Yakama Nation". For a township without an area, finds the town of that name.
   */
  #ofKind(name: string, state: string | null): readonly Place[] {
    const stem = withoutKind(name);
    const key = nameKey(stem);
    if (stem === name || key === '') return [];
    const isBase = isCalledBase(name);
    const areas = new Map<string, Place>();
    for (const start of ['', ...KINDS_IN_FRONT]) {
      const [from, to] = this.#table.placeRange(start + key, 'beginning');
      for (let at = from; at < to; at++) {
        if (this.#table.kindAt(at) !== 'area' || (state !== null && this.#table.stateAt(at) !== state)) continue;
        const row = this.#table.placeAt(at);
        const isKind = isCalledBase(row.spelling) === isBase || !/\s/.test(row.spelling.trim());
        if (isKind && nameKey(withoutKind(row.spelling)) === key && saysThe(row, stem))
          areas.set(row.name, placeOf(row));
      }
    }
    if (areas.size > 0) return this.perhapsElsewhere([...areas.values()].sort(byLikelihood), state);
    return TOWN.test(name) ? this.perhapsElsewhere(this.cities(stem, state), state) : [];
  }

  /**
   * In a table of some states, marks places as uncertain: the text may name a place in another state ("Central
   * Waterford"). A large city is not marked.
   */
  perhapsElsewhere(places: readonly Place[], state: string | null, city = places[0]): readonly Place[] {
    const isLarge = city?.kind === 'city' && city.population >= LARGE_CITY;
    if (this.#excerpt === null || state !== null || isLarge) return places;
    return places.map((place) => ({ ...place, elsewhere: true as const }));
  }

  /** Finds the likeliest place with this nickname: "Vegas", "the valley", "t-town ok", "t-town oklahoma". */
  called(name: string): Place | null {
    for (const text of [name, ...withStateCode(name)]) {
      const [likeliest] = this.#spelled(text, null, ({ row }) => row.isNickname, 'city');
      if (likeliest !== undefined) return likeliest;
    }
    return null;
  }

  #spelled(
    name: string,
    state: string | null,
    isWanted: (found: Found) => boolean,
    elsewhere: 'city' | 'county',
  ): readonly Place[] {
    for (const key of [nameKey(name), ...writtenOut(name)]) {
      const found = this.#keyed(key, state).filter((one) => saysThe(one.row, name) && isWanted(one));
      if (found.length === 0) continue;
      // Removes duplicates: a place may match by its name and by an alias with the same key.
      const sorted = found.map(({ place }) => place).sort(byLikelihood);
      const places = sorted.filter((place, at) => sorted.findIndex(({ label }) => label === place.label) === at);
      const isElsewhere = state === null && this.#excerpt?.elsewhere[elsewhere].has(key) === true;
      return isElsewhere ? places.map((place) => ({ ...place, elsewhere: true as const })) : places;
    }
    return [];
  }

  #keyed(key: string, state: string | null): readonly Found[] {
    const [from, to] = this.#table.placeRange(key, 'whole');
    const found: Found[] = [];
    for (let at = from; at < to; at++) {
      if (state !== null && this.#table.stateAt(at) !== state) continue;
      const row = this.#table.placeAt(at);
      found.push({ row, place: placeOf(row) });
    }
    return found;
  }
}

function placeOf({ kind, name, state, location, population }: PlaceRow): Place {
  const label = `${kind === 'county' ? countyLabel(name, state) : name}, ${state}`;
  return { label, kind, location, state, population };
}

/** Replaces the state's name with its code, as stored nicknames have it: "t-town oklahoma" becomes "t-town ok". */
function withStateCode(name: string): readonly string[] {
  const words = name.trim().split(/[\s,]+/);
  for (let count = Math.min(2, words.length - 1); count > 0; count--) {
    const code = stateOf(words.slice(-count).join(' '));
    if (code !== null) return [[...words.slice(0, -count), code].join(' ')];
  }
  return [];
}

const cityFirst = ({ kind }: Place): number => (kind === 'city' ? 0 : 1);

/**
 * True if the article fits: only "The Valley" is the part of Los Angeles, "valley" is not. The article of a city is
 * optional: "The Bronx" and "Bronx".
 */
function saysThe({ kind, spelling, isNickname }: PlaceRow, name: string): boolean {
  if (kind === 'city' && !isNickname) return true;
  return !/^the /i.test(spelling) || /^\s*the\s/i.test(name);
}
