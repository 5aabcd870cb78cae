import { isUtf8 } from 'node:buffer';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type CenterRecord, recordSchema } from '../functions/domain/record.ts';
import { explain, explainKey } from './explain.ts';
import type { Fault } from './fault.ts';
import { JsonPositions, type Path, pointerOf, syntaxFault } from './positions.ts';
import { crossFaults, valueAt } from './raw.ts';

export interface Checked {
  /** The records without a fault of their own, in the order of the files. */
  readonly records: CenterRecord[];
  /** The same records, each with the way to name a place in it. */
  readonly located: readonly Located[];
  readonly files: number;
  readonly faults: Fault[];
}

export interface Located {
  readonly record: CenterRecord;
  readonly faultAt: (path: Path, message: string) => Fault;
}

export interface CheckOptions {
  /** Also look for names that stand twice in one object, which needs the slow reader for every file. */
  readonly thorough?: boolean;
}

/** One record as it was read, the place it came from, and null for what could not be parsed. */
interface Placed {
  readonly raw: unknown;
  readonly record: CenterRecord | null;
  readonly source: Source;
  readonly index: number;
}

/** A file's text, with positions worked out only when a fault must be named. */
class Source {
  readonly file: string;
  readonly text: string;
  #positions: JsonPositions | null = null;

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
  }

  get positions(): JsonPositions {
    this.#positions ??= new JsonPositions(this.text);
    return this.#positions;
  }

  fault(path: Path, record: string | null, message: string, key?: string): Fault {
    const { line, column } = key === undefined ? this.positions.at(path) : this.positions.ofKey(path, key);
    return { file: this.file, line, column, pointer: pointerOf(path), record, message };
  }
}

/**
 * Reads and checks a file of records, or every `.json` file of a folder. A file named after a state
 * (`AZ.json`) holds that state's centers only.
 * @throws when the path is not there or the folder has no `.json` file: that is a wrong command, not a fault in data.
 */
export async function checkRecords(path: string, options: CheckOptions = {}): Promise<Checked> {
  const files = await jsonFiles(path);
  return checkFiles(await Promise.all(files.map(async (file) => ({ file, bytes: await readFile(file) }))), options);
}

/** The same of files that were read already. */
export function checkFiles(
  files: readonly { readonly file: string; readonly bytes: Buffer }[],
  { thorough = false }: CheckOptions = {},
): Checked {
  const faults: Fault[] = [];
  const placed: Placed[] = [];
  for (const { file, bytes } of files) {
    if (!isUtf8(bytes)) {
      faults.push({
        file,
        line: 1,
        column: 1,
        pointer: '',
        record: null,
        message: 'is not in UTF-8: save it as UTF-8',
      });
      continue;
    }
    const source = new Source(file, bytes.toString('utf8'));
    placed.push(...checkFile(source, thorough, faults));
  }
  checkUnique(placed, faults);
  const located = placed.flatMap(({ record, source, index }): Located[] => {
    if (record === null) return [];
    return [{ record, faultAt: (path, message) => source.fault([index, ...path], record.center.id, message) }];
  });
  const records = located.map(({ record }) => record);
  return { records, located, files: files.length, faults: inOrder(faults) };
}

async function jsonFiles(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new Error(`there is no file or folder "${path}"`);
  if (!found.isDirectory()) return [path];
  const names = (await readdir(path)).filter((name) => name.endsWith('.json')).sort();
  if (names.length === 0) throw new Error(`"${path}" holds no .json file`);
  return names.map((name) => join(path, name));
}

function checkFile(source: Source, thorough: boolean, faults: Fault[]): Placed[] {
  let value: unknown;
  try {
    value = JSON.parse(source.text);
  } catch {
    faults.push({ file: source.file, pointer: '', record: null, ...syntaxFault(source.text) });
    return [];
  }
  if (!Array.isArray(value)) {
    faults.push(source.fault([], null, 'expected an array of records'));
    return [];
  }
  const records: unknown[] = value;
  if (thorough) {
    for (const { path, key, position } of source.positions.repeatedKeys()) {
      const record = typeof path[0] === 'number' ? idOf(records[path[0]]) : null;
      const message = `"${key}" stands twice in one object: keep one`;
      faults.push({ file: source.file, ...position, pointer: pointerOf(path), record, message });
    }
  }
  return records.map((raw, index) => ({ raw, source, index, record: checkRecord(source, raw, index, faults) }));
}

