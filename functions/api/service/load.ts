import { readFile } from 'node:fs/promises';
import { PLACEHOLDER_API_ORIGIN, PLACEHOLDER_ORIGIN } from '../../http/placeholder-origin.ts';

/** URLs at which a deployment answers. */
export interface Addresses {
  /** URL on the requested domain, without a closing slash. */
  readonly asked: string;
  /** URL on the website's domain. */
  readonly website: string;
  /** URL on the API's own domain. */
  readonly gateway: string;
}

/**
 * The OpenAPI document in this folder (`npm run openapi` writes it), with the deployment's URLs. Its servers are both
 * domains, the requested one first. In a bundle, `openapi.json` is beside the bundle, so `import.meta.url` still finds
 * it.
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
  // The stored file has line breaks so that people can review changes of the contract.
  return JSON.stringify({ ...document, servers }).replaceAll(PLACEHOLDER_ORIGIN, asked);
}
