import { type ComponentChild, h, type JSX } from 'preact';

/** A section of a page with its own heading. */
export function panel(id: string, title: string, ...children: readonly ComponentChild[]): JSX.Element {
  return h(
    'section',
    { class: `panel ${id}`, 'aria-labelledby': `${id}-title` },
    h('h2', { id: `${id}-title` }, title),
    ...children,
  );
}
