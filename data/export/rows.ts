import type { CenterRecord } from '../../functions/domain/record.ts';
import { type Cells, type Column, columns } from '../../functions/records/columns/columns.ts';
import { valueAt } from '../../functions/records/raw.ts';

export interface RowOptions {
  /** True to include the fields that only the admissions team sees. */
  readonly withPrivate: boolean;
}

/** Lists the columns of a table, in order. */
export function columnsFor({ withPrivate }: RowOptions): readonly Column[] {
  return columns.filter(({ of }) => withPrivate || of !== 'private');
}

/** Makes one row per offering. A center without offerings gets one row with empty offering cells. */
export function rowsOf({ center, offerings, private: fields }: CenterRecord, options: RowOptions): Cells[] {
  const offered = offerings.length === 0 ? [null] : offerings;
  return offered.map((offering) => {
    const parts = { center, offering, private: fields };
    return Object.fromEntries(
      columnsFor(options).map(({ name, of, path, write }) => {
        const part = parts[of] ?? null;
        const value = part === null ? undefined : valueAt(part, path);
        // An unpublished street is null in the record, but the column writes a word for it, so null is passed to
        // `write`.
        return [name, value === undefined ? '' : (write(value) ?? '')];
      }),
    );
  });
}
