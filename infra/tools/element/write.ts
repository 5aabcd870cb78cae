import { writeFileSync } from 'node:fs';
import { manifestFile, manifestText } from './manifest.ts';

/** Writes `custom-elements.json`, the documentation of `<program-locator>`, from the element's own tables. */
const text = manifestText();
writeFileSync(manifestFile, text);
console.log(`web/locator/custom-elements.json: ${text.length} characters`);
