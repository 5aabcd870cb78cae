import type { Act, Press, Sent } from '../ports.ts';
import type { Stepped } from './events.ts';
import { withDetails } from './searching.ts';
import type { Details, Line, Own, Pending, Says, State } from './state.ts';
import { targetOf } from './target.ts';

type Facts = Press['facts'];

/** Records facts about the open center. They are sent at once, or stored until they can be sent. */
export function record(state: State, facts: Facts, at: string): Stepped {
  const { opened } = state;
  const says = (kind: 'sign-in-first' | 'no-target'): Stepped => ({
    state: { ...state, panel: null, line: { says: { kind }, undo: null } },
    effects: [],
  });
  const target = targetOf(state);
  if (opened === null || target === null) return says('no-target');
  if (state.team.session.kind !== 'in' && state.team.offlineSince === null) return says('sign-in-first');
  const { id } = opened.center;
  const name = `${id}/${target.offering}`;
  const press: Press = { center: id, offering: target.offering, facts, pressedAt: at, seen: target.seen };
  const pending = [...state.pending, { press, undone: false }];
  const next: State = { ...state, panel: null, own: withFacts(state.own, name, facts, at), isOpen: true, pending };
  // Also reads the center's private fields, because the agent is working on this center.
  const asked = withDetails(next, id);
  return { state: asked.state, effects: [{ type: 'send', press }, ...asked.effects] };
}

const placeOf = ({ center, offering }: Pick<Press, 'center' | 'offering'>): string => `${center}/${offering}`;

function withFacts(own: Own, name: string, facts: Facts, at: string): Own {
  const added = Object.fromEntries(Object.entries(facts).map(([field, value]) => [field, { value, at }]));
  return { ...own, [name]: { ...own[name], ...added } };
}

/** Undoes the latest key press. One that is still being sent is undone once its result is known. */
export function undo(state: State): Stepped {
  const { pending, undos } = state;
  const at = pending.findLastIndex(({ undone }) => !undone);
  const latest = pending[at];
  if (latest !== undefined) {
    const { press } = latest;
    const marked = pending.with(at, { press, undone: true });
    return { state: { ...state, pending: marked, own: withoutFacts(state.own, press), line: null }, effects: [] };
  }
  const act = undos.at(-1);
  if (act === undefined)
    return { state: { ...state, line: { says: { kind: 'nothing-to-undo' }, undo: null } }, effects: [] };
  return { state: { ...state, undos: undos.slice(0, -1), line: null }, effects: [{ type: 'undo', act }] };
}

/**
 * Removes an act from those that are being sent.
 * @returns true if it must be undone now
 */
export function arrived(state: State, { act }: Sent): { readonly state: State; readonly undone: boolean } {
  const isIt = ({ press }: Pending) => press.pressedAt === act.pressedAt && placeOf(press) === placeOf(act);
  const found = state.pending.find(isIt);
  return { state: { ...state, pending: state.pending.filter((one) => one !== found) }, undone: found?.undone ?? false };
}

/**
 * Shows the result of an act in one line.
 * @param undone The earlier act that this act undid. Null if it undid none.
 */
export function sent(state: State, { act, outcome }: Sent, undone: Act | null, names: Names): State {
  const { own, details } = state;
  const undoes = undone !== null;
  const about = { act: undone ?? act, ...names(state, act) };
  const line = (says: Says, undo: Act | null): Line => ({ says, undo });
  switch (outcome.kind) {
    case 'recorded': {
      const isHistory = outcome.history.length === Object.keys(act.facts).length;
      return {
        ...state,
        own: isHistory || undoes ? withoutFacts(own, act) : own,
        details: recordedIn(details, act, outcome.answer),
        ...(undoes ? {} : { undos: isHistory ? state.undos : [...state.undos, act] }),
        line: isHistory
          ? line({ kind: 'history', ...about }, null)
          : line({ kind: undoes ? 'undone' : 'act', ...about, waits: false }, undoes ? null : act),
      };
    }
    case 'waiting':
      return {
        ...state,
        own: undoes ? withoutFacts(own, act) : own,
        undos: undoes ? state.undos : [...state.undos, act],
        line: line({ kind: undoes ? 'undone' : 'act', ...about, waits: true }, undoes ? null : act),
      };
    case 'conflict':
      // In a conflict this agent's facts are not in effect, so they are no longer shown as recorded. The pane shows
      // both versions.
      return { ...state, own: withoutFacts(own, act), line: null };
    case 'refused':
      return {
        ...state,
        own: withoutFacts(own, act),
        line: line({ kind: 'refused', detail: outcome.problem.detail ?? outcome.problem.title }, null),
      };
  }
}

/** Returns the names of an act's center and level, for a line of text. */
export type Names = (state: State, act: Act) => { readonly name: string; readonly level: string };

export const namesOf: Names = ({ opened, found }, { center, offering }) => {
  const rows = found.kind === 'rows' ? found.rows : [];
  // If the offering is not on screen, its id says its level.
  const named = offering.startsWith(`${center}-`) ? offering.slice(center.length + 1).replace(/-\d+$/, '') : offering;
  const own = opened?.center.id === center ? opened : rows.find((row) => row.center.id === center);
  const level = own?.offerings.find(({ id }) => id === offering)?.level ?? named;
  return { name: own?.center.name ?? center, level };
};

function withoutFacts(own: Own, act: Press): Own {
  const name = placeOf(act);
  const left = Object.entries(own[name] ?? {}).filter(([field]) => !(field in act.facts));
  return { ...own, [name]: Object.fromEntries(left) };
}

/** Stores the facts and version that the API returned, so that the next key press refers to them. */
function recordedIn(
  details: Details | null,
  { center, offering }: Act,
  { facts, version }: { readonly facts: Recorded['facts']; readonly version: number },
): Details | null {
  if (details === null || details === 'loading' || details === 'failed' || details.center.id !== center) return details;
  const recorded: Recorded = { version, facts };
  const ofLevel = <One extends { level: string; recorded: Recorded }>(list: readonly One[]): One[] =>
    list.map((one) => (one.level === offering ? { ...one, recorded } : one));
  return {
    ...details,
    offerings: details.offerings.map((one) => (one.id === offering ? { ...one, recorded } : one)),
    unknownLevels: ofLevel(details.unknownLevels),
    endedLevels: ofLevel(details.endedLevels),
  };
}
type Recorded = import('../../client/types.ts').Recorded;
