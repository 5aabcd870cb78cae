import { readFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { hostSchema } from '../../functions/domain/from-provider-schema.ts';
import { slugSchema } from '../../functions/domain/slug.ts';
import { syntaxFault } from '../../functions/records/positions.ts';
import { schemaFaults } from '../../functions/records/schema-faults.ts';

/** Default folder, which contains the list of providers and the collected files. */
export const PROVIDERS_FOLDER = fileURLToPath(new URL('..', import.meta.url));

const providerSchema = z.strictObject({
  /** The host that serves the file, such as `provider.example`. */
  domain: hostSchema,
  /** Slug of the organization in our listings. */
  organization: slugSchema,
  /**
   * Ids or names of the centers that the provider may state facts about. If empty, those are the centers whose listing
   * names this website.
   */
  centers: z.array(z.string().trim().min(1).max(200)).max(500),
});

const listSchema = z
  .strictObject({ format: z.literal('providers/1'), providers: z.array(providerSchema).max(10_000) })
  .superRefine(({ providers }, context) => {
    const seen = new Set<string>();
    for (const [index, { domain }] of providers.entries()) {
      const bare = bareHost(domain);
      if (seen.has(bare))
        context.addIssue({
          code: 'custom',
          path: ['providers', index, 'domain'],
          message: `"${domain}" is listed twice: keep one entry per site`,
        });
      seen.add(bare);
    }
  });
export type Provider = z.infer<typeof providerSchema>;

/** Removes `www.` from a host, because {@link hostFault} ignores it. */
export const bareHost = (host: string): string => host.replace(/^www\./, '');

/**
 * Reads the list of providers. Returns an empty list if the file does not exist.
 * @throws Error that names every fault
 */
export async function readProviders(folder: string): Promise<Provider[]> {
  const file = join(folder, 'providers.json');
  const text = await textOf(file);
  if (text === null) return [];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const { line, column, message } = syntaxFault(text);
    throw new Error(`${shown(file)}:${line}:${column}: ${message}`);
  }
  const parsed = listSchema.safeParse(value);
  if (parsed.success) return parsed.data.providers;
  const faults = schemaFaults(parsed.error, listSchema, value);
  throw new Error(faults.map(({ path, message }) => `${shown(file)}: /${path.join('/')}: ${message}`).join('\n'));
}

/** Reads a text file; null if it does not exist. */
export async function textOf(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch((error) => {
    if (error?.code === 'ENOENT') return null;
    throw error;
  });
}

const shown = (file: string): string =>
  isAbsolute(file) && file.startsWith(PROVIDERS_FOLDER) ? `data/${file.slice(PROVIDERS_FOLDER.length)}` : file;
