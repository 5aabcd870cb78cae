import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { assembleTable } from './assemble.ts';

/**
 * Builds functions/places/places.bin from the installed packages and prints a report. `--check` writes nothing, and
 * fails if the file is out of date.
 */
const path = fileURLToPath(new URL('../../functions/places/places.bin', import.meta.url));
const NAMED = 12;

const { bytes, account } = assembleTable();
for (const [what, count] of Object.entries(account.counts)) console.log(`${String(count).padStart(9)}  ${what}`);
for (const [reason, meaning] of [
  ['census', 'the Census point'],
  ['city', "the city's point, since their own was far from it and no Census point of a similar number was near"],
  ['outside', "the city's point, since their own was outside the state"],
] as const) {
  const group = account.corrections.filter((correction) => correction.reason === reason);
  console.log(`\n${group.length} ZIPs got ${meaning}. The farthest moved:`);
  for (const { label, miles } of group.toSorted((a, b) => b.miles - a.miles).slice(0, NAMED))
    console.log(`  ${label}: ${miles.toFixed(1)} mi`);
}
console.log(`\nPopulations not believed: ${account.disbelieved.join('; ')}`);

if (!process.argv.includes('--check')) writeFileSync(path, bytes);
else if (!readFileSync(path).equals(bytes)) {
  console.error(`${path} differs from what the installed packages give: run node data/places/build.ts`);
  process.exitCode = 1;
} else console.log('The committed table is exactly this.');
