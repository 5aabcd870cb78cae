import { loadRecords } from '../../data/records/load.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';

let loaded: Promise<readonly CenterRecord[]> | undefined;

/** All published listings: read once for the test files that share a process, and not to be changed. */
export function listings(): Promise<readonly CenterRecord[]> {
  loaded ??= loadRecords('data/centers');
  return loaded;
}
