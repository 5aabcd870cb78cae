import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { factsItemSchema } from './dynamo-facts.ts';
import { everyItem, ifThere } from './dynamo-upkeep.ts';
import { type AddedStore, type ConfirmationStore, type CorrectionStore, inOrder, revisionsInOrder } from './store.ts';
import { ConfirmationChangedError, type StoredConfirmation, storedConfirmationSchema } from './stored-confirmation.ts';
import { CorrectionsChangedError, type StoredCorrections, storedCorrectionsSchema } from './stored-corrections.ts';
import type { StoredFacts } from './stored-facts.ts';
import { correctionsAttribute, keyOf } from './table.ts';
import {
  getCorrections,
  putConfirmation,
  putCorrections,
  putCorrectionsEvent,
  putEvent,
  queryBeginning,
  scanAdded,
} from './upkeep-commands.ts';

const confirmationItemSchema = z.object({ confirmation: storedConfirmationSchema });
const correctionsItemSchema = z.object({ [correctionsAttribute]: storedCorrectionsSchema });

/** Confirmations, corrections and their history, stored in DynamoDB. */
export function dynamoAdded(
  client: DynamoDBDocumentClient,
  tableName: string,
): ConfirmationStore & CorrectionStore & AddedStore {
  const beginning = (center: string, sk: string) =>
    everyItem((from) => client.send(queryBeginning(tableName, keyOf.corrections(center).pk, sk, from)));
  const confirmations = async (center: string) => sorted(await beginning(center, 'CONFIRMATION#')).confirmations;

  async function corrections(center: string): Promise<StoredCorrections | null> {
    const { Item } = await client.send(getCorrections(tableName, center));
    return Item === undefined ? null : correctionsItemSchema.parse(Item)[correctionsAttribute];
  }

  return {
    confirmations,
    corrections,
    async added() {
      return sorted(await everyItem((from) => client.send(scanAdded(tableName, from))));
    },
    async putConfirmation(next, previous) {
      // Writes two items without a transaction. If an earlier call stopped in between, `previous` is missing from the
      // history, so it is added first.
      if (previous !== null) await ifThere(client.send(putEvent(tableName, previous)));
      if (!(await ifThere(client.send(putConfirmation(tableName, next, previous))))) {
        throw new ConfirmationChangedError(next.offering);
      }
      await ifThere(client.send(putEvent(tableName, next)));
    },
    async history(center) {
      // Adds the latest confirmation: it is missing from the history if its writer stopped between the two items.
      const [events, latest] = await Promise.all([beginning(center, 'EVENT#'), confirmations(center)]);
      return inOrder([...sorted(events).confirmations, ...latest]);
    },
    async putCorrections(next, previous) {
      if (previous !== null) await ifThere(client.send(putCorrectionsEvent(tableName, previous)));
      if (!(await ifThere(client.send(putCorrections(tableName, next, previous))))) {
        throw new CorrectionsChangedError(next.center);
      }
      await ifThere(client.send(putCorrectionsEvent(tableName, next)));
    },
    async correctionHistory(center) {
      const [events, latest] = await Promise.all([beginning(center, 'EVENT#'), corrections(center)]);
      return revisionsInOrder([...sorted(events).corrections, ...(latest === null ? [] : [latest])]);
    },
  };
}

/** Parses items and separates confirmations, corrections and facts. */
function sorted(items: readonly Record<string, unknown>[]): {
  confirmations: StoredConfirmation[];
  corrections: StoredCorrections[];
  facts: StoredFacts[];
} {
  const isCorrections = (item: Record<string, unknown>) => correctionsAttribute in item;
  const isFacts = (item: Record<string, unknown>) => 'facts' in item;
  return {
    confirmations: items
      .filter((item) => !isCorrections(item) && !isFacts(item))
      .map((item) => confirmationItemSchema.parse(item).confirmation),
    corrections: items.filter(isCorrections).map((item) => correctionsItemSchema.parse(item)[correctionsAttribute]),
    facts: items.filter(isFacts).map((item) => factsItemSchema.parse(item).facts),
  };
}
