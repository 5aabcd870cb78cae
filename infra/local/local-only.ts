import type { IncomingMessage, RequestListener, Server } from 'node:http';
import type { WireRequest, WireResponse } from './http.ts';

/**
 * Matches the names of this machine. Any other name may belong to an attacker who makes it resolve to this machine (DNS
 * rebinding).
 */
const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;

/** True if a `Host` header names this machine. */
export const isThisMachine = (host: string | undefined): boolean => loopback.test(host ?? '');

/**
 * Says why a request may come from another website's page in a browser on this machine. Browsers send `Origin` or
 * `Sec-Fetch-Site`, and a page can change neither of them, nor `Host`. Programs such as the SDK send neither.
 * @returns undefined if the request comes from a program, or from a page of this server
 */
export function foreign(headers: WireRequest['headers']): string | undefined {
  const all = (name: string): string[] =>
    headers.filter(([key]) => key.toLowerCase() === name).map(([, value]) => value);
  const hosts = all('host');
  if (hosts.length !== 1 || !loopback.test(hosts[0] ?? '')) return 'Host is not this machine';
  if (all('origin').some((origin) => origin !== `http://${hosts[0]}`)) return 'a page of another origin asks';
  const sites = all('sec-fetch-site');
  return sites.every((site) => site === 'same-origin' || site === 'none') ? undefined : 'a page of another origin asks';
}

/**
 * Makes the answer to a request that `foreign` found a fault with. It has no CORS header, so the page cannot read it.
 */
export function refused(reason: string): WireResponse {
  return {
    status: 403,
    headers: [['Content-Type', 'application/json']],
    body: Buffer.from(JSON.stringify({ message: `Refused: ${reason}.` })),
  };
}

/**
 * Makes a server refuse foreign requests before it does anything else. Removes the `Origin` header of all other
 * requests, so that the server adds no CORS headers, which nobody needs.
 */
export function guard(server: Server): void {
  const listeners = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    const reason = foreign(pairs(request));
    if (reason === undefined) {
      delete request.headers.origin;
      for (const listener of listeners) listener.call(server, request, response);
      return;
    }
    const { status, headers, body } = refused(reason);
    // The rest of the request is not read, so the connection must end.
    response.writeHead(status, [...headers.flat(), 'Connection', 'close']).end(body);
  });
}

function pairs({ rawHeaders }: IncomingMessage): [string, string][] {
  return rawHeaders.flatMap((name, index): [string, string][] =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? '']] : [],
  );
}
