import type { APIGatewayProxyResult } from 'aws-lambda';
import type { FhirResource } from 'fhir/r4.js';
import type { Head } from '../../dataset/head.ts';
import { type PackedCenter, packed, unpackCenter, unpackOffering } from '../../dataset/packed-center.ts';
import type { FormerId } from '../../domain/former-id.ts';
import { answerForFormer, centerGone } from '../../http/former.ts';
import { onlyParameters } from '../../http/parameters.ts';
import { notFound, type Problem } from '../../http/problem.ts';
import type { Request } from '../../http/request.ts';
import type { RouteContext } from '../../http/services.ts';
import { formatOf, resourceReply } from './bundle.ts';
import { codeSystemOf } from './shapes/code-system.ts';
import { keyOfFhirId, locationId, organizationId, serviceId } from './shapes/ids.ts';
import { locationOf, type Making, organizationOf, serviceOf } from './shapes/resources.ts';
import { extensions, structureDefinitionOf } from './shapes/structure-definition.ts';
import { codeSystemNames, Namespace, otherCodeSystems } from './shapes/systems.ts';

type Parameters = Readonly<Record<string, string>>;

/** Returns a center, by its id. */
export function readLocation(request: Request, context: RouteContext, { id = '' }: Parameters) {
  return readOne('Location', id, request, context, async (making) => {
    const { centers, head } = await centersOf(id, context);
    const center = centers.map(unpackCenter).find((one) => locationId(one.id) === id);
    if (center !== undefined) return locationOf(center, making(head));
    const former = (await formersOf(id, context)).find((one) => locationId(one.id) === id);
    if (former !== undefined) throw answerForFormer(former, locationId);
    return null;
  });
}

/** Returns an offering by its id. An offering that admissions denied is returned as inactive. */
export function readHealthcareService(request: Request, context: RouteContext, { id = '' }: Parameters) {
  return readOne('HealthcareService', id, request, context, async (making) => {
    const { centers, head } = await centersOf(id, context);
    for (const row of centers) {
      const center = unpackCenter(row);
      const offerings = row[packed.offerings].map((offering) => unpackOffering(row, offering));
      const offering = offerings.find((one) => serviceId(center.id, one.id) === id);
      if (offering !== undefined) return serviceOf(center, offering, making(head));
    }
    for (const former of await formersOf(id, context)) throw await answerForService(id, former, context);
    return null;
  });
}

/** Returns an organization, by its slug. */
export function readOrganization(request: Request, context: RouteContext, { id = '' }: Parameters) {
  return readOne('Organization', id, request, context, async (making) => {
    const { locator, meter } = context;
    const key = keyOfFhirId(id);
    const { found, head } =
      'id' in key
        ? await locator.organization(key.id, meter).then(({ answer, head }) => ({ found: [answer], head }))
        : await locator.numbered(key.number, meter).then(({ answer, head }) => ({ found: answer.organizations, head }));
    const organization = found.find((one) => one !== null && organizationId(one.slug) === id);
    return organization == null ? null : organizationOf(organization, making(head));
  });
}

/** Returns the definition of one of our own extensions, at the URL that resources refer to. */
export function readStructureDefinition(request: Request, context: RouteContext, { id = '' }: Parameters) {
  return readOne('StructureDefinition', id, request, context, async (making) => {
    const note = Object.hasOwn(extensions, id) ? extensions[id] : undefined;
    if (note === undefined) return null;
    const { head } = await context.locator.overview(context.meter);
    return structureDefinitionOf(id, note, making(head).namespace, head);
  });
}

/** Returns a code system, at the URL that codings refer to. */
export function readCodeSystem(request: Request, context: RouteContext, { id = '' }: Parameters) {
  return readOne('CodeSystem', id, request, context, async (making) => {
    const name = [...codeSystemNames, ...otherCodeSystems].find((one) => one === id);
    if (name === undefined) return null;
    const { head } = await context.locator.overview(context.meter);
    return codeSystemOf(name, making(head).namespace, head);
  });
}

/** Explains why a center's id no longer exists. */
async function formersOf(id: string, { locator, meter }: RouteContext): Promise<readonly FormerId[]> {
  return (await locator.formers(keyOfFhirId(id), meter)).answer;
}

/** Says where a former center's service is now: at the successor, if that has a service of the same name. */
async function answerForService(id: string, former: FormerId, { locator, meter }: RouteContext): Promise<Problem> {
  const { now } = former;
  if (now === null) return answerForFormer(former, locationId);
  const { answer: row } = await locator.center(now, meter);
  const offerings = row === null ? [] : row[packed.offerings].map((offering) => unpackOffering(row, offering));
  const found = offerings.find((one) => serviceId(former.id, former.id + one.id.slice(now.length)) === id);
  if (found !== undefined) return answerForFormer(former, () => serviceId(now, found.id));
  return centerGone(
    former,
    `This service’s center is now "${now}", which lists no service that is certainly this one.`,
  );
}

async function centersOf(
  id: string,
  { locator, meter }: RouteContext,
): Promise<{ readonly centers: readonly PackedCenter[]; readonly head: Head }> {
  const key = keyOfFhirId(id);
  if ('number' in key) {
    const { answer, head } = await locator.numbered(key.number, meter);
    return { centers: answer.centers, head };
  }
  const { answer, head } = await locator.center(key.id, meter);
  return { centers: answer === null ? [] : [answer], head };
}

const ID = /^[A-Za-z0-9.-]{1,64}$/;

async function readOne(
  type: string,
  id: string,
  request: Request,
  { publicUrl, apiUrl }: RouteContext,
  find: (making: (head: Head) => Making) => Promise<FhirResource | null>,
): Promise<APIGatewayProxyResult> {
  onlyParameters(['_format'], request, 'a parameter of a read');
  const format = formatOf(request);
  const namespace = new Namespace(publicUrl, apiUrl);
  const resource = ID.test(id) ? await find((dataset) => ({ namespace, dataset })) : null;
  if (resource === null) throw notFound(`There is no ${type} with this ID.`);
  return resourceReply(resource, format);
}
