import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { GetObjectCommand, NoSuchBucket, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import {
  ALLOW_DROP,
  INCOMING,
  reportKeyOf,
  reportSchema,
  type UploadReport,
} from '../../functions/publisher/upload.ts';
import { uploadLayout } from '../../functions/records/layout/rows.ts';
import { readFormerIds } from '../match/aliases.ts';
import { formatJson } from '../records/format.ts';
import { loadRecords } from '../records/load.ts';
import { text, withProviderFacts } from './publish.ts';

export interface UploadOptions {
  readonly bucket: string;
  /** URL of a bucket on this machine. @default AWS */
  readonly endpoint?: string;
  readonly allowDrop?: boolean;
  /** True to wait for the publisher's report. */
  readonly wait: boolean;
  /** Folder with `providers.json` and the collected files of providers. @default data */
  readonly providers?: string;
}

export interface Uploaded {
  readonly account: string;
  /** False if the publisher's report says that it refused the file. */
  readonly ok: boolean;
}

const LONGEST_WAIT_MS = 16 * 60_000;
const PAUSE_MS = 1_000;

/**
 * Uploads a file or folder of records to the bucket, which checks and publishes it. Checks it here before uploading.
 * @throws {DataError} naming every fault; Error if there is no such bucket, or no report in time
 */
export async function upload(
  path: string,
  { bucket, endpoint, allowDrop, wait, providers }: UploadOptions,
): Promise<Uploaded> {
  const progress = (line: string): void => void process.stderr.write(`${line}\n`);
  const loaded = await withProviderFacts(await loadRecords(path), providers, progress);
  const records = loaded.map(({ center, offerings }) => ({ center, offerings }));
  const former = await readFormerIds(path);
  // Former ids change the file's format, so they are only added if there are any. Otherwise it is a plain list of
  // records.
  const body = gzipSync(formatJson(former.length === 0 ? records : { layout: uploadLayout, former, records }));
  const day = new Date().toISOString().replace(/[:.]/g, '-');
  const key = `${INCOMING}${day}-${createHash('sha256').update(body).digest('hex').slice(0, 8)}.json.gz`;
  const client = new S3Client({
    ...(endpoint !== undefined && {
      ...{ endpoint, region: 'us-west-2', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } },
    }),
  });
  try {
    const Metadata = { [ALLOW_DROP]: String(allowDrop ?? false) };
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, Metadata }));
    if (!wait) return { account: `uploaded: ${key}\nits report will be ${reportKeyOf(key)}\n`, ok: true };
    const report = await reportOn(key, bucket, client);
    return { account: describeReport(report), ok: report.outcome !== 'refused' };
  } catch (error) {
    if (error instanceof NoSuchBucket) throw new Error(`there is no bucket "${bucket}"`, { cause: error });
    throw error;
  } finally {
    client.destroy();
  }
}

async function reportOn(key: string, Bucket: string, client: S3Client): Promise<UploadReport> {
  const started = performance.now();
  while (performance.now() - started < LONGEST_WAIT_MS) {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: reportKeyOf(key) }));
      return reportSchema.parse(JSON.parse((await Body?.transformToString()) ?? ''));
    } catch (error) {
      if (!(error instanceof NoSuchKey)) throw error;
      await pause(PAUSE_MS);
    }
  }
  throw new Error(`there is no report on "${key}" yet: look at the alarms, and for ${reportKeyOf(key)} later`);
}

/** Formats a publisher's report as text for people. */
export function describeReport(report: UploadReport): string {
  const { outcome, reasons, counts, findings, findingsLeftOut, published, diff, remarks } = report;
  const { centers, faults, warnings } = counts;
  return text([
    `${outcome}: ${centers} centers, ${faults} faults, ${warnings} warnings`,
    ...(diff === null ? [] : [diff.summary, ...diff.consequences.map((line) => `  ${line}`)]),
    ...reasons.map((reason) => `  ${reason}`),
    ...findings.map((finding) => `  ${finding}`),
    ...(findingsLeftOut > 0 ? [`  and ${findingsLeftOut} more`] : []),
    ...(published === null
      ? ['nothing changed']
      : [`version ${published.version}, ${published.itemsWritten} of ${published.items} items written`]),
    ...remarks,
  ]);
}
