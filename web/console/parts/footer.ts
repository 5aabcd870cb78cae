import { h, type JSX } from 'preact';
import { consoleWords as w } from '../../words/console.ts';
import { commands } from '../keys/commands.ts';
import { keys, shortcut } from './controls.ts';
import type { Props } from './props.ts';

/** Shows the keys used during a call, and the switch that turns single keys off. */
export function footer({ state, send, clock }: Props): JSX.Element {
  const { settings } = state;
  const command = (name: string, label: string) => {
    const found = commands.find((one) => one.name === name);
    if (found === undefined || (found.isSingle && !settings.singleKeys)) return null;
    return h(
      'li',
      null,
      h(
        'button',
        {
          type: 'button',
          disabled: !found.when(state),
          'aria-keyshortcuts': shortcut(found.key),
          onClick: () => send(found.event(state, clock())),
        },
        keys(found.key),
        h('span', null, label),
      ),
    );
  };
  const plain = (shown: string, label: string) => h('li', null, keys(shown), h('span', null, label));
  const { footer: f } = w;
  return h(
    'footer',
    { class: 'foot-keys' },
    h(
      'ul',
      { role: 'list', 'aria-label': f.label },
      plain('↑ ↓', f.row),
      settings.singleKeys ? plain('1–0', f.open) : null,
      command('enter', f.enter[settings.enter]),
      command('confirm', f.confirm),
      command('deny', f.deny),
      command('full', f.full),
      command('summary', f.summary),
      command('map', f.map),
      command('box', f.box),
      command('palette', f.everything),
    ),
    h(
      'label',
      { class: 'switch' },
      h('input', {
        type: 'checkbox',
        role: 'switch',
        checked: settings.singleKeys,
        onChange: (event: Event) =>
          send({ type: 'settings', settings: { ...settings, singleKeys: (event.target as HTMLInputElement).checked } }),
      }),
      h('span', null, `${f.single} ${settings.singleKeys ? f.on : f.off}`),
    ),
  );
}
