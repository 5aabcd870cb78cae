import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import {
  ConfirmationChangedError,
  type StoredConfirmation,
  storedConfirmationSchema,
} from '../confirmations/stored-confirmation.ts';
import { everyItem, ifThere } from './dynamo-upkeep.ts';
import { type ConfirmationStore, inOrder } from './store.ts';
import { keyOf } from './table.ts';
import { putConfirmation, putEvent, queryBeginning, scanConfirmations } from './upkeep-commands.ts';

const itemSchema = z.object({ confirmation: storedConfirmationSchema });

/** Confirmations and their history, over DynamoDB. */
export function dynamoConfirmations(client: DynamoDBDocumentClient, tableName: string): ConfirmationStore {
  async function beginning(center: string, sk: string): Promise<StoredConfirmation[]> {
    const { pk } = keyOf.confirmation(center, '');
    return (await everyItem((from) => client.send(queryBeginning(tableName, pk, sk, from)))).map(parsed);
  }

  return {
    confirmations: (center) => beginning(center, 'CONFIRMATION#'),
    async allConfirmations() {
      return (await everyItem((from) => client.send(scanConfirmations(tableName, from)))).map(parsed);
    },
    async putConfirmation(next, previous) {
      // Two items without a transaction: whoever sets the next one first makes sure that the history has the last one.
      if (previous !== null) await ifThere(client.send(putEvent(tableName, previous)));
      if (!(await ifThere(client.send(putConfirmation(tableName, next, previous))))) {
        throw new ConfirmationChangedError(next.offering);
      }
      await ifThere(client.send(putEvent(tableName, next)));
    },
    async history(center) {
      // The latest may stand in the confirmation alone, where its writer was ended in between.
      const [events, latest] = await Promise.all([beginning(center, 'EVENT#'), beginning(center, 'CONFIRMATION#')]);
      return inOrder([...events, ...latest]);
    },
  };
}

const parsed = (item: Record<string, unknown>): StoredConfirmation => itemSchema.parse(item).confirmation;
