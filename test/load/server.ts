import { startLocal } from '../../infra/local/start-local.ts';

/** The whole locator in a separate process: reports its URL, and its memory on request. */
const [data, assembly] = process.argv.slice(2);
const local = await startLocal({ ...(data && { data }), ...(assembly && { assembly }), log: () => {} });
process.on('message', (message) => {
  if (message === 'memory') {
    globalThis.gc?.();
    process.send?.({ rss: process.memoryUsage.rss() });
  }
});
process.once('disconnect', () => void local.close().then(() => process.exit(0)));
process.send?.({ url: local.url });
