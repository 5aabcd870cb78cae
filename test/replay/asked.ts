import type { Handler } from '../../functions/api/app.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { ownCursorKeys, tokenOf } from '../../functions/http/cursor.ts';
import { places } from '../../functions/places/load.ts';
import { splitQuery, type WireRequest } from '../../infra/local/http.ts';
import { faces } from '../faces/faces.ts';
import { type Question, questionsOver } from '../faces/questions.ts';
import { readAnswer } from '../fuzz/checks.ts';
import type { Front, Served } from '../fuzz/front.ts';
import { contract } from '../support/contract.ts';

type Heard = (domain: 'website' | 'api', wire: WireRequest, served: Served) => void;

const wireOf = (method: string, target: string, headers: WireRequest['headers'] = [], body = ''): WireRequest => {
  const mark = target.indexOf('?');
  return {
    method,
    path: mark < 0 ? target : target.slice(0, mark),
    query: mark < 0 ? '' : target.slice(mark + 1),
    headers,
    body: Buffer.from(body),
    sourceIp: '192.0.2.1',
  };
};

const json = ['Content-Type', 'application/json'] as const;
const viewer = [
  ['CloudFront-Viewer-Latitude', '39.7'],
  ['CloudFront-Viewer-Longitude', '-105.0'],
] as const;

/**
 * Makes one request of every kind that random requests may leave out: each operation with its examples, as GET, HEAD
 * and OPTIONS, and one request for each error.
 */
export async function askEachKind(front: Front, ids: readonly string[], heard: Heard): Promise<void> {
  const ask = async (wire: WireRequest, domain: 'website' | 'api' = 'website') =>
    heard(domain, wire, await front.ask(domain, wire));
  for (const { method, path, operation } of contract.operations()) {
    const id = ids[0] ?? 'none';
    const query = operation.parameters
      .filter(({ in: place, required }) => place === 'query' && required)
      .map(({ name, example }) => `${name}=${encodeURIComponent(`${example}`)}`);
    const target = `${path.replace('{id}', id)}${query.length > 0 ? `?${query.join('&')}` : ''}`;
    for (const each of method === 'GET' ? ['GET', 'HEAD', 'OPTIONS', 'DELETE'] : [method, 'OPTIONS', 'GET'])
      await ask(wireOf(each, target, [['Origin', 'https://partner.example']]));
    await ask(wireOf(method, target), 'api');
    await ask(wireOf(method, target, [['X-Api-Key', front.partnerKey]]), 'api');
  }
  for (const id of ids) {
    for (const accept of ['application/json', 'application/ld+json', 'text/csv'])
      await ask(wireOf('GET', `/v1/centers/${id}`, [['Accept', accept]]));
    for (const within of ['', '?within=25mi']) await ask(wireOf('GET', `/v1/centers/${id}/continuum${within}`));
  }
  const gone = tokenOf(['2020-01-01T00:00:00Z', 'a'.repeat(16), 'b'.repeat(16), 'c'], ownCursorKeys().signing);
  for (const query of [
    'near=me',
    'near=Springfield',
    'near=85004&level=iopp&payer=medicade&colour=1',
    'near=85004&near=85005',
    'near=85004&state=AZ',
    '',
    'near=00000',
    'near=91,0',
    `near=85004&cursor=${gone}`,
    'q=i+want+to+die',
    'q=iop+near+me',
    'name=zzzzzz',
    'near=85004&limit=51',
    'near=85004&within=501mi',
    'state=FL',
    'cell=9',
  ]) {
    await ask(wireOf('GET', `/v1/centers?${query}`));
    await ask(wireOf('GET', `/v1/centers?${query}`, viewer));
  }
  for (const [body, type] of [
    ['{', 'application/json'],
    ['[]', 'application/json'],
    [' '.repeat(66_000), 'application/json'],
    ['{"near":"85004"}', 'text/plain'],
    ['{"near":"85004","limit":"ten"}', 'application/json'],
  ] as const)
    await ask(wireOf('POST', '/v1/centers/search', [['Content-Type', type]], body));
  for (const target of [
    '/v1',
    '/v2/centers',
    '/v1/centers/none',
    '/fhir/Location/none',
    '/hsds/services/none',
    '/fhir/X',
  ])
    await ask(wireOf('GET', target));
  await ask(wireOf('GET', '/v1/centers?near=85004', [['Accept', 'image/png']]));
  await ask(wireOf('POST', '/mcp', [json], '{"jsonrpc":"2.0","id":1,"method":"tools/list"}'));
}

/** Sends seeded questions to every form of the API until there are enough answers. */
export async function askFaces(
  front: Front,
  records: readonly CenterRecord[],
  enough: () => boolean,
  heard: Heard,
): Promise<void> {
  const handler: Handler = async (event) => {
    const wire = wireOfEvent(event as GatewayEvent);
    const served = await front.ask('website', wire);
    heard('website', wire, served);
    const { status: statusCode, headers, body } = readAnswer(served);
    return { statusCode, headers: { ...headers }, body };
  };
  // 2,000 questions are far more than the largest recording needs.
  for (const question of questionsOver(records, 2_000, 12).filter(hasPlace)) {
    for (const ask of Object.values(faces)) {
      if (enough()) return;
      await ask(question, handler);
    }
  }
}

/**
 * True if the question's place can be found. Made-up centers may have ZIPs that the table of places lacks, and a
 * question about such a ZIP could not be answered.
 */
function hasPlace({ point, search: { near } }: Question): boolean {
  return near === undefined || point !== null || places().zip(`${near}`) !== null;
}

interface GatewayEvent {
  readonly httpMethod: string;
  readonly path: string;
  readonly multiValueHeaders: Readonly<Record<string, readonly string[]>>;
  readonly multiValueQueryStringParameters: Readonly<Record<string, readonly string[]>> | null;
  readonly body: string | null;
  readonly isBase64Encoded: boolean;
}

const ofTheGateway = /^x-(?:amzn|forwarded)-/i;

function wireOfEvent(event: GatewayEvent): WireRequest {
  const pairs = Object.entries(event.multiValueQueryStringParameters ?? {}).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  );
  const headers = Object.entries(event.multiValueHeaders)
    .filter(([name]) => !ofTheGateway.test(name))
    .flatMap(([name, values]) => values.map((value) => [name, value] as const));
  const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8').toString();
  return wireOf(event.httpMethod, `${event.path}?${new URLSearchParams(pairs)}`, headers, body);
}

/** The form of the API (FHIR, HSDS, MCP and so on) that a request asks, for counting. */
export function faceOf({ method, path, query, headers }: Omit<WireRequest, 'body' | 'sourceIp'>): string {
  if (method === 'OPTIONS' || method === 'HEAD') return method;
  const [, first = '', second = ''] = path.split('/');
  if (first === 'fhir' || first === 'hsds' || first === 'mcp') return first.toUpperCase();
  if (path === '/v1/centers/search') return 'v1 search by POST';
  if (path === '/v1/centers') {
    const accept = headers.findLast(([name]) => name.toLowerCase() === 'accept')?.[1] ?? '';
    if (accept.includes('csv')) return 'v1 CSV';
    if (accept.includes('geo+json')) return 'v1 GeoJSON';
    const origin = splitQuery(query).find(([name]) => ['near', 'cell', 'state', 'q', 'name'].includes(name))?.[0];
    return `v1 search by ${origin ?? 'nothing'}`;
  }
  return `v1 ${second === 'centers' ? (path.endsWith('/continuum') ? 'continuum' : 'one center') : second}`;
}
