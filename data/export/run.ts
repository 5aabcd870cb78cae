import type { CenterRecord } from '../../functions/domain/record.ts';
import { writeWhole } from '../files/write-whole.ts';
import { formatJson } from '../records/format.ts';
import { loadRecords } from '../records/load.ts';
import { toCsv } from './csv.ts';
import { toGeoJson } from './geojson.ts';
import { hsdsText, toHsds } from './hsds.ts';
import type { RowOptions } from './rows.ts';

export const formats = {
  json: (records, { withPrivate }) => formatJson(withPrivate ? records : records.map(withoutPrivate)),
  csv: toCsv,
  geojson: (records, { withPrivate }) => formatJson(toGeoJson(withPrivate ? records : records.map(withoutPrivate))),
  hsds: (records, options) => hsdsText(toHsds(records, options)),
} as const satisfies Record<string, (records: readonly CenterRecord[], options: RowOptions) => string>;
export type Format = keyof typeof formats;

export interface ExportOptions extends RowOptions {
  readonly format: Format;
  /** Path of the file to write; it is written completely or not at all. @default none: the text is returned */
  readonly out?: string | undefined;
}

/**
 * Exports the whole dataset in one of the formats, sorted by id.
 * @returns the text, or null if it was written to a file.
 * @throws {DataError} if the data has any fault: there is no partial export.
 */
export async function exportRecords(path: string, options: ExportOptions): Promise<string | null> {
  const text = formats[options.format](await loadRecords(path), options);
  if (options.out === undefined) return text;
  await writeWhole(options.out, text);
  return null;
}

function withoutPrivate({ center, offerings }: CenterRecord): CenterRecord {
  return { center, offerings };
}
