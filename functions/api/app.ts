import type { Deprecations } from '../http/middleware/deprecation.ts';
import type { RequestLine } from '../http/middleware/request-line.ts';
import type { Services } from '../http/services.ts';
import { publicRouter } from './public-router.ts';
import { type Handler, stackOver } from './stack.ts';

export type { Handler } from './stack.ts';

/** What scripts of other sites may send; the last are the Model Context Protocol's. */
const sent =
  'accept, content-type, if-none-match, prefer, x-api-key, mcp-protocol-version, mcp-method, mcp-name, mcp-session-id';

/**
 * The public API as one handler.
 * @param write Takes one line a request; see request-line.ts for what it may hold.
 * @param deprecated Routes that are to go away; another list than the served one is for tests.
 */
export function createHandler(
  services: Services,
  write: (line: RequestLine) => void,
  deprecated?: Deprecations,
): Handler {
  return stackOver({ router: publicRouter, services, write, sent, deprecated });
}
