import type { Context } from 'aws-lambda';
import { createHandler } from '../../functions/api/app.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import type { RequestLine } from '../../functions/http/middleware/request-line.ts';
import { places } from '../../functions/places/load.ts';
import { publish } from '../../functions/publish/publish.ts';
import { Locator } from '../../functions/search/locator.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import { ApiKeys } from '../../infra/local/api-keys.ts';
import { readStack } from '../../infra/local/assembly.ts';
import { edge } from '../../infra/local/edge.ts';
import { Gateway } from '../../infra/local/gateway.ts';
import type { WireRequest, WireResponse } from '../../infra/local/http.ts';
import { Limits } from '../../infra/local/limits.ts';
import { siteFiles } from '../../infra/local/site-files.ts';
import { readDeclaration } from '../../infra/local/template.ts';
import { stackName, usagePlanName } from '../../infra/names.ts';
import { assemblyFolder } from '../support/assembly.ts';
import { NOW, PUBLIC_URL } from '../support/real-records.ts';
import { agentHandler, isOfAgents } from './agents.ts';

export interface Served {
  readonly response: WireResponse;
  /** Name of the route that answered; `gateway` if no function was invoked. */
  readonly route: string;
  /** Number of dataset items read, counted at the store. */
  readonly pages: number;
  readonly ms: number;
}

export interface Front {
  readonly partnerKey: string;
  ask(domain: 'website' | 'api', request: WireRequest): Promise<Served>;
}

const domainName = 'abc123.execute-api.us-west-2.amazonaws.com';
/** Time between two requests. It is so long that no rate limit is reached, however fast the machine is. */
const APART_MS = 1_000;

/**
 * Puts the synthesized application's CDN and gateway in front of the real handler, in one process. The template's keys,
 * policies and compression apply, and the reads of each answer can be counted. Pages are not cached, so each answer
 * shows its full cost.
 */
export async function serveFront(records: readonly CenterRecord[]): Promise<Front> {
  // The stub assembly differs from the real application only in its bundled code.
  const { api, site } = readDeclaration(await readStack(await assemblyFolder('stub')));
  const files = await siteFiles(site);

  const store = memoryStore();
  await publish({ store, records, now: NOW });
  let pages = 0;
  const counting: typeof store = {
    ...store,
    read: (request, meter) => {
      pages += request.hashes.length;
      return store.read(request, meter);
    },
  };
  let route = 'gateway';
  const locator = new Locator({ store: counting, now: () => NOW, cacheBytes: 0 });
  const write = (line: RequestLine): void => {
    route = line.route;
  };
  const search = createHandler({ locator, places, now: () => NOW, publicUrl: PUBLIC_URL }, write);
  const agents = await agentHandler(records, write);

  let asked = 0;
  const keys = new ApiKeys(api.usagePlans);
  const keyOn = (plan: 'website' | 'partner'): string => {
    const key = keys.add(plan);
    const found = api.usagePlans.find(({ name }) => name === usagePlanName(stackName, plan));
    if (!found || !keys.assign(key.id, found.id)) throw new Error(`the template has no plan ${plan}`);
    return key.value;
  };
  const websiteKey = keyOn('website');
  const gateway = new Gateway({
    api,
    keys,
    limits: new Limits(api.throttle, () => NOW + asked * APART_MS),
    log: () => {},
    newRequestId: () => `request-${asked}`,
    invoke: async (_id, event) => {
      const handler = isOfAgents((event as { readonly path: string }).path) ? agents : search;
      const payload = await handler(JSON.parse(JSON.stringify(event)), {} as Context);
      return { ok: true, payload };
    },
  });
  const website = edge({
    site,
    files,
    gateway,
    apiDomain: domainName,
    resolve: (value) => (typeof value === 'string' ? value : websiteKey),
  });
  return {
    partnerKey: keyOn('partner'),
    async ask(domain, request) {
      asked += 1;
      pages = 0;
      route = 'gateway';
      const began = performance.now();
      const response = await (domain === 'website' ? website(request) : gateway.handle(request, domainName));
      return { response, route, pages, ms: performance.now() - began };
    },
  };
}
