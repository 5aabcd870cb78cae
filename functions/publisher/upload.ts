import * as z from 'zod';

/** Where files are put to be published, and where what became of them is told. The construct shares these. */
export const INCOMING = 'incoming/';
export const REPORTS = 'reports/';
/** The newest upload that is or was being published, so that one that was delayed does not take its place. */
export const LATEST = `${REPORTS}latest.json`;

/** What is said of a file beside its content. It travels with the file and has its versions, as S3's user metadata. */
export const ALLOW_DROP = 'allow-drop';

/** A file that somebody put into the bucket. */
export interface Upload {
  readonly key: string;
  /** Milliseconds since 1970. */
  readonly uploadedAt: number;
  readonly body: Buffer;
  /** Whether a drop of more than a tenth of the centers is meant so. */
  readonly allowDrop: boolean;
}

export const latestSchema = z.object({ key: z.string(), uploadedAt: z.iso.datetime() });
export type Latest = z.infer<typeof latestSchema>;

/** `incoming/2026.json.gz` → `reports/2026.json.gz.report.json`. */
export const reportKeyOf = (key: string): string => `${REPORTS}${key.slice(INCOMING.length)}.report.json`;

const outcomes = ['published', 'unchanged', 'refused', 'superseded'] as const;
const countSchema = z.int().nonnegative();

/** What became of an upload, as it is written beside it. */
export const reportSchema = z.object({
  upload: z.string(),
  uploadedAt: z.iso.datetime(),
  at: z.iso.datetime(),
  /** `superseded`: a file that was put there later is published already. Only `published` changed anything. */
  outcome: z.enum(outcomes),
  /** Why it was refused, apart from faults of single records. */
  reasons: z.array(z.string()),
  counts: z.object({ centers: countSchema, faults: countSchema, warnings: countSchema }),
  /** By line; `findingsLeftOut` says how many more there are. */
  findings: z.array(z.string()),
  findingsLeftOut: countSchema,
  published: z
    .object({
      version: z.string(),
      centers: countSchema,
      itemsWritten: countSchema,
      items: countSchema,
      before: z.object({ version: z.string(), centers: countSchema }).nullable(),
    })
    .nullable(),
  diff: z
    .object({
      summary: z.string(),
      /** What it means to people: IOPs, phones, ids, confirmations; a line each. */
      consequences: z.array(z.string()).default([]),
      added: countSchema,
      removed: countSchema,
      changed: countSchema,
      same: countSchema,
      byField: z.record(z.string(), countSchema),
    })
    .nullable(),
  /** What editors and admissions said that needs a look, a line each. */
  remarks: z.array(z.string()),
});
export type UploadReport = z.infer<typeof reportSchema>;
