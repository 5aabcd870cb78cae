import type { CenterRecord } from '../../functions/domain/record.ts';
import { EARTH_RADIUS_KM } from '../../functions/geo/distance.ts';
import type { Point } from '../../functions/geo/point.ts';
import type { Filter } from '../../functions/search/filter.ts';
import { plainVerdict } from '../support/kleene.ts';

export interface TruthQuery {
  readonly origin: Point;
  readonly withinKm: number | null;
  readonly limit: number;
}

export interface TrueAnswer {
  /** Positions of the results in the list of records, nearest first. Equally distant centers are ordered by id. */
  readonly positions: readonly number[];
  readonly km: readonly number[];
  /**
   * Centers in doubt within the radius. Without a radius: no farther away than the last result. `count` is at most
   * fifty.
   */
  readonly unknown: { readonly count: number; readonly more: boolean };
}

const MATCHES = 1;
const UNKNOWN = 2;

/**
 * Finds the right answers by a scan of all records. Measures straight lines through the globe between unit vectors in
 * typed arrays, and reads the filter's words in the records. It shares no code with the search: no masks, pages, boxes
 * or haversines.
 */
export class Truth {
  readonly records: readonly CenterRecord[];
  readonly #now: number;
  readonly #vectors: Float64Array;

  constructor(records: readonly CenterRecord[], now: number) {
    this.records = records;
    this.#now = now;
    this.#vectors = new Float64Array(records.length * 3);
    for (const [index, { center }] of records.entries()) this.#vectors.set(unitVector(center.location), index * 3);
  }

  /** Compares each center with the filter once, for many searches. */
  forFilter(filter: Filter): (query: TruthQuery) => TrueAnswer {
    const verdicts = new Uint8Array(this.records.length);
    for (const [index, record] of this.records.entries()) {
      const { kind } = plainVerdict(record, filter, this.#now);
      if (kind !== 'no') verdicts[index] = kind === 'listed' ? MATCHES : UNKNOWN;
    }
    return (query) => this.#scan(query, verdicts);
  }

  #scan({ origin, withinKm, limit }: TruthQuery, verdicts: Uint8Array): TrueAnswer {
    const [x, y, z] = unitVector(origin);
    const vectors = this.#vectors;
    const chordOf = (index: number): number => {
      const dx = (vectors[index * 3] ?? 0) - x;
      const dy = (vectors[index * 3 + 1] ?? 0) - y;
      const dz = (vectors[index * 3 + 2] ?? 0) - z;
      return dx * dx + dy * dy + dz * dz;
    };
    const within = withinKm === null ? Infinity : chordOfKm(withinKm);
    const best: { index: number; chord: number }[] = [];
    let farthest = within;
    for (let index = 0; index < verdicts.length; index += 1) {
      if (verdicts[index] !== MATCHES) continue;
      const chord = chordOf(index);
      if (chord > farthest) continue;
      best.push({ index, chord });
      best.sort((a, b) => a.chord - b.chord || (this.#idOf(a.index) < this.#idOf(b.index) ? -1 : 1));
      if (best.length > limit) best.pop();
      if (best.length === limit) farthest = Math.min(within, best.at(-1)?.chord ?? within);
    }
    let unknown = 0;
    for (let index = 0; index < verdicts.length; index += 1) {
      if (verdicts[index] === UNKNOWN && chordOf(index) <= within) unknown += 1;
    }
    return {
      positions: best.map(({ index }) => index),
      km: best.map(({ chord }) => kmOfChord(chord)),
      unknown: { count: Math.min(50, unknown), more: unknown > 50 },
    };
  }

  #idOf(index: number): string {
    return this.records[index]?.center.id ?? '';
  }
}

function unitVector({ lat, lng }: Point): [number, number, number] {
  const [phi, lambda] = [(lat * Math.PI) / 180, (lng * Math.PI) / 180];
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}

/**
 * The squared length of the straight line through a unit sphere. It grows with the distance on the surface, so it can
 * be compared instead.
 */
function chordOfKm(km: number): number {
  const chord = 2 * Math.sin(Math.min(Math.PI / 2, km / (2 * EARTH_RADIUS_KM)));
  return chord * chord;
}

function kmOfChord(squared: number): number {
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(squared) / 2));
}
