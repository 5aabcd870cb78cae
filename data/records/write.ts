import type { CenterRecord } from '../../functions/domain/record.ts';
import { replaceFolder } from '../files/replace-folder.ts';
import { layoutText } from './layout-text.ts';

/**
 * Writes one file for each state into a folder, which is made if it is not there: all of them, or none.
 * @param beside Other files of the folder, by name, written in the same way.
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
