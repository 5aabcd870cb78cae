import { createContext, Script } from 'node:vm';
import { z } from 'zod';
import { splitQuery, type WireRequest, type WireResponse } from './http.ts';

const entry = z.object({
  value: z.string(),
  multiValue: z.array(z.object({ value: z.string() })).optional(),
});
// Parsed as a list of pairs, because an object would lose a parameter named `__proto__`.
const entries = z.preprocess((map) => Object.entries(map ?? {}), z.array(z.tuple([z.string(), entry])));
const requestSchema = z.object({ uri: z.string(), querystring: entries, headers: entries });
const responseSchema = z.object({
  statusCode: z.int().min(200).max(599),
  headers: entries,
  body: z.object({ encoding: z.literal('text'), data: z.string() }).optional(),
});
const outputSchema = z.union([requestSchema, responseSchema]);
type Entry = z.infer<typeof entry>;

/**
 * Makes a CloudFront viewer-request function from its source. As in CloudFront, header names are in lower case,
 * repeated values are in `multiValue`, and nothing is decoded.
 * @returns a function that returns the request to forward, or its own answer
 * @throws Error if the function fails or returns neither
 */
export function viewerRequestFunction(source: string): (request: WireRequest) => WireRequest | WireResponse {
  const run = cdnFunction(source);
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
    const given = outputSchema.parse(run(event));
    if ('statusCode' in given) {
      const data = request.method === 'HEAD' ? '' : (given.body?.data ?? '');
      return { status: given.statusCode, headers: fromEntries(given.headers), body: Buffer.from(data) };
    }
    const { uri, querystring, headers } = given;
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

/**
 * Makes a CloudFront viewer-response function from its source. It sees the headers of an answer and may change them.
 * @throws Error if the function fails or returns no answer
 */
export function viewerResponseFunction(source: string): (response: WireResponse) => WireResponse {
  const run = cdnFunction(source);
  return (response) => {
    const headers = toEntries(response.headers.map(([name, value]) => [name.toLowerCase(), value]));
    const given = responseSchema.parse(
      run({
        version: '1.0',
        context: { eventType: 'viewer-response' },
        response: { statusCode: response.status, headers, cookies: {} },
      }),
    );
    return { ...response, headers: fromEntries(given.headers) };
  };
}

const MOST_MS = 5_000;
/** Comments and texts, in which no code is; a text ends on its line. */
const withoutCode = /\/\/.*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g;

/**
 * The source's `handler`, in one context of its own for all requests. Only a source with loops is run under a time
 * limit: it starts a thread for each request, which takes longer than the rest of the front.
 */
function cdnFunction(source: string): (event: object) => unknown {
  const context = createContext({ event: {} });
  if (!/\b(?:for|while|do)\b/.test(source.replaceAll(withoutCode, ''))) {
    return new Script(`${source}\n;handler`).runInContext(context) as (event: object) => unknown;
  }
  const script = new Script(`${source}\n;handler(event)`);
  return (event) => {
    context.event = event;
    return script.runInContext(context, { timeout: MOST_MS });
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
