import { Client, type ClientOptions, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import type { Handler } from '../../functions/api/app.ts';
import { call } from './gateway-call.ts';

/**
 * The SDK's own client, connected.
 * @param given Its transport: over the network, or `throughHandler`.
 */
export async function mcpClient(
  url: string,
  given: {
    readonly fetch?: typeof fetch;
    readonly headers?: Record<string, string>;
    readonly options?: ClientOptions;
  } = {},
): Promise<Client> {
  const client = new Client({ name: 'test', version: '1.0.0' }, given.options);
  const transport = new StreamableHTTPClientTransport(new URL('/mcp', url), {
    ...(given.fetch && { fetch: given.fetch }),
    requestInit: { headers: given.headers ?? {} },
  });
  // The library's types do not support exactOptionalPropertyTypes: its own class does not match its own interface.
  await client.connect(transport as Parameters<typeof client.connect>[0]);
  return client;
}

/** Sends what a client fetches through the whole handler, without a network. */
export function throughHandler(handler: Handler): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { pathname, search } = new URL(request.url);
    const { status, headers, body } = await call(handler, `${pathname}${search}`, {
      method: request.method,
      headers: Object.fromEntries(request.headers),
      body: Buffer.from(await request.arrayBuffer()),
    });
    return new Response(status === 204 || body === '' ? null : body, { status, headers });
  };
}

export interface ToolResult {
  readonly text: string;
  readonly facts: Record<string, unknown> | undefined;
  readonly isError: boolean;
}

export async function callTool(client: Client, name: string, given: Record<string, unknown> = {}): Promise<ToolResult> {
  const { content, structuredContent, isError } = await client.callTool({ name, arguments: given });
  const text = content.map((part) => (part.type === 'text' ? part.text : '')).join('\n');
  return { text, facts: structuredContent as Record<string, unknown> | undefined, isError: isError === true };
}
