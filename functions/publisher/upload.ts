import * as z from 'zod';

/** Folders of the bucket for uploads and their reports. The construct uses the same names. */
export const INCOMING = 'incoming/';
export const REPORTS = 'reports/';
/** Records the newest upload that was or is being published, so that a delayed older one cannot replace it. */
export const LATEST = `${REPORTS}latest.json`;

/** Metadata of an uploaded file. It belongs to the object's version in S3. */
export const ALLOW_DROP = 'allow-drop';

/** A file that somebody uploaded to the bucket. */
export interface Upload {
  readonly key: string;
  /** Milliseconds since 1970. */
  readonly uploadedAt: number;
  readonly body: Buffer;
  /** True to accept a drop of more than a tenth of the centers. */
  readonly allowDrop: boolean;
}

export const latestSchema = z.object({ key: z.string(), uploadedAt: z.iso.datetime() });
export type Latest = z.infer<typeof latestSchema>;

/** The key of an upload's report: `incoming/2026.json.gz` → `reports/2026.json.gz.report.json`. */
export const reportKeyOf = (key: string): string => `${REPORTS}${key.slice(INCOMING.length)}.report.json`;

const outcomes = ['published', 'unchanged', 'refused', 'superseded'] as const;
const countSchema = z.int().nonnegative();

/** The report about an upload, written to the bucket. */
export const reportSchema = z.object({
  upload: z.string(),
  uploadedAt: z.iso.datetime(),
  at: z.iso.datetime(),
  /** `superseded`: a later upload was already published. Only `published` changed the dataset. */
  outcome: z.enum(outcomes),
  /** Reasons to refuse the whole file; faults of single records are in `findings`. */
  reasons: z.array(z.string()),
  counts: z.object({ centers: countSchema, faults: countSchema, warnings: countSchema }),
  /** Remarks of the checks, one string each. If there are too many, `findingsLeftOut` counts the rest. */
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
      /** Consequences for people who look for a program (IOPs, phones, ids, confirmations), one string each. */
      consequences: z.array(z.string()).default([]),
      added: countSchema,
      removed: countSchema,
      changed: countSchema,
      same: countSchema,
      byField: z.record(z.string(), countSchema),
    })
    .nullable(),
  /** Corrections and facts from people that need a review after this import, one string each. */
  remarks: z.array(z.string()),
});
export type UploadReport = z.infer<typeof reportSchema>;
