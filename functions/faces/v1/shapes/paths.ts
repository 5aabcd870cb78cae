import type { VersionKey } from '../../../dataset/head.ts';
import type { Level } from '../../../domain/level-of-care.ts';
import { KM_PER_MILE } from '../../../geo/distance.ts';
import { type Counts, coverageOf } from '../../../http/coverage.ts';
import { help } from '../../../http/help.ts';
import type { PathsAnswer as FoundPaths, Path } from '../../../search/paths/path.ts';
import type { PathsRequest } from '../parameters/paths-asked.ts';
import { type CenterAnswer, certaintyAnswer, datasetAnswer, type ResultAnswer, resultAnswer } from './center.ts';
import { type OnlyFor, onlyForOf } from './only-for.ts';

// The console shows paths in these shapes too: this file must not import zod or Node's modules.

export interface LegAnswer extends Pick<ResultAnswer, 'center' | 'offerings' | 'certainty' | 'ask'> {
  readonly level: Level;
  /** Distance from the previous center; for the first leg, from the origin. */
  readonly distance: { readonly miles: number; readonly km: number; readonly approximate?: true };
}

export interface PathAnswer {
  readonly miles: number;
  readonly km: number;
  readonly approximate?: true;
  /** Groups that all centers of the path accept; absent if they accept everybody that was asked about. */
  readonly onlyFor?: readonly OnlyFor[];
  readonly legs: readonly LegAnswer[];
}

/** @param now Milliseconds since 1970: decides what is stale. */
export function pathsAnswer(
  { origin, query, echo }: PathsRequest,
  { answer, head, summary }: { readonly answer: FoundPaths; readonly head: VersionKey; readonly summary: Counts },
  now: number,
) {
  const { kind, label, location, state } = origin;
  return {
    origin: { kind, label, location },
    coverage: coverageOf(state, summary),
    query: echo,
    paths: answer.paths.map((path) => pathAnswer(path, query.withUnknown, now)),
    alternatives: answer.alternatives.map(({ field, km }) => ({
      change: field === 'include' ? { include: 'unknown' } : { [field]: null },
      miles: milesOf(km),
    })),
    dataset: datasetAnswer(head),
    help,
  };
}
export type PathsAnswer = ReturnType<typeof pathsAnswer>;

/**
 * One path, in the form that every face shows.
 * @param sayCertainty True if centers in doubt were requested too.
 */
export function pathAnswer({ legs, km, persons }: Path, sayCertainty: boolean, now: number): PathAnswer {
  const shown = legs.map(({ level, match }): LegAnswer => {
    const { center, offerings } = resultAnswer(match, now);
    return {
      level,
      center,
      offerings,
      distance: { miles: milesOf(match.distanceKm ?? 0), km: twoDecimals(match.distanceKm ?? 0) },
      ...(sayCertainty ? certaintyAnswer(match) : {}),
    };
  });
  const withAccuracy = shown.map((leg, index) => {
    const before = shown[index - 1]?.center;
    // A center is exactly 0 km away from itself, even if its location is approximate.
    const isApproximate = before?.id !== leg.center.id && [before, leg.center].some(isInItsZip);
    return isApproximate ? { ...leg, distance: { ...leg.distance, approximate: true as const } } : leg;
  });
  const approximate = withAccuracy.some(({ distance }) => 'approximate' in distance);
  return {
    miles: milesOf(km),
    km: twoDecimals(km),
    ...(approximate ? { approximate: true as const } : {}),
    ...(persons === null ? {} : { onlyFor: onlyForOf(persons) }),
    legs: withAccuracy,
  };
}

const isInItsZip = (center: CenterAnswer | undefined): boolean => center?.location.accuracy === 'zip';
const milesOf = (km: number): number => twoDecimals(km / KM_PER_MILE);
const twoDecimals = (value: number): number => Math.round(value * 100) / 100;
