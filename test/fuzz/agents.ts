import { createReadHandler, createWriteHandler } from '../../functions/agents/app.ts';
import { agentReads } from '../../functions/agents/reads/agent-reads.ts';
import { agentWrites } from '../../functions/agents/writes/agent-writes.ts';
import type { Handler } from '../../functions/api/app.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { type Group, groups, InvalidTokenError, type ReadToken } from '../../functions/faces/agent/person.ts';
import { agentWriteRoutes } from '../../functions/faces/agent/routes.ts';
import type { RequestLine } from '../../functions/http/middleware/request-line.ts';
import { places } from '../../functions/places/load.ts';
import { importPrivate } from '../../functions/publish/agent/import-private.ts';
import { publish } from '../../functions/publish/publish.ts';
import { Locator } from '../../functions/search/locator.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import { NOW, PUBLIC_URL } from '../support/real-records.ts';

/**
 * A token for a member of the group. Each number stands for a separate sign-in. Real tokens have their own tests
 * (test/agent).
 */
export const tokenOf = (group: Group, signIn: number): string => `${group}.${signIn}`;

const readToken: ReadToken = async (token) => {
  const [name, signIn, ...more] = token.split('.');
  const group = groups.find((one) => one === name);
  if (group === undefined || !/^\d+$/.test(signIn ?? '') || more.length > 0) throw new InvalidTokenError('not a token');
  return { name: group, groups: [group], session: token, expiresAt: NOW / 1000 + 300 };
};

/**
 * The two functions for the admissions team, with a separate table, so that what they write does not change other
 * answers.
 */
export async function agentHandler(
  records: readonly CenterRecord[],
  write: (line: RequestLine) => void,
): Promise<Handler> {
  const store = memoryStore();
  const now = () => NOW;
  await publish({ store, records, now: NOW });
  await importPrivate(records, { store, now: NOW });
  const services = { locator: new Locator({ store, now }), places, now, publicUrl: PUBLIC_URL };
  const reads = createReadHandler(services, { store, readToken, reads: agentReads({ store, now }) }, write);
  const writes = createWriteHandler(services, { store, readToken, writes: agentWrites({ store, now }) }, write);
  const written = agentWriteRoutes.map(({ method, path }) => ({
    method,
    pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  }));
  return (event, context) => {
    const { httpMethod, path } = event as { readonly httpMethod: string; readonly path: string };
    const isWrite = written.some(({ method, pattern }) => method === httpMethod && pattern.test(path));
    return (isWrite ? writes : reads)(event, context);
  };
}

export const isOfAgents = (path: string): boolean => path.startsWith('/v1/agent/');
