import type { CenterRecord } from '../../functions/domain/record.ts';
import { buildDataset } from '../../functions/publish/build-dataset.ts';
import { pick } from '../support/random.ts';

/** HEAD and the record of the version are written beside what the dataset is made of. */
const POINTER_ITEMS = 2;

export interface ChangeCost {
  readonly change: string;
  /** Items of the table written when the change is published, HEAD and version included. */
  readonly itemsWritten: readonly number[];
}

/** One thing that changes between two publishes; `null` removes the center. */
type Change = (record: CenterRecord) => CenterRecord | null;

const changes: Readonly<Record<string, Change>> = {
  'an offering confirmed': ({ center, offerings: [first, ...others] }) => ({
    center,
    offerings: first === undefined ? [] : [{ ...first, confirmation: confirmed }, ...others],
  }),
  'a center closed': () => null,
  'a phone changed': ({ center, offerings }) => ({
    center: {
      ...center,
      phones: [{ number: '+16025550199', extension: null, purpose: 'main', answeredBy: 'facility' }],
    },
    offerings,
  }),
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

/**
 * Builds the dataset again with one center changed and counts the items that the table does not have yet.
 * @param kinds How many kinds of change are tried, each on `centers` centers: each is a whole build.
 */
export function measureChanges(
  records: readonly CenterRecord[],
  existing: ReadonlySet<string>,
  { kinds, centers, random }: { kinds: number; centers: number; random: () => number },
): ChangeCost[] {
  return Object.entries(changes)
    .slice(0, kinds)
    .map(([change, apply]) => ({
      change,
      itemsWritten: Array.from({ length: centers }, () => {
        const changing = pick(random, records);
        const changed = records.flatMap((record) => (record === changing ? (apply(record) ?? []) : [record]));
        let fresh = 0;
        buildDataset(changed, ({ hash }) => {
          if (!existing.has(hash)) fresh += 1;
        });
        return fresh + POINTER_ITEMS;
      }),
    }));
}
