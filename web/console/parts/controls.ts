import { type ComponentChildren, h, type JSX } from 'preact';
import { consoleWords as w } from '../../words/console.ts';
import type { Command } from '../keys/command.ts';
import { commandNow, commands } from '../keys/commands.ts';
import type { Props } from './props.ts';

/** Draws a key's name. It is hidden from screen readers, which use the control's `aria-keyshortcuts`. */
export function keys(key: string | null): JSX.Element | null {
  if (key === null) return null;
  return h('span', { class: 'keys', 'aria-hidden': 'true' }, ...key.split(' ').map((one) => h('kbd', null, one)));
}

/** Converts a key such as `Shift F` to the form that `aria-keyshortcuts` requires. */
export const shortcut = (key: string | null): string | undefined =>
  key === null ? undefined : key.replace('Ctrl', 'Control').replaceAll(' ', '+').replace(/^\+$/, 'Plus');

interface CommandButton {
  readonly name: string;
  readonly label?: string;
  readonly class?: string;
  readonly pressed?: boolean;
  /** Content of the control, if it needs more than its label. */
  readonly more?: ComponentChildren;
}

/** A button for a command, with the command's key. If the command cannot run, the button stays in place, disabled. */
export function button(
  { state, send, clock }: Props,
  { name, label, pressed, more, ...own }: CommandButton,
): JSX.Element {
  const able = commandNow(name, state);
  const { key = null, isSingle = false } = able ?? commands.find((one) => one.name === name) ?? {};
  const shown = isSingle && !state.settings.singleKeys ? null : key;
  return h(
    'button',
    {
      type: 'button',
      class: `do ${own.class ?? ''}`,
      disabled: able === undefined,
      'aria-pressed': pressed,
      'aria-keyshortcuts': shortcut(shown),
      'data-do': name,
      onClick: () => able !== undefined && send(able.event(state, clock())),
    },
    keys(shown),
    h('span', null, label ?? (w.buttons as Readonly<Record<string, unknown>>)[name] ?? labelOf(able, state)),
    more,
  );
}

/** Full label of a command, as in the palette. */
export function labelOf(command: Command | undefined, state: Props['state']): string {
  if (command === undefined) return '';
  const { level = '', field = '', value = '' } = command.about?.(state) ?? {};
  const about = { level: w.levelName(level), value: w.valueName(field, value) };
  return w.commands[command.name]?.(about) ?? command.name;
}
