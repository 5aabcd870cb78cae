import { help } from '../../../functions/http/help.ts';
import { newFastify, newPool, type PgConnection } from './packages.ts';

/**
 * How a peer makes its answer. `chosen`: its rows hold whole centers, as a table for all questions must, and the peer
 * chooses the offerings of IOP. `prepared`: its rows already hold the answer to this one question, and the peer only
 * joins texts.
 */
export const makings = ['chosen', 'prepared'] as const;
export type Making = (typeof makings)[number];

export interface PeerOptions {
  readonly connection: PgConnection;
  readonly pool: number;
  readonly making: Making;
  /** The property `dataset` of our answers, so that the peer's answers have the same. */
  readonly dataset: object;
}

const LIMIT = 10;
const MOST_UNKNOWN = 50;
const METERS_PER_MILE = 1609.344;

/**
 * Each query counts the centers in doubt, up to one more than an answer may report. It orders by distance alone,
 * because PostgreSQL 15 uses no index for an order that also names the id. It therefore also returns all centers that
 * are as far away as the last one.
 */
const statement = (column: string): string => `
  SELECT ${column} AS doc, id, approximate, location <-> ST_MakePoint($1, $2)::geography AS meters,
    (SELECT count(*)::int FROM (SELECT 1 FROM centers WHERE iop_unknown LIMIT ${MOST_UNKNOWN + 1}) AS doubtful) AS unknown
  FROM centers WHERE iop
  ORDER BY location <-> ST_MakePoint($1, $2)::geography
  FETCH FIRST ${LIMIT} ROWS WITH TIES`;

interface Row {
  /** A text if the peer's answers are `prepared`, otherwise an object. */
  readonly doc:
    | string
    | { readonly offerings: readonly { readonly level: string; readonly only: readonly string[] }[] };
  readonly id: string;
  readonly approximate: boolean;
  readonly meters: number;
  readonly unknown: number;
}

/** True for an IOP that a plain search finds: it leaves out programs that are only for DUI clients. */
const isIop = ({ level, only }: { readonly level: string; readonly only: readonly string[] }): boolean =>
  level === 'iop' && !only.includes('dui');

const twoDecimals = (value: number): number => Math.round(value * 100) / 100;

/** Answers one question, the nearest ten centers with IOP from a point, as our API does. */
async function serve({ connection, pool: size, making, dataset }: PeerOptions): Promise<string> {
  const pool = newPool(connection, size);
  const query = {
    name: 'nearest',
    text: statement(making === 'prepared' ? 'prepared::text' : 'doc'),
  };
  const [datasetText, helpText] = [JSON.stringify(dataset), JSON.stringify(help)];
  const server = newFastify();
  server.get('/v1/centers', async (request, reply) => {
    const near = request.query.near ?? '';
    const [lat, lng] = near.split(',').map(Number);
    if (lat === undefined || lng === undefined || !(Math.abs(lat) <= 90 && Math.abs(lng) <= 180)) {
      return reply.code(400).type('application/problem+json').send('{"status":400}');
    }
    const { rows: nearest } = await pool.query<Row>({ ...query, values: [lng, lat] });
    const rows = nearest.sort((a, b) => a.meters - b.meters || (a.id < b.id ? -1 : 1)).slice(0, LIMIT);
    const origin = { kind: 'point', label: `${lat}, ${lng}`, location: { lat, lng } };
    const asked = { near, level: ['iop'], limit: LIMIT };
    const last = rows.at(-1);
    const counted = rows[0]?.unknown ?? 0;
    const count = Math.min(counted, MOST_UNKNOWN);
    const unknown = {
      count,
      ...(counted > MOST_UNKNOWN ? { more: true } : {}),
      because: count > 0 ? { level: count } : {},
    };
    const next = last === undefined ? null : Buffer.from(JSON.stringify([last.meters, last.id])).toString('base64url');
    const distanceOf = ({ meters, approximate }: Pick<Row, 'meters' | 'approximate'>) => ({
      miles: twoDecimals(meters / METERS_PER_MILE),
      km: twoDecimals(meters / 1000),
      ...(approximate ? { approximate } : {}),
    });
    reply.type('application/json; charset=utf-8');
    if (making === 'chosen') {
      const results = rows.flatMap(({ doc, ...row }) =>
        typeof doc === 'string' ? [] : [{ ...doc, distance: distanceOf(row), offerings: doc.offerings.filter(isIop) }],
      );
      return reply.send(JSON.stringify({ origin, query: asked, results, unknown, next, dataset, help }));
    }
    const results = rows.map((row) => `{"distance":${JSON.stringify(distanceOf(row))},${String(row.doc).slice(1)}`);
    return reply.send(
      `{"origin":${JSON.stringify(origin)},"query":${JSON.stringify(asked)},"results":[${results.join(',')}],` +
        `"unknown":${JSON.stringify(unknown)},"next":${JSON.stringify(next)},"dataset":${datasetText},"help":${helpText}}`,
    );
  });
  process.once('disconnect', async () => {
    await server.close();
    await pool.end();
    process.exit(0);
  });
  return server.listen({ port: 0, host: '127.0.0.1' });
}

if (import.meta.main) process.send?.({ url: await serve(JSON.parse(process.argv[2] ?? '') as PeerOptions) });
