import { type ComponentChild, h, type JSX } from 'preact';

/** The heading of a search's result. It takes the focus, so that a screen reader starts there. */
export function title(...text: readonly ComponentChild[]): JSX.Element {
  return h('h2', { id: 'results-heading', tabIndex: -1 }, ...text);
}
