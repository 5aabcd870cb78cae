import { buildHandler } from '../handler-bundle.ts';
import { buildSite } from '../site-assets.ts';
import { defaultSources } from '../sources.ts';

/** The parts that can be built without synthesizing the template again. */
export const parts = ['search', 'publisher', 'site'] as const;
export type Part = (typeof parts)[number];

/** Builds a part in the same way as synthesis. */
export function rebuild(part: Part, outFolder: string): void {
  const { handler, publisher, places, document, web } = defaultSources;
  if (part === 'site') buildSite(outFolder, web);
  else if (part === 'publisher') buildHandler(publisher, outFolder, { 'places.bin': places });
  else buildHandler(handler, outFolder, { 'places.bin': places, 'openapi.json': document });
}

// Each build runs this file in a new process, so that imported files are read again.
if (import.meta.main) {
  const [part, outFolder = ''] = process.argv.slice(2);
  const known = parts.find((one) => one === part);
  if (known === undefined || outFolder === '') throw new Error(`usage: rebuild ${parts.join('|')} <folder>`);
  try {
    rebuild(known, outFolder);
  } catch (error) {
    // esbuild has already printed the error and its position in the source, so a stack trace adds nothing.
    if (!(error instanceof Error && 'errors' in error)) throw error;
    process.exitCode = 1;
  }
}
