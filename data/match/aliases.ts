import { stat } from 'node:fs/promises';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { slugSchema } from '../../functions/domain/slug.ts';
import { readCsv } from '../files/read-csv.ts';

/** Why an id is no longer a center's own. */
export const aliasReasons = ['renamed', 'merged', 'gone', 'by hand'] as const;

/** An id that was published once, and what it is called now. */
export interface Alias {
  readonly id: string;
  /** Null for a center that is gone. */
  readonly now: string | null;
  readonly reason: (typeof aliasReasons)[number];
  /** The day of the source in which the change was first seen, or on which it was made by hand. */
  readonly since: string;
}

/** Lies beside the records; not .json, since every .json file of that folder holds records. */
export const aliasFile = 'aliases.csv';
const columns = ['id', 'now', 'reason', 'since'] as const;

/** A row as it is written in CSV, where a center that is gone has an empty cell. */
const cellsSchema = z.object({ now: z.string().transform((now) => (now === '' ? null : now)) }).loose();

export const aliasRowSchema = z
  .strictObject({
    id: slugSchema,
    now: slugSchema.nullable(),
    reason: z.enum(aliasReasons, `the reason is one of ${aliasReasons.join(', ')}`),
    since: z.iso.date('since is a day such as 2026-11-01'),
  })
  .refine(({ now, reason }) => (now === null) === (reason === 'gone'), 'only an id that is gone has no id now')
  .refine(({ id, now }) => id !== now, 'an id cannot stand for itself');

/**
 * Reads a folder's alias file; none where there is none.
 * @throws naming the line and what would be right, also where one id has two rows.
 */
export async function readAliases(folder: string): Promise<Alias[]> {
  const path = `${folder}/${aliasFile}`;
  const found = await stat(path).catch(() => null);
  if (found === null) return [];
  const aliases = new Map<string, Alias>();
  let header: string[] | null = null;
  for await (const { line, cells } of readCsv(path)) {
    if (header === null) {
      header = cells;
      if (columns.some((column) => !cells.includes(column))) {
        throw new Error(`"${path}" must have the columns ${columns.join(', ')}`);
      }
      continue;
    }
    const raw = Object.fromEntries(columns.map((column) => [column, cells[header?.indexOf(column) ?? -1]?.trim()]));
    const result = cellsSchema.pipe(aliasRowSchema).safeParse(raw);
    if (!result.success) {
      throw new Error(`"${path}" line ${line}: ${result.error.issues.map(({ message }) => message).join('; ')}`);
    }
    if (aliases.has(result.data.id)) throw new Error(`"${path}" line ${line}: "${result.data.id}" has a row already`);
    aliases.set(result.data.id, result.data);
  }
  return [...aliases.values()];
}

/** The text of an alias file, by id. */
export function aliasText(aliases: readonly Alias[]): string {
  const sorted = [...aliases].sort((one, other) => (one.id < other.id ? -1 : 1));
  return stringify([[...columns], ...sorted.map(({ id, now, reason, since }) => [id, now ?? '', reason, since])]);
}
