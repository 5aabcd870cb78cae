import type { Context } from 'aws-lambda';
import { createHandler, type Handler } from '../../../functions/api/app.ts';
import { type Example, exampleRequests } from '../../../functions/api/openapi/example.ts';
import { type DatasetReader, StoreUnavailableError } from '../../../functions/dataset/dataset-reader.ts';
import { TooBroadError } from '../../../functions/dataset/read/too-broad.ts';
import type { FormerId } from '../../../functions/domain/former-id.ts';
import type { CenterRecord } from '../../../functions/domain/record.ts';
import { tokenOf } from '../../../functions/http/cursor.ts';
import type { ExampleRequest } from '../../../functions/http/openapi/example.ts';
import { PLACEHOLDER_ORIGIN } from '../../../functions/http/placeholder-origin.ts';
import type { ProblemKind } from '../../../functions/http/problem-kinds.ts';
import { places } from '../../../functions/places/load.ts';
import { publish } from '../../../functions/publish/publish.ts';
import { Locator } from '../../../functions/search/locator.ts';
import { memoryStore } from '../../../functions/store/memory.ts';
import { recordsToServe } from '../../local/data.ts';

/** The time of the examples, fixed so that the confirmations of the fictional centers are always valid. */
const NOW = Date.parse('2026-11-23T12:00:00Z');
const SHOWN_VERSION = 'mR3kPq0ZcT1xW8aB';
/** Shown in place of the hashes of files for devices, which change with every listing. */
const SHOWN_HASH = 'eT3cPq0ZcT1xW8aBfR9k2w';
/** Keys for cursors in the examples. No deployment uses them. */
const SHOWN_KEYS = { signing: 'A'.repeat(43), accepted: ['A'.repeat(43)] };
const REQUEST_ID = '7d1c0f3a-5f5c-4f0e-9d0e-0b5a2f6f3c11';

/** Former ids for the examples; fictional, like the centers. */
const formerExamples: readonly FormerId[] = [
  {
    id: 'lantern-house-phoenix-example',
    reason: 'merged',
    since: '2026-04-01',
    now: 'lantern-bridge-phoenix-example',
  },
  { id: 'harbor-light-phoenix-example', reason: 'closed', since: '2026-10-12', now: null },
];

/**
 * Sends the example requests to a handler over the sample data, and to handlers that are made to fail.
 * @param records The fictional examples among them. @default the listings and the examples
 */
export async function makeExamples(records?: readonly CenterRecord[]): Promise<Example[]> {
  const store = memoryStore();
  const listed = records ?? (await recordsToServe());
  const { version } = await publish({ store, records: listed, now: NOW, former: formerExamples });
  const handler = handlerOver(new Locator({ store, now: () => NOW }));
  const examples: Example[] = [];
  for (const request of exampleRequests) examples.push(await exampleOf(handler, request, version));
  const search = { method: 'GET', target: '/v1/centers?near=85004&level=iop' } as const;
  return [
    ...examples,
    await exampleOf(handler, {
      route: 'searchCenters',
      name: 'oldCursor',
      summary: 'A cursor of listings that are gone',
      request: await withOldCursor(handler),
    }),
    await exampleOf(handlerOver(tooBroadLocator(store)), {
      route: 'searchCenters',
      name: 'tooBroad',
      summary: 'Too much would have to be read',
      request: { method: 'GET', target: '/v1/centers?near=85004&population=pregnant&therapy=dbt&language=ase' },
    }),
    await exampleOf(handlerOver(new Locator({ store: failing(new StoreUnavailableError('throttled')) })), {
      route: 'searchCenters',
      name: 'busy',
      summary: 'The listings could not be read in time',
      request: search,
    }),
    await exampleOf(handlerOver(new Locator({ store: failing(new TypeError('a fault of ours')) })), {
      route: 'searchCenters',
      name: 'ourFault',
      summary: 'A fault of the service itself',
      request: search,
    }),
  ];
}

function handlerOver(locator: Locator): Handler {
  const services = { locator, places, now: () => NOW, publicUrl: PLACEHOLDER_ORIGIN };
  return createHandler({ ...services, cursorKeys: async () => SHOWN_KEYS }, () => {});
}

/**
 * Sends one example request.
 * @param version Version of the dataset, which is replaced in the answer by the one that is always shown.
 */
async function exampleOf(
  handler: Handler,
  example: Omit<Example, 'response'>,
  version = SHOWN_VERSION,
): Promise<Example> {
  const { statusCode, headers, body } = await send(handler, example.request);
  const type = String(headers?.['content-type']).split(';')[0] ?? '';
  // FHIR does not allow an underscore in ids, so `versionId` is the dataset's version with dots instead.
  const shown = body
    .replaceAll(version, SHOWN_VERSION)
    .replaceAll(version.replaceAll('_', '.'), SHOWN_VERSION)
    .replaceAll(/\/dataset\/(parts|places)\/[\w-]{22}/g, `/dataset/$1/${SHOWN_HASH}`);
  const read: unknown = type.endsWith('json') ? JSON.parse(shown, withShownCursor) : shown;
  return { ...example, response: { status: statusCode, type, problem: problemOf(read), body: read } };
}

function send(handler: Handler, { method, target, headers = {}, body }: ExampleRequest) {
  const url = new URL(target, PLACEHOLDER_ORIGIN);
  const query = url.searchParams;
  const event = {
    httpMethod: method,
    path: url.pathname,
    headers,
    multiValueQueryStringParameters: Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)])),
    body: body === undefined ? null : JSON.stringify(body),
    requestContext: { requestId: REQUEST_ID },
  };
  return handler(event, {} as Context);
}

/**
 * A dataset's version changes with every detail of how an index is stored. To stay the same, the document's examples
 * always show one fixed version, also in cursors.
 */
function withShownCursor(name: string, value: unknown): unknown {
  if (name !== 'next' || typeof value !== 'string') return value;
  const [publishedAt, , fingerprint, position] = contentOf(value);
  return tokenOf([publishedAt, SHOWN_VERSION, fingerprint, position], SHOWN_KEYS.signing);
}

const contentOf = (token: string): [string, string, string, unknown] =>
  JSON.parse(Buffer.from(token, 'base64url').toString());

function problemOf(body: unknown): ProblemKind | null {
  const type = (body as { type?: unknown } | null)?.type;
  const kind = typeof type === 'string' ? /\/problems\/([\w-]+)$/.exec(type)?.[1] : undefined;
  return (kind as ProblemKind | undefined) ?? null;
}

/** Makes a request for the second page of a search over listings that are no longer stored. */
async function withOldCursor(handler: Handler): Promise<ExampleRequest> {
  const target = '/v1/centers?near=85004&limit=1';
  const { body } = await send(handler, { method: 'GET', target });
  const { next } = JSON.parse(body) as { next: string };
  const [, , fingerprint, position] = contentOf(next);
  const cursor = tokenOf(['2025-11-23T12:00:00.000Z', 'replaced-a-year-', fingerprint, position], SHOWN_KEYS.signing);
  return { method: 'GET', target: `${target}&cursor=${cursor}` };
}

/** A locator that always finds a search too broad, because the sample data is too small for a real one. */
function tooBroadLocator(store: DatasetReader): Locator {
  return new (class extends Locator {
    override near(): never {
      throw new TooBroadError('more than 200 pages');
    }
  })({ store });
}

function failing(error: Error): DatasetReader {
  const fail = () => Promise.reject(error);
  return { read: fail, readVersion: fail };
}
