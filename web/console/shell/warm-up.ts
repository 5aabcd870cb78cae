import { emptyQuery } from '../engine/found.ts';
import { lookup } from '../engine/lookup.ts';
import type { Source } from '../engine/source.ts';
import { firstTexts, warmingTexts } from '../engine/warming.ts';

/**
 * Runs the slow first lookups of newly opened listings, so that the agent's lookups are fast. Two run at once, because
 * they make the engine build its name index; the others run while the page is idle. The first lookup of each kind takes
 * up to 300 ms.
 * @param isCurrent Returns false once newer listings have replaced these
 */
export function warmUp(source: Source, isCurrent: () => boolean): void {
  for (const text of firstTexts) lookup({ ...emptyQuery, text }, source);
  warmIdle(source, warmingTexts, isCurrent);
}

function warmIdle(source: Source, [text, ...others]: readonly string[], isCurrent: () => boolean): void {
  if (text === undefined) return;
  const run = () => {
    if (!isCurrent()) return;
    lookup({ ...emptyQuery, text }, source);
    warmIdle(source, others, isCurrent);
  };
  // Runs when the browser is idle; in browsers that cannot tell, after 50 ms.
  if ('requestIdleCallback' in window) requestIdleCallback(run);
  else setTimeout(run, 50);
}
