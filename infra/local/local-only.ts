import type { IncomingMessage, RequestListener, Server } from 'node:http';
import type { WireRequest, WireResponse } from './http.ts';

/** Names of this machine itself. Any other may be a stranger's name that was made to lead here. */
const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;

/** True if a `Host` names this machine. */
export const isThisMachine = (host: string | undefined): boolean => loopback.test(host ?? '');

/**
 * Why a request may come from a page that somebody else made, open in a browser on this machine. Programs such as the
 * SDK send neither `Origin` nor `Sec-Fetch-Site`; browsers do, and no page can change either, or `Host`.
 * @returns undefined for a request of a program, or of a page of this very server
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

/** The answer to such a request. It has no CORS header, so the page cannot even read it. */
export function refused(reason: string): WireResponse {
  return {
    status: 403,
    headers: [['Content-Type', 'application/json']],
    body: Buffer.from(JSON.stringify({ message: `Refused: ${reason}.` })),
  };
}

/** Puts the check before everything that a server does, and takes from it the reason to send CORS headers. */
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
    // What else is sent is not read: the connection ends.
    response.writeHead(status, [...headers.flat(), 'Connection', 'close']).end(body);
  });
}

function pairs({ rawHeaders }: IncomingMessage): [string, string][] {
  return rawHeaders.flatMap((name, index): [string, string][] =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? '']] : [],
  );
}
