import { buildHandler } from '../handler-bundle.ts';
import { buildSite } from '../site-assets.ts';
import { defaultSources } from '../sources.ts';

/** What can be built apart from the template. */
export const parts = ['search', 'publisher', 'site'] as const;
export type Part = (typeof parts)[number];

/** Builds a part as synthesis does. */
export function rebuild(part: Part, outFolder: string): void {
  const { handler, publisher, places, document, web } = defaultSources;
  if (part === 'site') buildSite(outFolder, web);
  else if (part === 'publisher') buildHandler(publisher, outFolder, { 'places.bin': places });
  else buildHandler(handler, outFolder, { 'places.bin': places, 'openapi.json': document });
}

// A process for each build, so that what it imports is read as it is now.
if (import.meta.main) {
  const [part, outFolder = ''] = process.argv.slice(2);
  const known = parts.find((one) => one === part);
  if (known === undefined || outFolder === '') throw new Error(`usage: rebuild ${parts.join('|')} <folder>`);
  try {
    rebuild(known, outFolder);
  } catch (error) {
    // esbuild has printed what is wrong and where; its stack says nothing more.
    if (!(error instanceof Error && 'errors' in error)) throw error;
    process.exitCode = 1;
  }
}
