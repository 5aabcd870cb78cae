import type { JSX } from 'preact';
import { vocabularies } from '../../../functions/domain/vocabularies.ts';
import { consoleWords as w } from '../../words/console.ts';
import { fieldsOf } from '../state/state.ts';
import { type Choice, chooser, matching } from './chooser.ts';
import type { Props } from './props.ts';

const radii = ['5mi', '10mi', '25mi', '50mi', '100mi'];
/** Order of the fields: those that decide most calls come first. */
const order = [
  'level',
  'payer',
  'schedule',
  'age',
  'gender',
  'population',
  'modality',
  'condition',
  'therapy',
  'families',
] as const;

/** Panel with every value that can be searched for. Choosing a value adds it; choosing it again removes it. */
export function filter(
  { state, send }: Props,
  { text, at }: { readonly text: string; readonly at: number },
): JSX.Element {
  const asked = fieldsOf(state);
  const isOn = (field: string, value: string) => {
    const own = asked[field];
    return typeof own === 'object' ? own.includes(value) : own !== undefined && String(own) === value;
  };
  const choice = (field: string, value: string, label: string, group: string): Choice => ({
    ...{ id: `${field}-${value}`, label, group },
    ...(isOn(field, value) ? { tag: w.filter.on } : {}),
    choose: () =>
      send(
        isOn(field, value)
          ? { type: 'drop', drops: typeof asked[field] === 'object' ? `${field}:${value}` : field }
          : { type: 'add', field, value },
      ),
  });
  const all = [
    ...order.flatMap((field) =>
      vocabularies[field].codes.map((value) =>
        choice(field, value, w.valueName(field, value), w.chips.fields[field] ?? field),
      ),
    ),
    ...['es', 'ase'].map((value) =>
      choice('language', value, w.valueName('language', value), w.chips.fields.language ?? ''),
    ),
    ...radii.map((radius) => choice('within', radius, w.filter.within(radius), w.chips.fields.within ?? '')),
    choice('accepting', 'true', w.filter.accepting, w.chips.fields.accepting ?? ''),
    choice('confirmed', 'true', w.filter.confirmed, w.chips.fields.confirmed ?? ''),
    choice('housing', 'true', w.valueName('housing', 'true'), w.pane.facts.housing),
  ];
  return chooser({
    title: w.filter.title,
    placeholder: w.filter.placeholder,
    none: w.filter.none,
    text,
    at,
    choices: [...Map.groupBy(matching(all, text), ({ group }) => group).values()].flat(),
    onChange: (typed, to) => send({ type: 'panel', panel: { kind: 'filter', text: typed, at: to } }),
    onClose: () => send({ type: 'panel', panel: null }),
  });
}
