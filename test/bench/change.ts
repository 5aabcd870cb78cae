import { type Blob, decodeContent } from '../../functions/dataset/content.ts';
import type { Head } from '../../functions/dataset/head.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { buildDataset } from '../../functions/publish/build-dataset.ts';
import { changeCenters } from '../../functions/publish/change-centers.ts';
import type { DatasetStore } from '../../functions/store/store.ts';
import { pick } from '../support/random.ts';
import type { Progress } from './progress.ts';

/** HEAD and the record of the version are written beside what the dataset is made of. */
const POINTER_ITEMS = 2;

export interface ChangeCost {
  readonly change: string;
  /** Of each change tried, the items of the table written when it is published, HEAD and version included. */
  readonly itemsWritten: readonly number[];
  /** Where the items of the costliest one are: orders of the dataset, the counts, HEAD with the version. */
  readonly among: Readonly<Record<string, number>>;
}

export interface ChangePlan {
  /** Centers confirmed and given another phone, each as the publisher of confirmations does it. */
  readonly inPlace: number;
  /** How many kinds of change that move a center, each on so many centers: each of these is a whole build. */
  readonly kinds: number;
  readonly centers: number;
  readonly random: () => number;
}

type Edit = (record: CenterRecord) => CenterRecord;

/** What leaves a center at its place in every order. */
const inPlace: Readonly<Record<string, Edit>> = {
  'an offering confirmed': ({ center, offerings: [first, ...others] }) => ({
    center,
    offerings: first === undefined ? [] : [{ ...first, confirmation: confirmed }, ...others],
  }),
  'a phone changed': ({ center, offerings }) => ({
    center: {
      ...center,
      phones: [{ number: '+16025550199', extension: null, purpose: 'main', answeredBy: 'facility' }],
    },
    offerings,
  }),
};

/** What moves it; `null` removes the center. */
const moving: Readonly<Record<string, (record: CenterRecord) => CenterRecord | null>> = {
  'a center closed': () => null,
  'a name changed': ({ center, offerings }) => ({ center: { ...center, name: `Renamed ${center.name}` }, offerings }),
  'moved two blocks': ({ center, offerings }) => ({
    center: { ...center, location: { ...center.location, lat: center.location.lat + 0.003 } },
    offerings,
  }),
};

const confirmed = {
  state: 'confirmed',
  confirmedAt: '2026-01-05T10:00:00Z',
  expiresAt: '2026-04-05T10:00:00Z',
} as const;

/** Changes one center at a time and counts the items that the table does not have yet. */
export async function measureChanges(
  records: readonly CenterRecord[],
  store: DatasetStore,
  existing: ReadonlySet<string>,
  plan: ChangePlan,
  progress: Progress,
): Promise<ChangeCost[]> {
  const head = await store.readHead();
  if (head === null) throw new Error('nothing is published');
  const costs: ChangeCost[] = [];
  for (const [change, edit] of Object.entries(inPlace)) {
    const written: Written[] = [];
    for (let n = 0; n < plan.inPlace; n += 1) {
      const changed = await changeCenters(head, store, [pick(plan.random, records).center.id], (record) => ({
        record: edit(record),
        beneath: null,
      }));
      written.push(itemsOf(changed.head, changed.blobs));
    }
    costs.push(costOf(change, written));
  }
  for (const [change, edit] of Object.entries(moving).slice(0, plan.kinds)) {
    const written: Written[] = [];
    for (let n = 0; n < plan.centers; n += 1) {
      progress(`one center changed: ${change}`);
      const fresh = new Map<string, Blob>();
      const changed = buildDataset(withOne(records, pick(plan.random, records), edit), (blob) => {
        if (!existing.has(blob.hash)) fresh.set(blob.hash, blob);
      });
      written.push(itemsOf(changed.head, fresh));
    }
    costs.push(costOf(change, written));
  }
  return costs;
}

function* withOne(
  records: readonly CenterRecord[],
  changing: CenterRecord,
  edit: (record: CenterRecord) => CenterRecord | null,
): Generator<CenterRecord> {
  for (const record of records) {
    const next = record === changing ? edit(record) : record;
    if (next !== null) yield next;
  }
}

type Written = Readonly<Record<string, number>>;

/** How many of the items are in each order of the dataset. */
function itemsOf({ roots, summary }: Pick<Head, 'roots' | 'summary'>, fresh: ReadonlyMap<string, Blob>): Written {
  const below = (hash: string): number => {
    const blob = fresh.get(hash);
    if (blob === undefined) return 0;
    const content = decodeContent(blob);
    if (content.kind !== 'node') return 1;
    return content.entries.reduce((sum, entry) => sum + below(entry.hash), 1);
  };
  const orders = Object.entries(roots).map(([order, root]) => [order, below(root)] as const);
  return Object.fromEntries([...orders, ['counts', fresh.has(summary) ? 1 : 0], ['HEAD', POINTER_ITEMS]]);
}

function costOf(change: string, written: readonly Written[]): ChangeCost {
  const total = (of: Written): number => Object.values(of).reduce((sum, items) => sum + items, 0);
  const itemsWritten = written.map(total);
  const among = written[itemsWritten.indexOf(Math.max(...itemsWritten))] ?? {};
  return { change, itemsWritten, among };
}
