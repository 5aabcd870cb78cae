import { runInNewContext } from 'node:vm';

/**
 * Compiles a CloudFront function's source.
 * @returns undefined if there is no source
 */
export function compileEdge(
  source: string,
): ((uri: string, headers: Readonly<Record<string, string>>) => unknown) | undefined {
  if (source === '') return undefined;
  return (uri, headers) => {
    const entries = Object.entries(headers).map(([name, value]) => [name, { value }]);
    const request = { method: 'GET', uri, querystring: {}, headers: Object.fromEntries(entries), cookies: {} };
    const event = JSON.stringify({ request });
    return JSON.parse(String(runInNewContext(`${source}\n;JSON.stringify(handler(${event}))`, {}, { timeout: 5_000 })));
  };
}
