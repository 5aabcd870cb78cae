import { firstLevels } from '../engine/paths.ts';
import { linesOf } from '../state/intake-line.ts';
import { type Question, questionKeys, questionsOf } from '../state/questions.ts';
import { fieldsOf, rowsOf, type State } from '../state/state.ts';
import { levelsOf, targetOf } from '../state/target.ts';
import type { Command, Group } from './command.ts';

const always = () => true;
const hasRows = (state: State): boolean => rowsOf(state).length > 0;
const hasCenter = ({ opened, tab }: State): boolean => opened !== null && tab === 'lookup';
const canRecord = (state: State): boolean => hasCenter(state) && targetOf(state) !== null;
const isIn = ({ team }: State): boolean => team.session.kind === 'in';
const isEditor = ({ team }: State): boolean =>
  team.session.kind === 'in' && team.session.person.groups.includes('editor');
const levelOf = (state: State) => ({ level: targetOf(state)?.level ?? '' });

/** One row of the command table. The other properties of a Command are computed from it. */
type Row = Pick<Command, 'name' | 'key' | 'event'> & Partial<Pick<Command, 'when' | 'about'>>;

const group = (of: Group, rows: readonly Row[]): readonly Command[] =>
  rows.map((row) => ({
    when: always,
    ...row,
    group: of,
    isSingle: row.key !== null && /^(?:Shift )?\S$/.test(row.key),
  }));

/** Questions to ask the open center, each with its own key. */
export function questionsNow(state: State): readonly Question[] {
  const target = targetOf(state);
  return target === null || !hasCenter(state) ? [] : questionsOf(fieldsOf(state), target.listed);
}

const questions = questionKeys.flatMap((key, at): Row[] =>
  (['yes', 'no'] as const).map((value) => ({
    name: `answer-${value}`,
    key: value === 'yes' ? key : `Shift ${key}`,
    when: (state) => questionsNow(state)[at] !== undefined,
    event: (state, now) => ({ type: 'answer', key: questionsNow(state)[at]?.key ?? '', value, at: now }),
    about: (state) => {
      const { field = '', value: asked = '' } = questionsNow(state)[at] ?? {};
      return { field, value: asked };
    },
  })),
);

