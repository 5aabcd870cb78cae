import { createHandler } from '../../../functions/api/app.ts';
import { places } from '../../../functions/places/load.ts';
import { publish } from '../../../functions/publish/publish.ts';
import { Locator } from '../../../functions/search/locator.ts';
import { memoryStore } from '../../../functions/store/memory.ts';
import { recordsToServe } from '../../local/data.ts';

export interface Answered {
  readonly status: number;
  /** The answer of the API, unchanged: JSON, or problem details. */
  readonly body: string;
}

/**
 * Sends a search to a running server over HTTP.
 * @throws Error if the server does not answer.
 */
export async function askServer(url: string, query: URLSearchParams): Promise<Answered> {
  const response = await fetch(`${url.replace(/\/$/, '')}/v1/centers?${query}`, { redirect: 'error' });
  return { status: response.status, body: await response.text() };
}

/** Sends a search to the handler that is also deployed, over records published to memory. No server is needed. */
export async function askHere(data: string | undefined, query: URLSearchParams): Promise<Answered> {
  const store = memoryStore();
  await publish({ store, records: await recordsToServe(data), now: Date.now() });
  const services = { locator: new Locator({ store }), places, now: Date.now, publicUrl: 'http://localhost' };
  const handler = createHandler(services, () => {});
  const event = {
    httpMethod: 'GET',
    path: '/v1/centers',
    headers: {},
    multiValueQueryStringParameters: Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)])),
    requestContext: { requestId: 'near' },
  };
  const { statusCode, body } = await handler(event, {} as never);
  return { status: statusCode, body };
}
