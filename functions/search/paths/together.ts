import type { Point } from '../../geo/point.ts';
import { type Chain, compareChains, type Stop, shortestChains } from './chains.ts';
import { type Persons, personsToTry } from './person.ts';

/**
 * The persons that a stop accepts.
 * @param list Position of the stop's list.
 */
export type AcceptedAt<One extends Stop> = (stop: One, list: number) => Persons;

/** The persons that every stop of a chain accepts. */
export const acceptedBy = <One extends Stop>(
  { stops }: Pick<Chain<One>, 'stops'>,
  asked: Persons,
  acceptedAt: AcceptedAt<One>,
): Persons => stops.reduce((persons, stop, list) => persons & acceptedAt(stop, list), asked);

/**
 * The shortest chains whose stops all accept the same person, in the order of {@link shortestChains}. First tries the
 * shortest chains of all, which nearly always qualify. Otherwise searches the shortest chains for each person
 * separately and takes the shortest of these.
 * @param asked The persons that a chain may be for.
 */
export function chainsForOne<One extends Stop>(
  origin: Point,
  lists: readonly (readonly One[])[],
  asked: Persons,
  acceptedAt: AcceptedAt<One>,
  most: number,
  limitKm = Infinity,
): readonly Chain<One>[] {
  const shortest = shortestChains(origin, lists, most, limitKm);
  let found = shortest.filter((chain) => acceptedBy(chain, asked, acceptedAt) !== 0);
  if (found.length === shortest.length) return found;
  const accepted = lists.map((stops, list) => stops.map((stop) => acceptedAt(stop, list)));
  for (const person of personsToTry(asked, accepted.flat())) {
    const own = lists.map((stops, list) =>
      stops.filter((_, at) => ((accepted[list]?.[at] ?? 0) & (1 << person)) !== 0),
    );
    const nearer = shortestChains(origin, own, most, found[most - 1]?.km ?? limitKm);
    found = merged(found, nearer).slice(0, most);
  }
  return found;
}

function merged<One extends Stop>(found: readonly Chain<One>[], more: readonly Chain<One>[]): Chain<One>[] {
  const isKnown = ({ stops }: Chain<One>) => found.some((chain) => chain.stops.every((stop, at) => stop === stops[at]));
  return [...found, ...more.filter((chain) => !isKnown(chain))].sort(compareChains);
}