/** Every command of the console, in palette order. The keys, palette, footer and help all read this table. */
export const commands: readonly Command[] = [
  ...group('center', [
    { name: 'confirm', key: 'C', when: canRecord, event: (_, at) => ({ type: 'confirm', at }), about: levelOf },
    { name: 'deny', key: 'D', when: canRecord, event: (_, at) => ({ type: 'deny', at }), about: levelOf },
    {
      name: 'full',
      key: 'F',
      when: canRecord,
      event: () => ({ type: 'panel', panel: { kind: 'until', state: 'full' } }),
    },
    {
      name: 'closed',
      key: 'Shift F',
      when: canRecord,
      event: () => ({ type: 'panel', panel: { kind: 'until', state: 'closed' } }),
    },
    {
      name: 'taking',
      key: 'O',
      when: canRecord,
      event: (_, at) => ({ type: 'intake', state: 'open', until: null, at }),
    },
    ...questions,
    {
      name: 'undo',
      key: 'U',
      when: ({ undos, pending }) => undos.length + pending.length > 0,
      event: () => ({ type: 'undo' }),
    },
    {
      name: 'next-level',
      key: 'S',
      when: (state) => hasCenter(state) && levelsOf(state).length > 1,
      event: () => ({ type: 'next-level' }),
    },
  ]),
  ...group('call', [
    {
      name: 'enter',
      key: 'Enter',
      when: (state) =>
        hasCenter(state) && state.opened !== null && linesOf(state.opened.center, state.details).length > 0,
      event: () => ({ type: 'enter' }),
    },
    { name: 'summary', key: 'Y', when: hasCenter, event: () => ({ type: 'summary' }) },
    { name: 'link', key: 'L', when: hasCenter, event: () => ({ type: 'link', for: 'caller' }) },
    { name: 'team-link', key: null, when: hasCenter, event: () => ({ type: 'link', for: 'team' }) },
    {
      name: 'step-up',
      key: '+',
      when: (state) => hasCenter(state) && state.opened?.up != null,
      event: () => ({ type: 'step', to: 'up' }),
      about: ({ opened }) => ({ level: opened?.up?.level ?? '' }),
    },
    {
      name: 'step-down',
      key: '-',
      when: (state) => hasCenter(state) && state.opened?.down != null,
      event: () => ({ type: 'step', to: 'down' }),
      about: ({ opened }) => ({ level: opened?.down?.level ?? '' }),
    },
  ]),
  ...group('search', [
    { name: 'box', key: '/', event: () => ({ type: 'box' }) },
    {
      name: 'filter',
      key: 'A',
      when: ({ found }) => found.kind !== 'empty',
      event: () => ({ type: 'panel', panel: { kind: 'filter', text: '', at: 0 } }),
    },
    {
      name: 'unknown',
      key: 'Q',
      when: ({ found, query }) => query.withUnknown || (found.kind === 'rows' && found.unknown.count > 0),
      event: () => ({ type: 'unknown' }),
    },
    {
      name: 'as-name',
      key: 'N',
      when: ({ found, query }) => query.asName || (found.kind === 'rows' && found.named > 0),
      event: () => ({ type: 'as-name' }),
    },
    {
      name: 'paths',
      key: 'J',
      when: ({ found }) => found.kind === 'rows' && found.from !== null,
      event: (state) => ({ type: 'paths', levels: firstLevels(fieldsOf(state)) }),
    },
    {
      name: 'more',
      key: '.',
      when: ({ found }) => found.kind === 'rows' && found.more,
      event: () => ({ type: 'more' }),
    },
  ]),
  ...group('view', [
    { name: 'mark', key: 'X', when: hasRows, event: () => ({ type: 'mark' }) },
    {
      name: 'compare',
      key: 'V',
      when: ({ marked }) => marked.length > 1,
      event: ({ view }) => ({ type: view === 'compare' ? 'list' : 'compare' }),
    },
    { name: 'map', key: 'M', when: hasRows, event: () => ({ type: 'map' }) },
    {
      name: 'history',
      key: 'H',
      when: (state) => hasCenter(state) && isIn(state),
      event: () => ({ type: 'panel', panel: { kind: 'history' } }),
    },
    {
      name: 'corrections',
      key: null,
      when: (state) => hasCenter(state) && isEditor(state),
      event: () => ({ type: 'panel', panel: { kind: 'corrections' } }),
    },
    { name: 'lookup', key: null, when: ({ tab }) => tab !== 'lookup', event: () => ({ type: 'tab', tab: 'lookup' }) },
    {
      name: 'worklist',
      key: 'W',
      when: (state) => isIn(state) && state.tab !== 'worklist',
      event: () => ({ type: 'tab', tab: 'worklist' }),
    },
    {
      name: 'progress',
      key: null,
      when: (state) => isIn(state) && state.tab !== 'progress',
      event: () => ({ type: 'tab', tab: 'progress' }),
    },
  ]),
  ...group('console', [
    { name: 'palette', key: 'Ctrl K', event: () => ({ type: 'panel', panel: { kind: 'palette', text: '', at: 0 } }) },
    {
      name: 'keys-on',
      key: null,
      when: ({ settings }) => !settings.singleKeys,
      event: ({ settings }) => ({ type: 'settings', settings: { ...settings, singleKeys: true } }),
    },
    {
      name: 'keys-off',
      key: null,
      when: ({ settings }) => settings.singleKeys,
      event: ({ settings }) => ({ type: 'settings', settings: { ...settings, singleKeys: false } }),
    },
    {
      name: 'enter-dials',
      key: null,
      when: ({ settings }) => settings.enter === 'copy',
      event: ({ settings }) => ({ type: 'settings', settings: { ...settings, enter: 'dial' } }),
    },
    {
      name: 'enter-copies',
      key: null,
      when: ({ settings }) => settings.enter === 'dial',
      event: ({ settings }) => ({ type: 'settings', settings: { ...settings, enter: 'copy' } }),
    },
    {
      name: 'waiting',
      key: null,
      when: ({ team }) => team.waiting.length > 0,
      event: () => ({ type: 'panel', panel: { kind: 'waiting' } }),
    },
    { name: 'sign-in', key: null, when: (state) => !isIn(state), event: () => ({ type: 'sign-in' }) },
    { name: 'sign-out', key: null, when: isIn, event: () => ({ type: 'sign-out' }) },
  ]),
];

/** Returns the command with this name if it can run now. Buttons use this. */
export const commandNow = (name: string, state: State): Command | undefined =>
  commands.find((one) => one.name === name && one.when(state));
