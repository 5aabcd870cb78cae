import type { FirewallDeclaration } from './declaration.ts';
import type { TemplateResources } from './template-resources.ts';

/** Prefix that WAF puts in front of the names of headers that it inserts. */
const inserted = 'x-amzn-waf-';

/**
 * Reads the firewall that the distribution names by a parameter. It is in the firewall's stack. Undefined if there is
 * none.
 */
export function readFirewall(resources: TemplateResources): FirewallDeclaration | undefined {
  const [found, ...others] = resources.all('webAcl');
  if (others.length > 0) throw new Error(`the template has ${others.length + 1} firewalls, not one`);
  if (!found) return undefined;
  const [{ Statement, Action }] = found[1].Rules;
  const { Limit: limit, EvaluationWindowSec: windowSeconds, ScopeDownStatement } = Statement.RateBasedStatement;
  const { InsertHeaders } = Action.Count.CustomRequestHandling;
  return {
    limit,
    windowSeconds,
    counts: new RegExp(ScopeDownStatement.RegexMatchStatement.RegexString),
    mark: Object.fromEntries(InsertHeaders.map(({ Name, Value }) => [`${inserted}${Name.toLowerCase()}`, Value])),
  };
}
