import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { purposes, roomImports } from './imports.ts';
import { architecture } from './picture.ts';

/** `npm run architecture`: draws `.github/architecture.svg` from the imports of the files. */
const svg = architecture(await roomImports(), purposes());
writeFileSync(fileURLToPath(new URL('../../../.github/architecture.svg', import.meta.url)), svg);
console.log(`.github/architecture.svg: ${Buffer.byteLength(svg)} bytes`);
