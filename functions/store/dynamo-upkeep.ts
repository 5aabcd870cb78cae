import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { headSchema } from '../dataset/head.ts';
import { originSchema } from './origin.ts';
import { auditEntryOf, type DatasetUpkeep, newestFirst, type PageMark, type VersionRecord } from './store.ts';
import { deletePage, deleteVersion, putAudit, queryBeginning, scanPages } from './upkeep-commands.ts';

const versionItemSchema = z.object({
  sk: z.string().regex(/^VERSION#[^#]+#.+$/),
  head: z.unknown(),
  published: z.boolean().optional(),
  restores: z.int().positive().optional(),
  origin: originSchema.optional().catch(undefined),
});
const auditItemSchema = z.object({
  audit: z.object({
    publishedAt: z.iso.datetime(),
    version: z.string(),
    revision: z.int().positive(),
    centers: z.int().nonnegative(),
    origin: originSchema.nullable().catch(null),
  }),
});
const pageItemSchema = z.object({ pk: z.string().startsWith('PAGE#'), t: z.number() });

/** Lists and deletes versions and pages in DynamoDB. */
export function dynamoUpkeep(client: DynamoDBDocumentClient, tableName: string): DatasetUpkeep {
  return {
    async versions() {
      const items = await everyItem((from) => client.send(queryBeginning(tableName, 'DATASET', 'VERSION#', from)));
      return newestFirst(items.map(versionOf));
    },
    removeVersion: (key) => ifThere(client.send(deleteVersion(tableName, key))),
    async archive(record) {
      const entry = auditEntryOf(record);
      if (entry !== null) await client.send(putAudit(tableName, entry));
    },
    async archived() {
      const items = await everyItem((from) => client.send(queryBeginning(tableName, 'DATASET', 'AUDIT#', from)));
      return items.map((item) => auditItemSchema.parse(item).audit);
    },
    async pages(from) {
      const { Items = [], LastEvaluatedKey = null } = await client.send(scanPages(tableName, from));
      const pages = Items.map((item) => {
        const { pk, t } = pageItemSchema.parse(item);
        return { hash: pk.slice('PAGE#'.length), writtenAt: t };
      });
      return { pages, next: LastEvaluatedKey };
    },
    removePage: (page) => ifThere(client.send(deletePage(tableName, page))),
  };
}

function versionOf(item: Record<string, unknown>): VersionRecord {
  const { sk, head, published = false, restores = null, origin } = versionItemSchema.parse(item);
  const [, publishedAt = '', version = ''] = sk.split('#');
  const parsed = headSchema.safeParse(head);
  return {
    key: { publishedAt, version },
    head: parsed.success ? parsed.data : null,
    published,
    restores,
    ...(origin && { origin }),
  };
}

/** Returns true if the write was made, false if its condition failed. Throws other errors. */
export async function ifThere(writing: Promise<unknown>): Promise<boolean> {
  try {
    await writing;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** All items of a query or a scan, over as many requests as it takes. */
export async function everyItem(
  ask: (from: PageMark | null) => Promise<{
    Items?: Record<string, unknown>[] | undefined;
    LastEvaluatedKey?: Record<string, unknown> | undefined;
  }>,
): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  for (let from: PageMark | null = null; ; ) {
    const answer = await ask(from);
    items.push(...(answer.Items ?? []));
    if (answer.LastEvaluatedKey === undefined) return items;
    from = answer.LastEvaluatedKey;
  }
}
