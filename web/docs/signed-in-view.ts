import type { Operation } from './document.ts';
import { type Html, html } from './html.ts';

/** A request that needs an access token, as a command: the page holds no token, so it sends none. */
export function signedInView(
  method: string,
  target: string,
  { operationId, parameters = [], requestBody }: Operation,
): Html {
  const headers = parameters
    .filter(({ in: place, required }) => place === 'header' && required)
    .map(({ name, example }) => `-H '${name}: ${String(example)}'`);
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}"$LOCATOR${target}"`,
    '-H "Authorization: Bearer $TOKEN"',
    ...headers,
    ...(requestBody === undefined ? [] : ["-H 'Content-Type: application/json'", '-d @body.json']),
  ];
  const command = lines.join(' \\\n  ');
  return html`
    <p>Needs an access token. On this machine, <code>npm run -s token -- agent</code> prints one.</p>
    <pre tabindex="0" role="region" aria-label="${operationId} as a command"><code>${command}</code></pre>`;
}
