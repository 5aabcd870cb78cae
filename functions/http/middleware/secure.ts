import type middy from '@middy/core';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { securityHeaders } from '../security.ts';

const { 'content-security-policy': policy, ...others } = securityHeaders;

/**
 * Adds the security headers to every answer. HTML pages get no content security policy here, because it would block
 * their styles: the website's CDN sets theirs.
 */
export function secure(): middy.MiddlewareObj<unknown, APIGatewayProxyResult> {
  const add: middy.MiddlewareFn<unknown, APIGatewayProxyResult> = ({ response }) => {
    if (!response) return;
    const type = Object.entries(response.headers ?? {}).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
    const isPage = String(type).startsWith('text/html');
    response.headers = { ...response.headers, ...others, ...(!isPage && { 'content-security-policy': policy ?? '' }) };
  };
  return { name: 'secure', after: add, onError: add };
}
