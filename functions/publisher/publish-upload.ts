import { gunzipSync } from 'node:zlib';
import type { CenterRecord } from '../domain/record.ts';
import { AddedToApply } from '../publish/added/apply-added.ts';
import { readCarried } from '../publish/added/carry-renamed.ts';
import { importPrivate } from '../publish/agent/import-private.ts';
import { correctionsInWords } from '../publish/corrections-in-words.ts';
import { DropRefusedError, LARGEST_DROP, publish } from '../publish/publish.ts';
import { publishedRecords } from '../publish/published-records.ts';
import { type Checked, checkFiles } from '../records/check/check.ts';
import { describeFinding } from '../records/check/finding.ts';
import { reviewChecked } from '../records/check/review.ts';
import { compare, type Difference } from '../records/diff/compare.ts';
import { consequenceLines } from '../records/diff/consequences.ts';
import { fieldCounts, summaryOf } from '../records/diff/text.ts';
import type { PrivateStore } from '../store/agent-store.ts';
import type { DatasetStore } from '../store/store.ts';
import { type Line, SupersededError, takeTurn } from './turn.ts';
import { INCOMING, type Latest, type Upload, type UploadReport } from './upload.ts';

/** Largest upload: some 100,000 centers, which fit well into the function's memory. */
const MOST_BYTES = 200e6;
const MOST_FINDINGS = 1_000;
const ATTEMPTS = 10;

export interface PublishUploadOptions {
  readonly store: DatasetStore & PrivateStore;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly line: Line;
}

/**
 * Checks a file of records as `validate` does, and publishes it if it has no fault. Repeating it changes nothing, so it
 * may be repeated after any failure.
 * @throws what the table throws; readers then see either nothing new or the whole new dataset.
 */
export async function publishUpload(upload: Upload, options: PublishUploadOptions): Promise<UploadReport> {
  const { now, line } = options;
  const report: UploadReport = {
    upload: upload.key,
    uploadedAt: new Date(upload.uploadedAt).toISOString(),
    at: new Date(now).toISOString(),
    outcome: 'refused',
    reasons: [],
    counts: { centers: 0, faults: 0, warnings: 0 },
    ...{ findings: [], findingsLeftOut: 0, published: null, diff: null, remarks: [] },
  };
  const superseded = ({ key }: Latest): UploadReport => ({
    ...report,
    outcome: 'superseded',
    reasons: [`"${key}" was uploaded later and replaces it`],
  });
  const found = await line.latest();
  if (found !== null && Date.parse(found.latest.uploadedAt) > upload.uploadedAt) return superseded(found.latest);
  const text = textOf(upload.body);
  if (typeof text === 'string') return { ...report, reasons: [text] };
  const checked = checkFiles([{ file: upload.key.slice(INCOMING.length).replace(/\.gz$/, ''), bytes: text }]);
  const { findings } = reviewChecked(checked);
  const faults = findings.filter(({ severity }) => severity === 'fault').length;
  const reviewed: UploadReport = {
    ...report,
    counts: { centers: checked.records.length, faults, warnings: findings.length - faults },
    findings: findings.slice(0, MOST_FINDINGS).map(describeFinding),
    findingsLeftOut: Math.max(0, findings.length - MOST_FINDINGS),
  };
  const reasons = reasonsAgainst(checked.records);
  if (faults > 0 || reasons.length > 0) return { ...reviewed, reasons };
  try {
    return { ...reviewed, ...(await published(checked, upload, options)) };
  } catch (error) {
    if (error instanceof SupersededError) return superseded(error.later);
    if (!(error instanceof DropRefusedError)) throw error;
    return { ...reviewed, reasons: [`${error.message}. If that is right, upload it again with allow-drop`] };
  }
}

async function published(
  { records, former }: Pick<Checked, 'records' | 'former'>,
  upload: Upload,
  { store, now, line }: PublishUploadOptions,
) {
  const [standing, { added }, purged] = [
    await store.readStanding(),
    await readCarried(records, former, store),
    (await store.purged()).following(former),
  ];
  const before = standing?.head ? await publishedRecords(standing.head, store) : [];
  const adding = new AddedToApply(added, purged);
  const after = [...adding.onto(records)].map(withoutPrivate);
  const difference = compare(before, after, { former: [...purged.without(former), ...adding.closed.values()] });
  const largestDrop = upload.allowDrop ? 1 : LARGEST_DROP;
  const beforePlacing = () => takeTurn(upload, line);
  const done = await publish({
    store,
    records,
    former,
    origin: { what: 'upload', by: upload.key.slice(0, 200) },
    now,
    largestDrop,
    attempts: ATTEMPTS,
    beforePlacing,
  });
  await importPrivate(records, { store, now, former });
  const { version, centers, written: itemsWritten, items, changed, orphans } = done;
  return {
    outcome: changed ? ('published' as const) : ('unchanged' as const),
    published: { version, centers, itemsWritten, items, before: done.before },
    diff: diffOf(difference),
    remarks: [
      ...(done.withdrawn > 0 ? [`left out because they were purged: ${done.withdrawn}`] : []),
      ...correctionsInWords(done),
      ...orphans.map(
        ({ center, offering }) => `confirmation of an offering that is not in the data: ${center}: ${offering}`,
      ),
    ],
  };
}

const withoutPrivate = ({ center, offerings }: CenterRecord): CenterRecord => ({ center, offerings });

function diffOf(difference: Difference): UploadReport['diff'] {
  const { added, removed, changed, same } = difference;
  return {
    summary: summaryOf(difference),
    consequences: consequenceLines(difference),
    ...{ added: added.length, removed: removed.length, changed: changed.length, same },
    byField: Object.fromEntries(fieldCounts(difference)),
  };
}

/** The file's text, or the reason why it cannot be read. */
function textOf(body: Buffer): Buffer | string {
  const limit = `it has more than the ${MOST_BYTES / 1e6} MB limit`;
  if (body[0] !== 0x1f || body[1] !== 0x8b) return body.length > MOST_BYTES ? limit : body;
  try {
    return gunzipSync(body, { maxOutputLength: MOST_BYTES });
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return tooLarge ? limit : 'it cannot be unpacked: compress it with gzip, or not at all';
  }
}

function reasonsAgainst(records: readonly CenterRecord[]): string[] {
  const samples = records.filter(({ center }) => center.sample);
  return [
    ...(records.length === 0 ? ['it has no valid center'] : []),
    ...(samples.length > 0
      ? [`${samples.length} of its centers are fictional, such as "${samples[0]?.center.id}"`]
      : []),
  ];
}
