import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { places } from '../../../functions/places/load.ts';
import { recordsToServe } from '../../../infra/local/data.ts';
import { populationLikeOrigins } from '../../support/origins.ts';
import { seeded } from '../../support/random.ts';
import type { Progress } from '../progress.ts';
import { median } from '../statistics.ts';
import { startCluster } from './cluster.ts';
import { middleOf, ratioOf, type Served, type Turn, takeTurn } from './load.ts';
import { installPeer, newPool } from './packages.ts';
import { type Making, makings, type PeerOptions } from './peer-server.ts';
import { watchOthers } from './processor.ts';
import type { ThreadProfile } from './profiling.ts';
import { loadRows, peerRows } from './rows.ts';
import { type Shares, sharesOf } from './shares.ts';

export interface PostgisPlan {
  /** Folder of the listings that every server serves. */
  readonly listings: string;
  readonly connections: readonly number[];
  readonly rounds: number;
  /** Duration of one server's turn. */
  readonly seconds: number;
  /** Number of requests that each server gets before it is measured. */
  readonly warmUp: number;
  /** Number of questions whose answers are compared. */
  readonly compared: number;
  readonly seed: number;
}

/** Our two servers, and the peers, which are named by how they make their answers. */
export const servers = ['ours', 'handler', ...makings] as const;
export type ServerName = (typeof servers)[number];

export interface PostgisLevel {
  readonly connections: number;
  readonly middle: Readonly<Record<ServerName, Turn>>;
  /** Each server's requests per second divided by those of each peer. */
  readonly over: Readonly<Record<ServerName, Readonly<Record<Making, number>>>>;
}

export interface PostgisReport {
  readonly centers: number;
  /** Number of database connections with which each peer was fastest. */
  readonly pools: Readonly<Record<Making, number>>;
  /** Number of questions to which all servers gave the same centers, order, distances, facts and centers in doubt. */
  readonly same: number;
  readonly compared: number;
  readonly levels: readonly PostgisLevel[];
  /** Share of the machine's processors that other programs used during the measurement, 0 to 1. */
  readonly othersShare: number;
  /** How the processor time of the served locator is divided among its parts. */
  readonly shares: Shares;
  /** Milliseconds of processor time per request while the locator was profiled. */
  readonly profiledMs: number;
}

const POOLS = [2, 4, 8];
/** Number of turns, of one second each, for each setting of a peer. */
const TRIES = 3;
/** Number of connections with which each peer's setting is chosen and our threads are profiled. */
const USUAL_CONNECTIONS = 16;
/** Requests per second that no server exceeds, even on a fast machine. */
const MOST_A_SECOND = 4_000;

/**
 * Compares the served locator, our handler alone in Fastify, and Fastify with PostGIS. In turns, the servers answer
 * "the nearest ten with IOP" from points where people live. No question comes twice in a turn.
 * @throws {NoPostgisError}
 */
