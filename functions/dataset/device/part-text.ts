import type { State } from '../../domain/state.ts';
import { type PackedCenter, packed } from '../packed-center.ts';

/**
 * Version of the public part format (FORMAT.md, section 13). A reader refuses any other version. This file also runs in
 * browsers, so it must not import zod or modules of Node.
 */
export const PART_FORMAT = 1;

/** Number of columns of a part: one per member of a center's row. Readers ignore any further columns. */
const COLUMNS = 1 + Math.max(...Object.values(packed));

/** Centers of one state as a device downloads them. */
export interface Part {
  readonly state: State;
  readonly rows: readonly PackedCenter[];
}

/** The text is not a complete part in format {@link PART_FORMAT}. */
export class PartError extends Error {
  override readonly name = 'PartError';
}

/**
 * Writes a part as JSON, by column: all ids, all names and so on. Columns of similar values compress 8 % better than
 * rows. @throws RangeError for a center of another state.
 */
export function partText({ state, rows }: Part): string {
  for (const row of rows) {
    if (row[packed.state] !== state)
      throw new RangeError(`"${row[packed.id]}" is in ${row[packed.state]}, not ${state}`);
  }
  const columns = Array.from({ length: COLUMNS }, (_, at) => rows.map((row) => row[at]));
  return JSON.stringify({ kind: 'part', format: PART_FORMAT, state, columns });
}

/** Reads a complete part. @throws PartError */
export function readPart(text: string): Part {
  const { kind, format, state, columns } = parsed(text);
  if (kind !== 'part') throw new PartError('this is not a part of the listings');
  if (format !== PART_FORMAT) throw new PartError(`the part is of format ${String(format)}, not ${PART_FORMAT}`);
  if (typeof state !== 'string' || !Array.isArray(columns)) throw new PartError('the part lacks its state or columns');
  const known: unknown[] = columns.slice(0, COLUMNS);
  const [ids] = known;
  if (known.length < COLUMNS || !Array.isArray(ids))
    throw new PartError(`the part has ${known.length} columns instead of ${COLUMNS}`);
  const lists = known.map((column, at) => {
    if (Array.isArray(column) && column.length === ids.length) return column as readonly unknown[];
    throw new PartError(`column ${at} of the part does not have ${ids.length} values`);
  });
  const rows = ids.map((_, row) => lists.map((column) => column[row]) as unknown as PackedCenter);
  const stray = rows.find((row) => row[packed.state] !== state);
  if (stray !== undefined) throw new PartError(`a center of ${stray[packed.state]} is in a part of ${state}`);
  return { state: state as State, rows };
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch (cause) {
    throw new PartError('the part is cut off or damaged', { cause });
  }
}
