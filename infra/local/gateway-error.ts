import { STATUS_CODES } from 'node:http';
import type { ApiDeclaration } from './declaration.ts';
import type { WireResponse } from './http.ts';

/**
 * Makes an error that API Gateway itself answers with. Uses the response that the template declares for the error's
 * type, else the template's default for 4xx or 5xx, else API Gateway's stock answer.
 * @param status Status that belongs to the type. It is used if the response declares none.
 */
export function gatewayError(api: ApiDeclaration, type: string, status: number, requestId: string): WireResponse {
  const fallback = status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX';
  const declared = api.gatewayResponses.get(type) ?? api.gatewayResponses.get(fallback);
  const context: Readonly<Record<string, string>> = {
    'context.requestId': requestId,
    'context.error.message': STATUS_CODES[status] ?? '',
    'context.error.messageString': JSON.stringify(STATUS_CODES[status] ?? ''),
    'context.error.responseType': type,
  };
  const headers = new Map([['content-type', ['Content-Type', 'application/json'] as [string, string]]]);
  for (const [name, expression] of Object.entries(declared?.headers ?? {})) {
    const literal = /^'(.*)'$/.exec(expression)?.[1];
    headers.set(name.toLowerCase(), [name, literal ?? context[expression] ?? '']);
  }
  const template = declared?.template ?? '{"message":$context.error.messageString}';
  const body = template.replaceAll(/\$(context(?:\.[A-Za-z]+)+)/g, (_all, name: string) => context[name] ?? '');
  return { status: declared?.status ?? status, headers: [...headers.values()], body: Buffer.from(body) };
}
