import { z } from 'zod';
import type { Handler } from '../../functions/api/app.ts';
import { tokenParameters } from '../../functions/faces/fhir/shapes/parameters.ts';
import { Namespace, systems } from '../../functions/faces/fhir/shapes/systems.ts';
import { call } from '../support/gateway-call.ts';
import { PUBLIC_URL } from '../support/real-records.ts';
import { answered, centersOfPages, type Face, programFilter } from './face.ts';
import type { Question } from './questions.ts';

const entrySchema = z.object({
  fullUrl: z.url(),
  resource: z.object({
    identifier: z.array(z.object({ value: z.string() })).min(1),
    location: z.array(z.object({ reference: z.string() })).optional(),
  }),
  search: z.object({ mode: z.enum(['match', 'include']) }),
});
/**
 * Says that the search starts outside of the listed states. The mode is `outcome`, since this is about the whole
 * search.
 */
const outcomeSchema = z.object({
  resource: z.object({
    resourceType: z.literal('OperationOutcome'),
    issue: z.tuple([z.object({ severity: z.literal('information'), diagnostics: z.string().startsWith('No listed') })]),
  }),
  search: z.object({ mode: z.literal('outcome') }),
});
const bundleSchema = z.object({
  link: z.array(z.object({ relation: z.string(), url: z.url() })),
  entry: z
    .array(z.union([entrySchema, outcomeSchema]))
    .default([])
    .transform((entries) => entries.filter((entry): entry is Entry => 'fullUrl' in entry)),
});
type Entry = z.infer<typeof entrySchema>;

const centerIdOf = ({ resource }: Entry): string => resource.identifier[0]?.value ?? '';
const isMatch = ({ search }: Entry): boolean => search.mode === 'match';

async function bundleAt(handler: Handler, target: string) {
  return bundleSchema.parse(JSON.parse(await answered(call(handler, target))));
}

/** `latitude|longitude|distance|unit` */
function nearOf({ point, search: { within } }: Question): string | null {
  if (point === null) return null;
  return `${point.lat}|${point.lng}${within === undefined ? '' : `|${Number.parseFloat(`${within}`)}|mi`}`;
}

/**
 * Searches Location by near, state or name. The filter has at most one level, because `_has` checks one fact of a
 * service.
 */
export const locations: Face = async (question, handler) => {
  const { near, within: _, limit, state, name, level, include, in: states, ...others } = question.search;
  const point = nearOf(question);
  if (states !== undefined && point === null) return { cannot: 'keeps to states around a point only' };
  if (near !== undefined && point === null) return { cannot: 'takes points, not ZIPs' };
  if (name !== undefined) return { cannot: 'compares names as R4 says' };
  if (Object.keys(others).length > 0) return { cannot: 'Location asks one thing of a service' };
  const query = new URLSearchParams({ _count: `${limit}` });
  if (point !== null) query.set('near', point);
  if ((state ?? states) !== undefined) query.set('address-state', `${state ?? states}`);
  if (include !== undefined) query.set('include', `${include}`);
  if (level !== undefined) query.set('_has:HealthcareService:location:service-type', `${level}`);
  const { entry } = await bundleAt(handler, `/fhir/Location?${query}`);
  return { ids: entry.filter(isMatch).map(centerIdOf) };
};

const parameterOf = new Map(
  Object.entries(tokenParameters).flatMap(([parameter, fields]) => fields.map((field) => [field as string, parameter])),
);
const namespace = new Namespace(PUBLIC_URL);

function tokens(field: string, codes: readonly string[]): string {
  const system =
    field === 'language' ? systems.language : namespace.system(field as Parameters<Namespace['system']>[0]);
  return codes.map((code) => `${system}|${code}`).join();
}

/**
 * Searches HealthcareService with its Location and follows the `next` links. FHIR groups services by center, in the
 * order of centers.
 */
export const healthcareServices: Face = async (question, handler) => {
  const { near, limit, state, name, include, in: states } = question.search;
  if (include !== undefined) return { cannot: 'a level in doubt is no service' };
  const point = nearOf(question);
  if (states !== undefined && point === null) return { cannot: 'keeps to states around a point only' };
  if (near !== undefined && point === null) return { cannot: 'takes points, not ZIPs' };
  if (name !== undefined) return { cannot: 'compares names as R4 says' };
  const filter = programFilter(question);
  if (filter === null) return { cannot: 'centers without a service' };
  const query = new URLSearchParams({ _count: `${limit}`, _include: 'HealthcareService:location' });
  if (point !== null) query.set('location.near', point);
  if ((state ?? states) !== undefined) query.set('location.address-state', `${state ?? states}`);
  for (const [field, codes] of Object.entries(filter))
    query.append(parameterOf.get(field) ?? field, tokens(field, codes));
  return centersOfPages(Number(limit), pages());

  async function* pages(): AsyncGenerator<readonly string[]> {
    let target: string | undefined = `/fhir/HealthcareService?${query}`;
    while (target !== undefined) {
      const { entry, link }: z.infer<typeof bundleSchema> = await bundleAt(handler, target);
      const included = new Map(entry.filter((one) => !isMatch(one)).map((one) => [one.fullUrl, centerIdOf(one)]));
      yield entry.filter(isMatch).map(({ resource }) => {
        const reference = resource.location?.[0]?.reference ?? '';
        const id = included.get(`${namespace.base}/${reference}`) ?? included.get(reference);
        if (id === undefined) throw new Error(`the location ${reference} was not included`);
        return id;
      });
      target = link.find(({ relation }) => relation === 'next')?.url.slice(PUBLIC_URL.length);
    }
  }
};
