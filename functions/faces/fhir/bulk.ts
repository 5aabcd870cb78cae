import type { APIGatewayProxyResult } from 'aws-lambda';
import type { FhirResource } from 'fhir/r4.js';
import type { PartNote } from '../../dataset/device/parts.ts';
import type { Head } from '../../dataset/head.ts';
import { type PackedCenter, packed, unpackCenter, unpackOffering } from '../../dataset/packed-center.ts';
import { fingerprintOf } from '../../http/cursor.ts';
import { noParameters } from '../../http/parameters.ts';
import { notFound } from '../../http/problem.ts';
import type { Request } from '../../http/request.ts';
import { caching, negotiate, reply } from '../../http/response.ts';
import type { RouteContext } from '../../http/services.ts';
import { isListed } from '../../search/match.ts';
import type { Cursor } from '../../search/question.ts';
import type { SearchedType } from './parameters/known-parameters.ts';
import { locationOf, organizationOf, serviceOf } from './shapes/resources.ts';
import { Namespace } from './shapes/systems.ts';

/** Media type for one resource per line. */
const NDJSON = 'application/fhir+ndjson';
/** Other names of the same media type that clients send. */
export const ndjsonTypes = [NDJSON, 'application/x-ndjson', 'application/ndjson'] as const;

/**
 * Number of centers in one file of the export. Measured with the listings, a file of their services has at most 3.1 MB;
 * we promise less than 5 MB.
 */
const CENTERS_OF_PART = 100;
const ORGANIZATIONS_OF_PART = 2_000;

interface Output {
  readonly type: SearchedType;
  /** Which file of the dataset's export this is. */
  readonly position: string;
  readonly count?: number;
  readonly state?: string;
}

/** Lists all published data as parts to download: the operation `$bulk-publish` of HL7's Bulk Data. */
export async function readBulkManifest(request: Request, context: RouteContext): Promise<APIGatewayProxyResult> {
  noParameters(request);
  const type = negotiate(request, ['application/json']);
  const { locator, meter, apiUrl } = context;
  const { answer: parts, head } = await locator.parts(meter);
  const [{ answer: organizations }, cursors] = await Promise.all([
    locator.organizations({ skip: 0, limit: 1 }, meter, head),
    context.cursors(),
  ]);
  const outputs = [...parts.flatMap(outputsOf), ...outputsOfOrganizations(organizations.total)];
  const { version, publishedAt } = head;
  const manifest = {
    transactionTime: publishedAt,
    request: `${apiUrl}/fhir/$bulk-publish`,
    requiresAccessToken: false,
    outputFormat: NDJSON,
    output: outputs.map(({ type: of, position, count, state }) => {
      const token = cursors.write({ version: { version, publishedAt }, after: position }, fingerprint(of));
      return {
        type: of,
        url: `${apiUrl}/fhir/bulk/${of}/${token}`,
        ...(count === undefined ? {} : { count }),
        ...(state === undefined ? {} : { extension: { state: [state] } }),
      };
    }),
    error: [],
  };
  return reply(200, type, JSON.stringify(manifest), { 'cache-control': caching.brief });
}

const fingerprint = (type: string): string => fingerprintOf({ face: 'fhir', bulk: type });

function outputsOf({ state, hash, centers }: PartNote): Output[] {
  const runs = Array.from({ length: Math.ceil(centers / CENTERS_OF_PART) }, (_, run) => run);
  return runs.flatMap((run): Output[] => {
    const count = Math.min(CENTERS_OF_PART, centers - run * CENTERS_OF_PART);
    const position = `${hash}.${run}`;
    return [
      { type: 'Location', position, count, state },
      { type: 'HealthcareService', position, state },
    ];
  });
}

function outputsOfOrganizations(total: number): Output[] {
  return Array.from({ length: Math.ceil(total / ORGANIZATIONS_OF_PART) }, (_, run) => ({
    type: 'Organization',
    position: `${run}`,
    count: Math.min(ORGANIZATIONS_OF_PART, total - run * ORGANIZATIONS_OF_PART),
  }));
}

/** Returns one file of the export, one resource per line; 410 once the dataset that it belongs to is gone. */
export async function readBulkPart(
  request: Request,
  context: RouteContext,
  { type = '', part = '' }: Readonly<Record<string, string>>,
): Promise<APIGatewayProxyResult> {
  noParameters(request);
  const asked = negotiate(request, [...ndjsonTypes, 'application/fhir+json', 'application/json']);
  // Each line is FHIR JSON, so a request that accepts only FHIR JSON also gets NDJSON.
  const format = ndjsonTypes.find((type) => type === asked) ?? NDJSON;
  const cursor = (await context.cursors()).readCursor(part, fingerprint(type), false);
  if (typeof cursor === 'string') throw notFound('There is no such part: /fhir/$bulk-publish lists them.');
  const resources =
    type === 'Organization' ? await organizationsIn(cursor, context) : await centersIn(cursor, type, context);
  const body = resources.map((resource) => `${JSON.stringify(resource)}\n`).join('');
  return reply(200, format, body, { 'cache-control': caching.day });
}

async function organizationsIn({ version, after }: Cursor, context: RouteContext): Promise<FhirResource[]> {
  const { locator, meter } = context;
  const bounds = { skip: Number(after) * ORGANIZATIONS_OF_PART, limit: ORGANIZATIONS_OF_PART };
  const { answer, head } = await locator.organizations(bounds, meter, version);
  return answer.items.map((one) => organizationOf(one, makingOf(head, context)));
}

async function centersIn({ version, after }: Cursor, type: string, context: RouteContext): Promise<FhirResource[]> {
  const { locator, meter } = context;
  const [hash = '', run = ''] = `${after}`.split('.');
  const { answer: part, head } = await locator.part(hash, meter, version);
  if (part === null) throw notFound('There is no such part: /fhir/$bulk-publish lists them.');
  const from = Number(run) * CENTERS_OF_PART;
  const rows = part.rows.slice(from, from + CENTERS_OF_PART);
  const making = makingOf(head, context);
  return type === 'Location'
    ? rows.map((row) => locationOf(unpackCenter(row), making))
    : rows.flatMap((row) => servicesOf(row, making));
}

/** The services that searches find, without those that admissions denied. */
function servicesOf(row: PackedCenter, making: ReturnType<typeof makingOf>): FhirResource[] {
  const center = unpackCenter(row);
  return row[packed.offerings]
    .filter((offering) => isListed(row, offering))
    .map((offering) => serviceOf(center, unpackOffering(row, offering), making));
}

const makingOf = (head: Head, { publicUrl, apiUrl }: RouteContext) => ({
  namespace: new Namespace(publicUrl, apiUrl),
  dataset: head,
});
