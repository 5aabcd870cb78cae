import { lookup } from '../engine/lookup.ts';
import { open } from '../engine/open.ts';
import { pathsFor } from '../engine/paths.ts';
import type { Source } from '../engine/source.ts';
import type { Effect, Event } from '../state/events.ts';

/** An effect that can be answered at once from the listings in memory. */
type Lookup = Extract<Effect, { type: 'look' | 'open' | 'paths' }>;
export type Later = Exclude<Effect, Lookup>;

export const isLookup = (effect: Effect): effect is Lookup =>
  effect.type === 'look' || effect.type === 'open' || effect.type === 'paths';

/**
 * Runs a lookup.
 * @returns the event with its answer
 */
export function answer(effect: Lookup, source: Source): Event {
  switch (effect.type) {
    case 'look': {
      const before = performance.now();
      const found = lookup(effect.query, source);
      return { type: 'found', found, ms: performance.now() - before };
    }
    case 'paths': {
      const { levels, from, fields, withUnknown } = effect;
      return { type: 'paths-found', found: pathsFor(levels, from, fields, withUnknown, source, Date.now()) };
    }
    case 'open':
      return { type: 'opened', id: effect.id, opened: open(effect.id, effect.level, effect.fields, source) };
  }
}
