import type { Settings } from './settings.ts';

/** Host names that the DNS records of the two domains must point to, as printed by the deployment. */
export interface Targets {
  readonly website: string;
  /** Target of the API's domain; absent if the API has no domain of its own. */
  readonly api?: string | undefined;
}

/** Lists the DNS records that somebody must create by hand: those of custom domains, if no hosted zone was given. */
export function recordsToMake(
  { domainName, apiDomainName, hostedZoneId }: Settings,
  { website, api }: Targets,
): string {
  if (hostedZoneId !== undefined) return '';
  const wanted: [string, string][] = [
    ...(domainName === undefined ? [] : [[domainName, website] as [string, string]]),
    ...(apiDomainName === undefined || api === undefined ? [] : [[apiDomainName, api] as [string, string]]),
  ];
  if (wanted.length === 0) return '';
  return [
    'Make these DNS records where your domain is kept:',
    ...wanted.map(([name, target]) => `  ${name}  CNAME  ${target}`),
    '(At the top of a zone, such as example.org itself, use ALIAS or ANAME. With --context hostedZoneId and hostedZoneName a',
    'deployment makes them in Route 53.)',
  ].join('\n');
}
