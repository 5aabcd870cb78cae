import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Progress } from './progress.ts';
import { measureSize, type SizePlan, type SizeReport } from './size.ts';

/** A million records as objects need more than Node's default limit. */
const HEAP_MB = 8_000;

type Message = { readonly progress: string } | { readonly report: SizeReport };

/** Measures one size in a separate thread, so that its memory is measured separately and released. */
export function measureInWorker(plan: SizePlan, progress: Progress): Promise<SizeReport> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), {
      workerData: plan,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 64 },
    });
    worker.on('message', (message: Message) => {
      if ('progress' in message) progress(message.progress);
      else resolve(message.report);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`the worker ended with ${code} before it reported`)));
  });
}

if (!isMainThread) {
  const say = (message: Message): void => parentPort?.postMessage(message);
  say({ report: await measureSize(workerData as SizePlan, (text) => say({ progress: text })) });
}
