import { lookup } from '../engine/lookup.ts';
import { open } from '../engine/open.ts';
import { pathsFor } from '../engine/paths.ts';
import type { Source } from '../engine/source.ts';
import type { Effect, Event } from '../state/events.ts';

/** An effect that the listings in memory answer at once. */
type Lookup = Extract<Effect, { type: 'look' | 'open' | 'paths' }>;
export type Later = Exclude<Effect, Lookup>;

export const isLookup = (effect: Effect): effect is Lookup =>
  effect.type === 'look' || effect.type === 'open' || effect.type === 'paths';

/** @returns the event of the lookup's answer */
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
