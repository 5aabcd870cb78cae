import { execFile } from 'node:child_process';
import { rmSync, watch } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, promisify } from 'node:util';
import { readSiteContents } from '../site-assets.ts';
import { type SynthesizedStack, synthesize } from './assembly.ts';
import { readInputs, repository } from './dev-inputs.ts';
import { type Inputs, type Work, workFor } from './dev-work.ts';
import type { Part } from './rebuild.ts';
import { type Local, main } from './start.ts';
import { readDeclaration } from './template.ts';

const run = promisify(execFile);
const watched = ['functions', 'infra', 'web', 'data'];
/**
 * Milliseconds without another change before work starts. Editors write a file in several steps, and `git switch`
 * changes many files.
 */
const SETTLE_MS = 80;

const print = (line: string): void => console.log(`${new Date().toTimeString().slice(0, 8)}  ${line}`);

/**
 * Rebuilds and serves what changes, until the process ends. If a build fails, prints the error, and the previous build
 * stays in use.
 */
async function develop(local: Local): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'locator-dev-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const state: State = { local, folder, stack: local.stack, inputs: await readInputs(), built: 0 };
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let busy = false;
  let owed: Work | undefined;

  const turn = async (): Promise<void> => {
    if (busy || changed.size === 0) return;
    busy = true;
    const files = [...changed];
    changed.clear();
    try {
      state.inputs = await readInputs().catch(() => state.inputs);
      const work = workFor(files, state.inputs, owed);
      owed = work;
      await doWork(state, work, files);
      owed = undefined;
    } catch (error) {
      print(`not built; the previous version keeps running\n${messageOf(error)}`);
    }
    busy = false;
    void turn();
  };
  for (const name of watched) {
    watch(join(repository, name), { recursive: true }, (_event, file) => {
      if (file === null) return;
      changed.add(`${name}/${file}`);
      clearTimeout(timer);
      timer = setTimeout(turn, SETTLE_MS);
    });
  }
  print(`watching ${watched.join(', ')}`);
}

interface State {
  readonly local: Local;
  readonly folder: string;
  /** The application that is served now. */
  stack: SynthesizedStack;
  inputs: Inputs;
  /** Number of builds so far. Each build gets its own folder, because code of the previous build may still run. */
  built: number;
}

async function doWork(state: State, { parts, template, data, server }: Work, files: readonly string[]): Promise<void> {
  const started = performance.now();
  const seconds = (): string => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  const what = files.length === 1 ? files[0] : `${files.length} files`;
  if (server.length > 0) print(`${server.join(', ')}: the server itself; start npm run dev again to use it`);
  if (parts.length > 0) {
    const next = await withParts(state, parts);
    if (next === null) return doWork(state, { parts: [], template: true, data, server: [] }, files);
    await serve(state, next);
    print(`${what}: built ${parts.join(', ')} in ${seconds()}`);
  }
  if (template) {
    await serve(state, await synthesize(nextFolder(state, 'assembly')));
    print(`${what}: synthesized everything in ${seconds()}`);
  }
  if (data) {
    const table = ['--table', state.local.tableName, '--endpoint', state.local.endpoint];
    const command = ['data/cli.ts', 'publish', process.env.LOCATOR_DATA || 'data/centers', '--with-examples', ...table];
    const { stdout } = await run(process.execPath, command, { cwd: repository });
    print(`${what}: published in ${seconds()}\n${stdout.trim()}`);
  }
}

async function serve(state: State, stack: SynthesizedStack): Promise<void> {
  await state.local.replace(stack);
  state.stack = stack;
}

/** Builds these parts and returns the application with them; null if the template must change too. */
async function withParts(state: State, parts: readonly Part[]): Promise<SynthesizedStack | null> {
  const { functions, uploads, site } = readDeclaration(state.stack);
  const search = [...functions.values()].find(({ id }) => id !== uploads.functionId);
  const before = { search: search?.folder, publisher: functions.get(uploads.functionId)?.folder, site: site.folder };
  const folders = new Map<string | undefined, string>();
  await Promise.all(
    parts.map(async (part) => {
      const folder = nextFolder(state, part);
      await run(process.execPath, [join(repository, 'infra/local/rebuild.ts'), part, folder]);
      folders.set(before[part], folder);
    }),
  );
  // If the list of the site's files or its 404 page changed, the template must change too, because the CDN's function
  // contains both.
  const built = folders.get(site.folder);
  if (built !== undefined && !isDeepStrictEqual(readSiteContents(built), readSiteContents(site.folder))) return null;
  const assets = [...state.stack.assets].map(([key, folder]) => [key, folders.get(folder) ?? folder] as const);
  return { template: state.stack.template, assets: new Map(assets) };
}

function nextFolder(state: State, name: string): string {
  state.built += 1;
  return join(state.folder, `${name}-${state.built}`);
}

/** Returns a build's own error output if there is any, because it explains more than the exit code. */
function messageOf(error: unknown): string {
  const { stderr } = error as { stderr?: unknown };
  if (typeof stderr === 'string' && stderr.trim() !== '') return stderr.trim();
  return error instanceof Error ? error.message : String(error);
}

await main(develop);
