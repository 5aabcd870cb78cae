import { short, tableOf } from '../tables.ts';
import type { PostgisReport, ServerName } from './measure-postgis.ts';
import { parts } from './shares.ts';

const names: Readonly<Record<ServerName, string>> = {
  ours: 'ours, as npm start serves it',
  handler: 'our handler in Fastify',
  postgis: 'Fastify and PostGIS',
};

/** With more, servers wait for processors, and their caches are emptied between requests. */
const MOST_OTHERS = 0.1;

export function postgisTables(report: PostgisReport): string {
  const { centers, levels, peer, same, compared, shares, profiledMs, othersShare } = report;
  const speeds = tableOf(
    [`${centers} centers, nearest 10 with IOP`, 'connections', 'a second', '÷ PostGIS', 'p50 / p99 ms', 'CPU ms each'],
    levels.flatMap(({ connections, middle, ratio }) =>
      (Object.keys(names) as ServerName[]).map((name) => [
        names[name],
        connections,
        Math.round(middle[name].perSecond),
        name === 'postgis' ? 1 : short(ratio[name]),
        `${short(middle[name].p50Ms)} / ${short(middle[name].p99Ms)}`,
        middle[name].cpuMsARequest.toFixed(3),
      ]),
    ),
  );
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const where = tableOf(
    ['processor time of ours, by profile', 'share', 'ms a request'],
    shares.parts.map(({ part, share }) => [parts[part], percent(share), (share * profiledMs).toFixed(3)]),
  );
  const spots = tableOf(
    ['in infra/local, with what it calls', 'share'],
    shares.spots.map((spot) => [spot.where, percent(spot.share)]),
  );
  return `${speeds}PostGIS did best with ${peer.pool} connections to the database and answers made from ${peer.making === 'text' ? 'the text of jsonb' : 'parsed jsonb'}; ${same} of ${compared} answers are the same as ours.\nOther programs used ${percent(othersShare)} of the machine’s processors meanwhile${othersShare > MOST_OTHERS ? ': too much for these numbers to mean anything' : ''}.\n\n${where}${spots}`;
}
