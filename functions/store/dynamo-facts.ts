import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { putAct, putFacts } from './agent-commands.ts';
import type { FactStore } from './agent-store.ts';
import { everyItem, ifThere } from './dynamo-upkeep.ts';
import { actsInOrder, FactsChangedError, type StoredAct, storedActSchema, storedFactsSchema } from './stored-facts.ts';
import { keyOf } from './table.ts';
import { queryBeginning } from './upkeep-commands.ts';

export const factsItemSchema = z.object({ facts: storedFactsSchema });
const actItemSchema = z.object({ act: storedActSchema });

/** What agents recorded, stored in DynamoDB. */
export function dynamoFacts(client: DynamoDBDocumentClient, tableName: string): FactStore {
  const beginning = (center: string, sk: string) =>
    everyItem((from) => client.send(queryBeginning(tableName, keyOf.facts(center, '').pk, sk, from)));
  const facts = async (center: string) =>
    (await beginning(center, keyOf.facts('', '').sk)).map((item) => factsItemSchema.parse(item).facts);
  const addActs = async (acts: readonly StoredAct[]) => {
    for (const act of acts) await ifThere(client.send(putAct(tableName, act)));
  };

  return {
    facts,
    addActs,
    async putFacts(next, previous) {
      // Writes several items without a transaction. If an earlier call stopped in between, acts of `previous` are missing
      // from the history, so they are added first.
      if (previous !== null) await addActs(previous.acts);
      if (!(await ifThere(client.send(putFacts(tableName, next, previous)))))
        throw new FactsChangedError(next.offering);
      await addActs(next.acts);
    },
    async acts(center) {
      // The latest acts may be missing from the history if their writer stopped between the items.
      const [events, latest] = await Promise.all([beginning(center, 'ACT#'), facts(center)]);
      return actsInOrder([
        ...events.map((item) => actItemSchema.parse(item).act),
        ...latest.flatMap(({ acts }) => acts),
      ]);
    },
  };
}
