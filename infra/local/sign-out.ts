import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { localClient } from './people.ts';

/**
 * Ends the browser's session like Cognito's `/logout`, which takes `client_id` and a `logout_uri` to return to.
 * @param allowed URLs to which the browser may be redirected.
 */
export async function signOut(
  provider: Provider,
  allowed: readonly string[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const query = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams;
  const back = query.get('logout_uri') ?? '';
  if (query.get('client_id') !== localClient || !allowed.includes(back)) {
    response.writeHead(400, { 'content-type': 'text/plain' }).end('client_id or logout_uri is not known here.');
    return;
  }
  const session = await provider.Session.get(provider.createContext(request, response));
  if (session.accountId !== undefined) await session.destroy();
  response.writeHead(302, { location: back, 'cache-control': 'no-store' }).end();
}
