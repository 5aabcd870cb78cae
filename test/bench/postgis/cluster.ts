import { execFile, spawn } from 'node:child_process';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PgConnection } from './packages.ts';

const run = promisify(execFile);
/** Signals that end a benchmark early. The database is then stopped and its folder deleted. */
const signals = ['SIGINT', 'SIGTERM'] as const;
/** Folder into which Debian installs all versions of PostgreSQL. */
const VERSIONS = '/usr/lib/postgresql';
const DATABASE = 'postgres';
const PORT = 5432;

export interface Cluster {
  readonly connection: PgConnection;
  /** The main process of PostgreSQL. Its child processes answer the queries. */
  readonly pid: number;
  close(): Promise<void>;
}

/** PostgreSQL or PostGIS is not installed. The message says how to install them. */
export class NoPostgisError extends Error {
  constructor() {
    super(
      'PostgreSQL with PostGIS is not installed: apt-get install postgresql-15-postgis-3 (or the package of your Debian’s version)',
    );
    this.name = 'NoPostgisError';
  }
}

/**
 * Finds the programs of the newest PostgreSQL version that has PostGIS.
 * @returns their folder; null if there is none
 */
export async function findPostgres(): Promise<string | null> {
  const versions = await namesIn(VERSIONS);
  for (const version of versions.toSorted((a, b) => Number(b) - Number(a))) {
    const bin = await namesIn(join(VERSIONS, version, 'bin'));
    const extensions = await namesIn(`/usr/share/postgresql/${version}/extension`);
    if (bin.includes('initdb') && bin.includes('postgres') && extensions.includes('postgis.control')) {
      return join(VERSIONS, version, 'bin');
    }
  }
  return null;
}

/** Lists a folder. The list is empty if the folder does not exist. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Settings for a database that fits in memory and is only read. */
export const settings: Readonly<Record<string, string>> = {
  listen_addresses: '',
  shared_buffers: '512MB',
  effective_cache_size: '2GB',
  work_mem: '16MB',
  jit: 'off',
  random_page_cost: '1.1',
  // PostgreSQL plans each prepared statement only once.
  plan_cache_mode: 'force_generic_plan',
  max_parallel_workers_per_gather: '0',
  autovacuum: 'off',
  fsync: 'off',
  track_activities: 'off',
  track_counts: 'off',
  update_process_title: 'off',
};

/**
 * Starts a new database in a temporary folder. It can be reached only by a socket in that folder. PostgreSQL refuses to
 * run as root, so for root it runs as the user that Debian's package created.
 * @throws {NoPostgisError}, Error if it does not start
 */
export async function startCluster(): Promise<Cluster> {
  const bin = await findPostgres();
  if (bin === null) throw new NoPostgisError();
  const user = process.getuid?.() === 0 ? await idsOf('postgres') : {};
  const folder = await mkdtemp(join(tmpdir(), 'locator-postgis-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid);
    const data = join(folder, 'data');
    await run(
      join(bin, 'initdb'),
      ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
      { ...user, cwd: folder },
    );
    const options = Object.entries({ ...settings, unix_socket_directories: folder, port: String(PORT) });
    const server = spawn(
      join(bin, 'postgres'),
      ['-D', data, ...options.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
    const said: string[] = [];
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.once('exit', (code) => reject(new Error(`the database ended with ${code}: ${said.join('')}`)));
      server.stderr.on('data', (chunk: Buffer) => {
        said.push(chunk.toString());
        if (said.join('').includes('ready to accept connections')) resolve();
      });
    });
    server.stderr.removeAllListeners('data').resume();
    if (server.pid === undefined) throw new Error('the database has no process');
    const close = async (): Promise<void> => {
      for (const signal of signals) process.off(signal, interrupted);
      // PostgreSQL then closes its connections and stops (a fast shutdown).
      server.kill('SIGINT');
      await ended;
      await remove();
    };
    const interrupted = (signal: NodeJS.Signals): void => {
      void close().finally(() => process.kill(process.pid, signal));
    };
    for (const signal of signals) process.on(signal, interrupted);
    return {
      connection: { host: folder, port: PORT, user: 'postgres', database: DATABASE },
      ...{ pid: server.pid, close },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function idsOf(name: string): Promise<{ readonly uid?: number; readonly gid?: number }> {
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (flag) => Number((await run('id', [flag, name])).stdout.trim())),
  );
  return { ...(uid !== undefined && { uid }), ...(gid !== undefined && { gid }) };
}
