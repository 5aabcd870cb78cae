import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { stateCodes } from '../../functions/domain/state.ts';
import { countiesOf, outlines } from './outlines.ts';
import { townsOf } from './towns.ts';

/**
 * Writes the outlines that the finder's map draws, as JSON modules, and prints their sizes.
 * `--check` writes nothing and fails if a file is not what would be written.
 */
const folder = new URL('../../web/locator/map/data/', import.meta.url);
const isCheck = process.argv.includes('--check');

const files = new Map<string, unknown>([
  ['outlines', outlines()],
  ...stateCodes.map((state) => [state, { counties: countiesOf(state), towns: townsOf(state) }] as const),
]);
for (const [name, content] of files) {
  const path = fileURLToPath(new URL(`${name}.json`, folder));
  const text = `${JSON.stringify(content, null, 2)}\n`;
  if (!isCheck) writeFileSync(path, text);
  else if (readFileSync(path, 'utf8') !== text) {
    console.error(`${path} differs from what the installed packages give: run npm run map`);
    process.exitCode = 1;
  }
  const bytes = gzipSync(JSON.stringify(content), { level: 9 }).length;
  console.log(`${String(bytes).padStart(6)} bytes gzipped  ${name}`);
}
