import type { ApiDeclaration, MethodDeclaration } from '../../../infra/local/declaration.ts';
import type { WireRequest } from '../../../infra/local/http.ts';

const method: MethodDeclaration = { answer: { functionId: 'Search', timeoutMs: 1000 }, apiKeyRequired: false };

/** An API with these methods, such as `{ '/v1/centers/{id}': ['GET'] }`; a resource may have none. */
export function apiOf(
  resources: Readonly<Record<string, readonly string[]>>,
  more: Partial<ApiDeclaration> & { readonly method?: Partial<MethodDeclaration> } = {},
): ApiDeclaration {
  return {
    id: 'abc123',
    stageName: 'live',
    stageVariables: null,
    binaryMediaTypes: [],
    gatewayResponses: new Map(),
    minimumCompressionBytes: undefined,
    throttle: undefined,
    usagePlans: [],
    apiKeys: [],
    resources: Object.entries(resources).map(([path, methods]) => ({
      id: `id-of-${path}`,
      path,
      methods: new Map(methods.map((name) => [name, { ...method, ...more.method }])),
    })),
    ...more,
  };
}

export function requestOf(
  given: Partial<Omit<WireRequest, 'body'>> & { readonly body?: string | Buffer } = {},
): WireRequest {
  const { body = '', ...rest } = given;
  return {
    method: 'GET',
    path: '/v1/centers',
    query: '',
    headers: [],
    sourceIp: '192.0.2.1',
    ...rest,
    body: Buffer.from(body),
  };
}
