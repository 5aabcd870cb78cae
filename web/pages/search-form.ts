import { h, type JSX } from 'preact';
import { icon } from '../locator/parts/icons.ts';
import type { Words } from '../words/en.ts';
import type { PagesWords } from '../words/pages/en.ts';
import { folderOf } from './frame.ts';

interface SearchFormProps {
  readonly words: Words;
  readonly pages: PagesWords;
  /** Label of the form for screen readers. */
  readonly label?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly button?: string | undefined;
  /** Conditions of the search that have no control in the form, as pairs of field and value. */
  readonly hidden?: readonly (readonly [string, string])[];
}

/** The search box as a form that sends a POST request, so that typed text is never in a URL. */
export function searchForm({ words, label, placeholder, button, hidden = [] }: SearchFormProps): JSX.Element {
  return h(
    'form',
    { class: 'page-search', method: 'post', action: `${folderOf(words)}/search`, autocomplete: 'off' },
    ...hiddenFields(hidden),
    ...searchBox({ words, label, placeholder, button }),
  );
}

interface SearchBoxProps extends Pick<SearchFormProps, 'words' | 'label' | 'placeholder' | 'button'> {
  /** Initial text in the box. @default empty */
  readonly text?: string;
}

/** The search box with its label and button. */
export function searchBox({ words, text, label, placeholder, button }: SearchBoxProps): JSX.Element[] {
  const { box: w } = words;
  return [
    h('label', { key: 'label', for: 'q' }, label ?? w.label),
    h(
      'div',
      { key: 'box', class: 'box' },
      icon('search'),
      h('input', {
        id: 'q',
        name: 'q',
        type: 'search',
        required: true,
        maxlength: 200,
        ...(text === undefined ? {} : { value: text }),
        placeholder: placeholder ?? w.placeholder,
      }),
      h('button', { type: 'submit', class: 'solid' }, button ?? w.search),
    ),
  ];
}

export function hiddenFields(fields: readonly (readonly [string, string])[]): JSX.Element[] {
  return fields.map(([name, value]) => h('input', { key: `${name} ${value}`, type: 'hidden', name, value }));
}
