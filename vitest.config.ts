import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { testFiles } from './test/support/kinds.ts';

const { unit, long, mocked, engine, browser } = testFiles();

// Workers and the many commands that tests start load the same modules: with compiled code cached, a command starts in
// two thirds of the processor time. Node keys the cache by each file's text.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('node_modules/.cache/compiled', import.meta.url));

export default defineConfig({
  test: {
    reporters: ['default', './test/support/closing-line.ts'],
    setupFiles: ['./test/support/setup.ts'],
    // Ten hours west of UTC: code that splits a date in local time would be a day early here.
    env: { TZ: 'Pacific/Honolulu' },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // A page may need several seconds on a busy machine.
    expect: { poll: { timeout: 15_000 } },
    // Node runs the TypeScript by itself, as the product's commands do: nothing is transformed for each file again.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    projects: [
      // One process for many files, so that modules load once: a test puts back what it changes of its process.
      { extends: true, test: { name: 'unit', include: unit, isolate: false } },
      { extends: true, test: { name: 'long', include: long, isolate: false } },
      // The loader replaces modules for vi.mock, in a process that has not loaded them.
      { extends: true, test: { name: 'mocked', include: mocked, experimental: { nodeLoader: true } } },
      { extends: true, test: { name: 'engine', include: engine, isolate: false } },
      {
        // Modules and the product are the same for all of them: loaded and started once. Files of a worker share a browser.
        extends: true,
        test: { name: 'browser', include: browser, isolate: false, globalSetup: './test/web/shared-site.ts' },
      },
    ],
  },
});
