import { Worker } from 'node:worker_threads';
import type { Listing } from './listing.ts';
import type { readWorkbook } from './workbook.ts';

/** Most that reading one workbook may take; the largest so far needs less than half. */
const megabytes = 384;

/**
 * Reads a workbook in a thread of its own. The library that unpacks it takes some 300 MB for a while, and a thread gives its memory
 * back when it ends, so that an import of several workbooks needs no more than one of them.
 * @throws as `readWorkbook` does, and when the memory does not suffice.
 */
export function readApart(path: string, options: Parameters<typeof readWorkbook>[1]): Promise<Listing[]> {
  const { year, states } = options;
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), {
      workerData: { path, year, states: [...states] },
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    worker.once('message', (listings: Listing[]) => resolve(listings));
    worker.once('error', (error: Error & { code?: string }) => {
      const reason = `"${path}" needs more than ${megabytes} MB to be read: give it in parts`;
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Error(reason, { cause: error }) : error);
    });
    worker.once('exit', () => reject(new Error(`"${path}" could not be read`)));
  });
}
