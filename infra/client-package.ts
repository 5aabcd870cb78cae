import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Name of the file that the site serves: `npm install https://<the site>/client.tgz`. */
export const CLIENT_PACKAGE = 'client.tgz';

export const hasClientPackage = (webFolder: string): boolean => existsSync(join(webFolder, 'client', 'package.json'));

/**
 * Packs the client as a package of its own. The same files always give the same bytes, because npm writes no times or
 * owners into it.
 * @param outFolder Folder in which `client.tgz` is written.
 */
export function packClient(outFolder: string, webFolder: string): void {
  // The temporary folder is inside the output folder, because a file cannot be renamed from one disk to another.
  const packed = mkdtempSync(join(outFolder, 'packed-'));
  const home = mkdtempSync(join(tmpdir(), 'locator-npm-'));
  try {
    execFileSync('npm', ['pack', '--silent', '--offline', '--ignore-scripts', '--pack-destination', packed], {
      cwd: join(webFolder, 'client'),
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        PATH: process.env.PATH,
        HOME: home,
        npm_config_cache: join(home, 'cache'),
        npm_config_update_notifier: 'false',
      },
    });
    const [file] = readdirSync(packed);
    if (file === undefined) throw new Error('npm pack wrote no client package');
    renameSync(join(packed, file), join(outFolder, CLIENT_PACKAGE));
  } finally {
    for (const folder of [packed, home]) rmSync(folder, { recursive: true, force: true });
  }
}
