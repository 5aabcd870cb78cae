import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Ask } from '../../../web/locator/element/ask.ts';
import { Asker } from '../../../web/locator/element/asker.ts';
import type { Ports } from '../../../web/locator/element/ports.ts';
import { Runner } from '../../../web/locator/element/runner.ts';
import type { Event } from '../../../web/locator/state/events.ts';
import { type State, startState } from '../../../web/locator/state/state.ts';
import { step } from '../../../web/locator/state/step.ts';
import { runs } from '../../support/runs.ts';
import { opening } from './opening.ts';

const zips = ['85004', '80202', '98101', '89101', '07102', '60601', '73102', '90012'] as const;
const unused = () => Promise.reject(new Error('not asked for'));
const ports: Ports = { locate: unused, share: unused, copy: unused, print: () => undefined };
const api: Ask = { search: unused, places: unused, details: unused, vocabulary: unused };

/** The whole finder without rendering, with files that arrive in the scheduler's order. */
async function finder(scheduler: fc.Scheduler) {
  let state: State = startState({}, {}, true);
  const { device, ...opened } = await opening({
    fetch: (...request) => scheduler.schedule(opened.fetch(...request)),
    tell: (told) => send({ type: 'device', told }),
  });
  const asker = new Asker(api, { device, load: async () => device }, true, opened.now);
  const runner = new Runner(
    ports,
    () => asker,
    () => ({ site: '', language: 'en' }),
    (event) => send(event),
  );
  function send(event: Event): void {
    const [next, ...effects] = step(state, event);
    state = next;
    for (const effect of effects) runner.run(effect);
  }
  return { send, device, state: () => state };
}

/** The ZIP of the shown answer. */
function shownZip({ view }: State): string | undefined {
  return view?.kind === 'answer' ? view.found.answer.origin.label.slice(-5) : undefined;
}

test('downloads that come late never replace a newer search', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.tuple(fc.constantFrom(...zips), fc.nat(6)), { minLength: 1, maxLength: 6 }),
      async (scheduler, searches) => {
        const { send, state } = await finder(scheduler);
        for (const [zip, files] of searches) {
          send({ type: 'typed', text: zip });
          send({ type: 'submitted' });
          // Lets a few files arrive before the next search.
          for (let count = 0; count < files; count += 1) if (scheduler.count() > 0) await scheduler.waitNext(1);
          expect([undefined, zip]).toContain(state().act.kind === null ? shownZip(state()) : undefined);
        }
        while (state().act.kind !== null) {
          if (scheduler.count() > 0) await scheduler.waitNext(1);
          else await new Promise((resolve) => setTimeout(resolve, 1));
        }
        await scheduler.waitIdle();
        expect(shownZip(state())).toBe(searches.at(-1)?.[0]);
        expect(state().act.kind).toBeNull();
      },
    ),
    { numRuns: runs(60) },
  );
});

test('a search that was left is not shown when its download is there', async () => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const opened = await opening({
    fetch: async (...request) => {
      await held;
      return opened.fetch(...request);
    },
  });
  const asker = new Asker(api, { device: opened.device, load: async () => opened.device }, true, opened.now);
  let state = startState({}, {}, true);
  const send = (event: Event): void => {
    const [next, ...effects] = step(state, event);
    state = next;
    for (const effect of effects) runner.run(effect);
  };
  const runner = new Runner(
    ports,
    () => asker,
    () => ({ site: '', language: 'en' }),
    send,
  );
  send({ type: 'typed', text: '85004' });
  send({ type: 'submitted' });
  send({ type: 'forget' });
  release();
  await opened.device.open();
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(state).toMatchObject({ view: null, text: '', act: { kind: null } });
});
