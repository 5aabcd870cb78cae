import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { bounds } from '../functions/http/bounds.ts';
import { problemKinds } from '../functions/http/problem-kinds.ts';
import { MOST_BODY_BYTES } from '../functions/http/request.ts';
import { PREFLIGHT_SECONDS, publicSent } from '../functions/http/sent-headers.ts';
import type { ApiDocument } from '../web/docs/document.ts';
import { EXAMPLE_PATH, providersPage } from '../web/docs/for-providers/page.ts';
import type { Facts } from '../web/docs/guides/facts.ts';
import { docsSite } from '../web/docs/pages/site.ts';
import { browserBundle } from './browser-bundle.ts';
import { ADDRESS_LIMIT, planLimits, retryAfter, WINDOW_SECONDS } from './limits.ts';

const documentFile = new URL('../functions/api/service/openapi.json', import.meta.url);
const scriptFile = fileURLToPath(new URL('../web/docs/script/script.ts', import.meta.url));

/** A provider's file with fictional content, for the reference. */
const exampleFile = new URL('../data/treatment-programs.json', import.meta.url);

export const readDocument = (): ApiDocument => JSON.parse(readFileSync(documentFile, 'utf8'));

/**
 * Collects facts about the running system for the guides, from the code and the API's document.
 * @throws Error if the document lacks one
 */
export function docsFacts({ paths, components }: ApiDocument): Facts {
  const limit = paths['/v1/centers']?.get?.parameters?.find(({ name }) => name === 'limit')?.schema;
  const exposed = components.headers['Access-Control-Expose-Headers']?.example;
  const faults = Object.values(components.responses)
    .flatMap(({ content = {} }) => Object.values(content))
    .flatMap(({ examples = {} }) => Object.values(examples).map(({ value }) => value))
    .find((value) => ((value as { errors?: readonly unknown[] }).errors?.length ?? 0) > 1);
  if (limit?.maximum === undefined || limit.default === undefined || exposed === undefined || faults === undefined)
    throw new Error('the OpenAPI document lacks the bounds of `limit`, the exposed headers, or several faults at once');
  return {
    plans: planLimits,
    address: { requests: ADDRESS_LIMIT, minutes: WINDOW_SECONDS / 60 },
    retryAfter,
    bodyBytes: MOST_BODY_BYTES,
    bounds,
    cors: { sent: publicSent, exposed: String(exposed), preflightSeconds: PREFLIGHT_SECONDS },
    limit: { most: limit.maximum, usual: Number(limit.default) },
    problems: problemKinds,
    faults,
  };
}

/**
 * Writes the API's reference to `docs/`, and a page for each kind of problem to `problems/`: static HTML, its Markdown
 * version, and the script with the index for the search of the pages.
 */
export function buildReference(outFolder: string): void {
  const document = readDocument();
  const { html, markdown, entries } = docsSite(document, docsFacts(document));
  for (const [address, text] of html) write(outFolder, `${address}/index.html`, text);
  for (const [address, text] of markdown) write(outFolder, `${address}.md`, text);
  write(outFolder, 'docs/for-providers/index.html', providersPage('en'));
  write(outFolder, 'docs/for-providers/es/index.html', providersPage('es'));
  copyFileSync(exampleFile, join(outFolder, EXAMPLE_PATH));
  buildSync({
    entryPoints: { script: scriptFile },
    outdir: join(outFolder, 'docs'),
    define: { DOCS_ENTRIES: JSON.stringify(entries) },
    ...browserBundle,
  });
}

function write(outFolder: string, address: string, text: string): void {
  const file = join(outFolder, address);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
