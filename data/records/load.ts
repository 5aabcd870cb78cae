import type { CenterRecord } from '../../functions/domain/record.ts';
import { DataError } from '../../functions/records/fault.ts';
import { checkRecords } from './read.ts';

export { DataError, describeFault, type Fault } from '../../functions/records/fault.ts';

/**
 * Reads the records of a file, or of every `.json` file of a folder, sorted by id.
 * @throws {DataError} naming every fault with file and line; there is no partial load.
 */
export async function loadRecords(path: string): Promise<CenterRecord[]> {
  const { records, faults } = await checkRecords(path);
  if (faults.length > 0) throw new DataError(faults);
  return records.sort((one, other) => (one.center.id < other.center.id ? -1 : 1));
}
