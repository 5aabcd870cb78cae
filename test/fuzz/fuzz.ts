import { parseArgs } from 'node:util';
import { places } from '../../functions/places/load.ts';
import { listingLike } from '../support/listing-like.ts';
import { records } from '../support/real-records.ts';
import { MOST_PAGES } from './checks.ts';
import { fuzz } from './run.ts';

const help = `npm run fuzz -- [options]

Asks the API as it is served (the synthesized CDN and gateway before the handler, in one process, pages not cached) seeded
requests of all its faces (JSON, FHIR, HSDS, MCP) made of its OpenAPI document, right and wrong ones, and checks every answer: no 5xx, nothing of the inside, what
the document says, Cache-Control by what was asked, no answer without a key where one is needed, at most ${MOST_PAGES} pages read.
Prints the answers by status and by route with sizes, times and pages read. Exits with 1 if anything was wrong.

Options:
  --requests N   how many (100000)
  --seed N       of the requests and of the made-up centers (1)
  --made-up N    made-up centers that look like the listings, beside the sample's own (5428)
  --help         this text
`;

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    'made-up': { type: 'string', default: '5428' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

async function main(): Promise<void> {
  const seed = wholeNumber('seed');
  const all = [...records, ...listingLike(seed, wholeNumber('made-up'), places())];
  const requests = wholeNumber('requests');
  process.stderr.write(`${all.length} centers, ${requests} requests, seed ${seed}\n`);
  const step = Math.max(1_000, Math.round(requests / 20));
  const progress = (done: number): void => {
    if (done % step === 0) process.stderr.write(`  ${done} of ${requests}\n`);
  };
  const { tally, faults, faultCount } = await fuzz({ records: all, requests, seed, progress });
  const share = (100 * tally.found) / tally.total;
  console.log(`${tally}\n${tally.total} answers, ${share.toFixed(1)} % of them 2xx, ${faultCount} faults`);
  for (const fault of faults) console.log(`\n${fault}`);
  if (faultCount > 0 || share < 20) process.exitCode = 1;
}

function wholeNumber(name: 'requests' | 'seed' | 'made-up'): number {
  if (/^\d{1,9}$/.test(values[name])) return Number(values[name]);
  throw new Error(`--${name} must be a whole number, not "${values[name]}"`);
}

if (values.help) process.stdout.write(help);
else await main();
