import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { type CenterRecord, recordSchema } from '../../functions/domain/record.ts';
import { type Alias, aliasRowSchema } from './aliases.ts';

/**
 * A center or offerings that earlier datasets had and this one lacks, kept so that they get their ids back if they
 * return: a center that was not found or not looked for, with all its offerings; or a current center's lost offerings.
 */
export interface Remembered {
  readonly record: CenterRecord;
  /** The aliases that led to the center in the last dataset with this center. */
  readonly aliases: readonly Alias[];
}

/**
 * Name of the file in the records' folder. It does not end in .json, because every .json file there holds records. It
 * has one center per line, sorted by id.
 */
export const rememberedFile = 'remembered.jsonl';

const lineSchema = z.strictObject({ record: recordSchema, aliases: z.array(aliasRowSchema).default([]) });

/** @throws naming the line and the fault, also if one center has two lines. */
export async function readRemembered(folder: string): Promise<Remembered[]> {
  const path = `${folder}/${rememberedFile}`;
  if ((await stat(path).catch(() => null)) === null) return [];
  const found = new Map<string, Remembered>();
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    line++;
    if (text.trim() === '') continue;
    const where = `"${path}" line ${line}`;
    const result = lineSchema.safeParse(jsonOf(text, where));
    if (!result.success) {
      const reasons = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
      throw new Error(`${where}: ${reasons.join('; ')}`);
    }
    const { id } = result.data.record.center;
    if (found.has(id)) throw new Error(`${where}: "${id}" has a line already`);
    found.set(id, result.data);
  }
  return [...found.values()];
}

function jsonOf(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${where} is not JSON`, { cause: error });
  }
}

export function rememberedText(remembered: readonly Remembered[]): string {
  const lines = remembered.map(({ record: { center, offerings }, aliases }) =>
    JSON.stringify({ record: { center, offerings }, ...(aliases.length > 0 && { aliases }) }),
  );
  return lines.map((line) => `${line}\n`).join('');
}
