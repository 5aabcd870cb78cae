import { stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { type Directory, readWorkbook } from './workbook.ts';

/** Memory limit in MB for reading one workbook. The largest so far needs less than half of it. */
const megabytes = 384;

/**
 * A file of at most this many bytes is read without a thread of its own. Compression makes nothing more than 1,032
 * times smaller, so such a file contains at most 9 MB, and starting a thread takes 20 times as long as reading it.
 */
const smallBytes = 9_000;

/**
 * Reads a workbook, unless it is small, in its own thread. The library that unpacks it briefly uses about 300 MB. A
 * thread frees its memory when it ends, so importing several workbooks needs no more than importing one.
 * @throws like `readWorkbook`, and if the memory limit is too low.
 */
export async function readApart(path: string, options: Parameters<typeof readWorkbook>[1]): Promise<Directory> {
  // If the file is missing, `readWorkbook` throws the error that says so.
  const size = await stat(path).then(
    (file) => file.size,
    () => 0,
  );
  return size <= smallBytes ? readWorkbook(path, options) : readInThread(path, options);
}

function readInThread(path: string, options: Parameters<typeof readWorkbook>[1]): Promise<Directory> {
  const { year, states } = options;
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), {
      workerData: { path, year, states: [...states] },
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    worker.once('message', (directory: Directory) => resolve(directory));
    worker.once('error', (error: Error & { code?: string }) => {
      const reason = `"${path}" needs more than ${megabytes} MB to be read: split it into smaller files`;
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Error(reason, { cause: error }) : error);
    });
    worker.once('exit', () => reject(new Error(`"${path}" could not be read`)));
  });
}
