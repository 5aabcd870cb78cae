import type { CenterRecord } from '../../../functions/domain/record.ts';
import { publish } from '../../../functions/publish/publish.ts';
import { call } from '../../support/gateway-call.ts';
import { publishedStore } from '../../support/published-store.ts';
import { NOW, records, serve } from '../../support/real-records.ts';

/** Returns a response that replaces the API's answer, or null to let the API answer. */
export type Fault = (path: string, times: number) => Response | null;

export const broken = (): Response => new Response('no', { status: 503 });

/** Serves the API over real listings to a device's `fetch`. The device and the API share one clock. */
export async function listings() {
  const store = await publishedStore(records, NOW);
  let now = NOW;
  const { handler } = serve(store, () => now);
  const asked: { readonly path: string; readonly cache: string }[] = [];
  let fault: Fault = () => null;
  const times = new Map<string, number>();

  const fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const path = String(input);
    init.signal?.throwIfAborted();
    asked.push({ path, cache: init.cache ?? 'default' });
    times.set(path, (times.get(path) ?? 0) + 1);
    const wrong = fault(path, times.get(path) ?? 1);
    if (wrong !== null) return wrong;
    const { status, headers, body } = await call(handler, path);
    return new Response(body, { status, headers });
  };

  return {
    fetch,
    handler,
    asked,
    paths: () => asked.map(({ path }) => path),
    now: () => now,
    pass: (ms: number) => {
      now += ms;
    },
    fail: (given: Fault) => {
      fault = given;
    },
    /** Publishes other records; the API answers with them from then on. */
    publish: async (changed: readonly CenterRecord[]) => {
      now += 1_000;
      await publish({ store, records: changed, now });
      now += 6_000;
    },
  };
}
