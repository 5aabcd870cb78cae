import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AgentCenterAnswer } from '../../web/client/types.ts';
import { summaryText } from '../../web/console/parts/summary.ts';
import type { Act, Outcome, Press } from '../../web/console/ports.ts';
import type { Event } from '../../web/console/state/events.ts';
import { MOST_MARKED, rowsOf, type State } from '../../web/console/state/state.ts';
import { targetOf } from '../../web/console/state/target.ts';
import { NOW } from '../support/real-records.ts';
import { opened, run, signedIn, source, started } from './states.ts';

const AT = new Date(NOW).toISOString();
const SECRET = 'qzcallerword';
const texts = [
  'iop 85004',
  'detox Denver CO',
  `php 60601 ${SECRET}`,
  'springfield',
  'iop',
  '',
  'lantern',
  '602 medicaid',
];

const event: fc.Arbitrary<Event> = fc.oneof(
  fc.constantFrom(...texts).map((text): Event => ({ type: 'typed', text })),
  fc.integer({ min: -30, max: 30 }).map((by): Event => ({ type: 'move', by })),
  fc.integer({ min: 0, max: 9 }).map((at): Event => ({ type: 'choose', at })),
  fc.constantFrom<Event>(
    { type: 'rows' },
    { type: 'enter' },
    { type: 'mark' },
    { type: 'compare' },
    { type: 'list' },
    { type: 'map' },
    { type: 'unknown' },
    { type: 'paths', levels: ['detox', 'iop'] },
    { type: 'as-name' },
    { type: 'more' },
    { type: 'next-level' },
    { type: 'step', to: 'up' },
    { type: 'step', to: 'down' },
    { type: 'deny', at: AT },
    { type: 'confirm', at: AT },
    { type: 'intake', state: 'full', until: AT, at: AT },
    { type: 'answer', key: 'schedule.evening', value: 'no', at: AT },
    { type: 'undo' },
    { type: 'panel', panel: null },
    { type: 'panel', panel: { kind: 'palette', text: '', at: 0 } },
    { type: 'add', field: 'level', value: 'php' },
    { type: 'add', field: 'within', value: '25mi' },
    { type: 'drop', drops: 'level' },
    { type: 'drop', drops: 'near' },
    { type: 'tab', tab: 'worklist' },
    { type: 'team', team: signedIn },
    { type: 'open', id: 'no-such-center' },
    { type: 'summary' },
    { type: 'link', for: 'caller' },
  ),
);

test('whatever happens, the pane, the marks and what leaves the page hold together', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 25 }), fc.boolean(), (events, isIn) => {
      let state: State = started(isIn ? signedIn : undefined);
      for (const one of events) {
        const wasAsked = state.panel?.kind === 'deny';
        const before = state;
        const { state: next, effects } = run(state, one);
        state = next;
        const ids = rowsOf(state).map(({ center }) => center.id);
        if (state.opened !== null) expect(state.opened.center.id).toBe(state.chosen);
        if (state.details !== null && typeof state.details === 'object')
          expect(state.details.center.id).toBe(state.chosen);
        expect(state.marked.length).toBeLessThanOrEqual(MOST_MARKED);
        expect(state.marked.filter((id) => !ids.includes(id))).toEqual([]);
        if (state.view === 'compare') expect(state.marked.length).toBeGreaterThan(1);
        // No typed text leaves the page: not to a server, a clipboard, a URL or a store.
        expect(JSON.stringify(effects)).not.toContain(SECRET);
        for (const effect of effects) {
          if (effect.type === 'send') {
            expect(effect.press.center).toBe(state.chosen);
            expect(before.team.session.kind).toBe('in');
            if (effect.press.facts.level === 'no') expect(wasAsked).toBe(true);
          }
          if (effect.type === 'details') expect([effect.id, state.team.session.kind]).toEqual([state.chosen, 'in']);
        }
      }
    }),
    { numRuns: 120, seed: 16 },
  );
}, 120_000);

test('while a search is typed no center is asked for; a key or a click asks for one', () => {
  const typed = run(started(signedIn), { type: 'typed', text: 'iop 85004' });
  expect(typed.effects.map(({ type }) => type)).toEqual(['forget-address']);
  const { effects } = run(typed.state, { type: 'rows' });
  expect(effects).toEqual([
    { type: 'focus', on: 'rows' },
    { type: 'details', id: typed.state.chosen },
  ]);
});

