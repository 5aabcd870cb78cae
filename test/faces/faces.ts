import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { locationId } from '../../functions/fhir/ids.ts';
import { distanceKm, KM_PER_MILE } from '../../functions/geo/distance.ts';
import { encodeGeohash } from '../../functions/geo/geohash.ts';
import type { Handler } from '../../functions/http/app.ts';
import { call, post } from '../support/gateway-call.ts';
import type { Question } from './questions.ts';

/** Centers in the order of the answer; or why this face has no way to ask. */
export type FaceAnswer = { readonly ids: readonly string[] } | { readonly cannot: string };
export type Face = (question: Question, handler: Handler) => Promise<FaceAnswer>;

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

async function answered(promise: ReturnType<typeof call>): Promise<string> {
  const { status, body } = await promise;
  if (status !== 200) throw new Error(`a face answered ${status}: ${body}`);
  return body;
}

const idsOf = (body: unknown) => ({ ids: answerSchema.parse(body).results.map(({ center }) => center.id) });

/** Asks for what can be near any point of the cell and ranks by itself, as a device would. */
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

const bundleSchema = z.object({
  entry: z
    .array(z.object({ resource: z.object({ id: z.string() }), search: z.object({ mode: z.string() }) }))
    .optional(),
});

/** Location by near, state or name; of filters one level of care, since `_has` asks one thing of a service. */
const fhir: Face = async ({ point, search }, handler) => {
  const { near, within, limit, state, name, level, ...others } = search;
  if (near !== undefined && point === null) return { cannot: 'takes no ZIP' };
  if (Object.keys(others).length > 0) return { cannot: 'Location asks one thing of a service' };
  const query = new URLSearchParams({ _count: `${limit}` });
  if (point !== null) {
    const distance = within === undefined ? '' : `|${Number.parseFloat(`${within}`)}|mi`;
    query.set('near', `${point.lat}|${point.lng}${distance}`);
  }
  if (state !== undefined) query.set('address-state', `${state}`);
  if (name !== undefined) query.set('name', `${name}`);
  if (level !== undefined) query.set('_has:HealthcareService:location:service-type', `${level}`);
  const bundle = bundleSchema.parse(JSON.parse(await answered(call(handler, `/fhir/Location?${query}`))));
  const matches = (bundle.entry ?? []).filter(({ search: { mode } }) => mode === 'match');
  return { ids: matches.map(({ resource }) => resource.id) };
};

async function tool({ search }: Question, handler: Handler): Promise<FaceAnswer> {
  const params = { name: 'find_programs_near', arguments: search };
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params });
  const headers = { 'content-type': 'application/json' };
  return idsOf(
    JSON.parse(await answered(call(handler, '/mcp', { method: 'POST', headers, body }))).result.structuredContent,
  );
}

/** Every face of the one search. */
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
    return { ids: parse(text, { columns: true }).map((row) => z.object({ id: z.string() }).parse(row).id) };
  },
  cell,
  'FHIR Location': fhir,
  MCP: tool,
};

/** What a face must answer where JSON answers this: FHIR has ids of its own. */
export const expectedOf = (face: string, ids: readonly string[]): readonly string[] =>
  face.startsWith('FHIR') ? ids.map(locationId) : ids;
