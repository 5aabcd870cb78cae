import type { APIGatewayProxyResult } from 'aws-lambda';
import { noParameters } from '../../http/parameters.ts';
import { Problem } from '../../http/problem.ts';
import { type Request, requireJsonBody } from '../../http/request.ts';
import { negotiate } from '../../http/response.ts';
import type { RouteContext } from '../../http/services.ts';

/** The Model Context Protocol: tools with which a model reads the same data as the API. */
export async function answerMcp(request: Request, context: RouteContext): Promise<APIGatewayProxyResult> {
  noParameters(request);
  refuseRebinding(request, context.publicUrl);
  negotiate(request, ['application/json']);
  requireJsonBody(request);
  // Loaded on demand, so that searches start without the code of the protocol.
  const { serveMcp } = await import('./serve.ts');
  return serveMcp(request, context);
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The protocol requires servers to check `Origin`: otherwise a website could use DNS rebinding to reach a server that
 * only this machine may reach. So a server on this machine only answers pages from this machine. A public server needs
 * no such check: it has no cookies, only reads, and answers any website like the rest of the API.
 */
function refuseRebinding({ headers }: Request, publicUrl: string): void {
  const origin = headers.get('origin');
  if (origin === undefined || !loopback.has(hostOf(publicUrl)) || loopback.has(hostOf(origin))) return;
  throw new Problem(403, 'forbidden', 'Forbidden', 'A server on this machine answers pages of this machine only.');
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}
