import * as z from 'zod';
import { described, named } from '../../http/openapi/described.ts';

const version = described(z.literal('2.0'), 'The version of JSON-RPC.');

/**
 * Accepts any other properties: the protocol's specification defines messages, and `tools/list` the input of each tool.
 */
const oneMessageSchema = z.looseObject({
  jsonrpc: version,
  id: described(
    z.union([z.string(), z.int()]).optional(),
    'Names the request in its answer; absent in a notification.',
    1,
  ),
  method: described(z.string().optional(), 'What is asked.', 'tools/list'),
  params: described(z.looseObject({}).optional(), 'What the method takes.', {}),
});

/** One message, or a batch. */
export const messageSchema = z.union([oneMessageSchema, z.array(oneMessageSchema).min(1)]);

export const messageAnswerSchema = named(
  'McpAnswer',
  z.looseObject({
    jsonrpc: version,
    id: described(z.union([z.string(), z.int()]).nullish(), 'The request’s id; null if it could not be read.', 1),
    result: described(
      named(
        'McpResult',
        z.looseObject({
          content: described(
            z
              .array(
                named(
                  'McpContent',
                  z.looseObject({
                    type: described(z.string(), 'Its kind; tools here give `text`.', 'text'),
                    text: described(z.string().optional(), 'The answer in words.', 'Places, the likeliest first.'),
                  }),
                  'A part of what a tool says.',
                ),
              )
              .optional(),
            'For a tool call: its answer in words.',
          ),
          structuredContent: described(
            z.record(z.string(), z.unknown()).optional(),
            'For a tool call: its facts, in the tool’s `outputSchema`.',
            { places: [] },
          ),
          isError: described(z.boolean().optional(), 'For a tool call: true if an argument is wrong.', true),
          tools: described(
            z
              .array(
                named(
                  'McpTool',
                  z.looseObject({
                    name: described(z.string(), 'Its name.', 'find_place'),
                    title: described(z.string().optional(), 'A name that people can read.', 'Find a place'),
                    description: described(
                      z.string().optional(),
                      'What it does and when to use it.',
                      'Cities and ZIPs.',
                    ),
                    inputSchema: described(z.record(z.string(), z.unknown()), 'The JSON Schema of its arguments.', {
                      type: 'object',
                    }),
                    outputSchema: described(
                      z.record(z.string(), z.unknown()).optional(),
                      'The JSON Schema of its facts.',
                      { type: 'object' },
                    ),
                  }),
                  'A tool.',
                ),
              )
              .optional(),
            'Of `tools/list`: the tools.',
          ),
        }),
        'The result of a method. Its other members are the protocol’s.',
      ).optional(),
      'The result of the method.',
    ),
    error: described(
      z
        .looseObject({
          code: described(z.int(), 'JSON-RPC’s or the protocol’s number of the error.', -32601),
          message: described(z.string(), 'What is wrong.', 'Method not found'),
        })
        .optional(),
      'Why there is no result.',
    ),
  }),
  'An answer of JSON-RPC 2.0: either a result or an error.',
);

export const messagesAnswerSchema = named(
  'McpAnswers',
  z.union([messageAnswerSchema, z.array(messageAnswerSchema).min(1)]),
  'The answer to a message, or those to the requests of a batch, in their order.',
);
