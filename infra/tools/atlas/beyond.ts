import { isState } from '../../../functions/domain/state.ts';
import type { Point } from '../../../functions/geo/point.ts';
import { Outlines } from '../../../functions/places/outlines/outline.ts';
import { postalStates } from '../../../functions/places/postal-states.ts';

/** A state without listings, and the distance to it. There may be a nearer center in it that we do not know. */
export interface Beyond {
  readonly state: string;
  readonly miles: number;
}

const outlines = new Outlines();
const unlisted = postalStates.map(([code]) => code).filter((code) => !isState(code));
/** Longer than the longest diagonal of a one-degree cell, in miles. */
const CELL_MILES = 110;
const nearby = new Map<string, readonly string[]>();

/**
 * Finds the nearest state without listings; its distance is right to about 1 %. All points of a one-degree cell share
 * the candidate states, which are cached.
 */
export function beyond(point: Point): Beyond {
  const cell = { lat: Math.floor(point.lat) + 0.5, lng: Math.floor(point.lng) + 0.5 };
  const key = `${cell.lat} ${cell.lng}`;
  let states = nearby.get(key);
  if (states === undefined) {
    const all = milesTo(cell, unlisted);
    const least = Math.min(...all.map(({ miles }) => miles));
    states = all.filter(({ miles }) => miles <= least * 1.1 + CELL_MILES).map(({ state }) => state);
    nearby.set(key, states);
  }
  const [first] = milesTo(point, states).sort((a, b) => a.miles - b.miles);
  if (first === undefined) throw new Error('every state has listings');
  return first;
}

const milesTo = (point: Point, states: readonly string[]): Beyond[] =>
  states.map((state) => ({ state, miles: outlines.milesOutside(point, state) }));
