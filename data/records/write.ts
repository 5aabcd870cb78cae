import type { CenterRecord } from '../../functions/domain/record.ts';
import { replaceFolder } from '../files/replace-folder.ts';
import { layoutText } from './layout-text.ts';

/**
 * Writes one file per state into a folder: either all files or no file. Creates a missing folder.
 * @param beside Texts of other files, by name, written in the same all-or-none step.
 * @returns the files, in the order of the states, then the others.
 */
export async function writeStates(
  folder: string,
  states: ReadonlyMap<string, readonly CenterRecord[]>,
  beside: ReadonlyMap<string, string> = new Map(),
): Promise<string[]> {
  const texts = new Map<string, () => string>();
  for (const [state, records] of states) texts.set(`${state}.json`, () => layoutText(records));
  for (const [name, text] of beside) texts.set(name, () => text);
  return replaceFolder(folder, texts);
}
