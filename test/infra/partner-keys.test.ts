import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { expect, it } from 'vitest';
import { PartnerKeys } from '../../infra/tools/keys/partner-keys.ts';

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: Record<string, string>;
}
type Answers = (asked: Asked) => { status: number; body: object };

/** The part of API Gateway that keys need, and every request that it received. */
function gateway(answers: Answers) {
  const asked: Asked[] = [];
  const handle = async (request: { method: string; path: string; query?: Record<string, string> }) => {
    const one = { method: request.method, path: request.path, query: request.query ?? {} };
    asked.push(one);
    const { status, body } = answers(one);
    const text = Buffer.from(JSON.stringify(body));
    return { response: { statusCode: status, headers: { 'content-type': 'application/json' }, body: text } };
  };
  const client = new APIGatewayClient({
    region: 'us-west-2',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    maxAttempts: 1,
    requestHandler: { handle } as never,
  });
  return { keys: new PartnerKeys(client, 'ProgramLocator'), asked };
}

const plans = ['partner', 'agent', 'website'].map((name) => ({ id: `plan-${name}`, name: `ProgramLocator-${name}` }));
const usual: Answers = ({ method, path }) => {
  if (path === '/usageplans') return { status: 200, body: { item: plans } };
  if (path === '/apikeys' && method === 'POST') return { status: 201, body: { id: 'new', value: 'secret' } };
  if (path === '/apikeys') return { status: 200, body: { item: [{ id: 'one', name: 'acme' }] } };
  if (path === '/usageplans/plan-partner/keys' && method === 'GET')
    return { status: 200, body: { item: [{ id: 'one', name: 'acme' }] } };
  return { status: 200, body: {} };
};

it('listing keys never fetches their values', async () => {
  const { keys, asked } = gateway(usual);
  expect((await keys.list()).map(({ id, name, plan }) => [id, name, plan])).toEqual([['one', 'acme', 'partner']]);
  for (const { path, query } of asked) if (path === '/apikeys') expect(query.includeValues).toBe('false');
  expect(asked.map(({ path }) => path)).toContain('/apikeys');
});

it('the website’s own key is in no list', async () => {
  const { keys, asked } = gateway(usual);
  await keys.list();
  expect(asked.some(({ path }) => path.includes('plan-website'))).toBe(false);
});

it('a name that is taken makes no key', async () => {
  const { keys, asked } = gateway(usual);
  await expect(keys.create('acme', 'partner')).rejects.toThrow('There is a key "acme" already');
  expect(asked.filter(({ method }) => method !== 'GET')).toEqual([]);
});

it('a key that gets onto no plan is removed again', async () => {
  const { keys, asked } = gateway((one) =>
    one.method === 'POST' && one.path.endsWith('/keys') ? { status: 429, body: { message: 'slow down' } } : usual(one),
  );
  await expect(keys.create('other', 'agent')).rejects.toThrow();
  expect(asked.at(-1)).toMatchObject({ method: 'DELETE', path: '/apikeys/new' });
});
