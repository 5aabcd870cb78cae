import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export type Outcome = 'noticed' | 'survived' | 'out of time';

/** A copy of the working tree in which lines are changed and tests run: the checkout itself is never touched. */
export class Workshop {
  readonly #folder = mkdtempSync(join(tmpdir(), 'locator-mutants-'));
  readonly #copy = join(this.#folder, 'program-locator');

  constructor() {
    const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
    if (listed.status !== 0) throw new Error(`git ls-files: ${listed.stderr}`);
    for (const name of listed.stdout.toString().split('\0')) {
      if (name === '' || !existsSync(join(root, name))) continue;
      mkdirSync(dirname(join(this.#copy, name)), { recursive: true });
      cpSync(join(root, name), join(this.#copy, name));
    }
    symlinkSync(join(root, 'node_modules'), join(this.#copy, 'node_modules'));
    const beside = resolve(root, '../shared');
    if (existsSync(beside)) symlinkSync(beside, join(this.#folder, 'shared'));
  }

  read(file: string): string {
    return readFileSync(join(this.#copy, file), 'utf8');
  }

  write(file: string, text: string): void {
    writeFileSync(join(this.#copy, file), text);
  }

  exists(file: string): boolean {
    return existsSync(join(this.#copy, file));
  }

  /** Runs test files or folders one after the other until one fails. */
  async test(tests: readonly string[], limitMs: number): Promise<Outcome> {
    const arguments_ = ['run', ...tests, '--bail=1', '--maxWorkers=1', '--reporter=dot', '--silent'];
    // Uses its own process group, so that processes started by tests end with it.
    const child = spawn(join(root, 'node_modules/.bin/vitest'), arguments_, {
      cwd: this.#copy,
      detached: true,
      stdio: 'ignore',
      env: { ...process.env, PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}` },
    });
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, limitMs);
    const code = await new Promise<number | null>((done, fail) => child.on('exit', done).on('error', fail));
    clearTimeout(timer);
    if (late) return 'out of time';
    return code === 0 ? 'survived' : 'noticed';
  }

  close(): void {
    rmSync(this.#folder, { recursive: true });
  }
}
