import type { Profiler } from 'node:inspector';
import type { ThreadProfile } from './profiling.ts';

/** Parts of the served locator that use processor time. */
export const parts = {
  node: 'Node’s HTTP, streams and messages',
  front: 'infra/local: CDN, gateway, event',
  passing: 'infra/local: to the function’s thread and back',
  log: 'infra/local: the function’s line in the log',
  handler: 'functions: the handler',
  engine: 'the engine',
  memory: 'garbage collection',
  native: 'outside of JavaScript',
} as const;
export type Part = keyof typeof parts;

export interface Share {
  readonly part: Part;
  /** Share of the processor time of all threads, 0 to 1. */
  readonly share: number;
}

/** A function of `infra/local`, and the share of processor time that it used, including the functions that it calls. */
export interface Spot {
  readonly where: string;
  readonly share: number;
}

export interface Shares {
  readonly parts: readonly Share[];
  readonly spots: readonly Spot[];
}

const SPOTS = 15;

/**
 * Assigns each sample of all threads to the part of the nearest caller that belongs to one, and sums the samples of
 * each part. Leaves out time spent waiting.
 */
export function sharesOf(profiles: readonly ThreadProfile[]): Shares {
  const byPart = new Map<Part, number>();
  const bySpot = new Map<string, number>();
  let total = 0;
  const add = <Key>(map: Map<Key, number>, key: Key, time: number) => map.set(key, (map.get(key) ?? 0) + time);
  for (const { thread, profile } of profiles) {
    const parents = parentsOf(profile);
    const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
    const times = new Map<number, number>();
    for (const [at, id] of (profile.samples ?? []).entries()) add(times, id, profile.timeDeltas?.[at] ?? 0);
    for (const [id, time] of times) {
      const path: Profiler.ProfileNode[] = [];
      for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
        const node = nodes.get(at);
        if (node !== undefined) path.push(node);
      }
      const part = partOf(path, thread);
      if (part === null) continue;
      total += time;
      add(byPart, part, time);
      const own = path.find(({ callFrame }) => isFront(callFrame.url));
      if (own !== undefined && part !== 'engine') add(bySpot, spotOf(own), time);
    }
  }
  const share = (time: number): number => (total === 0 ? 0 : time / total);
  return {
    parts: (Object.keys(parts) as Part[]).map((part) => ({ part, share: share(byPart.get(part) ?? 0) })),
    spots: [...bySpot]
      .sort(([, a], [, b]) => b - a)
      .slice(0, SPOTS)
      .map(([where, time]) => ({ where, share: share(time) })),
  };
}

const isWorkerFile = (url: string): boolean => url.endsWith('/infra/local/lambda-worker.ts');
const isFront = (url: string): boolean => url.includes('/infra/local/');
const spotOf = ({ callFrame }: Profiler.ProfileNode): string =>
  `${callFrame.url.slice(callFrame.url.lastIndexOf('/') + 1)} ${callFrame.functionName || '(anonymous)'}`;

/**
 * Finds the part that a sample belongs to. Null if the thread was waiting.
 * @param path Functions from the sampled one to the root.
 */
function partOf(path: readonly Profiler.ProfileNode[], thread: ThreadProfile['thread']): Part | null {
  const [own] = path;
  const name = own?.callFrame.functionName;
  if (name === '(idle)') return null;
  if (name === '(garbage collector)') return 'memory';
  if (name === '(program)') return 'native';
  if (path.some(({ callFrame }) => isWorkerFile(callFrame.url) && callFrame.functionName === 'stream.write'))
    return 'log';
  for (const { callFrame } of path) {
    const { url } = callFrame;
    if (url === '' || url.startsWith('node:')) continue;
    // Looks at the caller instead: scripts without a file are the CDN's functions, and only the front calls them and
    // these packages.
    if (url.startsWith('evalmachine.') || /\/node_modules\/(?:zod|negotiator)\//.test(url)) continue;
    if (isWorkerFile(url) || url.endsWith('/infra/local/lambda.ts')) return 'passing';
    if (isFront(url) && !url.endsWith('/infra/local/engine.ts')) return 'front';
    if (thread === 'main') return /\/test\/bench\//.test(url) ? 'native' : 'engine';
    return 'handler';
  }
  return 'node';
}

function parentsOf({ nodes }: Profiler.Profile): Map<number, number> {
  return new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
}
