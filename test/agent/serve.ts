import { createReadHandler, createWriteHandler } from '../../functions/agents/app.ts';
import { tokenReader } from '../../functions/agents/read-token.ts';
import { agentReads } from '../../functions/agents/reads/agent-reads.ts';
import { agentWrites } from '../../functions/agents/writes/agent-writes.ts';
import { createHandler, type Handler } from '../../functions/api/app.ts';
import { agentWriteRoutes } from '../../functions/faces/agent/routes.ts';
import type { RequestLine } from '../../functions/http/middleware/request-line.ts';
import { places } from '../../functions/places/load.ts';
import { importPrivate } from '../../functions/publish/agent/import-private.ts';
import { publish } from '../../functions/publish/publish.ts';
import { Locator } from '../../functions/search/locator.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import { type Answer, type Call, call } from '../support/gateway-call.ts';
import { NOW, PUBLIC_URL, records } from '../support/real-records.ts';
import { CLIENT, type Issuer } from './issuer.ts';

/** The three functions with one table; each request goes to the function that API Gateway would invoke. */
export async function serveAgents(issuer: Pick<Issuer, 'url'>, list = records) {
  const store = memoryStore();
  await publish({ store, records: list, now: NOW });
  await importPrivate(list, { store, now: NOW });
  let now = NOW;
  const clock = () => now;
  const lines: RequestLine[] = [];
  const write = (line: RequestLine) => void lines.push(line);
  const services = () => ({ locator: new Locator({ store, now: clock }), places, now: clock, publicUrl: PUBLIC_URL });
  const agents = { store, readToken: tokenReader({ issuer: issuer.url, client: CLIENT }) };
  const reads = createReadHandler(services(), { ...agents, reads: agentReads({ store, now: clock }) }, write);
  const writes = createWriteHandler(services(), { ...agents, writes: agentWrites({ store, now: clock }) }, write);
  const open = createHandler(services(), write);
  const patternsOf = (path: string) => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);
  const isWrite = (method: string, path: string) =>
    agentWriteRoutes.some((route) => route.method === method && patternsOf(route.path).test(path));
  const handler: Handler = (event, context) => {
    const { httpMethod: method, path } = event as { httpMethod: string; path: string };
    if (!path.startsWith('/v1/agent/')) return open(event, context);
    return (isWrite(method, path) ? writes : reads)(event, context);
  };
  return {
    store,
    lines,
    handler,
    pass: (ms: number) => {
      now += ms;
    },
    ask: (target: string, token: string | null, given: Call = {}): Promise<Answer> =>
      call(handler, target, {
        ...given,
        headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...given.headers },
      }),
    put: (target: string, token: string | null, body: unknown, ifMatch: string | null = '*'): Promise<Answer> =>
      call(handler, target, {
        method: 'PUT',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: {
          'content-type': 'application/json',
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          ...(ifMatch === null ? {} : { 'if-match': ifMatch }),
        },
      }),
  };
}