function checkRecord(source: Source, raw: unknown, index: number, faults: Fault[]): CenterRecord | null {
  const state = /^([A-Z]{2})\.json$/.exec(basename(source.file))?.[1];
  const stated = valueAt(raw, ['center', 'address', 'state']);
  if (state !== undefined && typeof stated === 'string' && stated !== state) {
    const message = `"${stated}" stands in the file of ${state}: move the record to its own state's file`;
    faults.push(source.fault([index, 'center', 'address', 'state'], idOf(raw), message));
  }
  const result = recordSchema.safeParse(raw);
  if (!result.success) {
    const first = faults.length;
    for (const issue of result.error.issues) {
      const inner = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
      const path = [index, ...inner];
      if (issue.code === 'unrecognized_keys') {
        const known = knownKeys(inner);
        for (const key of issue.keys) faults.push(source.fault(path, idOf(raw), explainKey(key, known), key));
      } else {
        faults.push(source.fault(path, idOf(raw), explain(issue, valueAt(raw, inner))));
      }
    }
    const named = new Set(faults.slice(first).map(({ pointer }) => pointer));
    for (const { path, message } of crossFaults(raw)) {
      const fault = source.fault([index, ...path], idOf(raw), message);
      if (!named.has(fault.pointer)) faults.push(fault);
    }
    return null;
  }
  return result.data;
}

/** Ids are keys: no two centers and no two offerings may share one, wherever their files are. */
function checkUnique(placed: readonly Placed[], faults: Fault[]): void {
  const centers = new Map<string, Placed>();
  const offerings = new Map<string, Placed>();
  const claim = (seen: Map<string, Placed>, path: Path, here: Placed): boolean => {
    const id = valueAt(here.raw, path);
    if (typeof id !== 'string') return true;
    const first = seen.get(id);
    if (first === undefined) seen.set(id, here);
    if (first === undefined || first === here) return true;
    const { line } = first.source.positions.at([first.index, 'center', 'id']);
    const message = `"${id}" is already used by the record at ${first.source.file}:${line}: ids must be unique`;
    faults.push(here.source.fault([here.index, ...path], idOf(here.raw), message));
    return false;
  };
  for (const here of placed) {
    // A center that is there twice is one fault; naming each of its offerings too would only bury it.
    if (!claim(centers, ['center', 'id'], here)) continue;
    const list = valueAt(here.raw, ['offerings']);
    if (!Array.isArray(list)) continue;
    for (const position of list.keys()) claim(offerings, ['offerings', position, 'id'], here);
  }
}

function inOrder(faults: readonly Fault[]): Fault[] {
  return [...faults].sort(
    (one, other) => compare(one.file, other.file) || one.line - other.line || one.column - other.column,
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function idOf(raw: unknown): string | null {
  const id = valueAt(raw, ['center', 'id']);
  return typeof id === 'string' ? id : null;
}

/** The names that the record schema has at a path. */
function knownKeys(path: Path): string[] {
  let schema: unknown = recordSchema;
  for (const part of path) schema = typeof part === 'number' ? unwrap(schema).element : unwrap(schema).shape?.[part];
  return Object.keys(unwrap(schema).shape ?? {});
}

interface Inside {
  shape?: Record<string, unknown>;
  element?: unknown;
}

function unwrap(schema: unknown): Inside {
  let inside = schema as (Inside & { unwrap?: () => unknown }) | undefined;
  while (inside !== undefined && inside.shape === undefined && inside.element === undefined && inside.unwrap) {
    inside = inside.unwrap() as typeof inside;
  }
  return inside ?? {};
}
