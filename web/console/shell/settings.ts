import type { Settings } from '../state/state.ts';

const KEY = 'console-settings';
const usual: Settings = { singleKeys: true, enter: 'copy' };

/** What an agent switched, and nothing else, is remembered by the browser. */
export function readSettings(storage: Pick<Storage, 'getItem'>): Settings {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? '{}');
    const { singleKeys, enter } = (kept ?? {}) as Record<string, unknown>;
    return { singleKeys: singleKeys !== false, enter: enter === 'dial' ? 'dial' : 'copy' };
  } catch {
    return usual;
  }
}

export function keepSettings(storage: Pick<Storage, 'setItem'>, settings: Settings): void {
  try {
    storage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // A private window keeps nothing: the switch holds until it is closed.
  }
}
