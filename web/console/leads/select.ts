import { h, type JSX } from 'preact';

/** A native select box with its label. @param options Each option's value and text. */
export function choice(
  id: string,
  label: string,
  value: string,
  choose: (value: string) => void,
  options: readonly (readonly [value: string, text: string])[],
): JSX.Element {
  return h(
    'div',
    { class: 'leads-field' },
    h('label', { htmlFor: id }, label),
    h(
      'select',
      { id, value, onChange: (event: Event) => choose((event.target as HTMLSelectElement).value) },
      ...options.map(([key, text]) => h('option', { key, value: key, selected: key === value }, text)),
    ),
  );
}
