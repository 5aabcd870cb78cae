import type { Level } from '../../functions/domain/level-of-care.ts';
import type { Offering } from '../../functions/domain/offering.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { distanceKm } from '../../functions/geo/distance.ts';
import type { Point } from '../../functions/geo/point.ts';
import { plainVerdict } from '../support/kleene.ts';
import { acceptedOnly, type PlainPerson, personsAsked } from './plain-person.ts';

export interface PlainQuery {
  readonly origin: Point;
  readonly levels: readonly Level[];
  readonly payer: string | null;
  readonly age?: readonly string[] | undefined;
  readonly gender?: readonly string[] | undefined;
  readonly population?: readonly string[] | undefined;
  readonly limit: number;
  readonly withUnknown: boolean;
}

/**
 * A path in the form in which both searches are compared: ids in order, whole micrometers, and the persons it is for,
 * in words.
 */
export interface PlainPath {
  readonly ids: readonly string[];
  readonly micrometers: number;
  readonly persons: readonly string[];
}

export interface PlainStop {
  readonly id: string;
  readonly point: Point;
  /** The persons whom the center may accept, each like `women adults`. */
  readonly persons: readonly string[];
}

const inWords = ({ gender, age }: PlainPerson): string => `${gender} ${age}`;

/**
 * Lists for each level the centers that may be there, and for whom. Checks the words of every record, once for each
 * person.
 */
export function plainLists(records: readonly CenterRecord[], query: PlainQuery, now: number): PlainStop[][] {
  const { levels, payer, age, gender, population, withUnknown } = query;
  const shared = { ...(payer === null ? {} : { payer: [payer] }), ...(population && { population }) };
  return levels.map((level) =>
    records.flatMap((record) => {
      const isWanted = (offerings: readonly Offering[], unknownLevels: readonly Level[], person: PlainPerson) => {
        const filter = {
          level: [level],
          ...shared,
          ...(age && { age: [person.age] }),
          ...(gender && { gender: [person.gender] }),
        };
        const { center } = record;
        const part = { center: { ...center, unknownLevels: [...unknownLevels] }, offerings: [...offerings] };
        const { kind } = plainVerdict(part, filter as Parameters<typeof plainVerdict>[1], now);
        return kind === 'listed' || (withUnknown && kind === 'unknown');
      };
      if (!record.offerings.some((one) => one.level === level) && !record.center.unknownLevels.includes(level))
        return [];
      const persons = personsAsked(query).filter((person) => {
        const left = { gender: gender ? null : person.gender, age: age ? null : person.age };
        return acceptedOnly(record, level, left).some(({ offerings, unknownLevels }) =>
          isWanted(offerings, unknownLevels, person),
        );
      });
      const { id, location } = record.center;
      return persons.length === 0 ? [] : [{ id, point: location, persons: persons.map(inWords) }];
    }),
  );
}

/** Tries every combination of centers, so it can be used for few records only. */
export function everyPath(origin: Point, lists: readonly (readonly PlainStop[])[], limit: number): PlainPath[] {
  let paths: (PlainPath & { readonly at: Point })[] = [
    { ids: [], micrometers: 0, at: origin, persons: personsAsked({}).map(inWords) },
  ];
  for (const list of lists) {
    paths = paths.flatMap((path) =>
      list.map(({ id, point, persons }) => {
        const micrometers = path.micrometers + Math.round(distanceKm(path.at, point) * 1e9);
        const both = path.persons.filter((person) => persons.includes(person));
        return { ids: [...path.ids, id], micrometers, at: point, persons: both };
      }),
    );
  }
  return paths
    .filter(({ persons }) => persons.length > 0)
    .sort(shortestFirst)
    .slice(0, limit)
    .map(({ ids, micrometers, persons }) => ({ ids, micrometers, persons }));
}

interface Way {
  readonly ids: readonly string[];
  readonly micrometers: number;
}

/**
 * Finds paths over many records. For each person it measures every pair of centers of two consecutive levels, and keeps
 * the `limit` shortest ways to each center. It uses no index and no pages, and treats each person separately.
 */
export function plainPaths(origin: Point, lists: readonly (readonly PlainStop[])[], limit: number): PlainPath[] {
  const found = new Map<string, PlainPath>();
  const already = new Set<string>();
  for (const person of personsAsked({}).map(inWords)) {
    const own = lists.map((list) => list.filter(({ persons }) => persons.includes(person)));
    // If two persons may go to exactly the same centers, the ways are the same for both and are computed only once.
    const same = JSON.stringify(own.map((list) => list.map(({ id }) => id)));
    if (already.has(same)) continue;
    already.add(same);
    for (const { ids, micrometers } of waysFor(origin, own, limit)) {
      const stops = ids.map((id, at) => lists[at]?.find((stop) => stop.id === id)?.persons ?? []);
      const persons = personsAsked({})
        .map(inWords)
        .filter((one) => stops.every((accepted) => accepted.includes(one)));
      found.set(ids.join(' '), { ids, micrometers, persons });
    }
  }
  return [...found.values()].sort(shortestFirst).slice(0, limit);
}

function waysFor(origin: Point, lists: readonly (readonly PlainStop[])[], limit: number): Way[] {
  let ways: { readonly at: Point; readonly best: readonly Way[] }[] = [
    { at: origin, best: [{ ids: [], micrometers: 0 }] },
  ];
  for (const list of lists) {
    ways = list.map(({ id, point }) => {
      let best: Way[] = [];
      for (const way of ways) {
        const last = best[limit - 1];
        if (last !== undefined && (way.best[0]?.micrometers ?? 0) > last.micrometers) continue;
        const leg = Math.round(distanceKm(way.at, point) * 1e9);
        const longer = way.best
          .filter(({ micrometers }) => last === undefined || micrometers + leg <= last.micrometers)
          .map(({ ids, micrometers }) => ({ ids: [...ids, id], micrometers: micrometers + leg }));
        if (longer.length > 0) best = [...best, ...longer].sort(shortestFirst).slice(0, limit);
      }
      return { at: point, best };
    });
  }
  return ways
    .flatMap(({ best }) => best)
    .sort(shortestFirst)
    .slice(0, limit);
}

function shortestFirst(a: Way, b: Way): number {
  const differing = a.ids.findIndex((id, index) => id !== b.ids[index]);
  const byId = differing < 0 ? 0 : (a.ids[differing] ?? '') < (b.ids[differing] ?? '') ? -1 : 1;
  return a.micrometers - b.micrometers || byId;
}
