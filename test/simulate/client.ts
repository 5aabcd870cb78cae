import { ConditionalCheckFailedException, ProvisionedThroughputExceededException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { SimulatedTable } from './table.ts';
import type { Actor, VirtualTime } from './virtual-time.ts';

/** The faults that are injected into one actor's requests. */
export interface Fate {
  /** Number of the request, counted from 0, during which the process ends. Null if the process does not end. */
  readonly endsAt: number | null;
  /** Share of requests that fail or whose answer is lost, 0 to 1. */
  readonly faults: number;
  /** Factor by which each request takes longer. */
  readonly slowness: number;
}

export interface Tally {
  requests: number;
  throttled: number;
  lostAnswers: number;
  repeated: number;
  ended: number;
}

const newTally = (): Tally => ({ requests: 0, throttled: 0, lostAnswers: 0, repeated: 0, ended: 0 });

export interface SimulatedClient {
  readonly client: DynamoDBDocumentClient;
  readonly table: SimulatedTable;
  readonly tally: Tally;
}

export interface ClientOptions {
  readonly table: SimulatedTable;
  readonly time: VirtualTime;
  readonly fateOf: (actor: Actor) => Fate;
  readonly trace: (actor: Actor, line: () => string) => void;
}

/**
 * Stands in for the SDK's client. Each request takes time. It may be throttled or lost; it may be carried out without
 * an answer, or twice, as when the SDK repeats a request that got no answer; or the process may end during it.
 */
export function simulatedClient({ table, time, fateOf, trace }: ClientOptions): SimulatedClient {
  const tally = newTally();
  const sent = new Map<Actor, number>();

  function send(command: object, options?: { readonly abortSignal?: AbortSignal }): Promise<unknown> {
    const actor = time.current;
    const { random } = actor;
    const index = sent.get(actor) ?? 0;
    sent.set(actor, index + 1);
    const { endsAt, faults, slowness } = fateOf(actor);
    const ends = endsAt === index;
    // True if the request reaches the table. A request during which the process ends does so in half of all cases.
    const arrives = !ends || random() < 0.5;
    const fault = random() < faults ? random() : 1;
    const delay = latency(random, slowness);
    const signal = options?.abortSignal;
    const write = isWrite(command);
    return new Promise((resolve, reject) => {
      if (ends && !arrives) {
        trace(actor, () => `${nameOf(command)}: its process ends before`);
        tally.ended += 1;
        actor.dead = true;
        return;
      }
      const give = () => reject(Object.assign(new Error('aborted'), { name: 'AbortError' }));
      if (signal?.aborted) return give();
      signal?.addEventListener('abort', give, { once: true });
      const carryOut = (): unknown => table.execute(command, { random, now: time.now });
      const answer = (note: string): void => {
        try {
          const value = carryOut();
          trace(actor, () => `${nameOf(command)}${note}`);
          resolve(value);
        } catch (error) {
          trace(actor, () => `${nameOf(command)}${note}: ${error instanceof Error ? error.name : error}`);
          reject(error);
        }
      };
      time.at(
        time.now + delay,
        () => {
          tally.requests += 1;
          if (ends) {
            trace(actor, () => `${nameOf(command)}: its process ends after`);
            tally.ended += 1;
            actor.dead = true;
            quietly(carryOut);
          } else if (fault < 0.4) {
            tally.throttled += 1;
            trace(actor, () => `${nameOf(command)}: throttled`);
            reject(new ProvisionedThroughputExceededException({ message: 'throttled', $metadata: {} }));
          } else if (fault < 0.6) {
            tally.lostAnswers += 1;
            quietly(carryOut);
            trace(actor, () => `${nameOf(command)}: carried out, but no answer comes`);
            reject(Object.assign(new Error('no answer'), { name: 'TimeoutError' }));
          } else if (fault < 1 && write) {
            tally.repeated += 1;
            quietly(carryOut);
            trace(actor, () => `${nameOf(command)}: carried out, the answer is lost, so it is sent again`);
            time.at(
              time.now + latency(random, slowness),
              () => {
                tally.requests += 1;
                answer(' again');
              },
              actor,
            );
          } else answer('');
        },
        actor,
      );
    });
  }

  return { client: { send } as unknown as DynamoDBDocumentClient, table, tally };
}

const LONGEST_MS = 115_000;

/** Duration of a request in milliseconds: usually a few, sometimes as long as all attempts of the SDK together. */
function latency(random: () => number, slowness: number): number {
  return Math.min(LONGEST_MS, usual(random) * slowness);
}

function usual(random: () => number): number {
  const kind = random();
  if (kind < 0.75) return 1 + random() * 19;
  if (kind < 0.93) return 20 + random() * 480;
  if (kind < 0.99) return 500 + random() * 4_500;
  return 5_000 + random() * 110_000;
}

const isWrite = (command: object): boolean => /^(?:Put|Update|Delete|BatchWrite)/.test(command.constructor.name);

function quietly(carryOut: () => unknown): void {
  try {
    carryOut();
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

/** Describes a command, for example `Put DATASET HEAD`. */
function nameOf(command: object): string {
  const { input } = command as { readonly input: Record<string, unknown> };
  const name = command.constructor.name.replace('Command', '');
  const key = (input.Key ?? input.Item) as { readonly pk?: string; readonly sk?: string } | undefined;
  if (key !== undefined) return `${name} ${key.pk} ${key.sk}`;
  const values = input.ExpressionAttributeValues as Record<string, unknown> | undefined;
  if (values?.[':pk'] !== undefined) return `${name} ${values[':pk']} ${values[':sk'] ?? ''}`.trim();
  const batch = input.RequestItems as
    | Record<string, unknown[] | { readonly Keys?: readonly { pk: string }[] }>
    | undefined;
  const [asked] = Object.values(batch ?? {});
  if (asked === undefined) return name;
  return Array.isArray(asked)
    ? `${name} of ${asked.length}`
    : `${name} of ${asked.Keys?.length}${asked.Keys?.some(({ pk }) => pk === 'DATASET') ? ' with HEAD' : ''}`;
}
