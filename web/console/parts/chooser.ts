import { type ComponentChildren, h, type JSX } from 'preact';
import { keys } from './controls.ts';
import { Dialog } from './dialog.ts';

/** An item of a list in which the agent finds items by typing. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly key?: string | null;
  readonly tag?: string;
  /** Heading of the group that the item belongs to. */
  readonly group: string;
  readonly choose: () => void;
}

interface ChooserProps {
  readonly title: string;
  readonly placeholder: string;
  readonly none: string;
  readonly text: string;
  readonly at: number;
  readonly choices: readonly Choice[];
  readonly onChange: (text: string, at: number) => void;
  readonly onClose: () => void;
  readonly foot?: ComponentChildren;
}

/** A text box over a list: arrow keys move, Enter chooses, and each item shows its key. */
export function chooser(props: ChooserProps): JSX.Element {
  const { title, placeholder, none, text, choices, onChange, onClose, foot } = props;
  const at = Math.min(props.at, choices.length - 1);
  const active = choices[at];
  const onKeyDown = (event: KeyboardEvent) => {
    const to = moved(event.key, at, choices.length);
    if (to !== null) onChange(text, to);
    else if (event.key === 'Enter' && active !== undefined) active.choose();
    else return;
    event.preventDefault();
  };
  return h(
    Dialog,
    { label: title, class: 'chooser', onClose, onKeyDown },
    h(
      'div',
      { class: 'ask' },
      h('input', {
        type: 'text',
        role: 'combobox',
        'data-first': true,
        'aria-label': placeholder,
        'aria-expanded': true,
        'aria-controls': 'choices',
        'aria-activedescendant': active === undefined ? undefined : `choice-${active.id}`,
        'aria-autocomplete': 'list',
        autocomplete: 'off',
        spellcheck: false,
        placeholder,
        value: text,
        onInput: (event: Event) => onChange((event.target as HTMLInputElement).value, 0),
      }),
      h('button', { type: 'button', class: 'plain', onClick: onClose }, h('kbd', null, 'Esc')),
    ),
    h(
      'div',
      { id: 'choices', class: 'choices', role: 'listbox', 'aria-label': title, tabIndex: -1 },
      choices.length === 0 ? h('p', { class: 'fine', role: 'option', 'aria-disabled': true }, none) : null,
      ...groupsOf(choices).map(({ group, items }) =>
        h(
          'div',
          { role: 'group', 'aria-label': group },
          h('p', { class: 'group', 'aria-hidden': 'true' }, group),
          ...items.map((one) =>
            h(
              'div',
              {
                id: `choice-${one.id}`,
                role: 'option',
                'aria-selected': one === active,
                class: 'choice',
                onClick: one.choose,
              },
              h('span', null, one.label),
              one.tag === undefined ? null : h('span', { class: 'tag' }, one.tag),
              keys(one.key ?? null),
            ),
          ),
        ),
      ),
    ),
    foot === undefined ? null : h('p', { class: 'foot' }, foot),
  );
}

function moved(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at - 1 + count) % count;
  if (key === 'PageDown') return Math.min(count - 1, at + 8);
  return key === 'PageUp' ? Math.max(0, at - 8) : null;
}

function groupsOf(
  choices: readonly Choice[],
): readonly { readonly group: string; readonly items: readonly Choice[] }[] {
  return [...Map.groupBy(choices, ({ group }) => group)].map(([group, items]) => ({ group, items }));
}

/** Returns the choices that contain every typed word. Choices that begin with the text come first. */
export function matching(choices: readonly Choice[], text: string): readonly Choice[] {
  const typed = text.trim().toLowerCase();
  const words = typed.split(/\s+/);
  const found = choices.filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)));
  const isFirst = ({ label }: Choice) =>
    label
      .toLowerCase()
      .split(/[\s(]+/)
      .some((word) => word.startsWith(typed));
  return typed === '' ? found : found.toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)));
}
