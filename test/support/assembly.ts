import { mkdir, mkdtemp, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { synthesize } from '../../infra/local/assembly.ts';
import { sourcesHash } from './sources-hash.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = join(root, 'node_modules/.cache/locator-assemblies');

/** All files of this repository that synthesis can read. */
const sources = ['functions', 'infra', 'web', 'test/infra/support', 'cdk.json', 'package-lock.json', 'tsconfig.json'];
/**
 * Commands as in cdk.json's `app`: for the real application, and for one with small bundles that synthesizes in half
 * the time.
 */
const apps = { whole: undefined, stub: 'node test/infra/support/stub-entry.ts' } as const;
const UNUSED_MS = 86_400_000;

/**
 * A cloud assembly of the current sources. All test files and runs share one assembly until a source changes, because
 * each synthesis takes five seconds of processor time.
 * @returns its folder, read-only
 */
export async function assemblyFolder(app: keyof typeof apps = 'whole'): Promise<string> {
  const folder = join(cache, `${app}-${await sourcesHash(sources)}`);
  if (await touched(folder)) return folder;
  await mkdir(cache, { recursive: true });
  await removeUnused();
  const fresh = await mkdtemp(join(cache, 'fresh-'));
  await synthesize(fresh, { app: apps[app] });
  // If several workers synthesize, the first one's folder is kept, and the others use it.
  await rename(fresh, folder).catch(async (error: NodeJS.ErrnoException) => {
    await rm(fresh, { recursive: true });
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
  return folder;
}

/**
 * Marks a folder as used.
 * @returns true if it exists
 */
async function touched(folder: string): Promise<boolean> {
  const now = new Date();
  return utimes(folder, now, now).then(
    () => true,
    () => false,
  );
}

async function removeUnused(): Promise<void> {
  for (const name of await readdir(cache)) {
    const folder = join(cache, name);
    const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (Date.now() - mtimeMs > UNUSED_MS) await rm(folder, { recursive: true, force: true });
  }
}
