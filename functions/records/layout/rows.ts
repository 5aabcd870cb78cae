import * as z from 'zod';
import { type FormerId, formerIdSchema } from '../../domain/former-id.ts';
import type { Path } from '../positions.ts';
import { idOf } from '../raw.ts';
import { type SchemaFault, schemaFaults } from '../schema-faults.ts';
import { centerRowSchema, layoutSchema } from './layout.ts';
import { readRow } from './read.ts';

/** One center of a file. */
export interface Row {
  /** The record, not yet checked; undefined if the row cannot be converted to one. */
  readonly raw: unknown;
  /** Maps a path in the record to its path in the file. */
  readonly placeOf: (path: Path) => Path;
  /** Faults of the row itself, with their path in the file. */
  readonly faults: readonly SchemaFault[];
}

export interface Rows {
  readonly rows: readonly Row[];
  /** Ids that were published once and that no center of the file has now. */
  readonly former: readonly FormerId[];
  /** Faults that belong to no single center, each with its path in the file. */
  readonly faults: readonly SchemaFault[];
  /** The id of the center that a path in the file belongs to. */
  readonly idAt: (path: Path) => string | null;
}

/**
 * Reads the centers of a file in either layout: an array of records, or the layout that `data` writes. Null for
 * anything else.
 */
export function rowsOf(value: unknown): Rows | null {
  if (Array.isArray(value)) return plainRows(value);
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'layout')) return null;
  return 'layout' in value && value.layout === uploadLayout ? uploadRows(value) : layoutRows(value);
}

/** Layout of an upload: an array of records, and the former ids that no record has now. */
export const uploadLayout = 'upload/1';

const uploadSchema = z.strictObject({
  layout: z.literal(uploadLayout),
  former: z.array(formerIdSchema).max(1_000_000),
  records: z.array(z.unknown()),
});

function uploadRows(value: object): Rows {
  const top = uploadSchema.safeParse(value);
  if (!top.success) {
    return { rows: [], former: [], faults: schemaFaults(top.error, uploadSchema, value), idAt: () => null };
  }
  const { records, former } = top.data;
  const { rows, idAt } = plainRows(records);
  return {
    rows: rows.map((row) => ({ ...row, placeOf: (path) => ['records', ...row.placeOf(path)] })),
    former,
    faults: [],
    idAt: ([first, ...path]) => (first === 'records' ? idAt(path) : null),
  };
}

function plainRows(records: readonly unknown[]): Rows {
  const rows = records.map((raw, index): Row => ({ raw, placeOf: (path) => [index, ...path], faults: [] }));
  return { rows, former: [], faults: [], idAt: ([index]) => (typeof index === 'number' ? idOf(records[index]) : null) };
}

function layoutRows(value: object): Rows {
  const top = layoutSchema.safeParse(value);
  const idAt = ([first, index]: Path): string | null => {
    const centers: unknown = 'centers' in value ? value.centers : undefined;
    if (first !== 'centers' || typeof index !== 'number' || !Array.isArray(centers)) return null;
    const row: unknown = centers[index];
    return typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string' ? row.id : null;
  };
  // If the file's shared values are faulty, its centers cannot be read.
  if (!top.success) return { rows: [], former: [], faults: schemaFaults(top.error, layoutSchema, value), idAt };
  const sources = new Map(Object.entries(top.data.sources));
  const known = [...sources.keys()].join(', ');
  const rows = top.data.centers.map((given, index): Row => {
    const place = ['centers', index];
    const inFile = (fault: SchemaFault): SchemaFault => ({ ...fault, path: [...place, ...fault.path] });
    const parsed = centerRowSchema.safeParse(given);
    if (!parsed.success) {
      const faults = schemaFaults(parsed.error, centerRowSchema, given).map(inFile);
      return { raw: undefined, placeOf: (path) => [...place, ...path], faults };
    }
    const { raw, placeOf, unknownSources } = readRow(parsed.data, top.data, sources);
    const faults = unknownSources.map(({ path, key }) =>
      inFile({ path, message: `"${key}" is not among the file's sources: ${known}` }),
    );
    return { raw, placeOf: (path) => [...place, ...placeOf(path)], faults };
  });
  return { rows, former: [], faults: [], idAt };
}
