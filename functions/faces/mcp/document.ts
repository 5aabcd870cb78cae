import type { FaceDocument } from '../../http/openapi/operation.ts';
import { messageAnswerSchema, messageSchema, messagesAnswerSchema } from './answers.ts';
import type { McpRouteName } from './routes.ts';

const specification = 'https://modelcontextprotocol.io/specification';

/** The part of the OpenAPI document about language models. */
export const mcpDocument: FaceDocument<McpRouteName, 'MCP'> = {
  tags: { MCP: 'Tools for language models, by the Model Context Protocol (modelcontextprotocol.io).' },
  operations: {
    answerMcp: {
      tag: 'MCP',
      summary: 'Send a message of the Model Context Protocol',
      description:
        `Tools for language models, by the [Model Context Protocol](${specification}): one message of JSON-RPC 2.0 a request, ` +
        'or a batch of up to 20 in revision 2025-03-26; one JSON answer, no session and no stream. `tools/list` says what the ' +
        'tools take: `find_programs_near`, `find_care_paths`, `get_center`, `list_filters`, `find_place`. `resources/list` and ' +
        '`resources/read` give one resource, `ui://locator`: a page with which hosts of MCP Apps show what a tool found as cards. ' +
        'It makes no request. There are no prompts.',
      parameters: [],
      body: { schema: messageSchema, description: 'One message; in revision 2025-03-26 also a batch. At most 64 KiB.' },
      success: 'The answer to a request, its errors too.',
      formats: { 'application/json': { schema: messagesAnswerSchema } },
      accepted: 'A notification or a response was accepted. There is no body.',
      kept: false,
      problems: ['bad-request', 'not-acceptable', 'body-too-large', 'unsupported-media-type'],
      errors: {
        name: 'Mcp',
        type: 'application/json',
        schema: messageAnswerSchema,
        instead: [],
        beside: ['bad-request'],
      },
    },
  },
};
