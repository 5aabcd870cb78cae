import { PART_FORMAT, PartError, readPart } from '../dataset/device/part-text.ts';
import type { PackedCenter } from '../dataset/packed-center.ts';

/** The answer to `GET /v1/dataset`, which lists the files that a device downloads. */
export interface DatasetNote {
  readonly format: number;
  readonly version: string;
  readonly publishedAt: string;
  readonly centers: number;
  readonly parts: readonly PartLine[];
  readonly places: { readonly bytes: number; readonly url: string };
}

interface PartLine {
  readonly state: string;
  readonly part: number;
  readonly centers: number;
  readonly bytes: number;
  readonly url: string;
}

/** The downloaded files, as text. */
export interface DeviceFiles {
  readonly dataset: DatasetNote;
  /** All parts of the dataset, in the order in which it lists them. */
  readonly parts: readonly string[];
  readonly places: string;
}

/**
 * All centers of a dataset, by state, city, name and id. Every part must be present, and no other: with a part missing,
 * a search would wrongly find nothing.
 * @throws PartError
 */
export function rowsOfFiles({ dataset, parts }: DeviceFiles): readonly PackedCenter[] {
  if (dataset.format !== PART_FORMAT)
    throw new PartError(`the listings are of format ${dataset.format}, not ${PART_FORMAT}`);
  if (parts.length !== dataset.parts.length)
    throw new PartError(`there are ${parts.length} parts instead of ${dataset.parts.length}`);
  const rows = parts.flatMap((text, at) => rowsOfPart(text, dataset.parts[at]));
  if (rows.length !== dataset.centers)
    throw new PartError(`the parts have ${rows.length} centers instead of ${dataset.centers}`);
  return rows;
}

function rowsOfPart(text: string, line: PartLine | undefined): readonly PackedCenter[] {
  const { state, rows } = readPart(text);
  if (state !== line?.state || rows.length !== line.centers)
    throw new PartError(
      `a part has ${rows.length} centers of ${state} instead of ${line?.centers ?? 0} of ${line?.state ?? 'none'}`,
    );
  return rows;
}

const PARTS_PATH = '/v1/dataset/';

/** URL of the API that the files come from, without a closing slash; empty for the page's own origin. */
export function publicUrlOf({ places }: DatasetNote): string {
  const at = places.url.indexOf(PARTS_PATH);
  return at < 0 ? '' : places.url.slice(0, at);
}
