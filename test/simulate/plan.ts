import { seeded } from '../support/random.ts';
import type { Fate } from './client.ts';
import { START } from './universe.ts';

const kinds = [
  'publish',
  'confirm',
  'correct',
  'record facts',
  'purge',
  'collect',
  'roll back',
  'flush',
  'search',
  'turn pages',
] as const;
export type Kind = (typeof kinds)[number];

/** One call of the code under test: its time, its kind, and the faults that are injected. */
export interface Step {
  readonly index: number;
  readonly at: number;
  readonly kind: Kind;
  readonly seed: number;
  readonly fate: Fate;
}

const weights: Readonly<Record<Kind, number>> = {
  publish: 10,
  confirm: 14,
  correct: 9,
  'record facts': 9,
  purge: 1.2,
  collect: 9,
  'roll back': 4,
  flush: 2,
  search: 28,
  'turn pages': 8,
};
const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);

/** The calls of a run and their times. They depend on the seed alone, so a part of the plan can be run by itself. */
export function planOf(seed: number, steps: number): Step[] {
  const random = seeded(seed);
  let at = START;
  // In some runs many actors work at the same time.
  const busy = random() < 0.4;
  return Array.from({ length: steps }, (_, index): Step => {
    at += busy ? random() * 400 : pause(random);
    // The first publish has no faults, because a run with an empty table tests little.
    const kind = index === 0 ? 'publish' : kindOf(random() * total);
    const dies = index > 0 && kind !== 'search' && kind !== 'turn pages' && random() < 0.2;
    const endsAt = dies ? Math.floor(random() * (kind === 'purge' || kind === 'collect' ? 40 : 16)) : null;
    const faults = index === 0 || random() < 0.5 ? 0 : 0.06;
    const slowness = kind !== 'search' && random() < 0.25 ? 5 + random() * 60 : 1;
    return { index, at, kind, seed: Math.floor(random() * 2 ** 31), fate: { endsAt, faults, slowness } };
  });
}

/** Milliseconds until the next call: often almost none, sometimes minutes or a day. */
function pause(random: () => number): number {
  const kind = random();
  if (kind < 0.62) return random() * 60;
  if (kind < 0.84) return random() * 6_000;
  if (kind < 0.93) return random() * 180_000;
  if (kind < 0.975) return random() * 5_400_000;
  return random() * 36 * 3_600_000;
}

function kindOf(at: number): Kind {
  let left = at;
  for (const kind of kinds) {
    left -= weights[kind];
    if (left < 0) return kind;
  }
  return 'search';
}
