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
import { faultOfParams } from './required-params.ts';
import { mcpServer } from './server.ts';

/** Headers of the protocol. No other header of a caller reaches the SDK. */
const passedOn = ['mcp-protocol-version', 'mcp-method', 'mcp-name'];

/** The only protocol revision that has batches. It is also the default for messages that name no revision. */
const WITH_BATCHES = '2025-03-26';
const MOST_IN_BATCH = 20;

const PARSE_ERROR = -32700;
const INVALID_REQUEST = -32600;
const INVALID_PARAMS = -32602;

/**
 * Handles a message of the Model Context Protocol, and returns one JSON body; for a batch, a list. There is no session
 * and no stream. Supports the revision of 2026-07-28 and those of 2025.
 * @throws our own failures, for the API's error map
 */
export async function serveMcp(request: ApiRequest, context: RouteContext): Promise<APIGatewayProxyResult> {
  let value: unknown;
  try {
    value = JSON.parse(request.body);
  } catch {
    return refused(PARSE_ERROR, 'Parse error: the body is not JSON.', null);
  }
  return Array.isArray(value) ? answerBatch(value, request, context) : answerOne(value, request, context);
}

/**
 * Handles the messages of a batch one after the other, in order. They share the limits of one request. Notifications
 * have no answer; a batch of notifications is only acknowledged.
 */
async function answerBatch(
  messages: readonly unknown[],
  request: ApiRequest,
  context: RouteContext,
): Promise<APIGatewayProxyResult> {
  const revision = request.headers.get('mcp-protocol-version') ?? WITH_BATCHES;
  const wrong = faultOfBatch(messages, revision);
  if (wrong !== null) return refused(INVALID_REQUEST, wrong, null);
  const answers: string[] = [];
  for (const message of messages) {
    const { body } = await answerOne(message, request, context);
    if (body !== '') answers.push(body);
  }
  const headers = { 'cache-control': caching.none };
  return answers.length === 0
    ? reply(202, 'application/json', '', headers)
    : reply(200, 'application/json', `[${answers.join(',')}]`, headers);
}

/** The reason why a batch is refused; null if it is accepted. */
function faultOfBatch(messages: readonly unknown[], revision: string): string | null {
  if (revision !== WITH_BATCHES) return `Batches are not part of revision ${revision}: send one message per request.`;
  if (messages.length === 0) return 'Invalid request: the batch is empty.';
  if (messages.length > MOST_IN_BATCH) return `Invalid request: a batch holds ${MOST_IN_BATCH} messages or fewer.`;
  const isOpening = (message: unknown) => Object(message).method === 'initialize';
  return messages.some(isOpening) ? 'Invalid request: send initialize by itself, not in a batch.' : null;
}

async function answerOne(value: unknown, request: ApiRequest, context: RouteContext): Promise<APIGatewayProxyResult> {
  try {
    parseJSONRPCMessage(value);
  } catch {
    const message =
      'Invalid request: send one JSON-RPC 2.0 message, such as {"jsonrpc":"2.0","id":1,"method":"tools/list"}.';
    return refused(INVALID_REQUEST, message, idOf(value));
  }
  const wrong = faultOfParams(Object(value));
  if (wrong !== null) return refused(INVALID_PARAMS, wrong, idOf(value), 200);
  const failures: unknown[] = [];
  const newServer = () => mcpServer(context, (error) => failures.push(error));
  const asked = new Request(`${context.publicUrl}/mcp`, {
    method: 'POST',
    headers: headersFor(request),
    // The SDK gets the parsed message. Serializing it again could overflow the stack, because it may be deeply nested.
    body: '{}',
  });
  const response = (await isLegacyRequest(asked, value))
    ? await answerLegacy(asked, value, newServer)
    : await answerModern(asked, value, newServer);
  if (failures.length > 0) throw failures[0];
  const type = response.headers.get('content-type') ?? 'application/json';
  if (type.startsWith('text/event-stream')) throw new Error('the protocol wants a stream, and there is none');
  return reply(response.status, type, await response.text(), { 'cache-control': caching.none });
}

function idOf(value: unknown): string | number | null {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

/** @param status 200 if the message itself was valid, as in the SDK's answers. */
function refused(code: number, message: string, id: string | number | null, status = 400): APIGatewayProxyResult {
  const body = JSON.stringify({ jsonrpc: '2.0', error: { code, message }, id });
  return reply(status, 'application/json', body, { 'cache-control': caching.none });
}

function headersFor({ headers }: ApiRequest): [string, string][] {
  const kept = passedOn.flatMap((name): [string, string][] => {
    const value = headers.get(name);
    return value === undefined ? [] : [[name, value]];
  });
  // Whether the caller accepts JSON was checked before; older revisions require both types.
  return [...kept, ['content-type', 'application/json'], ['accept', 'application/json, text/event-stream']];
}

async function answerModern(asked: Request, parsedBody: unknown, newServer: () => ReturnType<typeof mcpServer>) {
  // No subscriptions: they would hold a stream open, and nothing in this API changes during one.
  const handler = createMcpHandler(newServer, { legacy: 'reject', maxSubscriptions: 0 });
  try {
    return await handler.fetch(asked, { parsedBody });
  } finally {
    await handler.close();
  }
}

async function answerLegacy(asked: Request, parsedBody: unknown, newServer: () => ReturnType<typeof mcpServer>) {
  const server = newServer();
  // No session id generator: the SDK then creates no sessions.
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  await server.connect(transport);
  try {
    return await transport.handleRequest(asked, { parsedBody });
  } finally {
    await server.close();
  }
}
