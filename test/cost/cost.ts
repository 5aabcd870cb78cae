import { parseArgs } from 'node:util';
import { idleCostText } from '../../infra/idle-cost.ts';
import { others, prices, pricesOf } from '../../infra/prices.ts';
import { apiCost, type CostLine, deviceCost, sumOf, tieredCost } from '../../infra/search-cost.ts';
import { measureUse } from './measure.ts';

const usage = `Usage: npm run cost -- [options]

Says what searches cost in a month: idle, through the API with and without hits of the CDN, on the visitors' devices, and
what others charge for as many. Read units, bytes and time are measured now, over the data; prices are list prices with
their sources.

  --searches <n>   a month, such as 1e6          (default: 1e6)
  --hits <share>   of searches that the CDN answers, 0 to 1 (default: 0.5)
  --data <path>    a file or folder of records   (default: LOCATOR_DATA, else data/centers)
  --measure <n>    searches that are measured    (default: 300)
  -h, --help
`;

const { values } = parseArgs({
  options: {
    searches: { type: 'string', default: '1e6' },
    hits: { type: 'string', default: '0.5' },
    data: { type: 'string', default: process.env.LOCATOR_DATA ?? 'data/centers' },
    measure: { type: 'string', default: '300' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const [searches, hits, measured] = [values.searches, values.hits, values.measure].map(Number) as [
  number,
  number,
  number,
];
const faults = [
  ...(Number.isSafeInteger(searches) && searches > 0 ? [] : ['--searches is a whole number above 0, such as 1e6']),
  ...(hits >= 0 && hits <= 1 ? [] : ['--hits is a share from 0 to 1']),
  ...(Number.isSafeInteger(measured) && measured > 0 ? [] : ['--measure is a whole number above 0']),
];
if (values.help) process.stdout.write(usage);
else if (faults.length > 0) {
  process.stderr.write(`${faults.join('\n')}\n\n${usage}`);
  process.exitCode = 2;
} else await print();

async function print(): Promise<void> {
  const { centers, search, device } = await measureUse(values.data, measured);
  const dollars = (amount: number): string => `$${amount.toFixed(2)}`.padStart(12);
  const block = (title: string, lines: readonly CostLine[]): void => {
    console.log(`\n${title.padEnd(52)}${dollars(sumOf(lines))}`);
    for (const { what, dollars: amount } of lines) console.log(`  ${what.padEnd(50)}${dollars(amount)}`);
  };
  console.log(
    `${searches.toLocaleString('en-US')} searches a month over ${centers.toLocaleString('en-US')} centers. Measured, on average:`,
  );
  console.log(
    `  ${search.readUnits.toFixed(2)} read units, ${search.handlerMs.toFixed(1)} ms at ${search.memoryMb} MB, ${Math.round(search.answerBytes).toLocaleString('en-US')} bytes to the visitor`,
  );
  console.log(
    `  a device downloads ${device.files} files, ${Math.round(device.bytes / 1000)} kB, for ${device.searches} searches`,
  );
  const idle = Number(/about ([\d.]+) USD a month/.exec(idleCostText)?.[1]);
  console.log(`\n${'idle, whoever searches'.padEnd(52)}${dollars(idle)}`);
  block('through the API, the CDN answers none', apiCost(searches, search, 0));
  block(`through the API, the CDN answers ${Math.round(hits * 100)} %`, apiCost(searches, search, hits));
  block('on the visitors’ devices', deviceCost(searches, device));
  console.log('\nthe same number of searches elsewhere');
  for (const { name, tiers, source } of others)
    console.log(`  ${name.padEnd(50)}${dollars(tieredCost(searches, tiers))}  ${source}`);
  console.log(`\nList prices of ${pricesOf}, without free tiers of the account; Algolia and Google include theirs:`);
  for (const { dollars: amount, unit, source } of Object.values(prices))
    console.log(`  $${String(amount).padEnd(8)} a ${unit.padEnd(46)} ${source}`);
}
