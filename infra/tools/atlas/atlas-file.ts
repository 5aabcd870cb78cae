import { unpackCenter } from '../../../functions/dataset/packed-center.ts';
import { displayPhone } from '../../../functions/domain/contact.ts';
import { type State, stateNames } from '../../../functions/domain/state.ts';
import { postalStates } from '../../../functions/places/postal-states.ts';
import { type AtlasFile, type StateGround, writePosition } from '../../../web/atlas/data.ts';
import { fromGrid, unitsPerMile } from '../../../web/locator/map/grid.ts';
import { loadOutlines, loadRegion } from '../../../web/locator/map/load.ts';
import type { Town } from '../../../web/locator/map/outlines.ts';
import type { Survey } from './survey.ts';

/** Packs the survey into the format that the page reads. */
export async function atlasFile({ states, zips, centers }: Survey): Promise<AtlasFile> {
  const [places, counties, unlisted] = [new Numbered(), new Numbered(), new Numbered()];
  const answers = new Numbered();
  // Only centers that are the nearest one for some ZIP are stored.
  const used = [...new Set(zips.flatMap(({ near }) => near.map(({ at }) => at)))].sort((a, b) => a - b);
  const position = new Map(used.map((at, index) => [at, writePosition(index)]));
  const kept = used.flatMap((at) => centers[at] ?? []);
  const shown = kept.map(({ row }) => unpackCenter(row));
  return {
    ground: await groundOf(states),
    zips: {
      zip: zips.map(({ zip }) => zip),
      lat: zips.map(({ location }) => location.lat),
      lng: zips.map(({ location }) => location.lng),
      place: zips.map(({ city, state }) => places.of(`${city}, ${state}`)),
      county: zips.map(({ county }) => counties.of(county)),
      people: zips.map(({ people }) => people),
      border: zips.map(({ beyond }) => unlisted.of(nameOf(beyond.state))),
      borderMiles: zips.map(({ beyond }) => Math.round(beyond.miles * 10) / 10),
      near: zips.map(({ near }) => near.map(({ at }) => position.get(at) ?? '').join('')),
    },
    centers: {
      name: shown.map(({ name }) => name),
      city: shown.map(({ address }) => `${address.city}, ${address.state}`),
      phone: shown.map(({ phones: [phone] }) => (phone === undefined ? '' : displayPhone(phone))),
      lat: shown.map(({ location }) => location.lat),
      lng: shown.map(({ location }) => location.lng),
      answers: kept.map((center) => answers.of(center.answers)),
    },
    places: places.names,
    counties: counties.names,
    unlisted: unlisted.names,
    answers: answers.names,
  };
}

const nameOf = (state: string): string => postalStates.find(([code]) => code === state)?.[1] ?? state;

/** Minimum distance in miles between towns whose names are on the map, so that the names do not overlap. */
const TOWNS_APART = 60;
const MOST_TOWNS = 5;

async function groundOf(states: readonly State[]): Promise<readonly StateGround[]> {
  const outlines = await loadOutlines();
  return Promise.all(
    states.map(async (code): Promise<StateGround> => {
      const outline = outlines.states.find((one) => one.code === code);
      if (outline === undefined) throw new Error(`there is no outline of ${code}`);
      const { counties, towns } = await loadRegion(code);
      const named: Town[] = [];
      const isApart = (one: Town, other: Town): boolean =>
        Math.hypot(one.x - other.x, one.y - other.y) > TOWNS_APART * unitsPerMile(fromGrid(one).lat);
      for (const town of towns)
        if (named.length < MOST_TOWNS && named.every((other) => isApart(town, other))) named.push(town);
      return {
        ...{ code, name: stateNames[code], box: outline.box, path: outline.path },
        counties: counties.map(({ path }) => path).join(''),
        towns: named.map(({ name, x, y }) => ({ name, x, y })),
      };
    }),
  );
}

/** A list of names without duplicates; the data refers to a name by its position. */
class Numbered {
  readonly names: string[] = [];
  readonly #positions = new Map<string, number>();

  of(name: string): number {
    const known = this.#positions.get(name);
    if (known !== undefined) return known;
    this.#positions.set(name, this.names.length);
    return this.names.push(name) - 1;
  }
}
