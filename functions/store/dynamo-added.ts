import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { factsItemSchema } from './dynamo-facts.ts';
import { everyItem, ifThere } from './dynamo-upkeep.ts';
import { type AddedStore, type ConfirmationStore, inOrder, type OverrideStore, revisionsInOrder } from './store.ts';
import { ConfirmationChangedError, type StoredConfirmation, storedConfirmationSchema } from './stored-confirmation.ts';
import type { StoredFacts } from './stored-facts.ts';
import { OverrideChangedError, type StoredOverride, storedOverrideSchema } from './stored-override.ts';
import { keyOf } from './table.ts';
import {
  getOverride,
  putConfirmation,
  putEvent,
  putOverride,
  putOverrideEvent,
  queryBeginning,
  scanAdded,
} from './upkeep-commands.ts';

const confirmationItemSchema = z.object({ confirmation: storedConfirmationSchema });
const overrideItemSchema = z.object({ override: storedOverrideSchema });

/** Confirmations, corrections and their history, stored in DynamoDB. */
export function dynamoAdded(
  client: DynamoDBDocumentClient,
  tableName: string,
): ConfirmationStore & OverrideStore & AddedStore {
  const beginning = (center: string, sk: string) =>
    everyItem((from) => client.send(queryBeginning(tableName, keyOf.override(center).pk, sk, from)));
  const confirmations = async (center: string) => sorted(await beginning(center, 'CONFIRMATION#')).confirmations;

  async function override(center: string): Promise<StoredOverride | null> {
    const { Item } = await client.send(getOverride(tableName, center));
    return Item === undefined ? null : overrideItemSchema.parse(Item).override;
  }

  return {
    confirmations,
    override,
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
      // The latest confirmation may be missing from the history if its writer stopped between the two items.
      const [events, latest] = await Promise.all([beginning(center, 'EVENT#'), confirmations(center)]);
      return inOrder([...sorted(events).confirmations, ...latest]);
    },
    async putOverride(next, previous) {
      if (previous !== null) await ifThere(client.send(putOverrideEvent(tableName, previous)));
      if (!(await ifThere(client.send(putOverride(tableName, next, previous))))) {
        throw new OverrideChangedError(next.center);
      }
      await ifThere(client.send(putOverrideEvent(tableName, next)));
    },
    async overrideHistory(center) {
      const [events, latest] = await Promise.all([beginning(center, 'EVENT#'), override(center)]);
      return revisionsInOrder([...sorted(events).overrides, ...(latest === null ? [] : [latest])]);
    },
  };
}

/** Parses items and separates confirmations, corrections and facts. */
function sorted(items: readonly Record<string, unknown>[]): {
  confirmations: StoredConfirmation[];
  overrides: StoredOverride[];
  facts: StoredFacts[];
} {
  const isOverride = (item: Record<string, unknown>) => 'override' in item;
  const isFacts = (item: Record<string, unknown>) => 'facts' in item;
  return {
    confirmations: items
      .filter((item) => !isOverride(item) && !isFacts(item))
      .map((item) => confirmationItemSchema.parse(item).confirmation),
    overrides: items.filter(isOverride).map((item) => overrideItemSchema.parse(item).override),
    facts: items.filter(isFacts).map((item) => factsItemSchema.parse(item).facts),
  };
}
