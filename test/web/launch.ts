import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const executablePath = '/usr/bin/chromium';
/** Debian's Chromium without a window: a visit takes less than half the processor time. */
const shellPath = '/usr/bin/chromium-headless-shell';

/** Why the browser tests cannot run here; null if they can. */
export const noBrowser = existsSync(executablePath) ? null : `there is no Chromium at ${executablePath}`;

const quiet = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update'];
/** How Chromium starts for a test: without any requests of its own. */
export const quietLaunch = { executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-sync', ...quiet] };

/** Starts a browser without a stored profile, and without a window if that version is installed. */
export function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  const path = existsSync(shellPath) ? shellPath : executablePath;
  return chromium.launch({ executablePath: path, args: [...quietLaunch.args, ...args] });
}