test('filters beside the text stay while it is edited, and go with another text', () => {
  const filtered = run(
    started(),
    { type: 'typed', text: 'iop 85004' },
    { type: 'add', field: 'payer', value: 'medicaid' },
  ).state;
  const after = (text: string) => run(filtered, { type: 'typed', text }).state.query.added;
  expect(after('iop 85004 m')).toEqual({ payer: ['medicaid'] });
  expect(after('iop 8500')).toEqual({ payer: ['medicaid'] });
  expect(after('d')).toEqual({});
  expect(after('detox tucson')).toEqual({});
});

const recorded = (act: Act, history: readonly string[] = []): Outcome => ({
  kind: 'recorded',
  answer: { offering: act.offering, version: 1, facts: {}, acts: [], dataset: { version: null } } as never,
  history,
  meanwhile: false,
});
const sendOf = (state: State, ...events: readonly Event[]) => {
  const { state: next, effects } = run(state, ...events);
  const press = effects.flatMap((effect) => (effect.type === 'send' ? [effect.press] : []))[0] as Press;
  return { state: next, act: { ...press, id: 'act-1' } as Act };
};

test('a key answers at once, its line offers to take it back, and undo takes it back', () => {
  const { state, act } = sendOf(opened(), { type: 'confirm', at: AT });
  const name = `${act.center}/${act.offering}`;
  expect(state.own[name]).toEqual({ level: { value: 'yes', at: AT } });
  const done = run(state, { type: 'sent', sent: { act, outcome: recorded(act) }, undone: null }).state;
  expect(done.line).toMatchObject({ says: { kind: 'act', level: 'iop', waits: false }, undo: act });
  const undone = run(done, { type: 'undo' });
  expect(undone.effects).toEqual([{ type: 'undo', act }]);
  const back = run(undone.state, { type: 'sent', sent: { act, outcome: recorded(act) }, undone: act }).state;
  expect([back.own[name], back.line?.says.kind, back.undos]).toEqual([{}, 'undone', []]);
});

test('U before an answer takes back the latest key press, none before it', () => {
  const first = sendOf(opened(), { type: 'confirm', at: AT });
  const done = run(first.state, {
    type: 'sent',
    sent: { act: first.act, outcome: recorded(first.act) },
    undone: null,
  }).state;
  const later = (ms: number) => new Date(Date.parse(AT) + ms).toISOString();
  const c = sendOf(done, { type: 'answer', key: 'schedule.evening', value: 'yes', at: later(1) });
  const f = sendOf(c.state, { type: 'intake', state: 'full', until: null, at: later(2) });
  const [evening, full] = [
    { ...c.act, id: 'act-2' },
    { ...f.act, id: 'act-3' },
  ];
  const pressed = run(f.state, { type: 'undo' });
  const name = `${full.center}/${full.offering}`;
  expect([pressed.effects, Object.keys(pressed.state.own[name] ?? {})]).toEqual([[], ['level', 'schedule.evening']]);
  const one = run(pressed.state, { type: 'sent', sent: { act: evening, outcome: recorded(evening) }, undone: null });
  expect(one.effects.filter(({ type }) => type === 'undo')).toEqual([]);
  const two = run(one.state, { type: 'sent', sent: { act: full, outcome: recorded(full) }, undone: null });
  expect(two.effects.filter(({ type }) => type === 'undo')).toEqual([{ type: 'undo', act: full }]);
  expect([two.state.pending, two.state.undos]).toEqual([[], [first.act, evening]]);
  // Two key presses undo both acts under way. An act that came second or was refused has no effect, so it needs no
  // undo.
  const both = run(f.state, { type: 'undo' }, { type: 'undo' }).state;
  const problem = { title: 'No' } as never;
  const refused = { act: evening, outcome: { kind: 'refused', problem } as const };
  expect(
    run(both, { type: 'sent', sent: refused, undone: null }).effects.filter(({ type }) => type === 'undo'),
  ).toEqual([]);
  const waits = run(both, { type: 'sent', sent: { act: evening, outcome: { kind: 'waiting' } }, undone: null });
  expect(waits.effects.filter(({ type }) => type === 'undo')).toEqual([{ type: 'undo', act: evening }]);
});

