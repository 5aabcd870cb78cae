import { readFile } from 'node:fs/promises';
import { PLACEHOLDER_API_ORIGIN, PLACEHOLDER_ORIGIN } from '../../http/placeholder-origin.ts';

/** Where a deployment answers. */
export interface Addresses {
  /** The domain that was asked, without a closing slash. */
  readonly asked: string;
  /** The website's. */
  readonly website: string;
  /** The API's own. */
  readonly gateway: string;
}

/**
 * The OpenAPI document beside this module (`npm run openapi` writes it), for the address that it is served from. Its servers
 * are both domains, the one that was asked first.
 * A bundle carries `openapi.json` beside its own file, which `import.meta.url` then names.
 */
export async function openApiText({ asked, website, gateway }: Addresses): Promise<string> {
  const file = await readFile(new URL('./openapi.json', import.meta.url), 'utf8');
  const document = JSON.parse(file) as { readonly servers: readonly { readonly url: string }[] };
  const urls: Readonly<Record<string, string>> = {
    [PLACEHOLDER_ORIGIN]: website,
    [PLACEHOLDER_API_ORIGIN]: gateway,
  };
  const servers = document.servers
    .map(({ url, ...rest }) => ({ url: urls[url] ?? url, ...rest }))
    .filter(({ url }, index, all) => all.findIndex((one) => one.url === url) === index)
    .sort((a, b) => Number(b.url === asked) - Number(a.url === asked));
  // The file has lines for whoever reviews a change of the contract.
  return JSON.stringify({ ...document, servers }).replaceAll(PLACEHOLDER_ORIGIN, asked);
}
