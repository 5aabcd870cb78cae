import type { FormerId } from '../../functions/domain/former-id.ts';
import { formerToPublish } from '../../functions/domain/former-to-publish.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { AddedToApply } from '../../functions/publish/added/apply-added.ts';
import { movedIds, readCarried } from '../../functions/publish/added/carry-renamed.ts';
import { correctionsInWords } from '../../functions/publish/corrections-in-words.ts';
import { publishedRecords } from '../../functions/publish/published-records.ts';
import { type TableOptions, withTable } from './publish-table.ts';

export interface AgainstTable {
  /** The records that readers see now, before the publish. */
  readonly before: readonly CenterRecord[];
  /**
   * The records that readers would see after the publish: with what people added to the table, without private fields.
   */
  readonly after: readonly CenterRecord[];
  /** Notes about corrections that publishing would report. */
  readonly notes: readonly string[];
}

/**
 * Finds what publishing records to a table would change.
 * @throws Error if the path or the table does not exist
 */
export async function againstTable(
  records: readonly CenterRecord[],
  { former, ...options }: TableOptions & { readonly former: readonly FormerId[] },
): Promise<AgainstTable> {
  if (!/^[\w.-]{3,255}$/.test(options.table)) throw new Error(`there is no file or folder "${options.table}"`);
  return withTable(options, async (store) => {
    const head = await store.readHead();
    const before = head === null ? [] : await publishedRecords(head, store);
    const { added: said, ...carried } = await readCarried(records, former, store);
    const purged = (await store.purged()).following(former);
    const added = new AddedToApply(said, purged);
    const after = [...added.onto(records)].map(({ center, offerings }) => ({ center, offerings }));
    const { beneath, closed, remarks, orphanCorrections } = added;
    const notes = correctionsInWords({
      ...{ corrected: beneath.length, closed: closed.size, remarks, orphanCorrections },
      ...{ carried: movedIds(carried), overtakenCorrections: carried.overtaken },
      leadNowhere: formerToPublish(purged.without(former), closed, new Set(after.map(({ center }) => center.id)))
        .leadNowhere,
    });
    return { before, after, notes };
  });
}
