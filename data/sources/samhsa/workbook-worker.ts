import { parentPort, workerData } from 'node:worker_threads';
import { readWorkbook } from './workbook.ts';

const { path, year, states } = workerData as { path: string; year: number | undefined; states: readonly string[] };
parentPort?.postMessage(await readWorkbook(path, { year, states: new Set(states) }));
