import type { FirewallDeclaration } from './declaration.ts';
import type { WireRequest, WireResponse } from './http.ts';

/**
 * The rate rule of the website's firewall: from one address so many requests in a window, then its answer until there
 * are fewer again. AWS looks some seconds apart and so lets a few more through.
 * @param now Milliseconds since 1970.
 * @returns the answer to a request that is one too many
 */
export function firewall(
  { limit, windowSeconds, answer }: FirewallDeclaration,
  now: () => number,
): (request: WireRequest) => WireResponse | undefined {
  const seen = new Map<string, number[]>();
  return ({ sourceIp }) => {
    const at = now();
    const times = seen.get(sourceIp) ?? [];
    seen.set(sourceIp, times);
    times.push(at);
    const begin = times.findIndex((time) => time > at - windowSeconds * 1000);
    times.splice(0, begin);
    return times.length > limit ? answer : undefined;
  };
}
