import { whoami } from '../../data/commands/whoami.ts';
import type { FormerId } from '../../functions/domain/former-id.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { importPrivate } from '../../functions/publish/agent/import-private.ts';
import { renewCursorKeys } from '../../functions/publish/cursor-keys.ts';
import { publish } from '../../functions/publish/publish.ts';
import type { PrivateStore } from '../../functions/store/agent-store.ts';
import type { DatasetStore, Standing } from '../../functions/store/store.ts';
import { countText } from './data.ts';

/** Thrown if a kept store already has a dataset, and the user named other data. Nothing was written. */
export class StoreKeptError extends Error {
  constructor(folder: string, there: Standing, centers: number) {
    super(
      `LOCATOR_STORE ${folder} has ${describeKept(there)}, and LOCATOR_DATA other data (${centers} centers). Nothing was replaced.\n` +
        'Leave LOCATOR_DATA out to serve what is there, and publish other data to it with the command that npm start then prints; ' +
        'or name an empty folder.',
    );
    this.name = 'StoreKeptError';
  }
}

export interface Seeding {
  readonly store: DatasetStore & PrivateStore;
  /** Folder in which the table is kept, for messages. */
  readonly folder: string;
  /** True if the user named the data, instead of using the default. */
  readonly named: boolean;
  /** Reads the records to publish. It is only called if they are needed. */
  readonly records: () => Promise<readonly CenterRecord[]>;
  /** Reads former ids, which no longer name a center. @default none */
  readonly former?: () => Promise<readonly FormerId[]>;
  /** Receives a line that says what was done. */
  readonly progress: (line: string) => void;
}

/**
 * Publishes records to a table that has no dataset. An existing dataset is never replaced; it is served as it is.
 * @returns the existing dataset; null if there was none
 * @throws {StoreKeptError} if the user named data that differs from the existing dataset
 */
export async function seed({ store, folder, named, records, former, progress }: Seeding): Promise<Standing | null> {
  const there = await store.readStanding();
  if (there !== null && !named) {
    await renewCursorKeys(store, Date.now());
    progress(`kept: ${describeKept(there)}`);
    return there;
  }
  const given = await records();
  if (there === null && given.length === 0) return null;
  const report = await publish({
    store,
    records: given,
    former: (await former?.()) ?? [],
    origin: { what: 'publish', by: whoami() },
    now: Date.now(),
    dryRun: there !== null,
    onlyFirst: there === null,
  });
  if (there !== null && report.changed) throw new StoreKeptError(folder, there, given.length);
  if (there === null) await importPrivate(given, { store, now: Date.now() });
  const { version, pages, written } = report;
  progress(`dataset ${version}: ${countText(given)} on ${pages} pages, ${written} items new`);
  return there;
}

export function describeKept({ version, centers, publishedAt, head }: Standing): string {
  const older = head === null ? ', in an older format that cannot be served' : '';
  return `version ${version}, ${centers} centers, published ${publishedAt}${older}`;
}
