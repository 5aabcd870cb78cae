/**
 * Measures the reading function's answer to the agents' lists over all listings: requests to the table, round trips and
 * milliseconds. Measures the first answer of a new container, the second answer, and an answer after one fact was
 * recorded. `npm run bench:worklist -- --data data/centers`
 */
import { parseArgs } from 'node:util';
import { loadRecords } from '../../data/records/load.ts';
import { startIssuer } from '../agent/issuer.ts';
import { serveAgents } from '../agent/serve.ts';

const { values } = parseArgs({ options: { data: { type: 'string', default: 'data/centers' } } });
const records = await loadRecords(values.data);
const issuer = await startIssuer();
const token = () => issuer.token({ 'cognito:groups': ['lead'] });
const paths = ['worklist?state=AZ', 'worklist', 'worklist?level=iop', 'progress', 'codes'];
try {
  const served = await serveAgents(issuer, records);
  console.log(`${records.length} centers`);
  console.log(row('', 'status', 'requests', 'round trips', 'items', 'ms'));
  for (const when of ['new container', 'again', 'after a fact']) {
    if (when === 'after a fact') await record();
    for (const path of paths) {
      served.lines.length = 0;
      const before = performance.now();
      const { status } = await served.ask(`/v1/agent/${path}`, token());
      const ms = performance.now() - before;
      const { requests, roundTrips, items } = served.lines[0] ?? { requests: 0, roundTrips: 0, items: 0 };
      console.log(row(`${when}: ${path}`, ...[status, requests, roundTrips, items, Math.round(ms)].map(String)));
    }
  }

  /** An agent confirms one offering, and the container reads the change. */
  async function record(): Promise<void> {
    const [one] = records.filter(({ offerings }) => offerings.length > 0);
    const [offering] = one?.offerings ?? [];
    const target = `/v1/agent/centers/${one?.center.id}/offerings/${offering?.id}/facts`;
    const { status, body } = await served.put(target, token(), { facts: { level: 'yes' } });
    if (status !== 200) throw new Error(`recording answered ${status}: ${body}`);
    served.pass(6_000);
  }
} finally {
  await issuer.close();
}

function row(name: string, ...cells: readonly string[]): string {
  return name.padEnd(34) + cells.map((cell) => cell.padStart(12)).join('');
}
