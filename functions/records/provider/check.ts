import { isUtf8 } from 'node:buffer';
import type { Fault } from '../fault.ts';
import { type Path, pointerOf, syntaxFault } from '../positions.ts';
import { valueAt } from '../raw.ts';
import { schemaFaults } from '../schema-faults.ts';
import { SourceText } from '../source-text.ts';
import { MOST_PROVIDER_BYTES, PROVIDER_PATH, type ProviderFile, providerFileSchema } from './schema.ts';

export interface CheckedProvider {
  /** Null if there are faults. */
  readonly file: ProviderFile | null;
  readonly faults: readonly Fault[];
}

/**
 * Checks a provider's file, and names every fault by line.
 * @param name The file's name or URL, as faults show it.
 * @param today `2026-11-29`: an edition of a later day is a fault.
 */
export function checkProvider(name: string, bytes: Buffer, today: string): CheckedProvider {
  const whole = (message: string): CheckedProvider => ({
    file: null,
    faults: [{ file: name, line: 1, column: 1, pointer: '', record: null, message }],
  });
  if (bytes.length > MOST_PROVIDER_BYTES)
    return whole(`has ${bytes.length} bytes, more than the ${MOST_PROVIDER_BYTES} that are read`);
  if (!isUtf8(bytes)) return whole('is not in UTF-8: save it as UTF-8');
  if (isDeep(bytes)) return whole(`is nested deeper than ${MOST_DEPTH} levels`);
  const source = new SourceText(name, bytes.toString('utf8'));
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
      ? [faultAt(['updated'], `${result.data.updated} is still to come (today is ${today})`)]
      : [];
  const faults = [...repeated, ...wrong, ...late].sort((a, b) => a.line - b.line || a.column - b.column);
  return { file: faults.length === 0 && result.success ? result.data : null, faults };
}

/** The form needs 7. What names places in a text calls itself for each level, so a deep one would end it. */
const MOST_DEPTH = 50;
const [OPEN, OPEN_LIST, CLOSE, CLOSE_LIST] = [...'{[}]'].map((letter) => letter.charCodeAt(0));

/** Brackets in strings count too: no text of the form has fifty more open ones than closed. */
function isDeep(bytes: Buffer): boolean {
  let depth = 0;
  for (const byte of bytes) {
    if (byte === OPEN || byte === OPEN_LIST) depth += 1;
    else if (byte === CLOSE || byte === CLOSE_LIST) depth -= 1;
    if (depth > MOST_DEPTH) return true;
  }
  return false;
}

/** The id of the center that a path is in. */
function idAt(value: unknown, [top, index]: Path): string | null {
  const id = top === 'centers' && index !== undefined ? valueAt(value, ['centers', index, 'id']) : null;
  return typeof id === 'string' ? id : null;
}

/**
 * What is wrong with where a file was found: it speaks for an organization only on that organization's own site, at the
 * one path. Null if nothing is.
 */
export function hostFault({ organization }: ProviderFile, found: URL): string | null {
  if (found.pathname !== PROVIDER_PATH || found.search !== '')
    return `is at ${found.pathname}${found.search}: host it at ${PROVIDER_PATH}`;
  const own = new URL(organization.website);
  if (bare(found) === bare(own)) return null;
  return `is on ${found.host}, and organization.website is on ${own.host}: host it on the organization's own site`;
}

const bare = ({ host }: URL): string => host.replace(/^www\./, '');
