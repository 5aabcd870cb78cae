import { lookup as lookUp } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { MOST_PROVIDER_BYTES, PROVIDER_PATH } from '../../functions/records/provider/schema.ts';
import { bareHost } from './list.ts';

const TIMEOUT_MS = 10_000;
const MOST_REDIRECTS = 3;
const USER_AGENT = 'program-locator collect-facts (reads /.well-known/treatment-programs.json)';

export interface FetchOptions {
  /** True to accept also plain HTTP and addresses of this machine, for tests and the local site. */
  readonly allowLocal: boolean;
  /** ETag of the file that is kept from an earlier read. Null if none is kept, or it came without an ETag. */
  readonly etag: string | null;
  readonly timeoutMs?: number;
}

export type Fetched =
  | { readonly kind: 'file'; readonly bytes: Buffer; readonly etag: string | null; readonly url: URL }
  | { readonly kind: 'same' }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'failed'; readonly why: string };

/** Address ranges that are not on the public internet. A public host name may still resolve to one. */
const notPublic = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  notPublic.addSubnet(net, bits, 'ipv4');
// The public IPv6 addresses are 2000::/3, without its ranges for documentation, 6to4 and Teredo. Addresses in the last
// two can contain a private IPv4 address.
const publicV6 = new BlockList();
publicV6.addSubnet('2000::', 3, 'ipv6');
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  notPublic.addSubnet(net, bits, 'ipv6');

export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !notPublic.check(address, 'ipv4');
  return isIP(address) === 6 && publicV6.check(address, 'ipv6') && !notPublic.check(address, 'ipv6');
}

/** Says why no connection to a host may be opened: one of its addresses is not public. Null if all are public. */
export function hostFault(host: string, found: readonly { readonly address: string }[]): string | null {
  const wrong = found.find(({ address }) => !isPublicAddress(address));
  return wrong === undefined ? null : `${host} is at ${wrong.address}, which is not public`;
}

/** Looks up a host and refuses the connection if any of its addresses is not public. */
const publicOnly: LookupFunction = (host, options, callback) => {
  lookUp(host, { ...options, all: true }, (error, found) => {
    if (error !== null) return callback(error, []);
    const fault = hostFault(host, found);
    if (fault !== null) return callback(new Error(fault), []);
    const [first] = found;
    if (options.all || first === undefined) return callback(null, found);
    callback(null, first.address, first.family);
  });
};

/**
 * Downloads a provider's file within limits of time and size. A failure of the provider's server is returned, not
 * thrown.
 */
export async function fetchFile(host: string, options: FetchOptions): Promise<Fetched> {
  const scheme = options.allowLocal && isLocalHost(host) ? 'http' : 'https';
  const signal = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
  let url = new URL(`${scheme}://${host}${PROVIDER_PATH}`);
  try {
    for (let redirects = 0; ; redirects += 1) {
      const wrong = urlFault(url, host, options.allowLocal);
      if (wrong !== null) return failed(wrong);
      const response = await ask(url, options, signal);
      const { statusCode = 0, headers } = response;
      if (statusCode >= 300 && statusCode < 400 && statusCode !== 304 && headers.location !== undefined) {
        response.destroy();
        if (redirects >= MOST_REDIRECTS) return failed(`more than ${MOST_REDIRECTS} redirects`);
        if (!URL.canParse(headers.location, url)) return failed('redirects to something that is not a URL');
        url = new URL(headers.location, url);
        continue;
      }
      return await answerOf(response, url, options);
    }
  } catch (error) {
    return failed(signal.aborted ? `no answer within ${(options.timeoutMs ?? TIMEOUT_MS) / 1000} s` : wordsOf(error));
  }
}

async function answerOf(response: IncomingMessage, url: URL, { etag }: FetchOptions): Promise<Fetched> {
  const { statusCode = 0, headers } = response;
  if (statusCode === 200) return read(response, url);
  response.destroy();
  if (statusCode === 304) return etag === null ? failed('answered 304 although nothing is kept') : { kind: 'same' };
  if (statusCode === 410) return { kind: 'withdrawn' };
  return failed(`answered ${statusCode}${headers.location === undefined ? '' : ' with a redirect'}`);
}

async function read(response: IncomingMessage, url: URL): Promise<Fetched> {
  const { headers } = response;
  const tooLarge = `has more than the limit of ${MOST_PROVIDER_BYTES} bytes`;
  const encoding = headers['content-encoding'] ?? 'identity';
  const refused =
    encoding !== 'identity'
      ? `is sent as ${encoding}, although plain bytes were asked for`
      : Number(headers['content-length'] ?? 0) > MOST_PROVIDER_BYTES
        ? tooLarge
        : null;
  if (refused !== null) {
    response.destroy();
    return failed(refused);
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    // The return leaves the loop, which closes the connection.
    if (length > MOST_PROVIDER_BYTES) return failed(tooLarge);
    chunks.push(chunk);
  }
  const tag = headers.etag;
  return { kind: 'file', bytes: Buffer.concat(chunks), etag: tag !== undefined && tag.length <= 500 ? tag : null, url };
}

function ask(url: URL, { allowLocal, etag }: FetchOptions, signal: AbortSignal): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const asked = request(url, {
      signal,
      // A new connection is opened each time, because a reused one might lead to an address that was not checked.
      agent: false,
      ...(allowLocal ? {} : { lookup: publicOnly }),
      headers: {
        accept: 'application/json',
        'accept-encoding': 'identity',
        'user-agent': USER_AGENT,
        ...(etag === null ? {} : { 'if-none-match': etag }),
      },
    });
    asked.on('response', resolve).on('error', reject).end();
  });
}

/** Says why a URL may not be downloaded; null if it may. */
function urlFault(url: URL, host: string, allowLocal: boolean): string | null {
  if (bareHost(url.host) !== bareHost(host)) return `redirects to another site, ${url.host}`;
  const isLocal = isLocalHost(url.host);
  if (isLocal && !allowLocal) return `${url.host} is this machine: --allow-local reads it`;
  if (url.protocol !== 'https:' && !(isLocal && url.protocol === 'http:'))
    return `is read over https only, not ${url.protocol}//`;
  if (isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0 && !isLocal)
    return 'a provider is named by a domain, not an address';
  return url.username === '' && url.password === '' ? null : 'redirects to a URL with a name and password';
}

const isLocalHost = (host: string): boolean => /^(?:localhost|127\.0\.0\.1)(?::\d+)?$/.test(host);
const failed = (why: string): Fetched => ({ kind: 'failed', why });
const wordsOf = (error: unknown): string => {
  const { message, code } = error as NodeJS.ErrnoException;
  return message || code || 'the connection failed';
};
