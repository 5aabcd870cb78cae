import type { Deprecations } from '../http/middleware/deprecation.ts';
import type { RequestLine } from '../http/middleware/request-line.ts';
import { publicSent } from '../http/sent-headers.ts';
import type { Services } from '../http/services.ts';
import { publicRouter } from './public-router.ts';
import { type Handler, stackOver } from './stack.ts';

export type { Handler } from './stack.ts';

/**
 * Creates the handler of the public API.
 * @param write Writes one log line per request; request-line.ts lists its content.
 * @param deprecated Deprecated routes; only tests pass another list than the real one.
 */
export function createHandler(
  services: Services,
  write: (line: RequestLine) => void,
  deprecated?: Deprecations,
): Handler {
  return stackOver({ router: publicRouter, services, write, sent: publicSent, deprecated });
}
