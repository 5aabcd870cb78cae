import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { buildSync } from 'esbuild';
import { SETTINGS_PATH } from '../web/console/sign-in/settings.ts';
import { browserBundle } from './browser-bundle.ts';
import { hasClientPackage, packClient } from './client-package.ts';
import { buildConsole, hasConsole } from './console-files.ts';
import { buildEmbed, hasEmbed } from './embed-files.ts';
import { buildHome, buildLocator, hasLocator, IMMUTABLE_FOLDER, NOT_FOUND } from './locator-files.ts';
import { buildReference } from './reference-pages.ts';

/** True for files of web/ that are sources or documentation, so not part of the site. */
const notServed = (name: string): boolean =>
  name.endsWith('.ts') ||
  name === 'README.md' ||
  // The site's entry in the MCP registry.
  name === 'server.json' ||
  name === 'client' ||
  name === 'console' ||
  name === 'locator' ||
  name === 'mcp-app' ||
  name === 'pages' ||
  name === 'pocket' ||
  name === 'site' ||
  name === 'words' ||
  name.startsWith('tsconfig') ||
  name.startsWith('.');

/**
 * The scripts of the site: the page, the check of providers' files, and the client. Each is bundled with its imports.
 */
const scripts = {
  main: 'main.ts',
  'docs/for-providers/check': 'docs/for-providers/check.ts',
  client: 'client/index.ts',
} as const;

/**
 * Builds the static site into `outFolder`: `main.ts` and its imports become `main.js`, and everything else in the
 * folder is copied. Generates the reference from the OpenAPI document, if the site has one.
 * @param reportTo An email address or an https page where visitors report a wrong fact.
 */
export function buildSite(outFolder: string, webFolder: string, reportTo?: string): void {
  const sources = Object.entries(scripts).map(([name, source]) => [name, join(webFolder, source)] as const);
  buildSync({
    entryPoints: Object.fromEntries(sources.filter(([, source]) => existsSync(source))),
    outdir: outFolder,
    ...browserBundle,
  });
  for (const entry of readdirSync(webFolder, { withFileTypes: true })) {
    if (notServed(entry.name)) continue;
    cpSync(join(webFolder, entry.name), join(outFolder, entry.name), {
      recursive: true,
      filter: (source) => source === join(webFolder, entry.name) || !notServed(source.split(/[/\\]/).at(-1) ?? ''),
    });
  }
  if (existsSync(join(webFolder, 'docs'))) buildReference(outFolder);
  if (hasLocator(webFolder)) buildHome(outFolder, buildLocator(outFolder, webFolder), reportTo);
  if (hasEmbed(webFolder)) buildEmbed(outFolder, webFolder);
  if (hasConsole(webFolder)) buildConsole(outFolder, webFolder);
  if (hasClientPackage(webFolder)) packClient(outFolder, webFolder);
}

/** Facts about a built site that the CDN needs. */
export interface SiteContents {
  /**
   * Paths of the site's files, such as `/docs/index.html`, without the files that have a hash of their content in their
   * names.
   */
  readonly files: readonly string[];
  readonly notFoundHtml: string;
}

/** Reads what the CDN must know about a built site. @param folder Output folder of `buildSite`. */
export function readSiteContents(folder: string): SiteContents {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`)
    .filter((path) => path !== `/${NOT_FOUND}` && !path.startsWith(`/${IMMUTABLE_FOLDER}/`));
  // The console's settings are written later, when the sign-in URL is known.
  files.push(SETTINGS_PATH);
  return { files: files.sort(), notFoundHtml: readFileSync(join(folder, NOT_FOUND), 'utf8') };
}
