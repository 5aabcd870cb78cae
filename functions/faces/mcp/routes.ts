import type { Conventions, Json } from '../../http/conventions.ts';
import { crisisLine } from '../../http/help.ts';
import { routesOf } from '../../http/route.ts';
import { v1Conventions } from '../v1/conventions.ts';

/** Errors before a message is read are problem documents, as everywhere; answers to a message are JSON-RPC. */
export const mcpConventions: Conventions = {
  ...v1Conventions,
  withHelp: (body) => {
    // The answer to a batch is a list of answers.
    if (Array.isArray(body)) return body.map((one) => withMessage(one as Json)) as unknown as Json;
    return body.jsonrpc === undefined ? v1Conventions.withHelp(body) : withMessage(body);
  },
  linksDocument: false,
};

/**
 * Puts the helplines into the message of a protocol error, because a model reads nothing else of it. Results contain
 * the helplines themselves (server.ts).
 */
function withMessage(answer: Json): Json {
  const error = answer.error as { readonly message?: unknown } | undefined;
  if (error === undefined) return answer;
  return { ...answer, error: { ...error, message: `${crisisLine}\n${String(error.message ?? '')}` } };
}

/** The face for language models: the Model Context Protocol. */
export const mcpRoutes = routesOf(mcpConventions, [{ method: 'POST', path: '/mcp', name: 'answerMcp' }]);
export type McpRouteName = (typeof mcpRoutes)[number]['name'];
