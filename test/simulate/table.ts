import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { type Item, passes, type Value, valueAt } from './expressions.ts';

/** Makes the random decisions of one request. The caller passes it, so that a run can be repeated. */
export interface Luck {
  readonly random: () => number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface Change {
  readonly pk: string;
  readonly sk: string;
  readonly before: Item | undefined;
  readonly after: Item | undefined;
}

interface Kept {
  readonly item: Item | undefined;
  /**
   * Earlier states of the item, latest last, each with the time until which it was current. Replicas that lag behind
   * still return them.
   */
  readonly past: readonly { readonly item: Item | undefined; readonly until: number }[];
}

/** Greatest lag of a simulated replica in milliseconds. DynamoDB gives no limit; the lag is usually under a second. */
export const LAG_MS = 8_000;
const MOST_ITEMS_A_PAGE = 60;

/**
 * A table in memory that gives no stronger guarantees than DynamoDB. A read that is not strongly consistent may see an
 * item as it was some seconds ago, a batch may leave some of its keys or items undone, and a query or a scan may end a
 * page anywhere.
 */
export class SimulatedTable {
  readonly #partitions = new Map<string, Map<string, Kept>>();
  readonly #changed: (change: Change) => void;
  #keys: readonly (readonly [string, string])[] | null = null;

  constructor(changed: (change: Change) => void = () => {}) {
    this.#changed = changed;
  }

  /** Returns an item as the leader has it, which is never out of date. */
  peek(pk: string, sk: string): Item | undefined {
    return this.#partitions.get(pk)?.get(sk)?.item;
  }

