import { decodeContent } from '../../functions/dataset/content.ts';
import type { DatasetReader } from '../../functions/dataset/dataset-reader.ts';
import type { Head } from '../../functions/dataset/head.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import type { Prepared } from '../../functions/publish/build/build-dataset.ts';
import { changeCenters } from '../../functions/publish/change/change-centers.ts';
import type { DatasetStore } from '../../functions/store/store.ts';
import { pick } from '../support/random.ts';
import type { Progress } from './progress.ts';

/** Each publish writes HEAD and the version's record in addition to the dataset's items. */
const HEAD_ITEMS = 2;

export interface ChangeCost {
  readonly change: string;
  /** For each change, the number of items written when it is published, including HEAD and the version. */
  readonly itemsWritten: readonly number[];
  /**
   * For each kind of item, how many items the most expensive change wrote: those of each index, the counts, HEAD and
   * the version.
   */
  readonly among: Readonly<Record<string, number>>;
}

export interface ChangePlan {
  /**
   * For each kind of change, the number of centers that are changed. Each change is made by itself, as confirmations
   * and corrections are published.
   */
  readonly centers: number;
  readonly random: () => number;
}

type Edit = (record: CenterRecord) => CenterRecord | null;

/** Returns the changed center, or null to remove the center. */
const edits: Readonly<Record<string, Edit>> = {
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
  'a center closed': () => null,
  'a name changed': ({ center, offerings }) => ({ center: { ...center, name: `Renamed ${center.name}` }, offerings }),
  'moved two blocks': ({ center, offerings }) => ({
    center: { ...center, location: { ...center.location, lat: center.location.lat + 0.003 } },
    offerings,
  }),
  'run by others': ({ center, offerings }) => ({
    center: { ...center, organization: { slug: 'quartz-valley', name: 'Quartz Valley' } },
    offerings,
  }),
};
const confirmed = {
  state: 'confirmed',
  confirmedAt: '2026-01-05T10:00:00Z',
  expiresAt: '2026-04-05T10:00:00Z',
} as const;

/** Changes one center at a time and counts the items written. Publishing all records again would write the same items. */
export async function measureChanges(
  records: readonly CenterRecord[],
  store: DatasetStore,
  plan: ChangePlan,
  progress: Progress,
): Promise<ChangeCost[]> {
  const head = await store.readHead();
  if (head === null) throw new Error('nothing is published');
  const tried = async (change: string, changing: (id: string) => Promise<Prepared>): Promise<ChangeCost> => {
    progress(`one center changed: ${change}`);
    const written: Written[] = [];
    for (let n = 0; n < plan.centers; n += 1)
      written.push(itemsOf(await changing(pick(plan.random, records).center.id)));
    return costOf(change, written);
  };
  const costs: ChangeCost[] = [];
  for (const [change, edit] of Object.entries(edits)) {
    costs.push(
      await tried(change, (id) =>
        changeCenters(head, store, [id], (record) => ({ record: edit(record), beneath: null })),
      ),
    );
  }
  // A correction by an editor also stores the imported record, which is one more item.
  for (const change of ['a center closed', 'a name changed']) {
    const edit = edits[change] ?? (() => null);
    costs.push(
      await tried(`${change} by an editor`, (id) =>
        changeCenters(head, store, [id], (record) => ({ record: edit(record), beneath: record })),
      ),
    );
  }
  costs.push(await tried('a center opened', (id) => opened(head, store, id)));
  return costs;
}

/** Prepares two changes: an editor closes a center, then reopens it under another name. @returns the second change */
async function opened(head: Head, store: DatasetStore, id: string): Promise<Prepared> {
  const closed = await changeCenters(head, store, [id], (record) => ({ record: null, beneath: record }));
  const over: DatasetReader = {
    ...store,
    async read({ hashes, head }, meter) {
      const { bodies } = await store.read({ hashes: hashes.filter((hash) => !closed.blobs.has(hash)), head }, meter);
      const found = new Map(bodies);
      for (const hash of hashes) {
        const blob = closed.blobs.get(hash);
        if (blob !== undefined) found.set(hash, blob.body);
      }
      return { bodies: found, head: undefined };
    },
  };
  const { revision, publishedAt } = head;
  return changeCenters({ ...closed.head, revision, publishedAt }, over, [id], ({ center, offerings }) => ({
    record: { center: { ...center, name: `Newly opened ${center.name}` }, offerings },
    beneath: null,
  }));
}

type Written = Readonly<Record<string, number>>;

/** Number of items in each index of the dataset. */
function itemsOf({ head, blobs: fresh }: Prepared): Written {
  const { roots, summary, beneath = '' } = head;
  const below = (hash: string): number => {
    const blob = fresh.get(hash);
    if (blob === undefined) return 0;
    const content = decodeContent(blob);
    if (content.kind !== 'node') return 1;
    return content.entries.reduce((sum, entry) => sum + below(entry.hash), 1);
  };
  const indexes = Object.entries(roots).map(([index, root]) => [index, below(root)] as const);
  return Object.fromEntries([
    ...indexes,
    ['beneath', below(beneath)],
    ['counts', fresh.has(summary) ? 1 : 0],
    ['HEAD', HEAD_ITEMS],
  ]);
}

function costOf(change: string, written: readonly Written[]): ChangeCost {
  const total = (of: Written): number => Object.values(of).reduce((sum, items) => sum + items, 0);
  const itemsWritten = written.map(total);
  const among = written[itemsWritten.indexOf(Math.max(...itemsWritten))] ?? {};
  return { change, itemsWritten, among };
}
