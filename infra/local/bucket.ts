import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { guard } from './local-only.ts';

/** A notice that an object was uploaded to a bucket. */
export interface Created {
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string;
  readonly size: number;
}

export interface LocalBucket {
  readonly endpoint: string;
  onCreated(tell: (created: Created) => void): void;
  close(): Promise<void>;
}

interface Version {
  readonly id: string;
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The part of S3 that uploads need: putting and getting whole objects with their metadata and versions, in memory, on a
 * free port of 127.0.0.1. Objects are `/<bucket>/<key>`, as the SDK addresses them for an IP address.
 */
export async function startBucket(): Promise<LocalBucket> {
  const objects = new Map<string, Version[]>();
  let tell: (created: Created) => void = () => {};
  const server = createServer((request, response) => {
    answer(request, response).catch(() => refuse(response, 500, 'InternalError'));
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const [, bucket = '', ...rest] = url.pathname.split('/').map(decodeURIComponent);
    const key = rest.join('/');
    const path = `${bucket}/${key}`;
    if (bucket === '' || key === '') return refuse(response, 400, 'InvalidRequest');
    if (request.method === 'PUT') {
      const version = await stored(request);
      // There must be no await from here to `objects.set`, so that of two conditional writes at once only one succeeds,
      // as in S3.
      if (!allowed(request, objects.get(path)?.at(-1))) return refuse(response, 412, 'PreconditionFailed');
      objects.set(path, [...(objects.get(path) ?? []), version]);
      response.writeHead(200, { 'x-amz-version-id': version.id, etag: `"${version.id}"` }).end();
      tell({ bucket, key, versionId: version.id, size: version.body.length });
    } else if (request.method === 'GET') {
      const wanted = url.searchParams.get('versionId');
      const version = objects.get(path)?.findLast(({ id }) => wanted === null || id === wanted);
      if (version === undefined) return refuse(response, 404, 'NoSuchKey');
      response
        .writeHead(200, { ...version.headers, etag: `"${version.id}"`, 'x-amz-version-id': version.id })
        .end(version.body);
    } else refuse(response, 405, 'MethodNotAllowed');
  }

  guard(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    onCreated(next) {
      tell = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** True if the conditions of a write are met: `If-Match` with an ETag, `If-None-Match` with `*`. */
function allowed({ headers }: IncomingMessage, current: Version | undefined): boolean {
  if (headers['if-none-match'] === '*' && current !== undefined) return false;
  return headers['if-match'] === undefined || headers['if-match'] === `"${current?.id}"`;
}

async function stored(request: IncomingMessage): Promise<Version> {
  if (request.headers['content-encoding']?.includes('aws-chunked')) throw new Error('only whole bodies are taken here');
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const kept = Object.entries(request.headers).filter(
    ([name]) => name === 'content-type' || name.startsWith('x-amz-meta-'),
  );
  const headers = Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
  return {
    id: randomUUID(),
    body: Buffer.concat(chunks),
    headers: { ...headers, 'last-modified': new Date().toUTCString() },
  };
}

function refuse(response: ServerResponse, status: number, code: string): void {
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${code}</Message></Error>`;
  response.writeHead(status, { 'content-type': 'application/xml' }).end(text);
}
