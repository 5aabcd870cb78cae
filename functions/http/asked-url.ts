import type { Request } from './request.ts';
import { cdnHeader } from './response.ts';

/**
 * Base URL of links between answers: the requested domain, so that a program with a key stays on the API's own domain.
 * Requests through the CDN were made to the website.
 * @param publicUrl The website, without a closing slash.
 * @param event From API Gateway: it names the requested domain, which is always one of ours.
 */
export function askedUrl(
  { headers, path }: Pick<Request, 'headers' | 'path'>,
  event: unknown,
  publicUrl: string,
): string {
  return headers.has(cdnHeader) ? publicUrl : gatewayUrl({ path }, event, publicUrl);
}

/** The API's own domain with its stage, whichever domain was requested; the website if the event does not name it. */
export function gatewayUrl({ path }: Pick<Request, 'path'>, event: unknown, publicUrl: string): string {
  const context = (event as { requestContext?: { domainName?: unknown; path?: unknown } }).requestContext;
  const { domainName, path: whole } = context ?? {};
  if (typeof domainName !== 'string' || domainName === '' || typeof whole !== 'string' || !whole.endsWith(path))
    return publicUrl;
  // On the API's default domain, the stage comes before the path; on a mapped domain it does not.
  const stage = whole.slice(0, whole.length - path.length);
  return `${new URL(publicUrl).protocol}//${domainName}${stage}`;
}
