import { type ComponentChildren, h, type JSX } from 'preact';
import { consoleWords as w } from '../../words/console.ts';
import type { Command } from '../keys/command.ts';
import { commandNow, commands } from '../keys/commands.ts';
import type { Props } from './props.ts';

/** A key as it is drawn. Screen readers hear `aria-keyshortcuts` of the control instead. */
export function keys(key: string | null): JSX.Element | null {
  if (key === null) return null;
  return h('span', { class: 'keys', 'aria-hidden': 'true' }, ...key.split(' ').map((one) => h('kbd', null, one)));
}

/** `Shift F` as browsers write it. */
export const shortcut = (key: string | null): string | undefined =>
  key === null ? undefined : key.replace('Ctrl', 'Control').replaceAll(' ', '+').replace(/^\+$/, 'Plus');

interface CommandButton {
  readonly name: string;
  readonly label?: string;
  readonly class?: string;
  readonly pressed?: boolean;
  /** Whose text says more than the label. */
  readonly more?: ComponentChildren;
}

/** A button that does a command of the table, with its key. It stays where it is while it can do nothing. */
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

/** The whole words of a command, as the palette lists it. */
export function labelOf(command: Command | undefined, state: Props['state']): string {
  if (command === undefined) return '';
  const { level = '', field = '', value = '' } = command.about?.(state) ?? {};
  const about = { level: w.levelName(level), value: w.valueName(field, value) };
  return w.commands[command.name]?.(about) ?? command.name;
}
