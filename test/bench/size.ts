import { loadRecords } from '../../data/records/load.ts';
import type { Blob } from '../../functions/dataset/content.ts';
import { packCenter } from '../../functions/dataset/packed-center.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { places } from '../../functions/places/load.ts';
import { buildDataset } from '../../functions/publish/build/build-dataset.ts';
import { renewCursorKeys } from '../../functions/publish/cursor-keys.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import type { DatasetStore } from '../../functions/store/store.ts';
import { listingLike } from '../support/listing-like.ts';
import { seeded } from '../support/random.ts';
import { type CellCost, measureCells } from './cell.ts';
import { type ChangeCost, type ChangePlan, measureChanges } from './change.ts';
import { type ColdCost, type Cost, measureCold, measureCosts } from './cost.ts';
import { type Exactness, measureExactness } from './exactness.ts';
import { writeItemFiles } from './item-file.ts';
import type { Progress } from './progress.ts';
import { filtersFor } from './queries.ts';
import { measureSearchingMemory, type SearchingMemory } from './searching-process.ts';
import { cpuMs } from './statistics.ts';
import { Truth } from './truth.ts';
import { type WatchedStore, watched } from './watched-store.ts';

/** One dataset and its measurements; plain data, so that it can be sent to a worker. */
export interface SizePlan {
  readonly name: string;
  /** Where the centers come from: a number of made-up ones, or a folder of records. */
  readonly source: { readonly count: number } | { readonly folder: string };
  readonly seed: number;
  readonly now: number;
  readonly sections: readonly string[];
  /** Number of searches compared with a plain scan, and number of different filters among these searches. */
  readonly exact: { readonly searches: number; readonly filters: number };
  readonly cost: { readonly aLine: number; readonly aCell: number; readonly cold: number };
  readonly cells: number;
  readonly change: Omit<ChangePlan, 'random'>;
  /** Number of searches in the process whose memory is measured. */
  readonly memory: number;
}

export interface SizeReport {
  readonly name: string;
  readonly build: BuildCost;
  readonly exactness?: Exactness;
  readonly costs?: { readonly lines: readonly Cost[]; readonly matrix: readonly Cost[] };
  readonly cold?: ColdCost;
  readonly cells?: readonly CellCost[];
  readonly changes?: readonly ChangeCost[];
  readonly memory?: SearchingMemory;
}

interface BuildCost {
  readonly centers: number;
  readonly items: number;
  /** Number of pages of the index that serves searches. */
  readonly pages: number;
  readonly centersAPage: number;
  readonly packedBytesACenter: number;
  readonly storedBytesACenter: number;
  readonly recordsCpuMs: number;
  readonly buildCpuMs: number;
  readonly heapMbRecords: number;
  readonly heapMbBuilt: number;
  readonly rssMb: number;
}

export async function measureSize(plan: SizePlan, progress: Progress): Promise<SizeReport> {
  const say: Progress = (text) => progress(`${plan.name}: ${text}`);
  const { records, store, hashes, build } = await publishTimed(plan, say);
  const does = (section: string) => plan.sections.includes(section);
  const random = seeded(plan.seed + 1);
  const costPlan = { ...plan.cost, now: plan.now, random };
  const exactness = does('exactness')
    ? await measureExactness(store, new Truth(records, plan.now), { ...plan.exact, now: plan.now, random }, say)
    : undefined;
  const costs = does('cost') ? await measureCosts(store, filtersFor(records), costPlan, say) : undefined;
  const cold = does('cost') ? await measureCold(store, costPlan) : undefined;
  const cells = does('cell')
    ? await measureCells(store, records, { cells: plan.cells, now: plan.now, random })
    : undefined;
  if (does('memory')) say('a process that only searches');
  const memory = does('memory') ? await memoryOfSearching(store, hashes, plan) : undefined;
  if (does('change')) say('one center changed');
  const changes = does('change') ? await measureChanges(records, store, { ...plan.change, random }, say) : undefined;
  return {
    name: plan.name,
    build,
    ...(exactness && { exactness }),
    ...(costs && { costs }),
    ...(cold && { cold }),
    ...(cells && { cells }),
    ...(changes && { changes }),
    ...(memory && { memory }),
  };
}

async function memoryOfSearching(store: DatasetStore, hashes: Iterable<string>, plan: SizePlan) {
  const head = await store.readHead();
  if (head === null) throw new Error('nothing is published');
  const files = await writeItemFiles(store, head, hashes);
  try {
    return await measureSearchingMemory(files, { searches: plan.memory, seed: plan.seed, now: plan.now });
  } finally {
    files.remove();
  }
}

export async function recordsOf({ source, seed }: Pick<SizePlan, 'source' | 'seed'>): Promise<CenterRecord[]> {
  return 'folder' in source ? loadRecords(source.folder) : [...listingLike(seed, source.count, places())];
}

interface Published {
  readonly records: readonly CenterRecord[];
  readonly store: WatchedStore;
  readonly hashes: ReadonlySet<string>;
  readonly build: BuildCost;
}

async function publishTimed(plan: SizePlan, say: Progress): Promise<Published> {
  say('making records');
  let from = cpuMs();
  const records = await recordsOf(plan);
  const recordsCpuMs = cpuMs() - from;
  const heapMbRecords = heapMb();
  say('building the dataset');
  from = cpuMs();
  const store = memoryStore();
  const { hashes, bytes, pages } = await publishTo(store, records, plan.now, say);
  const buildCpuMs = cpuMs() - from;
  const sample = records.slice(0, 2_000).map((record) => JSON.stringify(packCenter(record)).length);
  const build: BuildCost = {
    centers: records.length,
    items: hashes.size,
    pages,
    centersAPage: records.length / pages,
    packedBytesACenter: sample.reduce((sum, length) => sum + length, 0) / sample.length,
    storedBytesACenter: bytes / records.length,
    recordsCpuMs,
    buildCpuMs,
    heapMbRecords,
    heapMbBuilt: heapMb(),
    /** Peak memory of the whole process, which includes the datasets measured earlier. */
    rssMb: Math.round((process.resourceUsage().maxRSS * 1024) / 1e6),
  };
  return { records, store: watched(store), hashes, build };
}

const ITEMS_A_SAY = 20_000;

/** Publishes records to a store. Unlike a real publish, it does not read confirmations and stored index rows first. */
export async function publishTo(
  store: DatasetStore,
  records: Iterable<CenterRecord>,
  now: number,
  say: Progress = () => {},
): Promise<{ hashes: Set<string>; bytes: number; pages: number }> {
  const blobs = new Map<string, Blob>();
  let bytes = 0;
  const { head, pages } = buildDataset(records, (blob) => {
    if (blobs.has(blob.hash)) return;
    blobs.set(blob.hash, blob);
    bytes += blob.body.length;
    if (blobs.size % ITEMS_A_SAY === 0) say(`${blobs.size} items built`);
  });
  await store.write([...blobs.values()]);
  // The handler cannot answer without keys in the table, because it signs cursors with them.
  await renewCursorKeys(store, now);
  await store.moveHead({ ...head, revision: 1, publishedAt: new Date(now).toISOString() }, null);
  return { hashes: new Set(blobs.keys()), bytes, pages: pages.where };
}

const heapMb = (): number => Math.round(process.memoryUsage().heapUsed / 1e6);
