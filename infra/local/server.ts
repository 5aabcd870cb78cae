import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { maximumBodyBytes } from './gateway.ts';
import type { WireRequest, WireResponse } from './http.ts';

/** Thrown if a port cannot be opened. The message tells the user how to choose another one. */
export class PortTakenError extends Error {
  constructor(port: number, variable: string) {
    super(`Port ${port} is taken; try another: ${variable}=${port + 1} npm start`);
    this.name = 'PortTakenError';
  }
}

interface ListeningPort {
  readonly port: number;
  /** Name of the environment variable that sets the port, for the error message. */
  readonly variable: string;
}

/**
 * Serves a domain on 127.0.0.1. Does not log requests.
 * @param failed Receives errors that `domain` throws; the client gets a 500 without details
 * @throws {PortTakenError}
 */
export async function serveDomain(
  { port, variable }: ListeningPort,
  domain: (request: WireRequest) => Promise<WireResponse>,
  failed: (error: unknown) => void,
): Promise<Server> {
  const server = createServer(async (incoming, outgoing) => {
    try {
      const response = await domain(await toWire(incoming));
      if (!incoming.complete) outgoing.setHeader('connection', 'close');
      send(outgoing, response);
    } catch (error) {
      if (incoming.destroyed && !incoming.complete) return;
      failed(error);
      if (outgoing.headersSent) outgoing.destroy();
      else outgoing.writeHead(500).end();
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(port, variable) : error);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

async function toWire(incoming: IncomingMessage): Promise<WireRequest> {
  const url = incoming.url ?? '/';
  const mark = url.indexOf('?');
  const headers: [string, string][] = [];
  for (let index = 0; index + 1 < incoming.rawHeaders.length; index += 2) {
    headers.push([incoming.rawHeaders[index] ?? '', incoming.rawHeaders[index + 1] ?? '']);
  }
  return {
    method: incoming.method ?? 'GET',
    path: mark < 0 ? url : url.slice(0, mark),
    query: mark < 0 ? '' : url.slice(mark + 1),
    headers,
    body: await readBody(incoming),
    sourceIp: '127.0.0.1',
  };
}

/** Reads a request's body. Stops at one byte more than the API's limit, because the body is then refused anyway. */
function readBody(incoming: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size <= maximumBodyBytes) return;
      incoming.pause();
      resolve(Buffer.concat(chunks, maximumBodyBytes + 1));
    });
    incoming.on('end', () => resolve(Buffer.concat(chunks)));
    incoming.on('error', reject);
  });
}

function send(outgoing: ServerResponse, { status, headers, body }: WireResponse): void {
  const bodyless = status === 204 || status === 304 || outgoing.req.method === 'HEAD';
  // One list, in which a name may come again, instead of a call for each: less work in the busiest place.
  const list = headers.flatMap(([name, value]) =>
    !bodyless && name.toLowerCase() === 'content-length' ? [] : [name, value],
  );
  if (!bodyless) list.push('content-length', String(body.length));
  outgoing.writeHead(status, list);
  outgoing.end(bodyless ? undefined : body);
}
