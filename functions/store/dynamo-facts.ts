import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { countProgress, putAct, putFacts, queryProgress } from './agent-commands.ts';
import type { FactStore } from './agent-store.ts';
import { everyItem, ifThere } from './dynamo-upkeep.ts';
import {
  actsInOrder,
  FactsChangedError,
  progressSchema,
  type StoredAct,
  type StoredFacts,
  storedActSchema,
  storedFactsSchema,
} from './stored-facts.ts';
import { keyOf } from './table.ts';
import { queryBeginning } from './upkeep-commands.ts';

export const factsItemSchema = z.object({ facts: storedFactsSchema });
const progressItemSchema = z.object({ sk: z.string(), unknown: z.number(), confirmed: z.number() });
const actItemSchema = z.object({ act: storedActSchema });

/** Facts that agents recorded, stored in DynamoDB. */
export function dynamoFacts(client: DynamoDBDocumentClient, tableName: string): FactStore {
  const beginning = (center: string, sk: string) =>
    everyItem((from) => client.send(queryBeginning(tableName, keyOf.facts(center, '').pk, sk, from)));
  const facts = async (center: string) =>
    (await beginning(center, keyOf.facts('', '').sk)).map((item) => factsItemSchema.parse(item).facts);
  const addActs = async (acts: readonly StoredAct[]) => {
    for (const act of acts) await ifThere(client.send(putAct(tableName, act)));
  };

  const count = async (stored: StoredFacts) => {
    if (stored.progress !== undefined) await ifThere(client.send(countProgress(tableName, stored, stored.progress)));
  };

  return {
    facts,
    addActs,
    async putFacts(next, previous) {
      // Writes several items without a transaction. If an earlier call stopped in between, acts of `previous` are missing
      // from the history, so they are added first.
      if (previous !== null) {
        await addActs(previous.acts);
        await count(previous);
      }
      if (!(await ifThere(client.send(putFacts(tableName, next, previous)))))
        throw new FactsChangedError(next.offering);
      await addActs(next.acts);
      await count(next);
    },
    count,
    async progress(from, to) {
      const items = await everyItem((next) => client.send(queryProgress(tableName, from, to, next)));
      return items.map((item) => {
        const { sk, unknown, confirmed } = progressItemSchema.parse(item);
        return progressSchema.parse({ day: sk.slice(0, 10), state: sk.slice(11), unknown, confirmed });
      });
    },
    async acts(center) {
      // Adds the latest acts: they are missing from the history if their writer stopped between the items.
      const [events, latest] = await Promise.all([beginning(center, 'ACT#'), facts(center)]);
      return actsInOrder([
        ...events.map((item) => actItemSchema.parse(item).act),
        ...latest.flatMap(({ acts }) => acts),
      ]);
    },
  };
}
