import { packCenter } from '../../../functions/dataset/packed-center.ts';
import type { CenterRecord } from '../../../functions/domain/record.ts';
import type { State } from '../../../functions/domain/state.ts';
import { KM_PER_MILE } from '../../../functions/geo/distance.ts';
import { type Choice, letters, positionOf } from '../../../web/atlas/choices.ts';
import { type Beyond, beyond } from './beyond.ts';
import { type JudgedCenter, judgeCenters, type Near, nearestFinder } from './nearest.ts';
import { type Zip, zipsOf } from './zips.ts';

export interface SurveyedZip extends Zip {
  readonly near: readonly Near[];
  readonly beyond: Beyond;
}

/** For every ZIP of some states: the nearest centers for every kind of program, with distances. */
export interface Survey {
  readonly states: readonly State[];
  readonly zips: readonly SurveyedZip[];
  readonly centers: readonly JudgedCenter[];
}

/** A center and its distance in miles, with two decimals as in the API. */
export interface Found {
  readonly center: JudgedCenter;
  readonly miles: number;
}

/**
 * The nearest center that lists the program, and the nearest that may offer it. Null if there is none in our states.
 */
export interface Nearest {
  readonly listed: Found | null;
  readonly may: Found | null;
}

export interface Surveying {
  readonly states: readonly State[];
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Called from time to time with the number of finished ZIPs. */
  readonly progress?: (done: number, all: number) => void;
}

const ZIPS_A_LINE = 1_000;

/** Measures the distances from every ZIP of the states to the centers of all records, in any state. */
export function survey(records: readonly CenterRecord[], { states, now, progress }: Surveying): Survey {
  const centers = judgeCenters(records.map(packCenter), now);
  const zips = zipsOf(states);
  const find = nearestFinder(centers);
  // ZIPs for PO boxes share a point with others, so results are kept by point.
  const known = new Map<string, Pick<SurveyedZip, 'near' | 'beyond'>>();
  const surveyed = zips.map((zip, at): SurveyedZip => {
    const key = `${zip.location.lat} ${zip.location.lng}`;
    const found = known.get(key) ?? { near: find(zip.location), beyond: beyond(zip.location) };
    known.set(key, found);
    if ((at + 1) % ZIPS_A_LINE === 0) progress?.(at + 1, zips.length);
    return { ...zip, ...found };
  });
  return { states, zips: surveyed, centers };
}

export function nearestOf({ near }: SurveyedZip, choice: Choice, { centers }: Survey): Nearest {
  const position = positionOf(choice);
  const first = (letter: string): Found | null => {
    for (const { at, km } of near) {
      const center = centers[at];
      if (center?.answers[position] === letter) return { center, miles: milesOf(km) };
    }
    return null;
  };
  return { listed: first(letters.yes), may: first(letters.may) };
}

const milesOf = (km: number): number => Math.round((km / KM_PER_MILE) * 100) / 100;
