import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { type CenterRecord, recordSchema } from '../../functions/domain/record.ts';
import { type Alias, aliasRowSchema } from './aliases.ts';

/**
 * What earlier datasets knew and this one lacks, so that it gets its ids back when it returns: a center that was not
 * found or not looked for, with all its offerings; or offerings that a current center no longer has.
 */
export interface Remembered {
  readonly record: CenterRecord;
  /** Ids that led to the center when it was last there. */
  readonly aliases: readonly Alias[];
}

/** Lies beside the records; not .json, since every .json file of that folder holds records. One center a line, by id. */
export const rememberedFile = 'remembered.jsonl';

const lineSchema = z.strictObject({ record: recordSchema, aliases: z.array(aliasRowSchema).default([]) });

/** @throws naming the line and what would be right, also where one center has two lines. */
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
