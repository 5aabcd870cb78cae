import { readFile } from 'node:fs/promises';
import { PLACEHOLDER_ORIGIN } from '../../http/placeholder-origin.ts';

/**
 * The OpenAPI document beside this module (`npm run openapi` writes it), for the address that it is served from.
 * A bundle carries `openapi.json` beside its own file, which `import.meta.url` then names.
 * @param publicUrl Without a closing slash.
 */
export async function openApiText(publicUrl: string): Promise<string> {
  const text = await readFile(new URL('./openapi.json', import.meta.url), 'utf8');
  // The file has lines for whoever reviews a change of the contract.
  return JSON.stringify(JSON.parse(text)).replaceAll(PLACEHOLDER_ORIGIN, publicUrl);
}
