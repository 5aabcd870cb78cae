import type { Press } from '../keys/press.ts';

/** A key press as the table of keys knows it; null where the browser or an input method has it. */
export function pressOf(event: KeyboardEvent): Press | null {
  if (event.defaultPrevented || event.isComposing) return null;
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
  return { key, shift: shiftKey, command: ctrlKey || metaKey, alt: altKey, on: onWhat(event.target) };
}

function onWhat(target: EventTarget | null): Press['on'] {
  if (!(target instanceof HTMLElement)) return 'page';
  if (target.id === 'box') return 'box';
  // A switch takes no letters.
  if (target.matches('input:not([type=checkbox]), textarea, select') || target.isContentEditable) return 'field';
  return target.matches('button, a[href], summary, input') ? 'button' : 'page';
}
