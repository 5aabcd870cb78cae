import { deviceLocator } from '../../functions/device/device-locator.ts';
import { lookup } from '../../web/console/engine/lookup.ts';
import { open } from '../../web/console/engine/open.ts';
import { pathsFor } from '../../web/console/engine/paths.ts';
import { sourceOf } from '../../web/console/engine/source.ts';
import type { TeamState } from '../../web/console/ports.ts';
import type { Effect, Event } from '../../web/console/state/events.ts';
import { type State, startState } from '../../web/console/state/state.ts';
import { step } from '../../web/console/state/step.ts';
import { downloaded } from '../device/files.ts';
import { NOW, serveRecords } from '../support/real-records.ts';

const { handler } = await serveRecords();
export const source = sourceOf(deviceLocator(await downloaded(handler), () => NOW));

const nobody: TeamState = {
  session: { kind: 'out', ended: false },
  offlineSince: null,
  waiting: [],
  conflicts: [],
  settled: [],
};
export const signedIn: TeamState = { ...nobody, session: { kind: 'in', person: { name: 'ana', groups: ['agent'] } } };

/** The console's initial state, with listings. */
export const started = (team = nobody): State => {
  const state = startState({ singleKeys: true, enter: 'copy' }, team);
  return { ...state, listings: { ...state.listings, isOpen: true, checkedAt: NOW } };
};

/** Processes events as the page does. Answers lookups directly, and returns all other effects. */
export function run(state: State, ...events: readonly Event[]): { state: State; effects: readonly Effect[] } {
  let now = state;
  const left: Effect[] = [];
  const queue = [...events];
  for (let event = queue.shift(); event !== undefined; event = queue.shift()) {
    const { state: next, effects } = step(now, event);
    now = next;
    const answers = effects.flatMap((effect): Event[] => {
      if (effect.type === 'look') return [{ type: 'found', found: lookup(effect.query, source), ms: 1 }];
      if (effect.type === 'open') {
        const { id, level, fields } = effect;
        return [{ type: 'opened', id, opened: open(id, level, fields, source) }];
      }
      if (effect.type === 'paths') {
        const { levels, from, fields, withUnknown } = effect;
        return [{ type: 'paths-found', found: pathsFor(levels, from, fields, withUnknown, source, NOW) }];
      }
      left.push(effect);
      return [];
    });
    queue.unshift(...answers);
  }
  return { state: now, effects: left };
}

/** A search with its first center open. */
export const opened = (team = signedIn): State =>
  run(started(team), { type: 'typed', text: 'iop 85004' }, { type: 'rows' }).state;
