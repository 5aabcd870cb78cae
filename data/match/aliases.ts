import { stat } from 'node:fs/promises';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import type { FormerId } from '../../functions/domain/former-id.ts';
import { slugSchema } from '../../functions/domain/slug.ts';
import { readCsv } from '../files/read-csv.ts';

/** Reasons why an id no longer belongs to a center. */
const aliasReasons = ['renamed', 'merged', 'gone', 'by hand'] as const;

/** An id that was once published, and the id that replaces it. */
export interface Alias {
  readonly id: string;
  /** The id to use instead; null if the center is gone. */
  readonly now: string | null;
  readonly reason: (typeof aliasReasons)[number];
  /** Date since when the id is replaced: that of the first source without it, or that of a change made by hand. */
  readonly since: string;
}

/**
 * Name of the alias file in the records' folder. It does not end in .json, because every .json file there holds
 * records.
 */
export const aliasFile = 'aliases.csv';
const columns = ['id', 'now', 'reason', 'since'] as const;

/** A row of the alias file. `now` is empty if the center is gone. */
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
 * Reads a folder's alias file; returns an empty list if it has none.
 * @throws naming the line and the fix, also if one id has two rows.
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

/**
 * Reads what to publish about ids in this folder that no longer name a center. Returns an empty list if the path is a
 * file.
 */
export async function readFormerIds(path: string): Promise<FormerId[]> {
  const isFolder = (await stat(path).catch(() => null))?.isDirectory() === true;
  return isFolder ? (await readAliases(path)).map(formerIdOf) : [];
}

const published = { renamed: 'renamed', merged: 'merged', gone: 'unlisted', 'by hand': 'renamed' } as const;

export const formerIdOf = ({ id, now, reason, since }: Alias): FormerId => ({
  id,
  reason: published[reason],
  since,
  now,
});

/** Writes the text of an alias file, sorted by id. */
export function aliasText(aliases: readonly Alias[]): string {
  const sorted = [...aliases].sort((one, other) => (one.id < other.id ? -1 : 1));
  return stringify([[...columns], ...sorted.map(({ id, now, reason, since }) => [id, now ?? '', reason, since])]);
}
