import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from './launch.ts';

/**
 * Options that save processor time. A test closes a page before V8's optimizing compilers pay off, so they are off.
 * Pages of one context share a process, which has already compiled our scripts and axe.
 */
const frugal = ['--js-flags=--no-opt --no-maglev', '--renderer-process-limit=1'];

interface Visitor {
  readonly context: BrowserContext;
  /** An empty page that keeps the context's process alive. */
  readonly keeper: Page;
  readonly options: BrowserContextOptions;
}

/** Options that a context may have and still be reused after `emptied`. */
const lasting: ReadonlySet<string> = new Set([
  ...['viewport', 'colorScheme', 'reducedMotion', 'locale', 'permissions', 'geolocation'],
]);

/** Each free context keeps a process of about 60 MB. */
const MOST_FREE = 4;

let shared: Promise<Browser> | null = null;
/** `used` has the contexts of this test; `free` has those of earlier tests that were emptied. */
const used = new Set<Visitor>();
const free: Visitor[] = [];

/** The browser of all test files of this process. It ends with the process. */
export function sharedBrowser(): Promise<Browser> {
  shared ??= launchBrowser(frugal);
  return shared;
}

/** The context of a new visitor: no cookie, nothing stored or cached. `closeContexts` takes it back after the test. */
export async function newVisitor(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
  if (browser !== (await shared) || Object.keys(options).some((one) => !lasting.has(one)))
    return browser.newContext(options);
  const at = free.findIndex((one) => JSON.stringify(one.options) === JSON.stringify(options));
  const [kept] = at < 0 ? [] : free.splice(at, 1);
  const visitor = kept ?? (await opened(browser, options));
  used.add(visitor);
  return visitor.context;
}

async function opened(browser: Browser, options: BrowserContextOptions): Promise<Visitor> {
  const context = await browser.newContext(options);
  return { context, keeper: await context.newPage(), options };
}

/** Closes what a test opened in the browser that files share. */
export async function closeContexts(): Promise<void> {
  const browser = await shared;
  const mine = [...used];
  used.clear();
  const keeps = new Set([...mine, ...free].map(({ context }) => context));
  const others = (browser?.contexts() ?? []).filter((context) => !keeps.has(context));
  await Promise.all([...others.map((context) => context.close()), ...mine.map(emptied)]);
}

/** Empties a context for the next test, or closes it if it cannot be emptied. */
async function emptied(visitor: Visitor): Promise<void> {
  const { context, keeper, options } = visitor;
  if (!context.pages().includes(keeper)) return context.close();
  await Promise.all(context.pages().map((page) => (page === keeper ? null : page.close())));
  // A test's fake clock cannot be removed from a context.
  if (!(await keeper.evaluate<boolean>('/native code/.test(String(Date)) && /native code/.test(String(setTimeout))')))
    return context.close();
  await Promise.all([
    context.unrouteAll(),
    context.setOffline(false),
    context.clearCookies(),
    context.clearPermissions(),
  ]);
  const tools = await context.newCDPSession(keeper);
  await tools.send('Network.clearBrowserCache');
  await tools.send('Storage.clearDataForOrigin', { origin: '*', storageTypes: 'all' });
  await tools.detach();
  if (options.permissions !== undefined) await context.grantPermissions(options.permissions);
  await context.setGeolocation(options.geolocation ?? null);
  free.push(visitor);
  if (free.length > MOST_FREE) await free.shift()?.context.close();
}
