import type { Request } from './request.ts';
import { cdnHeader } from './response.ts';

/**
 * Where links between answers lead: to the domain that was asked, so that a program with a key stays on the API's own
 * domain. Requests that the CDN forwards were asked of the website.
 * @param publicUrl The website, without a closing slash.
 * @param event As API Gateway made it: it names the domain that was asked, which is always one of ours.
 */
export function askedUrl(
  { headers, path }: Pick<Request, 'headers' | 'path'>,
  event: unknown,
  publicUrl: string,
): string {
  return headers.has(cdnHeader) ? publicUrl : gatewayUrl({ path }, event, publicUrl);
}

/** The API's own domain with its stage, whichever domain was asked; the website where nothing names it. */
export function gatewayUrl({ path }: Pick<Request, 'path'>, event: unknown, publicUrl: string): string {
  const context = (event as { requestContext?: { domainName?: unknown; path?: unknown } }).requestContext;
  const { domainName, path: whole } = context ?? {};
  if (typeof domainName !== 'string' || domainName === '' || typeof whole !== 'string' || !whole.endsWith(path))
    return publicUrl;
  // The API's own address has its stage in front of the path; a domain mapped to it has not.
  const stage = whole.slice(0, whole.length - path.length);
  return `${new URL(publicUrl).protocol}//${domainName}${stage}`;
}
