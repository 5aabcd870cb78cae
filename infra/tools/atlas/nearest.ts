import FlatQueue from 'flatqueue';
import { type PackedCenter, packed } from '../../../functions/dataset/packed-center.ts';
import type { Point } from '../../../functions/geo/point.ts';
import { compileFilter, type Filter } from '../../../functions/search/filter.ts';
import { judge } from '../../../functions/search/match.ts';
import { fromPoint } from '../../../functions/search/reach.ts';
import { allChoices, type Choice, type Letter, letters } from '../../../web/atlas/choices.ts';

/** A center that has, or may have, an intensive outpatient program for at least one choice. */
export interface JudgedCenter {
  readonly row: PackedCenter;
  readonly location: Point;
  /** The center's answer to each possible choice, one letter each. */
  readonly answers: string;
}

/** Turns a choice into a search filter. One offering must satisfy all parts of the choice. */
export function filterOf({ payer, age, language }: Choice): Filter {
  return {
    level: ['iop'],
    ...(payer === null ? {} : { payer: [payer] }),
    ...(age === null ? {} : { age: [age] }),
    ...(language === null ? {} : { language: [language] }),
  };
}

/**
 * Judges every center for every choice as a search does. Leaves out centers that answer no to every choice. Sorted by
 * id.
 * @param now Milliseconds since 1970.
 */
export function judgeCenters(rows: readonly PackedCenter[], now: number): readonly JudgedCenter[] {
  const filters = allChoices.map((choice) => compileFilter(filterOf(choice), now));
  const isAny = (answers: string): boolean => /[^n]/.test(answers);
  return rows
    .map((row) => {
      const answers = filters.map((filter) => letterOf(judge(row, filter))).join('');
      return { row, location: { lat: row[packed.lat], lng: row[packed.lng] }, answers };
    })
    .filter(({ answers }) => isAny(answers))
    .sort((a, b) => (a.row[packed.id] < b.row[packed.id] ? -1 : 1));
}

function letterOf(verdict: ReturnType<typeof judge>): Letter {
  if (verdict === 'unknown') return letters.may;
  return verdict === 'no' || verdict.length === 0 ? letters.no : letters.yes;
}

/** A center's position in the list of judged centers, and its distance. */
export interface Near {
  readonly at: number;
  readonly km: number;
}

/**
 * Returns a function that lists the nearest centers of a point: those that are the nearest "listed" or "possible" match
 * for at least one choice, nearest first and ties by id. So for any choice, the first match in the list is the nearest
 * of all. The index is built once for all points.
 */
export function nearestFinder(centers: readonly JudgedCenter[]): (origin: Point) => readonly Near[] {
  const asked = allChoices.flatMap((_, choice) =>
    [letters.yes, letters.may]
      .filter((letter) => centers.some(({ answers }) => answers[choice] === letter))
      .map((letter) => ({ choice, letter })),
  );
  return (origin) => {
    const { nearestKm } = fromPoint(origin);
    const queue = new FlatQueue<number>();
    for (const [at, { location }] of centers.entries()) queue.push(at, nearestKm(location));
    const found: Near[] = [];
    let open = asked;
    for (let km = queue.peekValue(); km !== undefined && open.length > 0; km = queue.peekValue()) {
      for (const at of popAll(queue, km)) {
        const answers = centers[at]?.answers ?? '';
        const left = open.filter(({ choice, letter }) => answers[choice] !== letter);
        if (left.length < open.length) found.push({ at, km });
        open = left;
      }
    }
    return found;
  };
}

/** Removes all centers at this distance from the queue, and returns them sorted by id. */
function popAll(queue: FlatQueue<number>, km: number): readonly number[] {
  const group: number[] = [];
  while (queue.peekValue() === km) {
    const at = queue.pop();
    if (at !== undefined) group.push(at);
  }
  return group.sort((a, b) => a - b);
}
