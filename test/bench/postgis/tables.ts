import { short, tableOf } from '../tables.ts';
import type { PostgisReport, ServerName } from './measure-postgis.ts';
import { parts } from './shares.ts';

const names: Readonly<Record<ServerName, string>> = {
  ours: 'ours, as npm start serves it',
  handler: 'our handler in Fastify',
  chosen: 'Fastify and PostGIS',
  prepared: 'the same, rows prepared',
};

/**
 * Largest share of the processors that other programs may use. If they use more, servers wait for processors and lose
 * the contents of processor caches between requests.
 */
const MOST_OTHERS = 0.1;

export function postgisTables(report: PostgisReport): string {
  const { centers, levels, pools, same, compared, shares, profiledMs, othersShare } = report;
  const speeds = tableOf(
    [
      `${centers} centers, nearest 10 with IOP`,
      'connections',
      'a second',
      '÷ PostGIS',
      '÷ prepared',
      'p50 / p99 ms',
      'CPU ms each',
    ],
    levels.flatMap(({ connections, middle, over }) =>
      (Object.keys(names) as ServerName[]).map((name) => [
        names[name],
        connections,
        Math.round(middle[name].perSecond),
        short(over[name].chosen),
        short(over[name].prepared),
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
  const sentences = [
    'PostGIS: a row holds the whole center, so that it serves other questions too. Rows prepared: it holds the answer to this one.',
    `They did best with ${pools.chosen} and ${pools.prepared} connections to the database. All gave the same answer to ${same} of ${compared} questions.`,
    `Other programs used ${percent(othersShare)} of the machine’s processors meanwhile${othersShare > MOST_OTHERS ? ': too much for these numbers to mean anything' : ''}.`,
  ];
  return `${speeds}${sentences.join('\n')}\n\n${where}${spots}`;
}
