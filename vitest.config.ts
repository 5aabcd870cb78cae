import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { testFiles } from './test/support/kinds.ts';

const { unit, long, engine, browser } = testFiles();

// Workers and the many commands that tests start load the same modules: compiled once, a command starts in two thirds of the
// processor time. Node keys what it keeps by the text of each file.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('node_modules/.cache/compiled', import.meta.url));

export default defineConfig({
  test: {
    reporters: ['default', './test/support/closing-line.ts'],
    setupFiles: ['./test/support/setup.ts'],
    // Ten hours west of Greenwich: whatever takes a date apart in local time is a day early here.
    env: { TZ: 'Pacific/Honolulu' },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // What a page shows after a moment may take several on a busy machine.
    expect: { poll: { timeout: 15_000 } },
    projects: [
      // One process for many files: they start nothing, so there is nothing to keep apart, and modules load once.
      { extends: true, test: { name: 'unit', include: unit, isolate: false } },
      { extends: true, test: { name: 'long', include: long, isolate: false } },
      { extends: true, test: { name: 'engine', include: engine } },
      {
        // Modules and the product are the same for all of them: loaded and started once. Each file has a browser of its own.
        extends: true,
        test: { name: 'browser', include: browser, isolate: false, globalSetup: './test/web/shared-site.ts' },
      },
    ],
  },
});
