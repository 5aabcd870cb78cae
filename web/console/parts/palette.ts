import type { JSX } from 'preact';
import { consoleWords as w } from '../../words/console.ts';
import { commands } from '../keys/commands.ts';
import { type Choice, chooser, matching } from './chooser.ts';
import { keys, labelOf } from './controls.ts';
import type { Props } from './props.ts';

/** Lists every command that can run now, with its key. */
export function palette(props: Props, { text, at }: { readonly text: string; readonly at: number }): JSX.Element {
  const { state, send, clock } = props;
  const close = () => send({ type: 'panel', panel: null });
  const all = commands
    .filter((command) => command.name !== 'palette' && command.when(state))
    .map(
      (command): Choice => ({
        id: `${command.name}${command.key?.replace(/\W/g, '') ?? ''}`,
        label: labelOf(command, state),
        key: command.isSingle && !state.settings.singleKeys ? null : command.key,
        group: w.groups[command.group],
        choose: () => {
          close();
          send(command.event(state, clock()));
        },
      }),
    );
  const [first] = matching(all, text);
  return chooser({
    title: w.palette.title,
    placeholder: w.palette.placeholder,
    none: w.palette.none,
    text,
    at,
    choices: text.trim() === '' || first === undefined ? matching(all, text) : grouped(matching(all, text)),
    onChange: (typed, to) => send({ type: 'panel', panel: { kind: 'palette', text: typed, at: to } }),
    onClose: close,
    foot: [keys('↑ ↓'), ` ${w.palette.choose} `, keys('Enter'), ` ${w.palette.doIt}`],
  });
}

/**
 * Sorts commands so that groups stay together, starting with the group of the best match. The arrow keys then follow
 * the order on screen.
 */
const grouped = (choices: readonly Choice[]): readonly Choice[] =>
  [...Map.groupBy(choices, ({ group }) => group).values()].flat();