test('a center that was being read while a key was recorded is read again, so that the next key has seen that', () => {
  const { state, act } = sendOf(opened(), { type: 'confirm', at: AT });
  const sent = { act, outcome: recorded(act) };
  const again = [{ type: 'details', id: act.center }];
  expect([state.details, run(state, { type: 'sent', sent, undone: null }).effects]).toEqual(['loading', again]);
  // An act that had waited also reloads the center, but only once, even if the team's state changes several times.
  const back = run(state, { type: 'team', team: { ...state.team, settled: [sent] } });
  expect(back.effects).toEqual(again);
  expect(run(back.state, { type: 'team', team: { ...back.state.team, waiting: [] } }).effects).toEqual([]);
});

test('without a connection an act waits and says so; what the API refuses holds nowhere', () => {
  const offline = { ...opened(), team: { ...signedIn, offlineSince: AT } };
  const { state, act } = sendOf(offline, { type: 'intake', state: 'full', until: AT, at: AT });
  const waits = run(state, { type: 'sent', sent: { act, outcome: { kind: 'waiting' } }, undone: null }).state;
  expect(waits.line).toMatchObject({ says: { kind: 'act', waits: true } });
  const problem = { title: 'No', detail: 'It has an end in the past.' } as never;
  const refused = run(state, {
    type: 'sent',
    sent: { act, outcome: { kind: 'refused', problem } },
    undone: null,
  }).state;
  expect([refused.own[`${act.center}/${act.offering}`], refused.line?.says]).toEqual([
    {},
    { kind: 'refused', detail: 'It has an end in the past.' },
  ]);
});

test('an act that came second holds nowhere until the agent decides', () => {
  const { state, act } = sendOf(opened(), { type: 'confirm', at: AT });
  const conflict = { id: 'act-1', mine: act, theirs: { version: 4, facts: {} } };
  const next = run(state, { type: 'sent', sent: { act, outcome: { kind: 'conflict', conflict } }, undone: null }).state;
  expect([next.own[`${act.center}/${act.offering}`], next.line, next.undos]).toEqual([{}, null, []]);
});

test('signed out, a key records nothing and says why', () => {
  const { state, effects } = run(opened(started().team), { type: 'confirm', at: AT });
  expect([state.line?.says.kind, effects]).toEqual(['sign-in-first', []]);
});

test('an unknown level is recorded under its name', () => {
  const found = run(started(signedIn), { type: 'typed', text: 'iop 85004' }, { type: 'unknown' }).state;
  const row = rowsOf(found).find(({ ask, center }) => ask !== null && center.unknownLevels?.includes('iop'));
  if (row === undefined) throw new Error('no listing near 85004 leaves IOP unknown');
  const state = run(found, { type: 'open', id: row.center.id }).state;
  expect(targetOf(state)).toMatchObject({ offering: 'iop', level: 'iop', listed: null });
});

test('the summary has public facts alone: no direct line, note, code, name of a person or word of the search', () => {
  const state = run(started(signedIn), { type: 'typed', text: `iop 85004 ${SECRET}` }, { type: 'rows' }).state;
  const id = state.chosen ?? '';
  const center = source.locator.center(id);
  const offering = targetOf(state)?.offering ?? '';
  const fact = { value: 'yes', by: 'qzcolleague', at: AT, expiresAt: null, stale: false };
  const details = {
    ...center,
    offerings: center.offerings.map((one) => ({
      ...one,
      recorded: one.id === offering ? { version: 1, facts: { level: fact } } : { version: 0, facts: {} },
    })),
    unknownLevels: [],
    endedLevels: [],
    private: {
      ...{
        version: 1,
        facilityCode: 'QZ-CODE',
        warmTransferNote: 'qznote',
        internalNotes: 'qzinternal',
        by: null,
        at: null,
      },
      directIntakeLine: { number: '+16025550199', extension: null },
    },
  } as unknown as AgentCenterAnswer;
  const shown = run(state, { type: 'details', id, details }).state;
  const text = summaryText(shown, 'https://find.example.org', NOW) ?? '';
  expect(text).toContain(center.center.name);
  expect(text).toContain('Intensive outpatient (IOP)');
  expect(text).toMatch(/\(\d{3}\) \d{3}-\d{4}.* \(/);
  expect(text).toContain('Confirmed Nov 23');
  expect(text).toContain(`https://find.example.org/centers/${id}`);
  expect(text).not.toMatch(/qz|QZ|555-0199|85004 /);
});
