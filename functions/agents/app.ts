import { createRouter } from '../api/router.ts';
import { type Handler, stackOver } from '../api/stack.ts';
import { agentReadHandlers, agentWriteHandlers } from '../faces/agent/handlers.ts';
import { agentReadRoutes, agentWriteRoutes } from '../faces/agent/routes.ts';
import type { ReadServices } from '../faces/agent/services.ts';
import type { WriteServices } from '../faces/agent/write.ts';
import type { RequestLine } from '../http/middleware/request-line.ts';
import { agentsSent } from '../http/sent-headers.ts';
import type { Services } from '../http/services.ts';

type Write = (line: RequestLine) => void;

/** Creates the handler of the admissions team's read routes. */
export function createReadHandler(services: Services, agents: ReadServices, write: Write): Handler {
  const router = createRouter(agentReadRoutes, agentReadHandlers(agents), agentWriteRoutes);
  return stackOver({ router, services, write, sent: agentsSent });
}

/** Creates the handler of the admissions team's write routes. */
export function createWriteHandler(services: Services, agents: WriteServices, write: Write): Handler {
  const router = createRouter(agentWriteRoutes, agentWriteHandlers(agents), agentReadRoutes);
  return stackOver({ router, services, write, sent: agentsSent });
}
