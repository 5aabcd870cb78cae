import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { encodeOutlines } from './encode-outlines.ts';

/** Builds functions/places/outlines.json. `--check` writes nothing, and fails if the file is out of date. */
const path = fileURLToPath(new URL('../../functions/places/outlines.json', import.meta.url));
const { lines, ...transform } = encodeOutlines();
const rows = lines.map((line) => `    ${JSON.stringify(line)}`).join(',\n');
const text = `${JSON.stringify(transform).slice(0, -1)},"lines":[\n${rows}\n]}\n`;

if (!process.argv.includes('--check')) writeFileSync(path, text);
else if (readFileSync(path, 'utf8') !== text) {
  console.error(`${path} differs from what the installed package gives: run node data/places/build-outlines.ts`);
  process.exitCode = 1;
} else console.log('The committed outlines are exactly these.');
console.log(`${lines.length} lines, ${Buffer.byteLength(text)} bytes`);
