import { posix } from 'node:path';
import type { FirewallDeclaration } from './declaration.ts';
import type { WireRequest } from './http.ts';
import { decode } from './routing.ts';

/**
 * The rate rule of the website's firewall. Each IP address may make a number of requests to the counted paths within a
 * window. Requests beyond that get a mark, until there are fewer in the window again. AWS checks only every few
 * seconds, so it lets some more requests through.
 * @param now Milliseconds since 1970.
 * @returns a function that returns the request to forward
 */
export function firewall(
  { limit, windowSeconds, counts, mark }: FirewallDeclaration,
  now: () => number,
): (request: WireRequest) => WireRequest {
  const seen = new Map<string, number[]>();
  return (request) => {
    if (!counts.test(normalized(request.path))) return request;
    const at = now();
    const times = seen.get(request.sourceIp) ?? [];
    seen.set(request.sourceIp, times);
    times.push(at);
    const begin = times.findIndex((time) => time > at - windowSeconds * 1000);
    times.splice(0, begin);
    if (times.length <= limit) return request;
    const headers = request.headers.filter(([name]) => mark[name.toLowerCase()] === undefined);
    return { ...request, headers: [...headers, ...Object.entries(mark)] };
  };
}

/** Normalizes a path like WAF's transformations URL_DECODE and NORMALIZE_PATH. */
const normalized = (path: string): string => posix.normalize(decode(path)).replace(/^\/+/, '/');
