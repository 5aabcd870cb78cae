import { createHandler } from '../../../functions/api/app.ts';
import { places } from '../../../functions/places/load.ts';
import { Locator } from '../../../functions/search/locator.ts';
import { memoryStore } from '../../../functions/store/memory.ts';
import { recordsToServe } from '../../../infra/local/data.ts';
import { publishTo } from '../size.ts';
import { newFastify } from './packages.ts';

/**
 * Serves our handler (the deployed function's code) with the same web server as the PostGIS peer. This shows the cost
 * without the CDN, the gateway and the separate environment that the local front imitates. The handler caches the
 * pages, so it does not ask the store in memory.
 */
async function serve(data: string): Promise<string> {
  const store = memoryStore();
  await publishTo(store, await recordsToServe(data), Date.now());
  const handler = createHandler(
    { locator: new Locator({ store }), places, now: Date.now, publicUrl: 'http://127.0.0.1' },
    () => {},
  );
  const server = newFastify();
  server.get('/v1/centers', async (request, reply) => {
    const multiValueQueryStringParameters = Object.fromEntries(
      Object.entries(request.query).map(([name, value]) => [name, [value]]),
    );
    const event = {
      httpMethod: 'GET',
      path: '/v1/centers',
      headers: request.headers,
      multiValueQueryStringParameters,
      requestContext: { requestId: 'bench' },
    };
    const { statusCode, headers, body } = await handler(event, {} as never);
    return reply
      .code(statusCode)
      .headers((headers ?? {}) as Record<string, string>)
      .send(body);
  });
  process.once('disconnect', () => void server.close().then(() => process.exit(0)));
  return server.listen({ port: 0, host: '127.0.0.1' });
}

if (import.meta.main) process.send?.({ url: await serve(process.argv[2] ?? '') });
