import { type Blob, decodeContent } from '../../functions/dataset/content.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { type BuiltDataset, buildDataset } from '../../functions/publish/build/build-dataset.ts';
import { batchPut } from '../../functions/store/commands.ts';

/** Everything that a publish of the records would write, by key. */
export function built(records: Iterable<CenterRecord>): {
  readonly dataset: BuiltDataset;
  readonly blobs: Map<string, Blob>;
} {
  const blobs = new Map<string, Blob>();
  return { dataset: buildDataset(records, (blob) => blobs.set(blob.hash, blob)), blobs };
}

/** The content of an item as text. */
export const textOf = (blob: Blob): string => JSON.stringify(decodeContent(blob));

export const kindOf = (blob: Blob): string => decodeContent(blob).kind;

/**
 * Bytes of the stored item as DynamoDB counts them: every attribute's name and value in UTF-8, binaries by their
 * length, and a number as one byte per two digits plus one (here the maximum, 21).
 */
export function itemBytes(blob: Blob): number {
  const [request] = batchPut('table', [blob], 1_800_000_000).input.RequestItems?.table ?? [];
  return Object.entries(request?.PutRequest?.Item ?? {}).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + bytesOf(value),
    0,
  );
}

function bytesOf(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return 21;
  if (value instanceof Uint8Array) return value.length;
  throw new TypeError(`an item holds ${String(value)}, which is not counted here`);
}
