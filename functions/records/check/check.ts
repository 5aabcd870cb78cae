import { isUtf8 } from 'node:buffer';
import { basename } from 'node:path';
import type { FormerId } from '../../domain/former-id.ts';
import { type CenterRecord, recordSchema } from '../../domain/record.ts';
import type { Fault } from '../fault.ts';
import { type Row, rowsOf } from '../layout/rows.ts';
import { type Path, pointerOf, syntaxFault } from '../positions.ts';
import { crossFaults, idOf, valueAt } from '../raw.ts';
import { type SchemaFault, schemaFaults } from '../schema-faults.ts';
import { SourceText } from '../source-text.ts';

export interface Checked {
  /** The records of the files, in order. Records with faults are left out. */
  readonly records: CenterRecord[];
  /** Ids in the files that were published once and that no record has now. */
  readonly former: readonly FormerId[];
  /** The same records, each with a function that creates a fault at a path of the record. */
  readonly located: readonly Located[];
  readonly files: number;
  readonly faults: Fault[];
}

interface Located {
  readonly record: CenterRecord;
  readonly faultAt: (path: Path, message: string) => Fault;
}

export interface CheckOptions {
  /** Also looks for repeated names in one object, which requires the slow parser for every file. */
  readonly thorough?: boolean;
}

/** One record as read from the file; null if it could not be parsed. */
interface RecordInFile {
  readonly raw: unknown;
  readonly record: CenterRecord | null;
  readonly source: SourceText;
  /** Maps a path in the record to its path in the file. */
  readonly placeOf: (path: Path) => Path;
}

/** Checks files of records. If a file is named after a state (`AZ.json`), all its centers must be in that state. */
export function checkFiles(
  files: readonly { readonly file: string; readonly bytes: Buffer }[],
  { thorough = false }: CheckOptions = {},
): Checked {
  const faults: Fault[] = [];
  const placed: RecordInFile[] = [];
  const former: FormerId[] = [];
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
    const source = new SourceText(file, bytes.toString('utf8'));
    placed.push(...checkFile(source, thorough, faults, former));
  }
  checkUnique(placed, faults);
  const located = placed.flatMap(({ record, source, placeOf }): Located[] => {
    if (record === null) return [];
    return [{ record, faultAt: (path, message) => source.fault(placeOf(path), record.center.id, message) }];
  });
  const records = located.map(({ record }) => record);
  return { records, former, located, files: files.length, faults: inOrder(faults) };
}

function checkFile(source: SourceText, thorough: boolean, faults: Fault[], former: FormerId[]): RecordInFile[] {
  let value: unknown;
  try {
    value = JSON.parse(source.text);
  } catch {
    faults.push({ file: source.file, pointer: '', record: null, ...syntaxFault(source.text) });
    return [];
  }
  const rows = rowsOf(value);
  if (rows === null) {
    faults.push(source.fault([], null, 'expected an array of records, or an object with "layout" and "centers"'));
    return [];
  }
  former.push(...rows.former);
  for (const { path, message, key } of rows.faults) faults.push(source.fault(path, null, message, key));
  if (thorough) {
    for (const { path, key, position } of source.positions.repeatedKeys()) {
      const message = `"${key}" appears twice in one object: keep one`;
      faults.push({ file: source.file, ...position, pointer: pointerOf(path), record: rows.idAt(path), message });
    }
  }
  const state = /^([A-Z]{2})\.json$/.exec(basename(source.file))?.[1];
  return rows.rows.map(({ raw, placeOf, faults: own }) => ({
    ...{ raw, source, placeOf },
    record: checkRow({ raw, placeOf, faults: own }, state, source, faults),
  }));
}

/**
 * Checks one record. Reports each path of the file only once, because several values of a record may come from the same
 * path.
 */
function checkRow(row: Row, state: string | undefined, source: SourceText, faults: Fault[]): CenterRecord | null {
  const { raw, placeOf } = row;
  const id = idOf(raw);
  const before = faults.length;
  const named = new Map<string, string>();
  const name = ({ path, message, key }: SchemaFault): void => {
    const place = placeOf(path);
    const from = pointerOf(path);
    if ((named.get(pointerOf(place)) ?? from) !== from) return;
    named.set(pointerOf(place), from);
    faults.push(source.fault(place, id, message, key));
  };
  for (const { path, message, key } of row.faults) faults.push(source.fault(path, id, message, key));
  const stated = valueAt(raw, ['center', 'address', 'state']);
  if (state !== undefined && typeof stated === 'string' && stated !== state) {
    const message = `"${stated}" is in the file of ${state}: move the record to its own state's file`;
    name({ path: ['center', 'address', 'state'], message });
  }
  if (raw === undefined) return null;
  const result = recordSchema.safeParse(raw);
  if (result.success) return row.faults.length === 0 ? result.data : null;
  for (const fault of schemaFaults(result.error, recordSchema, raw)) name(fault);
  const pointers = new Set(faults.slice(before).map(({ pointer }) => pointer));
  for (const fault of crossFaults(raw)) if (!pointers.has(pointerOf(placeOf(fault.path)))) name(fault);
  return null;
}

/** Ids are keys: no two centers or offerings may share one, even in different files. */
function checkUnique(placed: readonly RecordInFile[], faults: Fault[]): void {
  const centers = new Map<string, RecordInFile>();
  const offerings = new Map<string, RecordInFile>();
  const claim = (seen: Map<string, RecordInFile>, path: Path, here: RecordInFile): boolean => {
    const id = valueAt(here.raw, path);
    if (typeof id !== 'string') return true;
    const first = seen.get(id);
    if (first === undefined) seen.set(id, here);
    if (first === undefined || first === here) return true;
    const { line } = first.source.positions.at(first.placeOf(['center', 'id']));
    const message = `"${id}" is already used by the record at ${first.source.file}:${line}: ids must be unique`;
    faults.push(here.source.fault(here.placeOf(path), idOf(here.raw), message));
    return false;
  };
  for (const here of placed) {
    // If a center occurs twice, report only that: reporting each of its offerings too would hide it.
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
