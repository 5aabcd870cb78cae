import type { Settings } from '../state/state.ts';

const KEY = 'console-settings';
const usual: Settings = { singleKeys: true, enter: 'copy' };

/** Reads the agent's settings, the only data of the console in this storage. */
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
    // A private window may refuse to store the setting. It then lasts until the window closes.
  }
}
