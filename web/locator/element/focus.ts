import type { Focus } from '../state/events.ts';

/**
 * Moves the focus to where the visitor continues, and scrolls there. After a search that is the heading of the results,
 * so that a screen reader first reads how many there are.
 */
export function focusOn(root: ShadowRoot, on: Focus, host: HTMLElement): void {
  const target = root.querySelectorAll<HTMLElement>(selectorOf(on))[typeof on === 'object' ? on.card : 0];
  if (target === undefined) return;
  target.focus({ preventScroll: on === 'heading' || on === 'crisis' || on === 'panel' });
  if (target instanceof HTMLInputElement) target.select();
  if (on !== 'heading' && on !== 'crisis') return;
  const { top } = target.getBoundingClientRect();
  // Scrolls only if the heading is above the screen or in its lower half.
  if (top < 0 || top > innerHeight * 0.5) (root.querySelector('.band') ?? host).scrollIntoView({ block: 'start' });
}

function selectorOf(on: Focus): string {
  if (typeof on === 'object') return '#centers h3';
  return {
    box: '#near',
    heading: '#results-heading',
    crisis: '#crisis-heading',
    panel: '[data-panel-title]',
    'panel-button': '#filters-button, #level',
  }[on];
}
