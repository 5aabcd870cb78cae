import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serialize } from 'node:v8';
import { decodeContent } from '../../functions/dataset/content.ts';
import { reachableFrom, readInGroups } from '../../functions/dataset/read/reachable.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { collect } from '../../functions/publish/collect.ts';
import { putInPlace } from '../../functions/publish/put-in-place.ts';
import { dynamoStore } from '../../functions/store/dynamo.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import { engineStore } from '../support/engine-store.ts';
import { seeded } from '../support/random.ts';
import { clustered } from './clustered.ts';
import { built } from './items.ts';
import { answersOf, type Questions, questionsAbout, searching } from './searching.ts';
import { type Passing, writeGate } from './write-gate.ts';

export interface KillRunOptions {
  readonly centers: number;
  readonly kills: number;
  /** Number of kills per dataset, before one publish may complete and the next dataset begins. */
  readonly killsADataset: number;
  readonly seed: number;
  readonly progress?: (line: string) => void;
}

export interface KillReport {
  readonly kills: number;
  /** Number killed before the publisher had written anything. */
  readonly beforeFirstWrite: number;
  /** Number killed between its first write and its last, HEAD's. */
  readonly between: number;
  /** Number killed after HEAD had moved, before the publisher got the answer. */
  readonly afterLastWrite: number;
  readonly searches: number;
  /** Number of answers that did not exactly match the dataset that they name. */
  readonly mixed: number;
  readonly failed: number;
  readonly faults: readonly string[];
  /** Number of publishes that completed the work after kills. */
  readonly completed: number;
  /** The outcomes of two publishers that run at the same time, sorted. */
  readonly race: readonly string[];
}

interface Variant {
  readonly version: string;
  readonly hashes: ReadonlySet<string>;
  readonly batches: number;
  readonly file: string;
}

const DAYS_MS = 3 * 86_400_000;
const ITEMS_A_BATCH = 25;

