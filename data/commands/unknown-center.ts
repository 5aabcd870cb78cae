import { nearestWord } from '../../functions/domain/nearest-word.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { UnknownCenterError } from '../../functions/publish/correct.ts';
import { publishedRecords } from '../../functions/publish/published-records.ts';
import type { DatasetStore } from '../../functions/store/store.ts';

/**
 * With more published centers than this, an error suggests no similar id: all centers must be read for it, which would
 * take minutes.
 */
const MOST_CENTERS = 50_000;
const MOST_NAMED = 3;

/** Makes an error that says that a center is not published and suggests similar ids. */
export async function unknownCenter(center: string, store: DatasetStore): Promise<UnknownCenterError> {
  const head = await store.readHead();
  const records = head === null || head.centers > MOST_CENTERS ? [] : await publishedRecords(head, store);
  return new UnknownCenterError(`the published dataset has no center "${center}"${meant(center, records)}`);
}

function meant(center: string, records: readonly CenterRecord[]): string {
  const ids = records.map((record) => record.center.id);
  const close = nearestWord(center, ids);
  const begun = center.length < 4 ? [] : ids.filter((id) => id.startsWith(center));
  const named = [...new Set([...(close === null ? [] : [close]), ...begun])].slice(0, MOST_NAMED);
  return named.length === 0 ? '' : `; near: ${named.join(', ')}`;
}
