import {
  createMcpHandler,
  isLegacyRequest,
  parseJSONRPCMessage,
  WebStandardStreamableHTTPServerTransport,
} from '@modelcontextprotocol/server';
import type { APIGatewayProxyResult } from 'aws-lambda';
import type { Request as ApiRequest } from '../../http/request.ts';
import { caching, reply } from '../../http/response.ts';
import type { RouteContext } from '../../http/services.ts';
import { mcpServer } from './server.ts';

/** Headers of the protocol; nothing else of a caller goes on to the SDK. */
const passedOn = ['mcp-protocol-version', 'mcp-method', 'mcp-name'];

const PARSE_ERROR = -32700;
const INVALID_REQUEST = -32600;

/**
 * Answers one message of the Model Context Protocol by one JSON body: no session, no stream. Serves the revision of
 * 2026-07-28 and those of 2025. @throws What failed on our side, for the one error map of the API.
 */
export async function serveMcp(request: ApiRequest, context: RouteContext): Promise<APIGatewayProxyResult> {
  const message = messageOf(request.body);
  if ('refusal' in message) return message.refusal;
  const failures: unknown[] = [];
  const newServer = () => mcpServer(context, (error) => failures.push(error));
  const asked = new Request(`${context.publicUrl}/mcp`, {
    method: 'POST',
    headers: headersFor(request),
    body: request.body,
  });
  const parsedBody = message.value;
  const response = (await isLegacyRequest(asked, parsedBody))
    ? await answerLegacy(asked, parsedBody, newServer)
    : await answerModern(asked, parsedBody, newServer);
  if (failures.length > 0) throw failures[0];
  const type = response.headers.get('content-type') ?? 'application/json';
  if (type.startsWith('text/event-stream')) throw new Error('the protocol wants a stream, and there is none');
  return reply(response.status, type, await response.text(), { 'cache-control': caching.none });
}

/** One message, or why it is none. */
function messageOf(body: string): { readonly value: unknown } | { readonly refusal: APIGatewayProxyResult } {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return { refusal: refused(PARSE_ERROR, 'Parse error: the body is not JSON.', null) };
  }
  if (Array.isArray(value)) {
    return { refusal: refused(INVALID_REQUEST, 'Batches are not taken: send one message a request.', null) };
  }
  try {
    parseJSONRPCMessage(value);
  } catch {
    const message =
      'Invalid request: send one JSON-RPC 2.0 message, such as {"jsonrpc":"2.0","id":1,"method":"tools/list"}.';
    return { refusal: refused(INVALID_REQUEST, message, idOf(value)) };
  }
  return { value };
}

function idOf(value: unknown): string | number | null {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

function refused(code: number, message: string, id: string | number | null): APIGatewayProxyResult {
  const body = JSON.stringify({ jsonrpc: '2.0', error: { code, message }, id });
  return reply(400, 'application/json', body, { 'cache-control': caching.none });
}

function headersFor({ headers }: ApiRequest): [string, string][] {
  const kept = passedOn.flatMap((name): [string, string][] => {
    const value = headers.get(name);
    return value === undefined ? [] : [[name, value]];
  });
  // Whether the caller takes JSON was settled before; older revisions demand that both are named.
  return [...kept, ['content-type', 'application/json'], ['accept', 'application/json, text/event-stream']];
}

async function answerModern(asked: Request, parsedBody: unknown, newServer: () => ReturnType<typeof mcpServer>) {
  // Subscriptions would hold a stream open; this API has nothing that changes while one looks.
  const handler = createMcpHandler(newServer, { legacy: 'reject', maxSubscriptions: 0 });
  try {
    return await handler.fetch(asked, { parsedBody });
  } finally {
    await handler.close();
  }
}

async function answerLegacy(asked: Request, parsedBody: unknown, newServer: () => ReturnType<typeof mcpServer>) {
  const server = newServer();
  // Without a generator of session ids there are no sessions.
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  await server.connect(transport);
  try {
    return await transport.handleRequest(asked, { parsedBody });
  } finally {
    await server.close();
  }
}
