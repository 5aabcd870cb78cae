import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Handler } from '../../functions/api/app.ts';
import { distanceKm, KM_PER_MILE } from '../../functions/geo/distance.ts';
import { encodeGeohash } from '../../functions/geo/geohash.ts';
import { call, post } from '../support/gateway-call.ts';
import { answered, type Face, type FaceAnswer } from './face.ts';
import { healthcareServices, locations } from './fhir.ts';
import { serviceAtLocations } from './hsds.ts';
import type { Question } from './questions.ts';

const centerSchema = z.object({
  id: z.string(),
  location: z.object({ lat: z.number(), lng: z.number() }),
});
const answerSchema = z.object({ results: z.array(z.object({ center: centerSchema })) });

function target({ search }: Question): string {
  const pairs = Object.entries(search).map(([name, value]): [string, string] => [
    name,
    Array.isArray(value) ? value.join() : `${value}`,
  ]);
  return `/v1/centers?${new URLSearchParams(pairs)}`;
}

const idsOf = (body: unknown) => ({ ids: answerSchema.parse(body).results.map(({ center }) => center.id) });

/** Asks for all centers that may be near any point of the cell, then ranks these centers here, as a device does. */
const cell: Face = async ({ point, search }, handler) => {
  if (point === null) return { cannot: 'needs a point of the caller' };
  const { near: _, limit, within, ...narrowing } = search;
  const asked = { ...narrowing, limit, ...(within === undefined ? {} : { within }), cell: encodeGeohash(point, 5) };
  const { results } = answerSchema.parse(JSON.parse(await answered(post(handler, asked))));
  const radius = within === undefined ? Number.POSITIVE_INFINITY : Number.parseFloat(`${within}`) * KM_PER_MILE;
  const ids = results
    .map(({ center: { id, location } }) => ({ id, km: distanceKm(point, location) }))
    .filter(({ km }) => km <= radius)
    .sort((one, other) => one.km - other.km || (one.id < other.id ? -1 : 1))
    .slice(0, Number(limit))
    .map(({ id }) => id);
  return { ids };
};

async function tool({ search }: Question, handler: Handler): Promise<FaceAnswer> {
  const params = { name: 'find_programs_near', arguments: search };
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params });
  const headers = { 'content-type': 'application/json' };
  return idsOf(
    JSON.parse(await answered(call(handler, '/mcp', { method: 'POST', headers, body }))).result.structuredContent,
  );
}

/** All the faces that offer the same search. */
export const faces: Readonly<Record<string, Face>> = {
  'JSON GET': async (question, handler) => idsOf(JSON.parse(await answered(call(handler, target(question))))),
  'JSON POST': async ({ search }, handler) => idsOf(JSON.parse(await answered(post(handler, search)))),
  GeoJSON: async (question, handler) => {
    const headers = { accept: 'application/geo+json' };
    const { features } = JSON.parse(await answered(call(handler, target(question), { headers })));
    return { ids: features.map(({ id }: { id: string }) => id) };
  },
  CSV: async (question, handler) => {
    const text = await answered(call(handler, target(question), { headers: { accept: 'text/csv' } }));
    return { ids: parse(text, { columns: true, bom: true }).map((row) => z.object({ id: z.string() }).parse(row).id) };
  },
  cell,
  'FHIR Location': locations,
  'FHIR HealthcareService': healthcareServices,
  'HSDS service_at_locations': serviceAtLocations,
  MCP: tool,
};
