import { PART_FORMAT } from '../../../functions/dataset/device/part-text.ts';

/** A file with a part of the listings, or with the places. */
export interface ListedFile {
  /** URL path of the file after the locator's URL: `/v1/dataset/parts/…`. */
  readonly path: string;
  /** Approximate size of the download in bytes. */
  readonly bytes: number;
  /** Number of centers in the file; null for the file of places. */
  readonly centers: number | null;
}

/** The parts of the answer of `GET /v1/dataset` that a download needs. */
export interface FileList {
  /** The complete answer of `GET /v1/dataset`. */
  readonly dataset: unknown;
  readonly version: string;
  /** All files, always in this order: the parts, then the places. */
  readonly files: readonly ListedFile[];
  /** Approximate size of all files in bytes. */
  readonly bytes: number;
}

/** The answer is not a list of files in a format that this finder knows. */
export class ListError extends Error {
  override readonly name = 'ListError';
}

/** A list with more parts is rejected. */
const MOST_PARTS = 1_000;

/**
 * Reads the list of files. Takes only the hash from a file's URL, so that every request goes to the locator that was
 * asked.
 * @throws ListError
 */
export function readList(dataset: unknown): FileList {
  const { format, version, centers, parts, places } = record(dataset);
  if (format !== PART_FORMAT) throw new ListError(`the files are of format ${String(format)}, not ${PART_FORMAT}`);
  if (typeof version !== 'string' || version === '') throw new ListError('the list has no version');
  if (!Array.isArray(parts) || parts.length > MOST_PARTS) throw new ListError('the list has no parts');
  const listed = parts.map((part) => fileOf(part, 'parts', whole(record(part).centers, 'centers')));
  const sum = listed.reduce((all, one) => all + (one.centers ?? 0), 0);
  if (sum !== centers) throw new ListError(`the parts have ${sum} centers, the dataset ${String(centers)}`);
  const files = [...listed, fileOf(places, 'places', null)];
  return { dataset, version, files, bytes: files.reduce((all, { bytes }) => all + bytes, 0) };
}

/** True if both lists name the same files of the same version. */
export function isSameList(one: FileList, other: FileList): boolean {
  const paths = ({ files }: FileList) => files.map(({ path }) => path).join();
  return one.version === other.version && paths(one) === paths(other);
}

function fileOf(file: unknown, folder: 'parts' | 'places', centers: number | null): ListedFile {
  const { bytes, url } = record(file);
  const [, hash] = (typeof url === 'string' ? /\/([\w-]{22})$/.exec(url) : null) ?? [];
  if (hash === undefined) throw new ListError(`a file of ${folder} has no hash in its URL`);
  return { path: `/v1/dataset/${folder}/${hash}`, bytes: whole(bytes, 'bytes'), centers };
}

function whole(value: unknown, name: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new ListError(`"${String(value)}" is not a number of ${name}`);
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
