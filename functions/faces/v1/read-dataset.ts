import type { APIGatewayProxyResult } from 'aws-lambda';
import { PART_FORMAT, partText } from '../../dataset/device/part-text.ts';
import { noParameters } from '../../http/parameters.ts';
import { notFound, partGone } from '../../http/problem.ts';
import type { Request } from '../../http/request.ts';
import { caching, json, negotiate, reply } from '../../http/response.ts';
import type { RouteContext } from '../../http/services.ts';
import { deviceFile } from '../../places/device-file.ts';
import { fileHashSchema } from './answers/device.ts';
import { datasetAnswer } from './shapes/center.ts';

/**
 * Bytes per center in a compressed part, measured over all listings: 64 with brotli at its highest compression level,
 * 74 with brotli at level 5, and 81 with gzip.
 */
const BYTES_OF_CENTER = 74;

/** The files that a device downloads to search by itself: the parts of the current listings, and the places. */
export async function readDataset(
  request: Request,
  { locator, meter, apiUrl }: RouteContext,
): Promise<APIGatewayProxyResult> {
  noParameters(request);
  const type = negotiate(request, ['application/json']);
  const { answer, head } = await locator.parts(meter);
  const parts = answer.map(({ state, part, centers, hash }) => ({
    state,
    part,
    centers,
    bytes: centers * BYTES_OF_CENTER,
    url: `${apiUrl}/v1/dataset/parts/${hash}`,
  }));
  const { hash, bytes } = deviceFile();
  const places = { bytes, url: `${apiUrl}/v1/dataset/places/${hash}` };
  const body = { format: PART_FORMAT, ...datasetAnswer(head), centers: head.centers, parts, places };
  return json(body, caching.brief, type);
}

/** Returns one part of the listings; 410 if the current listings no longer have it. */
export async function readPart(
  request: Request,
  { locator, meter }: RouteContext,
  { hash = '' }: Readonly<Record<string, string>>,
): Promise<APIGatewayProxyResult> {
  noParameters(request);
  const type = negotiate(request, ['application/json']);
  if (!fileHashSchema.safeParse(hash).success) throw notFound('This is not a part of the listings: see /v1/dataset.');
  const { answer: part } = await locator.part(hash, meter);
  if (part === null) throw partGone();
  return reply(200, type, partText(part), { 'cache-control': caching.day });
}

/** Returns the places of the served states; 410 for a file of an earlier deployment. */
export async function readDevicePlaces(
  request: Request,
  _context: RouteContext,
  { hash = '' }: Readonly<Record<string, string>>,
): Promise<APIGatewayProxyResult> {
  noParameters(request);
  const type = negotiate(request, ['application/json']);
  if (!fileHashSchema.safeParse(hash).success) throw notFound('This is not a file of places: see /v1/dataset.');
  const file = deviceFile();
  if (file.hash !== hash) throw partGone();
  return reply(200, type, file.text, { 'cache-control': caching.day });
}
