import { slugSchema } from '../../functions/domain/slug.ts';
import { purge } from '../../functions/publish/purge.ts';
import { digestOfCenter } from '../../functions/store/purged.ts';
import { type AuditEntry, auditEntryOf } from '../../functions/store/store.ts';
import { explained, text } from './publish.ts';
import { type TableOptions, withTable } from './publish-table.ts';
import { whoami } from './whoami.ts';

const HOUR_MS = 3_600_000;

export interface PurgeCommand extends TableOptions {
  /** Id of the CDN's distribution. */
  readonly distribution?: string;
  /** URL of a CDN's control plane on this machine. @default AWS */
  readonly cdnEndpoint?: string;
  readonly allowAgain?: boolean;
}

/**
 * Withdraws a center from the table and the CDN. With `allowAgain`, lets imports publish a withdrawn center again.
 * @returns the closing report
 */
export async function purgeCenter(center: string, options: PurgeCommand): Promise<string> {
  if (!slugSchema.safeParse(center).success) throw new Error(`"${center}" is not the id of a center`);
  return withTable(options, async (store) => {
    if (options.allowAgain === true) {
      const freed = await store.unmarkPurged(center);
      if (freed === 0)
        throw new Error(
          `"${center}" was not purged, or only as another center's former id: give the id that was purged`,
        );
      return text([`"${center}" may be published again; the next import that lists it brings it back`]);
    }
    const report = await purge(center, { store, now: Date.now, by: whoami() }).catch((error) =>
      Promise.reject(explained(error)),
    );
    const { wasPublished, version, replaced, removed, erased, collected } = report;
    const again = new Date(Date.now() + HOUR_MS).toISOString().slice(0, 16);
    const cdn = await forgottenByCdn(options);
    const said = text([
      wasPublished
        ? `withdrew "${center}"; readers have version ${version} within 5 seconds`
        : `"${center}" was not in the current dataset; version ${version} stays`,
      `kept versions rewritten without it: ${replaced}, removed: ${removed}`,
      `confirmations, corrections, facts, private fields and their history erased: ${erased} items`,
      `pages removed: ${collected.pagesRemoved}; kept because they are less than an hour old: ${collected.pagesSpared}`,
      cdn.line,
      'Browsers with the dataset on the device drop it when they next ask, within a day. Pocket files, printed lists and copies',
      'of others cannot be recalled: each says the day of its data.',
      `Run this again after ${again} UTC: a publish that was under way may have written pages that nothing refers to.`,
    ]);
    // The center was withdrawn even though the CDN failed, so the message begins with the successful part.
    if (cdn.cause !== undefined) throw new Error(`${said}The CDN still has its copies.`, { cause: cdn.cause });
    return said;
  });
}

/**
 * Asks the CDN to delete its copies, if the command names a distribution.
 * @returns a line for the report, and as `cause` the error if the request failed
 */
async function forgottenByCdn({
  distribution,
  cdnEndpoint,
}: PurgeCommand): Promise<{ readonly line: string; readonly cause?: unknown }> {
  if (distribution === undefined)
    return {
      line: 'CDN: not invalidated; it keeps pages for up to a minute and parts of the dataset for a day. --distribution ID does it now',
    };
  // Imported only when it is needed, because no other command needs a CloudFront client.
  const { invalidateAll } = await import('./invalidate.ts');
  try {
    const id = await invalidateAll(distribution, cdnEndpoint === undefined ? {} : { endpoint: cdnEndpoint });
    return { line: `CDN: invalidated everything (${id})` };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return { line: `CDN: NOT invalidated: ${why}. Run the same command again, or invalidate "/*" by hand`, cause };
  }
}

/**
 * Lists who moved HEAD, when and how, newest first.
 * @param center If given, lists only the purges of this center.
 */
export async function describeAudit(options: TableOptions & { readonly center?: string }): Promise<string> {
  return withTable(options, async (store) => {
    const [archived, records] = [await store.archived(), await store.versions()];
    const kept = records.filter(({ published }) => published).map(auditEntryOf);
    const current = await store.readHead();
    const own = records.filter(
      ({ key }) => key.version === current?.version && key.publishedAt === current.publishedAt,
    );
    const all = [...archived, ...kept, ...own.map(auditEntryOf)].filter((entry) => entry !== null);
    const once = new Map(all.map((entry) => [`${entry.revision}#${entry.publishedAt}#${entry.origin?.what}`, entry]));
    const subject = options.center === undefined ? null : digestOfCenter(options.center);
    const entries = [...once.values()]
      .filter(({ origin }) => subject === null || origin?.subject === subject)
      .sort((one, other) => other.revision - one.revision || (one.publishedAt < other.publishedAt ? 1 : -1));
    return entries.length === 0 ? 'no entries\n' : text(entries.map(lineOf));
  });
}

function lineOf({ publishedAt, revision, version, centers, origin }: AuditEntry): string {
  const who = origin === null ? 'not recorded' : `${origin.what} by ${origin.by}`;
  const subject = origin?.subject === undefined ? '' : `  center ${origin.subject}`;
  return `${publishedAt}  revision ${revision}  ${version}  ${centers} centers  ${who}${subject}`;
}
