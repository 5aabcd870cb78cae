import { request } from 'node:http';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localCredentials, localRegion } from '../../../infra/local/engine.ts';
import { foreign } from '../../../infra/local/local-only.ts';
import { type Local, startLocal } from '../../../infra/local/start.ts';
import { assemblyFolder } from '../../support/assembly.ts';

describe('who asks', () => {
  test.each<[string, [string, string][]]>([
    ['a program', [['Host', '127.0.0.1:8000']]],
    ['a program, by name', [['host', 'LOCALHOST:8000']]],
    ['a program, by IPv6', [['Host', '[::1]:8000']]],
    [
      'a page of this server',
      [
        ['Host', 'localhost:8000'],
        ['Origin', 'http://localhost:8000'],
        ['Sec-Fetch-Site', 'same-origin'],
      ],
    ],
    [
      'the address bar',
      [
        ['Host', 'localhost:8000'],
        ['Sec-Fetch-Site', 'none'],
      ],
    ],
  ])('%s is answered', (_name, headers) => expect(foreign(headers)).toBeUndefined());

  test.each<[string, [string, string][]]>([
    [
      'a page of another site',
      [
        ['Host', '127.0.0.1:8000'],
        ['Origin', 'https://evil.example'],
      ],
    ],
    [
      'a page without an origin',
      [
        ['Host', '127.0.0.1:8000'],
        ['Origin', 'null'],
      ],
    ],
    [
      'a page of another port',
      [
        ['Host', '127.0.0.1:8000'],
        ['Origin', 'http://127.0.0.1:3000'],
      ],
    ],
    [
      'a second Origin',
      [
        ['Host', 'localhost'],
        ['Origin', 'http://localhost'],
        ['Origin', 'https://evil.example'],
      ],
    ],
    [
      'an image of another site',
      [
        ['Host', '127.0.0.1:8000'],
        ['Sec-Fetch-Site', 'cross-site'],
      ],
    ],
    [
      'a page of another port, by name',
      [
        ['Host', 'localhost:8000'],
        ['sec-fetch-site', 'same-site'],
      ],
    ],
    ['a name that was made to lead here', [['Host', 'evil.example:8000']]],
    [
      'such a page, to itself',
      [
        ['Host', 'evil.example'],
        ['Origin', 'http://evil.example'],
        ['Sec-Fetch-Site', 'same-origin'],
      ],
    ],
    ['a name that begins like this machine', [['Host', '127.0.0.1.evil.example']]],
    ['a name that ends like this machine', [['Host', 'evil-localhost']]],
    [
      'two hosts',
      [
        ['Host', '127.0.0.1'],
        ['Host', 'evil.example'],
      ],
    ],
    ['no host', []],
  ])('%s is refused', (_name, headers) => expect(foreign(headers)).toBeDefined());
});

describe('what runs on this machine', () => {
  let local: Local;
  let client: DynamoDBClient;
  beforeAll(async () => {
    local = await startLocal({ assembly: await assemblyFolder('stub'), data: null, log: () => {} });
    client = new DynamoDBClient({ endpoint: local.endpoint, region: localRegion, credentials: localCredentials });
  });
  afterAll(async () => {
    client.destroy();
    await local.close();
  });
  const tables = async () => (await client.send(new ListTablesCommand())).TableNames;

  /** Headers that fetch does not let a caller set, as a browser would send them. */
  function send(url: string, method: string, headers: Record<string, string>, body = '') {
    return new Promise<{ status: number | undefined; headers: Record<string, unknown> }>((resolve, reject) => {
      const sent = request(url, { method, headers }, (response) => {
        response.resume().on('end', () => resolve({ status: response.statusCode, headers: response.headers }));
      });
      sent.on('error', reject).end(body);
    });
  }

  const pages: [string, Record<string, string>][] = [
    ['a page of another origin', { origin: 'https://evil.example' }],
    ['a page whose name was made to lead here', { host: 'evil.example', origin: 'http://evil.example' }],
    ['an older browser there', { host: 'evil.example' }],
    ['a form of another site', { 'sec-fetch-site': 'cross-site' }],
  ];
  const operations: [string, () => string, string, Record<string, string>, () => string][] = [
    [
      'delete the table',
      () => local.endpoint,
      'POST',
      {
        'x-amz-target': 'DynamoDB_20120810.DeleteTable',
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-date': '20261101T000000Z',
        authorization:
          'AWS4-HMAC-SHA256 Credential=a/20261101/us-west-2/dynamodb/aws4_request, SignedHeaders=host, Signature=b',
      },
      () => JSON.stringify({ TableName: local.tableName }),
    ],
    ['ask the engine first', () => local.endpoint, 'OPTIONS', { 'access-control-request-method': 'POST' }, () => ''],
    [
      'make a key',
      () => `${local.controlUrl}/apikeys`,
      'POST',
      { 'content-type': 'text/plain' },
      () => '{"name":"evil"}',
    ],
    ['read the keys', () => `${local.controlUrl}/apikeys?includeValues=true`, 'GET', {}, () => ''],
    ['publish a file', () => `${local.bucketEndpoint}/${local.bucketName}/incoming/evil.json`, 'PUT', {}, () => '[]'],
  ];
  const cases = pages.flatMap(([page, headers]) =>
    operations.map(
      ([name, url, method, more, body]) => [page, name, url, method, { ...more, ...headers }, body] as const,
    ),
  );

  test.each(cases)('%s cannot %s', async (_page, _name, url, method, headers, body) => {
    const answer = await send(url(), method, headers, body());
    expect(answer.status).toBe(403);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
    expect(await tables()).toEqual([local.tableName]);
    const keys = (await (await fetch(`${local.controlUrl}/apikeys`)).json()) as { item: { name: string }[] };
    expect(keys.item.map(({ name }) => name)).not.toContain('evil');
  });

  test('a program can do each of these, so it is the page that is refused', async () => {
    const [remove, , make, , publish] = operations;
    for (const one of [make, publish, remove]) {
      if (!one) throw new Error('no such operation');
      const [, url, method, headers, body] = one;
      const answer = await send(url(), method, headers, body());
      expect([200, 201]).toContain(answer.status);
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
    await expect.poll(tables).toEqual([]);
  });
});
