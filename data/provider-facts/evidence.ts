import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { hostSchema } from '../../functions/domain/from-provider-schema.ts';
import { slugSchema } from '../../functions/domain/slug.ts';
import { checkProvider } from '../../functions/records/provider/check.ts';
import type { ProviderFile } from '../../functions/records/provider/schema.ts';
import { writeWhole } from '../files/write-whole.ts';
import { formatJson } from '../records/format.ts';
import { textOf } from './list.ts';

const instant = z.iso.datetime();

/** The record of one provider's file: where and when it was downloaded, and the outcome. */
const evidenceSchema = z.strictObject({
  format: z.literal('provider-evidence/1'),
  host: hostSchema,
  url: z.url(),
  /** `withdrawn`: the site answered 410, so we ignore everything that its file said before. */
  state: z.enum(['current', 'withdrawn']),
  /** When the accepted edition was downloaded, and the SHA-256 of its bytes. Null if no edition was ever accepted. */
  fetchedAt: instant.nullable(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  etag: z.string().max(500).nullable(),
  /** When the site last confirmed this edition: by a download or a 304. */
  readAt: instant.nullable(),
  lastTry: z.strictObject({ at: instant, outcome: z.string().max(2_000) }),
  /** When the current series of failures started. */
  failingSince: instant.nullable(),
  /** Says how we know that the file comes from the organization, and what remains unproved. */
  proof: z.string().max(2_000),
  /** Which listed center each center in the file is, and which offering each of its programs is. */
  centers: z
    .array(
      z.strictObject({
        says: slugSchema,
        center: slugSchema,
        by: z.enum(['list', 'website']),
        offerings: z.record(slugSchema, slugSchema),
      }),
    )
    .max(500),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** The stored file of a provider with its evidence. */
export interface Kept {
  readonly evidence: Evidence;
  /** The last edition that passed every check. Null if no edition passed yet, or if the provider withdrew its file. */
  readonly file: ProviderFile | null;
}

/** Replaces the colon before a port, because some systems do not allow a colon in file names. */
const nameOf = (host: string): string => host.replace(':', '_');
const evidenceFile = (folder: string, host: string) => join(folder, 'providers', `${nameOf(host)}.evidence.json`);
const editionFile = (folder: string, host: string) =>
  join(folder, 'providers', `${nameOf(host)}.treatment-programs.json`);

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Reads the stored file of a provider, and checks that it is the downloaded edition.
 * @throws Error if it is damaged or was edited
 */
export async function readKept(folder: string, host: string): Promise<Kept | null> {
  const name = evidenceFile(folder, host);
  const text = await textOf(name);
  if (text === null) return null;
  const evidence = evidenceSchema.parse(JSON.parse(text));
  if (evidence.host !== host) throw new Error(`${name} is about ${evidence.host}`);
  if (evidence.state === 'withdrawn' || evidence.sha256 === null || evidence.readAt === null)
    return { evidence, file: null };
  const edition = editionFile(folder, host);
  const bytes = await readFile(edition);
  if (sha256Of(bytes) !== evidence.sha256)
    throw new Error(`${edition} is not what was downloaded on ${evidence.fetchedAt}: it was edited`);
  const { file, faults } = checkProvider(edition, bytes, evidence.readAt.slice(0, 'yyyy-mm-dd'.length));
  if (file === null) throw new Error(`${edition} does not fit this version of the format: ${faults[0]?.message}`);
  return { evidence, file };
}

/**
 * Stores a provider's evidence and, if given, its edition.
 * @param bytes The edition. If null, the stored edition is kept, or deleted if the evidence names no edition.
 */
export async function writeKept(folder: string, evidence: Evidence, bytes: Buffer | null): Promise<void> {
  const { host } = evidence;
  // Writes the edition first: evidence without its edition would stop every publish.
  if (bytes !== null) await writeWhole(editionFile(folder, host), bytes.toString('utf8'));
  await writeWhole(evidenceFile(folder, host), formatJson(evidenceSchema.parse(evidence)));
  if (evidence.sha256 === null) await rm(editionFile(folder, host), { force: true });
}

export async function removeKept(folder: string, name: string): Promise<void> {
  for (const end of ['.evidence.json', '.treatment-programs.json'])
    await rm(join(folder, 'providers', `${name}${end}`), { force: true });
}
export const keptName = nameOf;
