import { h, type JSX } from 'preact';
import { leadsWords as w } from '../../words/leads.ts';
import type { Correctable } from './correctable.ts';

interface Drafted {
  readonly text: string;
  readonly chosen: readonly string[];
}

/** An input for the corrected value: text, one choice, or several choices. */
export function control(
  { path, control: kind }: Correctable,
  { text, chosen }: Drafted,
  fault: string | null,
  change: (draft: Partial<Drafted>) => void,
): JSX.Element {
  if (kind.kind === 'text') {
    const hint = [kind.hint, fault !== null && fault !== kind.hint ? fault : '']
      .filter((part) => part !== '')
      .join(' ');
    const type = kind.form === 'phone' ? 'tel' : 'text';
    return h(
      'div',
      { key: path, class: 'leads-field wide' },
      h('label', { htmlFor: 'correction-value' }, w.corrections.right),
      h('input', {
        ...{ id: 'correction-value', type, value: text, maxLength: 200, autocomplete: 'off', spellcheck: false },
        'aria-describedby': 'correction-value-hint',
        'aria-invalid': fault !== null,
        onInput: (event: Event) => change({ text: (event.target as HTMLInputElement).value }),
      }),
      h('p', { id: 'correction-value-hint', class: fault === null ? 'soft' : 'leads-fault' }, hint),
    );
  }
  const isMany = kind.kind === 'many';
  return h(
    'fieldset',
    { key: path, class: 'leads-choices' },
    h('legend', null, w.corrections.right),
    h(
      'div',
      { class: 'leads-ticks' },
      ...kind.options.map(({ value, label }) => {
        const checked = isMany ? chosen.includes(value) : text === value;
        const choose = () =>
          change(
            isMany ? { chosen: checked ? chosen.filter((one) => one !== value) : [...chosen, value] } : { text: value },
          );
        return h(
          'label',
          { key: value },
          h('input', { type: isMany ? 'checkbox' : 'radio', name: 'correction-value', checked, onChange: choose }),
          h('span', null, label),
        );
      }),
    ),
  );
}
