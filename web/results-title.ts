import { el } from './dom.ts';

/** The heading over whatever came of a search. It takes the focus, so that a screen reader starts there. */
export function resultsTitle(text: string): HTMLHeadingElement {
  return el('h2', { id: 'results-heading', tabindex: '-1' }, text);
}
