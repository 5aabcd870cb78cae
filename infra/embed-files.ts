import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { framePage } from '../web/embed/frame.ts';
import { readManifest } from '../web/embed/manifest.ts';
import { embedPage } from '../web/embed/page.ts';
import type { Pinned } from '../web/embed/snippets.ts';
import { storyPage } from '../web/embed/story-page.ts';
import { browserBundle } from './browser-bundle.ts';
import { IMMUTABLE_FOLDER } from './locator-files.ts';

export const hasEmbed = (webFolder: string): boolean => existsSync(join(webFolder, 'embed'));

/** Builds the files of `/embed`: the configurator, the framed page, the story, the manifest and scripts. */
export function buildEmbed(outFolder: string, webFolder: string): void {
  const manifest = join(webFolder, 'locator', 'custom-elements.json');
  const element = readManifest(readFileSync(manifest, 'utf8'));
  buildSync({
    ...browserBundle,
    entryPoints: {
      embed: join(webFolder, 'embed', 'embed.ts'),
      frame: join(webFolder, 'embed', 'in-frame.ts'),
      'frame-height': join(webFolder, 'embed', 'frame-height.ts'),
    },
    outdir: join(outFolder, 'embed'),
  });
  cpSync(manifest, join(outFolder, 'embed', 'custom-elements.json'));
  writePage(outFolder, 'embed', embedPage(element, buildPinned(outFolder, webFolder)));
  writePage(outFolder, 'embed/frame', framePage());
  writePage(outFolder, 'embed/story', storyPage());
}

/**
 * Builds the whole finder as one file, with a hash of its content in its name. A website can protect it with an
 * integrity hash. The short entry file imports other files, which such a hash would not cover.
 */
function buildPinned(outFolder: string, webFolder: string): Pinned {
  const folder = join(outFolder, IMMUTABLE_FOLDER);
  const { outputFiles } = buildSync({
    ...browserBundle,
    entryPoints: [join(webFolder, 'locator.ts')],
    outdir: folder,
    entryNames: 'finder-[hash]',
    write: false,
  });
  const [file] = outputFiles;
  if (file === undefined || outputFiles.length > 1) throw new Error('the pinned finder is not one file');
  mkdirSync(folder, { recursive: true });
  writeFileSync(file.path, file.contents);
  const hash = createHash('sha384').update(file.contents).digest('base64');
  const kilobytes = Math.ceil(gzipSync(file.contents, { level: 9 }).length / 1000);
  return { path: `/${IMMUTABLE_FOLDER}/${basename(file.path)}`, integrity: `sha384-${hash}`, kilobytes };
}

function writePage(outFolder: string, address: string, html: string): void {
  mkdirSync(join(outFolder, address), { recursive: true });
  writeFileSync(join(outFolder, address, 'index.html'), html);
}
