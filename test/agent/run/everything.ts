import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { decodeContent } from '../../../functions/dataset/content.ts';
import { accepts, publicTargets } from '../public-targets.ts';
import type { Front } from './front.ts';

/** A text into which something may have leaked. */
export interface Place {
  /** Its location: `log`, a kind of item, or a URL. */
  readonly where: string;
  readonly text: string;
}

/** Every line that was logged. */
export const linesOf = (front: Front): Place[] =>
  front
    .logged()
    .split('\n')
    .filter((line) => line !== '')
    .map((text) => ({ where: 'log', text }));

/** Every item of the table, with pages decoded. */
export async function itemsOf({ local }: Front): Promise<Place[]> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint: local.endpoint, region: 'us-west-2', credentials }),
  );
  const places: Place[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({ TableName: local.tableName, ...(from && { ExclusiveStartKey: from }) }),
    );
    for (const { b, ...item } of Items) {
      const where = `${String(item.pk).split('#')[0]} ${String(item.sk).split('#')[0]}`;
      const unpacked =
        b instanceof Uint8Array ? decodeContent({ hash: String(item.pk).slice('PAGE#'.length), body: b }) : null;
      places.push({ where, text: JSON.stringify([item, unpacked], withSets) });
    }
    from = LastEvaluatedKey;
  } while (from !== undefined);
  client.destroy();
  return places;
}

const withSets = (_: string, value: unknown): unknown => (value instanceof Set ? [...value] : value);

/** The answers of all public URLs, in every format. */
export async function publicAnswers({ ask }: Front, id: string): Promise<Place[]> {
  const list = JSON.parse((await ask('/v1/dataset')).text) as { parts: { url: string }[]; places: { url: string } };
  const parts = [...list.parts, list.places].map(({ url }) => new URL(url, 'http://locator').pathname);
  const answers: Place[] = [];
  for (const target of publicTargets(id, parts))
    for (const accept of accepts) {
      const { text } = await ask(target, { headers: { accept } });
      answers.push({ where: `${target} (${accept})`, text });
    }
  return answers;
}
