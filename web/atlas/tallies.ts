import type { AtlasCenter } from './data.ts';
import { bands, type Found, type Reading, type Standing, type standings } from './reading.ts';

export type Tally = Readonly<Record<Standing, number>> & { readonly people: number };

/** Adds up the people of all ZIPs by the result of their ZIP. */
export function tally(readings: readonly Reading[]): Tally {
  const sum: Record<Standing, number> & { people: number } = { people: 0, near: 0, ask: 0, border: 0, far: 0 };
  for (const { zip, standing } of readings) {
    sum.people += zip.people;
    sum[standing] += zip.people;
  }
  return sum;
}

/** Shares of the people in each distance band, in the order of {@link bands}. Empty if there are no people. */
export function bandShares(readings: readonly Reading[]): readonly number[] {
  const people = bands.map(() => 0);
  for (const { zip, band } of readings) people[band] = (people[band] ?? 0) + zip.people;
  const all = people.reduce((sum, one) => sum + one, 0);
  return all === 0 ? [] : people.map((one) => one / all);
}

/** A city with people who have no listed center nearby. */
export interface FarPlace {
  readonly place: string;
  readonly county: string;
  /** People in those ZIPs of the city that have no listed center nearby. */
  readonly people: number;
  /** From here on: facts about the ZIP with the most people. */
  readonly listed: Found | null;
  readonly may: Found | null;
  readonly standing: Standing;
  readonly border: { readonly state: string; readonly miles: number };
}

/**
 * Cities with ZIPs that have no listed center nearby, the most people first. Leaves out cities with an unknown
 * population.
 */
export function farPlaces(readings: readonly Reading[]): readonly FarPlace[] {
  const far = readings.filter(({ standing }) => standing !== 'near');
  return [...Map.groupBy(far, ({ zip }) => zip.place)]
    .flatMap(([place, group]): FarPlace[] => {
      const [first] = group.toSorted((a, b) => b.zip.people - a.zip.people || (a.zip.zip < b.zip.zip ? -1 : 1));
      const people = group.reduce((all, { zip }) => all + zip.people, 0);
      if (first === undefined || people === 0) return [];
      const { zip, listed, may, standing } = first;
      return [{ place, county: zip.county, people, listed, may, standing, border: zip.border }];
    })
    .sort((a, b) => b.people - a.people || (a.place < b.place ? -1 : 1));
}

/** A center to call, and how many people would have a center nearby if it said that it offers the program. */
export interface Call {
  readonly center: AtlasCenter;
  readonly people: number;
}

/**
 * Lists centers that may offer the program, by the number of people who would have a center nearby if it does. The most
 * people come first.
 */
export function calls(readings: readonly Reading[]): readonly Call[] {
  const people = new Map<AtlasCenter, number>();
  for (const { zip, may, standing } of readings)
    if (standing === 'ask' && may !== null) people.set(may.center, (people.get(may.center) ?? 0) + zip.people);
  return [...people]
    .map(([center, count]) => ({ center, people: count }))
    .filter((call) => call.people > 0)
    .sort((a, b) => b.people - a.people || (a.center.name < b.center.name ? -1 : 1));
}

export const shareOf = (tallied: Tally, standing: (typeof standings)[number]): number =>
  tallied.people === 0 ? 0 : tallied[standing] / tallied.people;
