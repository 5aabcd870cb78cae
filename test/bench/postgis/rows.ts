import { packCenter } from '../../../functions/dataset/packed-center.ts';
import type { CenterRecord } from '../../../functions/domain/record.ts';
import { resultAnswer, wholeCenterAnswer } from '../../../functions/faces/v1/shapes/center.ts';
import { compileFilter } from '../../../functions/search/filter.ts';
import { judge } from '../../../functions/search/match.ts';
import type { PgPool } from './packages.ts';

/** A center as it is stored in the peer's table. */
export interface PeerRow {
  readonly id: string;
  readonly lat: number;
  readonly lng: number;
  readonly iop: boolean;
  /** True if the center's sources do not say whether it has an IOP. */
  readonly iopUnknown: boolean;
  /** True if only the center's ZIP is known. Answers say so beside the distance. */
  readonly approximate: boolean;
  /** The center with all its offerings, as answers show them. Serves every question. */
  readonly doc: object;
  /**
   * The center with only its offerings of IOP: the answer to this one question, without the distance. Null if it has no
   * IOP.
   */
  readonly prepared: object | null;
}

/**
 * Makes the peer's rows, so that its query finds exactly the centers that our search finds, with what our answers show
 * of each.
 * @param now Milliseconds since 1970.
 */
export function peerRows(records: readonly CenterRecord[], now: number): PeerRow[] {
  const filter = compileFilter({ level: ['iop'] }, now);
  return records.map((record) => {
    const row = packCenter(record);
    const verdict = judge(row, filter);
    return {
      id: record.center.id,
      lat: record.center.location.lat,
      lng: record.center.location.lng,
      iop: typeof verdict !== 'string',
      iopUnknown: verdict === 'unknown',
      approximate: record.center.location.accuracy === 'zip',
      doc: wholeCenterAnswer(row, now),
      prepared:
        typeof verdict === 'string'
          ? null
          : resultAnswer({ row, offerings: verdict, distanceKm: null, farthestKm: null }, now),
    };
  });
}

const ROWS_A_WRITE = 500;

/**
 * Fills a new database. Rows are neither compressed nor moved out of the table's pages, because that would slow the
 * peer's reads.
 */
export async function loadRows(pool: PgPool, rows: readonly PeerRow[]): Promise<void> {
  await pool.query('CREATE EXTENSION postgis');
  await pool.query(`CREATE TABLE centers (
    id text PRIMARY KEY, location geography(Point, 4326) NOT NULL,
    iop boolean NOT NULL, iop_unknown boolean NOT NULL,
    approximate boolean NOT NULL, doc jsonb NOT NULL, prepared jsonb
  ) WITH (toast_tuple_target = 8160)`);
  await pool.query('ALTER TABLE centers ALTER doc SET STORAGE MAIN, ALTER prepared SET STORAGE MAIN');
  for (let from = 0; from < rows.length; from += ROWS_A_WRITE) {
    await pool.query({
      text: `INSERT INTO centers
        SELECT id, ST_MakePoint(lng, lat)::geography, iop, "iopUnknown", approximate, doc, prepared
        FROM jsonb_to_recordset($1::jsonb) AS row(
          id text, lat float8, lng float8, iop bool, "iopUnknown" bool, approximate bool, doc jsonb, prepared jsonb)`,
      values: [JSON.stringify(rows.slice(from, from + ROWS_A_WRITE))],
    });
  }
  await pool.query('CREATE INDEX centers_iop ON centers USING gist (location) WHERE iop');
  await pool.query('CREATE INDEX centers_iop_unknown ON centers (id) WHERE iop_unknown');
  await pool.query('VACUUM (FREEZE, ANALYZE) centers');
}
