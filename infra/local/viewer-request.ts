import { createContext, Script } from 'node:vm';
import { z } from 'zod';
import { splitQuery, type WireRequest } from './http.ts';

const entry = z.object({
  value: z.string(),
  multiValue: z.array(z.object({ value: z.string() })).optional(),
});
// As pairs: a record would lose a parameter of the name __proto__.
const entries = z.preprocess((map) => Object.entries(map ?? {}), z.array(z.tuple([z.string(), entry])));
const requestSchema = z.object({ uri: z.string(), querystring: entries, headers: entries });
type Entry = z.infer<typeof entry>;

/**
 * Runs a CloudFront function of the viewer-request event over a request. Names of headers are in lower case, repeated
 * values stand together in `multiValue`, and nothing is decoded: as CloudFront hands it in.
 * @throws Error when the function fails or answers something else than a request
 */
export function viewerRequestFunction(source: string): (request: WireRequest) => WireRequest {
  const script = new Script(`${source}\n;JSON.stringify(handler(JSON.parse(eventJson)))`);
  // One for all requests: another for each would take most of the time of a short answer.
  const globals = createContext({ eventJson: '' });
  return (request) => {
    const event = {
      version: '1.0',
      context: { eventType: 'viewer-request' },
      viewer: { ip: request.sourceIp },
      request: {
        method: request.method,
        uri: request.path,
        querystring: toEntries(splitQuery(request.query)),
        headers: toEntries(request.headers.map(([name, value]) => [name.toLowerCase(), value])),
        cookies: {},
      },
    };
    globals.eventJson = JSON.stringify(event);
    const output: unknown = script.runInContext(globals, { timeout: 5_000 });
    const { uri, querystring, headers } = requestSchema.parse(JSON.parse(String(output)));
    return {
      ...request,
      path: uri,
      query: fromEntries(querystring)
        .map(([name, value]) => `${name}=${value}`)
        .join('&'),
      headers: fromEntries(headers),
    };
  };
}

function toEntries(pairs: readonly (readonly [string, string])[]): Record<string, Entry> {
  const groups = Map.groupBy(pairs, ([name]) => name);
  return Object.fromEntries(
    [...groups].map(([name, values]) => {
      const multiValue = values.map(([, value]) => ({ value }));
      return [name, { value: multiValue.at(-1)?.value ?? '', ...(multiValue.length > 1 && { multiValue }) }];
    }),
  );
}

function fromEntries(pairs: readonly (readonly [string, Entry])[]): [string, string][] {
  return pairs.flatMap(([name, { value, multiValue }]) =>
    (multiValue ?? [{ value }]).map((one): [string, string] => [name, one.value]),
  );
}
