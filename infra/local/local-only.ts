import type { IncomingMessage, RequestListener, Server } from 'node:http';
import type { WireRequest, WireResponse } from './http.ts';

/** Names of this machine. Any other name may be an attacker's that resolves to it (DNS rebinding). */
const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;

/** True if a `Host` names this machine. */
export const isThisMachine = (host: string | undefined): boolean => loopback.test(host ?? '');

/**
 * Why a request may come from somebody else's page in a browser on this machine. Programs such as the SDK send neither
 * `Origin` nor `Sec-Fetch-Site`; browsers do, and no page can change either, or `Host`.
 * @returns undefined for a request from a program, or from a page of this server
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

/** The answer to such a request. It has no CORS header, so the page cannot read it. */
export function refused(reason: string): WireResponse {
  return {
    status: 403,
    headers: [['Content-Type', 'application/json']],
    body: Buffer.from(JSON.stringify({ message: `Refused: ${reason}.` })),
  };
}

/**
 * Adds the check before everything else that a server does, and removes the CORS headers, which are then not needed.
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
    // The rest of the request is not read: the connection ends.
    response.writeHead(status, [...headers.flat(), 'Connection', 'close']).end(body);
  });
}

function pairs({ rawHeaders }: IncomingMessage): [string, string][] {
  return rawHeaders.flatMap((name, index): [string, string][] =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? '']] : [],
  );
}
