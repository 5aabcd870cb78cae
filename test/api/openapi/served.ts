import { expect, it } from 'vitest';
import type { Local } from '../../../infra/local/start.ts';
import { Contract } from '../../support/contract.ts';

/** Headers of HTTP itself, the CDN and API Gateway: the same on every answer, and not part of the contract. */
const transport = [
  ...['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding', 'content-encoding', 'age', 'via'],
  ...['content-security-policy', 'referrer-policy', 'strict-transport-security', 'x-content-type-options'],
  'x-amzn-requestid',
];

/** Tests of the product's own document. @param product Serves the test's records. */
export function openApiServed(product: () => Local): void {
  it('over HTTP, through the CDN and the gateway, answers keep to the document that is served there', async () => {
    const local = product();
    const contract = new Contract(await (await fetch(`${local.url}/v1/openapi.json`)).text());
    const json = { 'content-type': 'application/json' };
    const traffic: [string, RequestInit][] = [
      ...contract
        .operations()
        .filter(({ method, path }) => method === 'GET' && !path.includes('{'))
        .map(({ path }): [string, RequestInit] => [path, {}]),
      ['/v1/centers?near=85004&level=iop&limit=50', {}],
      ['/v1/centers?state=CA', { headers: { accept: 'application/geo+json' } }],
      ['/v1/centers?state=CA', { headers: { accept: 'text/csv' } }],
      ['/v1/centers?near=85004', { method: 'HEAD' }],
      ['/v1/centers?near=85004|85005', {}],
      ['/v1/centers?near={85004}', {}],
      ['/v1/centers/search', { method: 'POST', headers: json, body: '{"near":"85004"}' }],
      ['/v1/centers/search', { method: 'POST', headers: json, body: ' '.repeat(70_000) }],
      ['/v1/centers/lantern-bridge-tulsa-example', {}],
      ['/v1/centers/lantern-bridge-tulsa-example', { headers: { 'if-none-match': '*' } }],
      ['/v1/centers/lantern-bridge-tulsa-example/continuum', {}],
      ['/v1/centers/%00', {}],
      ['/v1/nothing', {}],
      ['/v1/centers', { method: 'DELETE' }],
    ];
    for (const [target, init] of traffic) {
      const response = await fetch(`${local.url}${target}`, init);
      const answer = {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      };
      const method = init.method ?? 'GET';
      expect(contract.faults(target, { method }, answer, transport), `${method} ${target}`).toEqual([]);
    }
  });

  it('and so do those that the gateway makes for a request without a key', async () => {
    const local = product();
    const contract = new Contract(await (await fetch(`${local.url}/v1/openapi.json`)).text());
    for (const { method, path } of contract.operations()) {
      const target = path.replace('{id}', 'lantern-bridge-tulsa-example');
      const response = await fetch(`${local.apiUrl}${target}`, { method });
      const answer = {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      };
      expect(answer.status, target).toBe(403);
      expect(contract.faults(target, { method }, answer, transport), `${method} ${target}`).toEqual([]);
    }
  });
}