  /** Returns all items. */
  *all(): Generator<Item> {
    for (const partition of this.#partitions.values())
      for (const { item } of partition.values()) if (item !== undefined) yield item;
  }

  /** Returns the items of one partition, sorted by sort key. */
  partition(pk: string): Item[] {
    const partition = this.#partitions.get(pk);
    if (partition === undefined) return [];
    const found = [...partition].filter(([, { item }]) => item !== undefined);
    return found.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { item }]) => item as Item);
  }

  /** @throws ConditionalCheckFailedException; Error for an unsupported command */
  execute(command: object, luck: Luck): unknown {
    if (command instanceof GetCommand) {
      const { Key = {}, ConsistentRead = false } = command.input;
      const item = this.#read(String(Key.pk), String(Key.sk), ConsistentRead, luck);
      return item === undefined ? {} : { Item: item };
    }
    if (command instanceof PutCommand) {
      const { Item: item = {} } = command.input;
      this.#checked(command.input, String(item.pk), String(item.sk));
      this.#set(String(item.pk), String(item.sk), cleaned(item), luck.now);
      return {};
    }
    if (command instanceof DeleteCommand) {
      const { Key = {} } = command.input;
      this.#checked(command.input, String(Key.pk), String(Key.sk));
      this.#set(String(Key.pk), String(Key.sk), undefined, luck.now);
      return {};
    }
    if (command instanceof UpdateCommand) return this.#update(command, luck);
    if (command instanceof BatchGetCommand) return this.#batchGet(command, luck);
    if (command instanceof BatchWriteCommand) return this.#batchWrite(command, luck);
    if (command instanceof QueryCommand) return this.#query(command, luck);
    if (command instanceof ScanCommand) return this.#scan(command, luck);
    throw new Error(`the command ${command.constructor.name} is not played`);
  }

  #read(pk: string, sk: string, consistent: boolean, { random, now }: Luck): Item | undefined {
    const kept = this.#partitions.get(pk)?.get(sk);
    if (kept === undefined) return undefined;
    if (consistent || kept.past.length === 0 || random() < 0.5) return kept.item;
    const moment = now - random() * LAG_MS;
    return (kept.past.find(({ until }) => moment < until) ?? kept).item;
  }

  #set(pk: string, sk: string, item: Item | undefined, now: number): void {
    let partition = this.#partitions.get(pk);
    if (partition === undefined) {
      partition = new Map();
      this.#partitions.set(pk, partition);
    }
    const known = partition.get(sk);
    if (known === undefined) this.#keys = null;
    const past = [
      ...(known?.past ?? []).filter(({ until }) => until > now - LAG_MS),
      { item: known?.item, until: now },
    ];
    partition.set(sk, { item, past });
    this.#changed({ pk, sk, before: known?.item, after: item });
  }

  #checked(
    input: {
      ConditionExpression?: string | undefined;
      ExpressionAttributeNames?: Record<string, string> | undefined;
      ExpressionAttributeValues?: Record<string, Value> | undefined;
    },
    pk: string,
    sk: string,
  ): void {
    const { ConditionExpression: text, ExpressionAttributeNames: names, ExpressionAttributeValues: values } = input;
    if (!passes(text, this.peek(pk, sk), names, values))
      throw new ConditionalCheckFailedException({ message: 'The conditional request failed', $metadata: {} });
  }

  #update({ input }: UpdateCommand, { now }: Luck): object {
    const { Key = {}, UpdateExpression = '', ExpressionAttributeNames: names = {} } = input;
    const values = input.ExpressionAttributeValues ?? {};
    const [pk, sk] = [String(Key.pk), String(Key.sk)];
    this.#checked(input, pk, sk);
    const item: Record<string, Value> = { pk, sk, ...this.peek(pk, sk) };
    const [, verb, list = ''] = /^(SET|ADD) (.+)$/.exec(UpdateExpression) ?? [];
    if (verb === undefined) throw new Error(`the update "${UpdateExpression}" is not played`);
    for (const part of list.split(/,\s*/)) {
      const [, name = '', value = ''] = /^(\S+)(?: =)? (\S+)$/.exec(part) ?? [];
      const attribute = names[name] ?? name;
      item[attribute] = verb === 'SET' ? values[value] : added(valueAt(name, item, names), values[value]);
    }
    this.#set(pk, sk, item, now);
    return {};
  }

  #batchGet({ input }: BatchGetCommand, luck: Luck): object {
    const [[table, asked] = ['', { Keys: [] }]] = Object.entries(input.RequestItems ?? {});
    const { Keys = [], ConsistentRead = false, ProjectionExpression, ExpressionAttributeNames } = asked;
    const done = share(Keys.length, luck.random);
    const items = Keys.slice(0, done).flatMap(({ pk, sk }) => {
      const item = this.#read(String(pk), String(sk), ConsistentRead, luck);
      return item === undefined ? [] : [projected(item, ProjectionExpression, ExpressionAttributeNames)];
    });
    const left = Keys.slice(done);
    return {
      Responses: { [table]: items },
      UnprocessedKeys: left.length === 0 ? {} : { [table]: { ...asked, Keys: left } },
      ConsumedCapacity: [{ CapacityUnits: items.length / 2 }],
    };
  }

  #batchWrite({ input }: BatchWriteCommand, luck: Luck): object {
    const [[table, puts] = ['', []]] = Object.entries(input.RequestItems ?? {});
    const done = share(puts.length, luck.random);
    for (const { PutRequest } of puts.slice(0, done)) {
      const item = PutRequest?.Item;
      if (item === undefined) throw new Error('a batch of deletes is not played');
      this.#set(String(item.pk), String(item.sk), cleaned(item), luck.now);
    }
    const left = puts.slice(done);
    return { UnprocessedItems: left.length === 0 ? {} : { [table]: left } };
  }

  #query({ input }: QueryCommand, luck: Luck): object {
    const { ExpressionAttributeNames: names, ExpressionAttributeValues: values = {} } = input;
    const partition = this.#partitions.get(String(values[':pk'])) ?? new Map<string, Kept>();
    const keys = [...partition.keys()].sort().map((sk) => [String(values[':pk']), sk] as const);
    const wanted = keys.filter(([pk, sk]) => passes(input.KeyConditionExpression, { pk, sk }, names, values));
    return this.#page(wanted, input, input.ConsistentRead ?? false, luck);
  }

  #scan({ input }: ScanCommand, luck: Luck): object {
    this.#keys ??= [...this.#partitions].flatMap(([pk, partition]) =>
      [...partition.keys()].map((sk) => [pk, sk] as const),
    );
    return this.#page(this.#keys, input, input.ConsistentRead ?? false, luck);
  }

  /** Returns the items that pass the filter, up to the end of this page. */
  #page(
    keys: readonly (readonly [string, string])[],
    input: QueryCommand['input'] & ScanCommand['input'],
    consistent: boolean,
    luck: Luck,
  ): object {
    const start = input.ExclusiveStartKey;
    const from = start === undefined ? 0 : keys.findIndex(([pk, sk]) => pk === start.pk && sk === start.sk) + 1;
    const most = 1 + Math.floor(luck.random() * MOST_ITEMS_A_PAGE);
    const Items: Item[] = [];
    let at = from;
    for (; at < keys.length && at - from < most; at += 1) {
      const [pk, sk] = keys[at] as readonly [string, string];
      const item = this.#read(pk, sk, consistent, luck);
      const { FilterExpression, ExpressionAttributeNames: names, ExpressionAttributeValues: values } = input;
      if (item !== undefined && passes(FilterExpression, item, names, values))
        Items.push(projected(item, input.ProjectionExpression, names));
    }
    const last = keys[at - 1];
    return at < keys.length && last !== undefined
      ? { Items, LastEvaluatedKey: { pk: last[0], sk: last[1] } }
      : { Items };
  }
}

/** Number of a batch's items that are done: usually all, sometimes only the first ones. DynamoDB does at least one. */
const share = (length: number, random: () => number): number =>
  length > 1 && random() < 0.1 ? 1 + Math.floor(random() * (length - 1)) : length;

function projected(item: Item, expression: string | undefined, names: Record<string, string> | undefined): Item {
  if (expression === undefined) return item;
  const members = expression.split(/,\s*/).map((path) => [names?.[path] ?? path, valueAt(path, item, names ?? {})]);
  return Object.fromEntries(members.filter(([, value]) => value !== undefined));
}

function added(before: Value, more: Value): Value {
  if (more instanceof Set) return new Set([...(before instanceof Set ? before : []), ...more]);
  return (typeof before === 'number' ? before : 0) + Number(more);
}

/** Copies an item from the caller's objects without undefined members, as the document client stores it. */
const cleaned = (item: Record<string, Value>): Item => {
  const { b, ...rest } = item;
  const copy = JSON.parse(JSON.stringify(rest)) as Item;
  return b === undefined ? copy : { ...copy, b };
};
