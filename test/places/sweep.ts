import { cityTexts, countyTexts, misspelledTexts, type Said, tally } from './state-binding.ts';

// Reads every county and city of the eight states with its state, and misspelled cities, and counts the outcomes: `node
// test/places/sweep.ts`. Fails if any text is answered from another state.
const SEED = 20261129;
const MISSPELLED = 4000;
const SHOWN = 30;

const sweeps: readonly (readonly [string, readonly Said[]])[] = [
  ['counties', countyTexts()],
  ['cities', cityTexts()],
  [`misspelled cities, seed ${SEED}`, misspelledTexts(SEED, MISSPELLED)],
];
for (const [what, texts] of sweeps) {
  const start = performance.now();
  const { counts, astray } = tally(texts);
  const each = (performance.now() - start) / texts.length;
  const shares = Object.entries(counts).map(([outcome, count]) => `${outcome} ${count}`);
  console.log(`${what}: ${texts.length} texts, ${each.toFixed(2)} ms each: ${shares.join(', ')}`);
  const places = new Set(astray.map(({ label }) => label));
  if (astray.length > 0) console.log(`  ${places.size} places astray:`);
  for (const { field, text } of astray.slice(0, SHOWN)) console.log(`  ${field}=${text}`);
  if (astray.length > 0) process.exitCode = 1;
}
