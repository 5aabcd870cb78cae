import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

/** Possible faults between the store and the table. */
export type Fault =
  /** The proxy refuses the request with the named error of DynamoDB. */
  | { readonly kind: 'refuse'; readonly status: number; readonly name: string }
  /**
   * The proxy only does the first keys or items of a batch. It returns the rest as UnprocessedKeys or UnprocessedItems.
   */
  | { readonly kind: 'leave'; readonly answered: number }
  /** The answer lacks an item: for every read, or only for eventually consistent reads, as on a late replica. */
  | { readonly kind: 'lose'; readonly pk: string; readonly evenConsistent: boolean }
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'cut' }
  /** Sends half of the answer, then closes the connection. */
  | { readonly kind: 'tear' }
  /** Changes some bytes of every page in the answer. */
  | { readonly kind: 'corrupt' }
  /** The answer has an old HEAD, given here as an item in DynamoDB's own format. */
  | { readonly kind: 'stale'; readonly head: unknown }
  /** The answer is a proxy's HTML page instead of DynamoDB's JSON. */
  | { readonly kind: 'nonsense'; readonly status: number };

export interface Seen {
  readonly operation: string;
  /** Partition keys of a batch that is read or written. */
  readonly keys: readonly string[];
  readonly consistent: boolean;
}

export interface FaultProxy {
  readonly endpoint: string;
  /** The requests since `plan` was last called. */
  readonly seen: readonly Seen[];
  /** Sets the fault of each request, counted from 0, and restarts the count. */
  plan(fault: (request: Seen, index: number) => Fault | undefined): void;
  close(): Promise<void>;
}

const keySchema = z.object({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) });
const tableSchema = z.looseObject({ Keys: z.array(keySchema), ConsistentRead: z.boolean().optional() });
const batchSchema = z.looseObject({ RequestItems: z.record(z.string(), tableSchema) });
const putSchema = z.looseObject({ PutRequest: z.looseObject({ Item: z.looseObject({ pk: keySchema.shape.pk }) }) });
const writeSchema = z.looseObject({ RequestItems: z.record(z.string(), z.array(putSchema)) });
const itemsSchema = z.looseObject({
  Responses: z.record(z.string(), z.array(z.looseObject({ pk: keySchema.shape.pk }))),
});

