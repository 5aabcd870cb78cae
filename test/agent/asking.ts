import { afterAll, expect } from 'vitest';
import { NOW } from '../support/real-records.ts';
import { startIssuer } from './issuer.ts';
import { serveAgents } from './serve.ts';

export const id = 'lantern-bridge-phoenix-example';
export const offering = `${id}-op`;
export const center = `/v1/agent/centers/${id}`;
export const facts = `${center}/offerings/${offering}/facts`;
/** A container reads HEAD again after five seconds. */
export const WITHIN = 5_001;

export const at = (ms: number) => new Date(NOW + ms).toISOString();

export const parsed = ({ status, body }: { status: number; body: string }, wanted = 200) => {
  expect(status, body).toBe(wanted);
  return JSON.parse(body);
};

/** For the tests of one file: an issuer, tokens of its people, and the functions that accept them. */
export async function withPeople() {
  const issuer = await startIssuer();
  afterAll(() => issuer.close());
  return {
    issuer,
    agent: (name = 'kim') => issuer.token({ username: name }),
    editor: () => issuer.token({ username: 'lee', 'cognito:groups': ['editor'] }),
    serve: () => serveAgents(issuer),
  };
}
