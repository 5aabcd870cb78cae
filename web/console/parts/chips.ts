import { h, type JSX } from 'preact';
import { consoleWords as w } from '../../words/console.ts';
import type { Chip } from '../engine/found.ts';
import { button } from './controls.ts';
import type { Props } from './props.ts';

/** Shows what the search understood, each with a button that removes it, and what else the text may mean. */
export function chips(props: Props): JSX.Element {
  const { found, query } = props.state;
  const list = found.kind === 'empty' ? [] : found.chips;
  const ignored = found.kind === 'rows' || found.kind === 'where' ? found.ignored : [];
  return h(
    'div',
    { class: 'chips' },
    h(
      'ul',
      { role: 'list', 'aria-label': w.chips.label },
      ...list.map((chip) => h('li', { key: chip.drops }, view(props, chip))),
    ),
    ignored.length === 0 ? null : h('span', { class: 'ignored' }, w.chips.ignored(ignored.join(' '))),
    found.kind === 'empty' ? null : button(props, { name: 'filter', label: w.chips.add, class: 'text' }),
    found.kind === 'rows' && (query.asName || found.named > 0)
      ? button(props, {
          name: 'as-name',
          class: 'text',
          pressed: query.asName,
          label: query.asName ? w.chips.asName : w.chips.named(found.named, query.text.trim()),
        })
      : null,
    h('span', { class: 'gap' }),
    found.kind === 'rows' && (query.withUnknown || found.unknown.count > 0)
      ? button(props, {
          name: 'unknown',
          class: 'text ask',
          pressed: query.withUnknown,
          label: query.withUnknown ? w.chips.unknownOn : w.chips.unknown(found.unknown.count, found.unknown.more),
        })
      : null,
  );
}

function view({ send }: Props, chip: Chip): JSX.Element {
  const text = chipText(chip);
  const field = w.chips.fields[chip.field] ?? chip.field;
  return h(
    'button',
    {
      type: 'button',
      class: chip.from === undefined ? 'chip' : 'chip guess',
      title: chip.from === undefined ? undefined : w.chips.from(chip.from),
      onClick: () => send({ type: 'drop', drops: chip.drops }),
    },
    h('span', { class: 'field' }, field),
    ' ',
    h('b', null, text),
    h('span', { class: 'hidden' }, w.chips.remove),
    h('span', { class: 'cross', 'aria-hidden': 'true' }, '✕'),
  );
}

export function chipText({ field, value }: Pick<Chip, 'field' | 'value'>): string {
  if (field === 'within') return w.chips.within(value);
  if (field === 'confirmed') return w.chips.confirmed(value);
  if (field === 'accepting') return w.chips.accepting;
  if (field === 'near' || field === 'name' || field === 'state' || field === 'code') return value;
  return w.valueName(field, value);
}