/** A proxy in front of a DynamoDB engine on 127.0.0.1 that injects faults. */
export async function faultProxy(engine: string): Promise<FaultProxy> {
  let plan: Parameters<FaultProxy['plan']>[0] = () => undefined;
  let seen: Seen[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const body = await textOf(incoming);
    const request = seenIn(incoming, body);
    seen.push(request);
    const fault = plan(request, seen.length - 1);
    await answer(incoming, outgoing, body, request, fault).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  async function answer(
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    body: string,
    request: Seen,
    fault: Fault | undefined,
  ): Promise<void> {
    const reply = (status: number, text: string, type = 'application/x-amz-json-1.0') =>
      outgoing.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text) });
    switch (fault?.kind) {
      case 'cut':
        incoming.socket.destroy();
        return;
      case 'refuse': {
        const text = JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${fault.name}`, message: INSIDE });
        reply(fault.status, text).end(text);
        return;
      }
      case 'nonsense':
        reply(fault.status, `<html>${INSIDE}</html>`, 'text/html').end(`<html>${INSIDE}</html>`);
        return;
      case 'delay':
        await new Promise((resolve) => setTimeout(resolve, fault.ms));
        break;
    }
    const isWrite = request.operation === 'BatchWriteItem';
    const leave = fault?.kind === 'leave' ? (isWrite ? halfWritten : halved)(body, fault.answered) : null;
    const headers = Object.fromEntries(
      ['x-amz-target', 'content-type', 'authorization', 'x-amz-date'].map((name) => [
        name,
        String(incoming.headers[name]),
      ]),
    );
    const engineAnswer = await fetch(engine, { method: 'POST', headers, body: leave?.now ?? body });
    let text = await engineAnswer.text();
    if (leave !== null)
      text = JSON.stringify({ ...JSON.parse(text), [isWrite ? 'UnprocessedItems' : 'UnprocessedKeys']: leave.later });
    if (fault?.kind === 'lose' && (fault.evenConsistent || !request.consistent)) text = without(text, fault.pk);
    if (fault?.kind === 'corrupt') text = corrupted(text);
    if (fault?.kind === 'stale') text = withHead(text, fault.head);
    reply(engineAnswer.status, text);
    if (fault?.kind === 'tear') {
      outgoing.write(text.slice(0, text.length / 2));
      incoming.socket.end();
    } else outgoing.end(text);
  }

  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get seen() {
      return seen;
    },
    plan(fault) {
      plan = fault;
      seen = [];
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Text that no caller may ever see: it is in every error that the proxy creates. */
export const INSIDE = 'table locator-inside of account 123456789012';

async function textOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function seenIn({ headers }: IncomingMessage, body: string): Seen {
  const operation = String(headers['x-amz-target']).split('.').at(-1) ?? '';
  if (operation === 'BatchWriteItem') {
    const puts = Object.values(writeSchema.parse(JSON.parse(body)).RequestItems).flat();
    return { operation, keys: puts.map(({ PutRequest }) => PutRequest.Item.pk.S), consistent: false };
  }
  if (operation !== 'BatchGetItem') return { operation, keys: [], consistent: false };
  const tables = Object.values(batchSchema.parse(JSON.parse(body)).RequestItems);
  const keys = tables.flatMap(({ Keys }) => Keys.map(({ pk }) => pk.S));
  return { operation, keys, consistent: tables.some(({ ConsistentRead }) => ConsistentRead === true) };
}

function halved(body: string, answered: number): { now: string; later: unknown } {
  const batch = batchSchema.parse(JSON.parse(body));
  const [[table, asked] = ['', { Keys: [] }]] = Object.entries(batch.RequestItems);
  const part = (Keys: z.infer<typeof keySchema>[]) => ({ [table]: { ...asked, Keys } });
  const later = asked.Keys.slice(answered);
  const now = asked.Keys.slice(0, Math.max(1, answered));
  return {
    now: JSON.stringify({ ...batch, RequestItems: part(now) }),
    later: later.length === 0 ? {} : part(later),
  };
}

function halfWritten(body: string, written: number): { now: string; later: unknown } {
  const batch = writeSchema.parse(JSON.parse(body));
  const [[table, puts] = ['', []]] = Object.entries(batch.RequestItems);
  const [now, later] = [puts.slice(0, Math.max(1, written)), puts.slice(Math.max(1, written))];
  return {
    now: JSON.stringify({ ...batch, RequestItems: { [table]: now } }),
    later: later.length === 0 ? {} : { [table]: later },
  };
}

function corrupted(text: string): string {
  const parsed = itemsSchema.safeParse(JSON.parse(text));
  if (!parsed.success) return text;
  for (const item of Object.values(parsed.data.Responses).flat()) {
    const body = (item as { b?: { B?: string } }).b;
    if (body?.B === undefined) continue;
    const bytes = Buffer.from(body.B, 'base64');
    const at = Math.floor(bytes.length / 2);
    bytes[at] = (bytes[at] ?? 0) ^ 0x55;
    body.B = bytes.toString('base64');
  }
  return JSON.stringify(parsed.data);
}

function withHead(text: string, head: unknown): string {
  const parsed = itemsSchema.safeParse(JSON.parse(text));
  if (!parsed.success) return text;
  const items = Object.entries(parsed.data.Responses).map(([table, all]) => [
    table,
    all.map((item) => (item.pk.S === 'DATASET' && (item as { sk?: { S?: string } }).sk?.S === 'HEAD' ? head : item)),
  ]);
  return JSON.stringify({ ...parsed.data, Responses: Object.fromEntries(items) });
}

function without(text: string, pk: string): string {
  const parsed = itemsSchema.parse(JSON.parse(text));
  const kept = Object.entries(parsed.Responses).map(([table, items]) => [
    table,
    items.filter((item) => item.pk.S !== pk),
  ]);
  return JSON.stringify({ ...parsed, Responses: Object.fromEntries(kept) });
}
