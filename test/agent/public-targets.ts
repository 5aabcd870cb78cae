import { routes } from '../../functions/api/routes.ts';
import { pageRoutes } from '../../functions/faces/pages/routes.ts';

const states = ['AZ', 'CA', 'CO', 'IL', 'NV', 'NJ', 'OK', 'WA'];
export const accepts = [
  'application/json',
  'application/geo+json',
  'text/csv',
  'text/html',
  'application/ld+json',
  'application/fhir+json',
];

/**
 * Every public URL whose answer may contain a center, including whole lists.
 * @param parts URLs of the listings for devices, from `/v1/dataset`.
 */
export function publicTargets(id: string, parts: readonly string[]): string[] {
  const examples: Record<string, string> = {
    ...{ id, code: 'AZ', system: 'payer', level: 'iop', state: 'AZ', city: 'phoenix', file: 'az.xml' },
  };
  return [
    ...parts,
    ...routes
      .filter(({ method, path }) => method === 'GET' && !path.startsWith('/v1/agent') && !path.includes('{hash}'))
      .map(({ path }) => path.replace(/\{(\w+)\}/g, (_, name: string) => examples[name] ?? id)),
    ...states.map((state) => `/v1/centers?state=${state}&limit=50`),
    '/v1/centers?name=lantern&limit=50',
    '/hsds/services?full=true&per_page=100',
    '/hsds/service_at_locations?full=true&per_page=100',
    '/fhir/HealthcareService?location.address-state=AZ&_count=50&_include=HealthcareService:location',
    ...pageRoutes
      .filter(({ method }) => method === 'GET')
      .map(({ path }) => path.replace(/\{(\w+)\}/g, (_, name: string) => ({ ...examples, state: 'az' })[name] ?? id)),
    ...states.flatMap((state) => [1, 2, 3].map((part) => `/sitemaps/${state.toLowerCase()}-${part}.xml`)),
  ];
}
