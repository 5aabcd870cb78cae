import type { ExampleOf } from '../../http/openapi/example.ts';
import type { McpRouteName } from './routes.ts';

const json = { 'content-type': 'application/json' };

/** Requests of the face for language models whose answers the OpenAPI document shows. */
export const mcpExamples: readonly ExampleOf<McpRouteName>[] = [
  {
    route: 'answerMcp',
    name: 'callTool',
    summary: 'A call of the tool find_place',
    request: {
      method: 'POST',
      target: '/mcp',
      headers: json,
      body: {
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { name: 'find_place', arguments: { text: 'phoenix', limit: 2 } },
      },
    },
  },
];
