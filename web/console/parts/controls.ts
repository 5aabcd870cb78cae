import { type ComponentChildren, h, type JSX } from 'preact';
import { consoleWords as w } from '../../words/console.ts';
import type { Command } from '../keys/command.ts';
import { commandNow, commands } from '../keys/commands.ts';
import type { Props } from './props.ts';

/** Draws a key. Screen readers use the control's `aria-keyshortcuts` instead. */
export function keys(key: string | null): JSX.Element | null {
  if (key === null) return null;
  return h('span', { class: 'keys', 'aria-hidden': 'true' }, ...key.split(' ').map((one) => h('kbd', null, one)));
}

/** Converts `Shift F` to the form of `aria-keyshortcuts`. */
export const shortcut = (key: string | null): string | undefined =>
  key === null ? undefined : key.replace('Ctrl', 'Control').replaceAll(' ', '+').replace(/^\+$/, 'Plus');

interface CommandButton {
  readonly name: string;
  readonly label?: string;
  readonly class?: string;
  readonly pressed?: boolean;
  /** Content for a control that needs more than a label. */
  readonly more?: ComponentChildren;
}

/** A button for a command in the table, with its key. It stays in place, disabled, when the command cannot run. */
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

/** Full label of a command, as the palette shows it. */
export function labelOf(command: Command | undefined, state: Props['state']): string {
  if (command === undefined) return '';
  const { level = '', field = '', value = '' } = command.about?.(state) ?? {};
  const about = { level: w.levelName(level), value: w.valueName(field, value) };
  return w.commands[command.name]?.(about) ?? command.name;
}
