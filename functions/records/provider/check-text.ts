import type { Fault } from '../fault.ts';
import { type Path, pointerOf, syntaxFault } from '../positions.ts';
import { valueAt } from '../raw.ts';
import { schemaFaults } from '../schema-faults.ts';
import { SourceText } from '../source-text.ts';
import { type ProviderFile, providerFileSchema } from './schema.ts';

export interface CheckedProvider {
  /** The parsed file; null if there are faults. */
  readonly file: ProviderFile | null;
  readonly faults: readonly Fault[];
}

/** The result for a fault that concerns a whole file. */
export const wholeFault = (file: string, message: string): CheckedProvider => ({
  file: null,
  faults: [{ file, line: 1, column: 1, pointer: '', record: null, message }],
});

/**
 * Checks the text of a provider's file, and names every fault by line. Runs in browsers too.
 * @param name The file's name or URL, as faults show it.
 * @param today `2026-11-29`: an edition of a later day is a fault.
 */
export function checkProviderText(name: string, text: string, today: string): CheckedProvider {
  if (isDeep(text)) return wholeFault(name, `is nested deeper than ${MOST_DEPTH} levels`);
  const source = new SourceText(name, text);
  let value: unknown;
  try {
    value = JSON.parse(source.text);
  } catch {
    return { file: null, faults: [{ file: name, pointer: '', record: null, ...syntaxFault(source.text) }] };
  }
  const faultAt = (path: Path, message: string, key?: string): Fault =>
    source.fault(path, idAt(value, path), message, key);
  const repeated = source.positions.repeatedKeys().map(({ path, key, position }): Fault => {
    const message = `"${key}" appears twice in one object: keep one`;
    return { file: name, ...position, pointer: pointerOf(path), record: idAt(value, path), message };
  });
  const result = providerFileSchema.safeParse(value);
  const wrong = result.success
    ? []
    : schemaFaults(result.error, providerFileSchema, value).map(({ path, message, key }) =>
        faultAt(path, message, key),
      );
  const late =
    result.success && result.data.updated > today
      ? [faultAt(['updated'], `${result.data.updated} is in the future (today is ${today})`)]
      : [];
  const faults = [...repeated, ...wrong, ...late].sort((a, b) => a.line - b.line || a.column - b.column);
  return { file: faults.length === 0 && result.success ? result.data : null, faults };
}

/**
 * Deepest nesting that is accepted; valid files have 7 levels. The code that locates values is recursive, so a deeper
 * text could overflow the stack.
 */
const MOST_DEPTH = 50;

/** Also counts brackets inside of strings, because no valid file ever has fifty more open brackets than closed ones. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (const letter of text) {
    if (letter === '{' || letter === '[') depth += 1;
    else if (letter === '}' || letter === ']') depth -= 1;
    if (depth > MOST_DEPTH) return true;
  }
  return false;
}

/** The id of the center that a path belongs to. */
function idAt(value: unknown, [top, index]: Path): string | null {
  const id = top === 'centers' && index !== undefined ? valueAt(value, ['centers', index, 'id']) : null;
  return typeof id === 'string' ? id : null;
}
