import { countyCalled, countyLabel } from './county-name.ts';
import { isCalledBase, KINDS_IN_FRONT, withoutKind } from './kind-words.ts';
import { nameKey, writtenOut } from './name-key.ts';
import type { Place } from './place.ts';
import { stateOf } from './postal-states.ts';
import { byLikelihood } from './prior.ts';
import type { PlaceRow, PlaceTable } from './table.ts';

/** What a table of some states knows of the others. */
export interface Excerpt {
  /** Postal codes of the states whose places the table has. */
  readonly states: readonly string[];
  /** Keys of names that alone, without a state, may mean a place that the table lacks (elsewhere.ts). */
  readonly elsewhere: Readonly<Record<'city' | 'county', ReadonlySet<string>>>;
}

/** A township without a name of its own in the table is where the mail of its name goes. */
const TOWN = /\s(?:township|twp\.?)$/i;

const LARGE_CITY = 100_000;

/** A place, and the spelling that it was found by. */
interface Found {
  readonly place: Place;
  readonly row: PlaceRow;
}

/** Looks names up in a table. */
export class Finder {
  readonly #table: PlaceTable;
  readonly #excerpt: Excerpt | null;

  /** @param excerpt Given for a table of some states. */
  constructor(table: PlaceTable, excerpt: Excerpt | null) {
    this.#table = table;
    this.#excerpt = excerpt;
  }

  placeAt(position: number): Place {
    return placeOf(this.#table.placeAt(position));
  }

  /** Cities by their names and other spellings, nicknames excepted; likeliest first. */
  cities(name: string, state: string | null): readonly Place[] {
    return this.#spelled(name, state, ({ row: { kind, isNickname } }) => kind === 'city' && !isNickname, 'city');
  }

  /** Every kind of place but counties that are not called so; with a state cities first, alone the likeliest first. */
  named(name: string, state: string | null): readonly Place[] {
    const found = this.#spelled(name, state, ({ row }) => row.kind !== 'county' || row.isNickname, 'city');
    const places = state === null ? found : found.toSorted((a, b) => cityFirst(a) - cityFirst(b));
    if (places.length > 0) return places;
    const county = countyCalled(name, state !== null);
    const isCounty = ({ row }: Found) => row.kind === 'county' && !row.isNickname;
    const counties = county === null || nameKey(county) === '' ? [] : this.#spelled(county, state, isCounty, 'county');
    if (counties.length > 0) return counties;
    // "LA County", "SLO County": a county of the name of the city that is called so.
    const city = countyCalled(name, false) === null || county === null ? null : this.called(county);
    const ofCity =
      city === null || (state !== null && state !== city.state)
        ? []
        : this.#spelled(city.label.slice(0, -', CA'.length), city.state, isCounty, 'county');
    return ofCity.length > 0 ? ofCity : this.#ofKind(name, state);
  }

  /** "luke air force base" where "Luke AFB" is known, "yakama reservation" where "Yakama Nation" is; else a town. */
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
   * Places that were found by a part of the text. Where some states are known, the whole may be a name in another one
   * ("Central Waterford"), unless it names a large city.
   */
  perhapsElsewhere(places: readonly Place[], state: string | null, city = places[0]): readonly Place[] {
    const isLarge = city?.kind === 'city' && city.population >= LARGE_CITY;
    if (this.#excerpt === null || state !== null || isLarge) return places;
    return places.map((place) => ({ ...place, elsewhere: true as const }));
  }

  /** The likeliest place that a whole text is a nickname of: "Vegas", "the valley", "t-town ok" and "t-town oklahoma". */
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
      // A place is found once, by its name or by an alias of the same key.
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

/** "t-town oklahoma" with the code of the state, as nicknames have it. */
function withStateCode(name: string): readonly string[] {
  const words = name.trim().split(/[\s,]+/);
  for (let count = Math.min(2, words.length - 1); count > 0; count--) {
    const code = stateOf(words.slice(-count).join(' '));
    if (code !== null) return [[...words.slice(0, -count), code].join(' ')];
  }
  return [];
}

const cityFirst = ({ kind }: Place): number => (kind === 'city' ? 0 : 1);

/** "The Valley" is a part of Los Angeles; "valley" is not. A city loses its article: "The Bronx" is "Bronx" too. */
function saysThe({ kind, spelling, isNickname }: PlaceRow, name: string): boolean {
  if (kind === 'city' && !isNickname) return true;
  return !/^the /i.test(spelling) || /^\s*the\s/i.test(name);
}
