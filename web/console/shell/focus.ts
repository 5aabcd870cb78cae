import type { Effect } from '../state/events.ts';

type On = Extract<Effect, { type: 'focus' }>['on'];

/** Moves the focus into a panel, and back to where it was when the panel closes. */
export class Focus {
  #before: HTMLElement | null = null;

  /** Remembers which element has the focus. Called before a panel opens. */
  remember(): void {
    const { activeElement } = document;
    this.#before =
      activeElement instanceof HTMLElement && activeElement.closest('dialog') === null ? activeElement : null;
  }

  on(what: On): void {
    if (what === 'box') {
      const box = document.querySelector<HTMLInputElement>('#box');
      box?.focus();
      box?.select();
    } else if (what === 'compare') document.querySelector<HTMLElement>('#compare-title')?.focus();
    else if (what === 'pane') document.querySelector<HTMLElement>('#pane')?.focus();
    else if (what === 'back' && this.#before !== null && this.#before.isConnected && this.#before.id !== '')
      this.#before.focus({ preventScroll: true });
    else rows();
  }
}

/**
 * Focuses the list with the chosen row, or the pane if the screen only has room for that. Otherwise the next key would
 * go to the search box.
 */
function rows(): void {
  const list = document.querySelector<HTMLElement>('#list');
  if (list !== null && list.getClientRects().length === 0) {
    document.querySelector<HTMLElement>('#pane')?.focus();
    return;
  }
  const row = document.querySelector<HTMLElement>('#rows tr[aria-selected="true"]');
  (row ?? list)?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}
