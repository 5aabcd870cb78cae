import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A write under way: its operation, and the number of its kind since the gate was set. */
export interface Passing {
  readonly operation: string;
  readonly index: number;
  /** True if the engine has done it, and only its answer is pending. */
  readonly done: boolean;
}

export interface WriteGate {
  readonly endpoint: string;
  /** Number of batches that the engine has done since the gate was set. */
  readonly batches: number;
  /** Called twice for each write: before the engine gets it and before its publisher gets the answer. */
  set(watch: (passing: Passing) => void): void;
  /** Resolves once no write is under way. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** A proxy between a publisher and the engine, so that a test can end the publisher at any write. */
export async function writeGate(engine: string): Promise<WriteGate> {
  let watch: (passing: Passing) => void = () => {};
  let counts: Record<string, number> = {};
  let batches = 0;
  const underWay = new Set<Promise<void>>();
  const server = createServer((incoming, outgoing) => {
    const passing = pass().catch(() => void outgoing.destroy());
    underWay.add(passing);
    passing.finally(() => underWay.delete(passing));

    async function pass(): Promise<void> {
      const body = await textOf(incoming);
      const operation = String(incoming.headers['x-amz-target']).split('.').at(-1) ?? '';
      const index = counts[operation] ?? 0;
      counts[operation] = index + 1;
      watch({ operation, index, done: false });
      const headers = Object.fromEntries(
        ['x-amz-target', 'content-type', 'authorization', 'x-amz-date'].map((name) => [
          name,
          String(incoming.headers[name]),
        ]),
      );
      // Once a write has reached the engine, the engine does it, whatever happens to the publisher.
      const answer = await fetch(engine, { method: 'POST', headers, body });
      const text = await answer.text();
      if (operation === 'BatchWriteItem') batches += 1;
      watch({ operation, index, done: true });
      outgoing.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' }).end(text);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get batches() {
      return batches;
    },
    set(next) {
      watch = next;
      counts = {};
      batches = 0;
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
