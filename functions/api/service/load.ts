import { readFile } from 'node:fs/promises';

/** In the document's file wherever an address of this deployment belongs; no real domain can have this name. */
export const PLACEHOLDER_ORIGIN = 'https://locator.example';

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
