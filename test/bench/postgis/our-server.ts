import { startLocal } from '../../../infra/local/start-local.ts';
import { type Profiling, startProfiling } from './profiling.ts';

/** Serves the locator in a separate process, and profiles all its threads on request. */
const local = await startLocal({ data: process.argv[2] ?? '', log: () => {} });
let profiling: Profiling | undefined;
process.on('message', async (message) => {
  if (message === 'profile') {
    profiling = await startProfiling();
    process.send?.({ started: true });
  } else if (message === 'profiled') {
    process.send?.({ profiles: await profiling?.stop() });
  }
});
process.once('disconnect', () => void local.close().then(() => process.exit(0)));
process.send?.({ url: local.url });
