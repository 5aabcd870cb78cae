import type { Press } from '../keys/press.ts';

/** Converts a browser event to a key press. Null if the browser or an input method handles the key. */
export function pressOf(event: KeyboardEvent): Press | null {
  if (event.defaultPrevented || event.isComposing) return null;
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
  return { key, shift: shiftKey, command: ctrlKey || metaKey, alt: altKey, on: onWhat(event.target) };
}

function onWhat(target: EventTarget | null): Press['on'] {
  if (!(target instanceof HTMLElement)) return 'page';
  if (target.id === 'box') return 'box';
  // A checkbox takes no letters, so single keys still work while it has the focus.
  if (target.matches('input:not([type=checkbox]), textarea, select') || target.isContentEditable) return 'field';
  return target.matches('button, a[href], summary, input') ? 'button' : 'page';
}
