import type { APIGatewayProxyResult } from 'aws-lambda';
import { noParameters } from '../../http/parameters.ts';
import { Problem } from '../../http/problem.ts';
import { type Request, requireJsonBody } from '../../http/request.ts';
import { negotiate } from '../../http/response.ts';
import type { RouteContext } from '../../http/services.ts';

/** The Model Context Protocol: tools of a model that read what the API reads. */
export async function answerMcp(request: Request, context: RouteContext): Promise<APIGatewayProxyResult> {
  noParameters(request);
  refuseRebinding(request, context.publicUrl);
  negotiate(request, ['application/json']);
  requireJsonBody(request);
  // Loaded when a model asks: searches start without the protocol.
  const { serveMcp } = await import('./serve.ts');
  return serveMcp(request, context);
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The protocol has servers check `Origin`, lest a website reach, through a name that it points at this machine, a server
 * that only this machine may reach. So a server on this machine answers this machine's pages only. One that the public
 * can reach has nothing to gain by it: it knows no cookies, reads only, and answers any website as the rest of the API does.
 */
function refuseRebinding({ headers }: Request, publicUrl: string): void {
  const origin = headers.get('origin');
  if (origin === undefined || !loopback.has(hostOf(publicUrl)) || loopback.has(hostOf(origin))) return;
  throw new Problem(403, 'forbidden', 'Forbidden', 'A server on this machine answers pages of this machine only.');
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}
