import { firstNotBelow } from '../../functions/domain/sorted.ts';
import type { Point } from '../../functions/geo/point.ts';
import type { Place, Places } from '../../functions/places/places.ts';

/**
 * Cities of the United States with their populations, for picking one with the probability that a person lives in it.
 */
export class Cities {
  readonly list: readonly Place[];
  /** Total population up to and including each city. */
  readonly #upTo: Float64Array;

  constructor(list: readonly Place[]) {
    if (list.length === 0) throw new RangeError('no cities to pick from');
    this.list = list;
    this.#upTo = new Float64Array(list.length);
    let people = 0;
    for (const [index, { population }] of list.entries()) {
      people += population;
      this.#upTo[index] = people;
    }
  }

  /** All cities of the table that are known to have people, in a fixed order. */
  static of(places: Places): Cities {
    const found = [...'abcdefghijklmnopqrstuvwxyz'].flatMap((letter) => places.suggest(letter, MOST_OF_A_LETTER));
    return new Cities(found.filter(({ population }) => population > 0));
  }

  where(keep: (city: Place) => boolean): Cities {
    return new Cities(this.list.filter(keep));
  }

  /** A random city, weighted by population. */
  pick(random: () => number): Place {
    const sought = random() * (this.#upTo.at(-1) ?? 0);
    const city = this.list[firstNotBelow(this.list.length - 1, (at) => (this.#upTo[at] ?? 0) <= sought)];
    if (city === undefined) throw new RangeError('no city to pick');
    return city;
  }
}

const MOST_OF_A_LETTER = 5_000;
const KM_A_DEGREE = 111.2;

/** A point in or near a city, denser towards its middle; a city of a million reaches about 15 km from it. */
export function pointIn({ location, population }: Place, random: () => number): Point {
  const reachKm = 0.7 + Math.sqrt(population) * 0.012;
  const distance = (reachKm * Math.sqrt(-2 * Math.log(1 - random() * 0.999))) / 1.5;
  return shifted(location, distance, random() * 2 * Math.PI);
}

/** The point at a distance and a bearing, computed on a flat map. This is exact enough for made-up points. */
export function shifted({ lat, lng }: Point, km: number, bearing: number): Point {
  return {
    lat: sixDecimals(lat + (km * Math.cos(bearing)) / KM_A_DEGREE),
    lng: sixDecimals(lng + (km * Math.sin(bearing)) / (KM_A_DEGREE * Math.cos((lat * Math.PI) / 180))),
  };
}

const sixDecimals = (value: number): number => Math.round(value * 1e6) / 1e6;
