import { expect, test } from 'vitest';
import { commands } from '../../web/console/keys/commands.ts';
import { eventOf, type Press } from '../../web/console/keys/press.ts';
import { labelOf } from '../../web/console/parts/controls.ts';
import { consoleWords } from '../../web/words/console.ts';
import { opened, signedIn, started } from './states.ts';

const AT = '2026-11-23T12:00:00.000Z';
const press = (key: string, more: Partial<Press> = {}): Press => ({
  ...{ key, shift: false, command: false, alt: false, on: 'page' },
  ...more,
});

test('every key is one command’s, and every command has words', () => {
  const keys = commands.flatMap(({ key }) => (key === null ? [] : [key]));
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  for (const { name } of commands) expect([name, typeof consoleWords.commands[name]]).toEqual([name, 'function']);
  for (const command of commands) expect(labelOf(command, opened())).not.toBe('');
});

test.each([
  ['/', 'box'],
  ['c', 'confirm'],
  ['d', 'deny'],
  ['u', 'undo'],
  ['a', 'panel'],
  ['f', 'panel'],
  ['F', 'panel'],
  ['q', 'unknown'],
  ['j', 'paths'],
  ['y', 'summary'],
  ['l', 'link'],
  ['x', 'mark'],
  ['m', 'map'],
  ['h', 'panel'],
  ['?', 'panel'],
  ['3', 'choose'],
  ['0', 'choose'],
])('%s does %s outside the box, and nothing in a field or while a panel is open', (key, type) => {
  const state = { ...opened(), team: signedIn, undos: [{ id: 'x' } as never] };
  const shift = key === 'F';
  expect(eventOf(press(key, { shift }), state, AT)).toMatchObject({ type });
  expect(eventOf(press(key, { shift, on: 'field' }), state, AT)).toBeNull();
  expect(eventOf(press(key, { shift, on: 'box' }), state, AT)).toBeNull();
  expect(eventOf(press(key, { shift }), { ...state, panel: { kind: 'waiting' } }, AT)).toBeNull();
  expect(eventOf(press(key, { shift, command: true }), state, AT)).toBeNull();
  expect(eventOf(press(key, { shift, alt: true }), state, AT)).toBeNull();
});

test('with the switch off no single key does anything; arrows, Enter and Ctrl K do', () => {
  const state = { ...opened(), settings: { singleKeys: false, enter: 'copy' as const } };
  for (const key of [...'abcdefghijklmnopqrstuvwxyz0123456789/?.+-'])
    for (const shift of [false, true]) expect([key, eventOf(press(key, { shift }), state, AT)]).toEqual([key, null]);
  expect(eventOf(press('ArrowDown'), state, AT)).toEqual({ type: 'move', by: 1 });
  expect(eventOf(press('Enter'), state, AT)).toEqual({ type: 'enter' });
  expect(eventOf(press('k', { command: true, on: 'box' }), state, AT)).toMatchObject({ panel: { kind: 'palette' } });
});

test('a / that is pressed once too often lands in no empty box, and in a text it is typed', () => {
  const empty = started();
  for (const singleKeys of [true, false])
    expect(eventOf(press('/', { on: 'box' }), { ...empty, settings: { ...empty.settings, singleKeys } }, AT)).toEqual({
      type: 'box',
    });
  expect(eventOf(press('/', { on: 'box' }), opened(), AT)).toBeNull();
});

test('in the box Enter, Esc and the arrow lead to the rows; everything else is typed', () => {
  for (const key of ['Enter', 'Escape', 'ArrowDown'])
    expect(eventOf(press(key, { on: 'box' }), opened(), AT)).toEqual({ type: 'rows' });
  for (const key of ['c', '1', '/', 'ArrowLeft']) expect(eventOf(press(key, { on: 'box' }), opened(), AT)).toBeNull();
});

test('Enter on a button is the button’s', () => {
  expect(eventOf(press('Enter', { on: 'button' }), opened(), AT)).toBeNull();
  expect(eventOf(press('ArrowDown', { on: 'button' }), opened(), AT)).toBeNull();
});

test('before anything is searched only what makes sense is offered', () => {
  const names = commands.filter((command) => command.when(started())).map(({ name }) => name);
  expect(names).toEqual(['box', 'palette', 'keys-off', 'enter-dials', 'sign-in']);
});
