import type { Event } from '../state/events.ts';
import type { State } from '../state/state.ts';
import { commands } from './commands.ts';

/** A key press, with what the command table needs to know about it. */
export interface Press {
  readonly key: string;
  readonly shift: boolean;
  /** True if Ctrl was pressed, or ⌘ on a Mac. */
  readonly command: boolean;
  readonly alt: boolean;
  /** What had the focus: the search box, another field, a button or link, or nothing of these. */
  readonly on: 'box' | 'field' | 'button' | 'page';
}

/**
 * Returns the event that a key press causes. Null if the browser should handle the key. Panels handle their own keys
 * first.
 * @param now ISO 8601, UTC.
 */
export function eventOf(press: Press, state: State, now: string): Event | null {
  const { key, command, alt, on } = press;
  if (command && !alt && key.toLowerCase() === 'k')
    return { type: 'panel', panel: state.panel?.kind === 'palette' ? null : { kind: 'palette', text: '', at: 0 } };
  if (command || alt || state.panel !== null) return null;
  if (on === 'box') return ofBox(key, state);
  if (on === 'field') return null;
  return (on === 'page' ? ofRows(key, state) : null) ?? (state.settings.singleKeys ? single(press, state, now) : null);
}

function ofBox(key: string, { found, query }: State): Event | null {
  // The key `/` focuses the box. If it was pressed twice, the second `/` is not part of a search.
  if (key === '/' && query.text === '') return { type: 'box' };
  if (key === 'Escape' || key === 'ArrowDown') return { type: 'rows' };
  if (key !== 'Enter') return null;
  return found.kind === 'which' ? { type: 'choose', at: 0 } : { type: 'rows' };
}

const PAGE_OF_ROWS = 16;

/**
 * Handles keys that move through the rows or open one. They are no letters, so the single-key switch does not affect
 * them.
 */
function ofRows(key: string, state: State): Event | null {
  if (state.tab !== 'lookup') return null;
  switch (key) {
    case 'ArrowDown':
      return { type: 'move', by: 1 };
    case 'ArrowUp':
      return { type: 'move', by: -1 };
    case 'PageDown':
      return { type: 'move', by: PAGE_OF_ROWS };
    case 'PageUp':
      return { type: 'move', by: -PAGE_OF_ROWS };
    case 'Home':
      return { type: 'move', by: Number.NEGATIVE_INFINITY };
    case 'End':
      return { type: 'move', by: Number.POSITIVE_INFINITY };
    case 'Enter':
      return state.chosen === null ? null : { type: 'enter' };
    case 'Escape':
      return state.view === 'compare' ? { type: 'list' } : state.line === null ? null : { type: 'hide-line' };
    default:
      return null;
  }
}

/** Handles single letters, digits and signs. */
function single({ key, shift }: Press, state: State, now: string): Event | null {
  if (key === '?') return { type: 'panel', panel: { kind: 'palette', text: '', at: 0 } };
  if (/^\d$/.test(key)) return state.tab === 'lookup' ? { type: 'choose', at: (Number(key) + 9) % 10 } : null;
  const isLetter = /^[a-z]$/i.test(key);
  const name = isLetter ? `${shift ? 'Shift ' : ''}${key.toUpperCase()}` : key;
  const found = commands.find((one) => one.isSingle && one.key === name && one.when(state));
  return found?.event(state, now) ?? null;
}
