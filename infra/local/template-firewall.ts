import type { FirewallDeclaration } from './declaration.ts';
import type { TemplateResources } from './template-resources.ts';

/** The one of the stack beside, which the distribution names by a parameter. */
export function readFirewall(resources: TemplateResources): FirewallDeclaration | undefined {
  const [found, ...others] = resources.all('webAcl');
  if (others.length > 0) throw new Error(`the template has ${others.length + 1} firewalls, not one`);
  const rule = found?.[1].Rules[0];
  if (!found || !rule) return undefined;
  const { Limit: limit, EvaluationWindowSec: windowSeconds } = rule.Statement.RateBasedStatement;
  const { ResponseCode: status, CustomResponseBodyKey, ResponseHeaders } = rule.Action.Block.CustomResponse;
  const body = found[1].CustomResponseBodies[CustomResponseBodyKey];
  const headers = ResponseHeaders.map(({ Name, Value }): [string, string] => [Name, Value]);
  headers.push(['Content-Type', body?.ContentType === 'APPLICATION_JSON' ? 'application/json' : 'text/plain']);
  return { limit, windowSeconds, answer: { status, headers, body: Buffer.from(body?.Content ?? '') } };
}
