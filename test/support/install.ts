import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const LONGEST_MS = 240_000;

/**
 * Installs packages from npm into a separate folder, because only one measurement needs them. A folder that already
 * holds these packages stays as it is.
 * @param packages With their exact versions, such as `dynamodb-geo@0.4.0`.
 * @throws Error if npm fails or takes longer than four minutes.
 */
export async function installPackages(folder: string, packages: readonly string[]): Promise<void> {
  const [list, done] = [packages.join('\n'), join(folder, 'installed.txt')];
  if ((await readFile(done, 'utf8').catch(() => '')) === list) return;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  await run('npm', ['install', '--no-audit', '--no-fund', '--save-exact', ...packages], {
    cwd: folder,
    timeout: LONGEST_MS,
  });
  await writeFile(done, list);
}
