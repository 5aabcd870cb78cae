import { countyName } from '../../../data/places/counties.ts';
import { readPostalRows } from '../../../data/places/sources.ts';
import { type State, stateNames } from '../../../functions/domain/state.ts';
import type { Point } from '../../../functions/geo/point.ts';
import { readTable } from '../../../functions/places/load.ts';
import { peopleByZip } from '../../../functions/places/people.ts';
import { PlaceTable } from '../../../functions/places/table.ts';

export interface Zip {
  readonly zip: string;
  readonly city: string;
  /** The county's name without "County". For a city that is its own county, the name that the source gives. */
  readonly county: string;
  readonly state: State;
  readonly location: Point;
  /** The part of its city's population that lives in this ZIP (places/people.ts). */
  readonly people: number;
}

/** Lists every ZIP of the states, in ascending order. @throws Error for a ZIP without a county */
export function zipsOf(states: readonly State[]): readonly Zip[] {
  const table = new PlaceTable(readTable());
  const counties = new Map(
    readPostalRows().map(({ zip, county, state }) => [zip, countyName(county, state) ?? county]),
  );
  return peopleByZip(table).flatMap(({ zip, location, place, people }): Zip[] => {
    const state = table.stateAt(place);
    if (!isOneOf(states, state)) return [];
    const county = counties.get(zip);
    if (county === undefined) throw new Error(`no source names the county of ${zip} in ${stateNames[state]}`);
    return [{ zip, city: table.placeAt(place).name, county, state, location, people }];
  });
}

const isOneOf = (states: readonly State[], state: string): state is State =>
  (states as readonly string[]).includes(state);
