import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { stateNames } from '../../../functions/domain/state.ts';
import { atlasPage } from '../../../web/atlas/page.ts';
import { atlasFile } from './atlas-file.ts';
import type { Survey } from './survey.ts';

const web = (path: string): string => fileURLToPath(new URL(`../../../web/${path}`, import.meta.url));
const common = {
  bundle: true,
  write: false,
  minify: true,
  charset: 'utf8',
  target: 'es2022',
  logLevel: 'error',
} as const;

/**
 * Makes the whole page as one HTML file.
 * @param sources Names of the listings with their date.
 */
export async function makePage(survey: Survey, sources: readonly string[]): Promise<string> {
  const css = await bundled({ entryPoints: [web('atlas/atlas.css')] });
  const script = await bundled({ entryPoints: [web('atlas/main.ts')], format: 'esm', platform: 'browser' });
  if (/url\((?!"?data:)/.test(css)) throw new Error('the styles load a file');
  // The script is placed inside HTML, where a parser would end it at these texts.
  if (/<\/script|<!--/i.test(script)) throw new Error('the script has text that ends a script');
  return atlasPage({
    states: survey.states.map((state) => stateNames[state]),
    zips: survey.zips.length,
    centers: survey.centers.length,
    ...{ sources, css, script },
    file: JSON.stringify(await atlasFile(survey)),
    hashes: { css: hash(css), script: hash(script) },
  });
}

async function bundled(what: Parameters<typeof build>[0]): Promise<string> {
  const { outputFiles } = await build({ ...common, ...what, write: false });
  return (outputFiles[0]?.text ?? '').trim();
}

const hash = (text: string): string => createHash('sha256').update(text).digest('base64');