/** Kills publishers at seeded moments while searches run, and occasionally lets one complete. */
export async function killRun(options: KillRunOptions): Promise<KillReport> {
  const { centers, kills, killsADataset, seed, progress = () => {} } = options;
  const random = seeded(seed);
  const folder = await mkdtemp(join(tmpdir(), 'locator-kills-'));
  const engine = await engineStore();
  const gate = await writeGate(engine.endpoint);
  const later = () => Date.now() + DAYS_MS;
  const agedStore = dynamoStore({ client: engine.client, tableName: engine.tableName, now: later });
  const children = new Set<ChildProcess>();
  let searches: ReturnType<typeof searching> | undefined;
  try {
    const expected = new Map<string, readonly string[]>();
    const sets = ['a', 'b', 'c'].map((tag) => clustered(centers, seed).map((record) => renamed(record, tag)));
    const questions = questionsAbout(sets[0] ?? [], random);
    const variants: Variant[] = [];
    for (const [index, records] of sets.entries()) {
      variants.push(await prepare(records, join(folder, `${index}.bin`), questions, expected));
      progress(`dataset ${index + 1} of ${sets.length} built`);
    }
    const variantAt = (index: number): Variant => {
      const variant = variants[index % variants.length];
      if (variant === undefined) throw new Error('no dataset');
      return variant;
    };

    const start = async ({ file }: Variant): Promise<ChildProcess> => {
      const path = fileURLToPath(new URL('kill-child.ts', import.meta.url));
      const child = fork(path, [gate.endpoint, engine.tableName, file], { execArgv: [] });
      children.add(child);
      child.once('exit', () => children.delete(child));
      const [message] = await once(child, 'message');
      if (message !== 'ready') throw new Error(`a publisher says ${message}`);
      return child;
    };
    const ended = async (child: ChildProcess): Promise<string> => {
      const [message] = await once(child, 'message');
      await once(child, 'exit');
      return String(message);
    };
    const publishes = async (variant: Variant): Promise<void> => {
      gate.set(() => {});
      const child = await start(variant);
      const end = ended(child);
      child.send('go');
      const message = await end;
      if (message !== 'published') throw new Error(`a publisher says ${message}`);
      await whole(variant);
    };
    /** The table holds the whole dataset, every item matches its key, and HEAD names it. */
    const whole = async ({ version, hashes }: Variant): Promise<void> => {
      const head = await engine.store.readHead();
      if (head?.version !== version) throw new Error(`HEAD is at ${head?.version}, not ${version}`);
      const reachable = await reachableFrom(head, engine.store);
      const same = reachable.size === hashes.size && [...hashes].every((hash) => reachable.has(hash));
      if (!same) throw new Error('the dataset is not the one that was built');
      for await (const blob of readInGroups([...hashes], engine.store)) decodeContent(blob);
    };

    await publishes(variantAt(0));
    searches = searching(engine.store, questions, expected);
    const counts = { beforeFirstWrite: 0, between: 0, afterLastWrite: 0, completed: 0 };
    let dataset = 1;
    for (let kill = 0; kill < kills; kill += 1) {
      const variant = variantAt(dataset);
      const before = await engine.store.readHead();
      const child = await start(variant);
      const exit = once(child, 'exit');
      gate.set(killAt(child, momentOf(random, Math.ceil((variant.batches / killsADataset) * 1.2))));
      child.send('go');
      await exit;
      await gate.idle();
      const moved = (await engine.store.readHead())?.revision !== before?.revision;
      counts[moved ? 'afterLastWrite' : gate.batches > 0 ? 'between' : 'beforeFirstWrite'] += 1;
      if (!moved && (kill + 1) % killsADataset !== 0 && kill + 1 < kills) continue;
      if (moved) await whole(variant);
      else await publishes(variant);
      counts.completed += 1;
      dataset += 1;
      await collect({ store: agedStore, now: later });
      progress(`${kill + 1} of ${kills} kills, ${counts.between} between first write and last`);
    }

    // Two new datasets that are published at the same time.
    const rivals = [variantAt(dataset), variantAt(dataset)];
    const other = await prepare(clustered(centers, seed + 1), join(folder, 'rival.bin'), questions, expected);
    rivals[1] = other;
    gate.set(() => {});
    const both = await Promise.all(rivals.map(start));
    const ends = both.map(ended);
    for (const child of both) child.send('go');
    const race = await Promise.all(ends);
    const winner = rivals[race.indexOf('published')];
    if (winner !== undefined) await whole(winner);
    const loser = rivals[race.indexOf('told')];
    if (loser !== undefined) await publishes(loser);
    return { kills, ...counts, ...(await searches.end()), race: race.sort() };
  } finally {
    await searches?.end();
    for (const child of children) child.kill('SIGKILL');
    await gate.close();
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Moment {
  readonly operation: string;
  readonly index: number;
  readonly done: boolean;
}

/**
 * The kill usually happens at one of the next batches. If everything is written, it happens at the version's record or
 * HEAD.
 */
function momentOf(random: () => number, batches: number): Moment {
  const done = random() < 0.5;
  // The first put is the version's record, the second HEAD.
  if (random() < 0.03) return { operation: 'PutItem', index: random() < 0.5 ? 0 : 1, done };
  return { operation: 'BatchWriteItem', index: Math.floor(random() * batches), done };
}

function killAt(child: ChildProcess, moment: Moment): (passing: Passing) => void {
  return ({ operation, index, done }) => {
    const reached = operation === moment.operation && index >= moment.index && done === moment.done;
    // If fewer batches were left than expected, the publisher is killed at HEAD's own write.
    if (reached || (operation === 'PutItem' && index === 1 && done)) child.kill('SIGKILL');
  };
}

async function prepare(
  records: readonly CenterRecord[],
  file: string,
  questions: Questions,
  expected: Map<string, readonly string[]>,
): Promise<Variant> {
  const { dataset, blobs } = built(records);
  await writeFile(file, serialize({ head: dataset.head, blobs }));
  const store = memoryStore();
  await putInPlace({ head: dataset.head, blobs }, { store, current: null, now: Date.now() });
  expected.set(dataset.head.version, await answersOf(store, questions));
  return {
    version: dataset.head.version,
    hashes: new Set(blobs.keys()),
    batches: Math.ceil(blobs.size / ITEMS_A_BATCH),
    file,
  };
}

/** The same center under another id, so that no two datasets share a page. */
function renamed(record: CenterRecord, tag: string): CenterRecord {
  const id = `${tag}-${record.center.id}`;
  const offerings = record.offerings.map((offering) => ({ ...offering, id: `${tag}-${offering.id}` }));
  const name = `${record.center.name} ${tag}${tag}`;
  return { ...record, center: { ...record.center, id, name }, offerings };
}