export async function measurePostgis(plan: PostgisPlan, progress: Progress): Promise<PostgisReport> {
  const closers: (() => Promise<unknown>)[] = [];
  try {
    progress('postgis: starting the database');
    const cluster = await startCluster();
    closers.push(cluster.close);
    progress('postgis: installing fastify, pg and autocannon');
    await installPeer();
    const records = await recordsToServe(plan.listings);
    progress(`postgis: loading ${records.length} centers`);
    const pool = newPool(cluster.connection, 1);
    await loadRows(pool, peerRows(records, Date.now()));
    await pool.end();

    const start = async (file: string, argument: string): Promise<{ child: ChildProcess; served: Served }> => {
      const child = fork(fileURLToPath(new URL(file, import.meta.url)), [argument]);
      closers.push(() => stop(child));
      const { url } = await answerOf<{ url: string }>(child);
      if (child.pid === undefined) throw new Error(`${file} has no process`);
      return { child, served: { url, pids: [child.pid] } };
    };
    progress('postgis: starting ours');
    const { child: ourChild, served: ours } = await start('our-server.ts', plan.listings);
    progress('postgis: starting our handler in Fastify');
    const { served: handler } = await start('handler-server.ts', plan.listings);
    const ask = asking(plan);
    const { dataset } = (await json(ours.url, ask(1)[0] ?? '')) as { readonly dataset: object };
    const startPeer = async (options: Pick<PeerOptions, 'making' | 'pool'>) => {
      const argument = JSON.stringify({ connection: cluster.connection, dataset, ...options });
      const { child, served } = await start('peer-server.ts', argument);
      return { child, options, served: { url: served.url, pids: [...served.pids, cluster.pid] } };
    };

    const turn = (served: Served, connections: number, seconds = plan.seconds, from?: readonly string[]) =>
      takeTurn(served, { connections, seconds, paths: from ?? ask(Math.ceil(seconds * MOST_A_SECOND)) });
    /** Sends requests until every thread has compiled its code and cached its pages. */
    const warm = async (name: string, served: Served): Promise<void> => {
      for (let requests = 0; requests < plan.warmUp; ) {
        requests += (await turn(served, USUAL_CONNECTIONS)).requests;
        progress(`postgis: ${name}, ${requests} requests to warm up`);
      }
    };
    await warm('ours', ours);
    await warm('our handler in Fastify', handler);

    /** Starts a peer of this kind with the number of database connections with which it is fastest. */
    const startBest = async (making: Making) => {
      const tried = await Promise.all(POOLS.map((size) => startPeer({ making, pool: size })));
      const speeds = tried.map((): number[] => []);
      for (let round = 0; round <= TRIES; round += 1) {
        for (const [at, { served }] of tried.entries()) {
          const { perSecond } = await turn(served, USUAL_CONNECTIONS, 1);
          // Round 0 only warms the peer up.
          if (round > 0) speeds[at]?.push(perSecond);
        }
      }
      const [best, ...others] = tried
        .map((one, at) => ({ ...one, perSecond: median(speeds[at] ?? []) }))
        .toSorted((a, b) => b.perSecond - a.perSecond);
      if (best === undefined) throw new Error('no setting of the peer was tried');
      for (const { options, perSecond } of [best, ...others])
        progress(`postgis: ${making}, ${options.pool} connections to it: ${Math.round(perSecond)} a second`);
      for (const { child } of others) await stop(child);
      await warm(`Fastify and PostGIS, ${making}`, best.served);
      return best;
    };
    const [chosen, prepared] = [await startBest('chosen'), await startBest('prepared')];

    let same = 0;
    for (const path of ask(plan.compared)) {
      const [own, ...others] = await Promise.all(
        [ours, handler, chosen.served, prepared.served].map(async ({ url }) => comparable(await json(url, path))),
      );
      if (others.every((other) => isDeepStrictEqual(own, other))) same += 1;
    }
    progress(`postgis: ${same} of ${plan.compared} answers are the same`);

    const all: Readonly<Record<ServerName, Served>> = {
      ...{ ours, handler, chosen: chosen.served, prepared: prepared.served },
    };
    const othersSince = watchOthers([cluster.pid]);
    const levels: PostgisLevel[] = [];
    for (const connections of plan.connections) {
      const turns: Record<ServerName, Turn[]> = { ours: [], handler: [], chosen: [], prepared: [] };
      for (let round = 0; round < plan.rounds; round += 1) {
        const paths = ask(Math.ceil(plan.seconds * MOST_A_SECOND));
        // Each round begins with a different server.
        for (const at of servers.keys()) {
          const name = servers[(at + round) % servers.length] ?? 'ours';
          turns[name].push(await turn(all[name], connections, plan.seconds, paths));
        }
        progress(`postgis: ${connections} connections, round ${round + 1} of ${plan.rounds}`);
      }
      levels.push({
        connections,
        middle: ofEach((name) => middleOf(turns[name])),
        over: ofEach((name) => ({
          chosen: ratioOf(turns[name], turns.chosen),
          prepared: ratioOf(turns[name], turns.prepared),
        })),
      });
    }
    const othersShare = othersSince();

    progress('postgis: profiling ours');
    await tell(ourChild, 'profile');
    const { cpuMsARequest } = await turn(ours, USUAL_CONNECTIONS, plan.seconds * 2);
    const { profiles } = await tell<{ profiles: ThreadProfile[] }>(ourChild, 'profiled');
    return {
      centers: records.length,
      pools: { chosen: chosen.options.pool, prepared: prepared.options.pool },
      ...{ same, compared: plan.compared, levels, othersShare, shares: sharesOf(profiles), profiledMs: cpuMsARequest },
    };
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

function ofEach<Value>(get: (name: ServerName) => Value): Record<ServerName, Value> {
  return {
    ...{ ours: get('ours'), handler: get('handler') },
    ...{ chosen: get('chosen'), prepared: get('prepared') },
  };
}

/** Returns a function that makes the paths of questions, each from another point. */
function asking({ seed }: PostgisPlan): (count: number) => string[] {
  const random = seeded(seed);
  return (count) =>
    populationLikeOrigins(random, places(), count).map(
      ({ lat, lng }) => `/v1/centers?near=${lat.toFixed(5)},${lng.toFixed(5)}&level=iop`,
    );
}

/**
 * Removes from an answer what cannot be equal: the origin's state, which a peer has no source for, the link to the next
 * page, and the time when the server loaded the listings.
 */
function comparable(answer: unknown): unknown {
  const { coverage: _, next: __, dataset: ___, ...compared } = answer as Record<string, unknown>;
  return compared;
}

async function json(url: string, path: string): Promise<unknown> {
  const response = await fetch(`${url}${path}`);
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}`);
  return response.json();
}

async function tell<Answer>(child: ChildProcess, message: string): Promise<Answer> {
  child.send(message);
  return answerOf<Answer>(child);
}

/** Resolves with the process's answer. @throws Error if the process ends first */
async function answerOf<Answer>(child: ChildProcess): Promise<Answer> {
  const ended = new AbortController();
  const gone = once(child, 'exit', { signal: ended.signal }).then(([code]) => {
    throw new Error(`a server of the comparison ended with ${code}`);
  });
  try {
    const [answer] = await Promise.race([once(child, 'message'), gone]);
    return answer as Answer;
  } finally {
    ended.abort();
    await gone.catch(() => {});
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.disconnect();
  await ended;
}
