import { readPart } from '../../../functions/dataset/device/part-text.ts';
import { type FileList, type ListedFile, readList } from './list.ts';

/** A downloaded file cannot be read, or does not match its entry in the list of files. */
export class DamagedError extends Error {
  override readonly name = 'DamagedError';
}

/** The server no longer has this file of the listings, so the list of files must be read again. */
export class GoneError extends Error {
  override readonly name = 'GoneError';
  /** Time after which the server should have a new list that no longer names the missing file. */
  readonly retryAfterMs: number;

  constructor(path: string, retryAfterMs: number) {
    super(`${path} was replaced`);
    this.retryAfterMs = retryAfterMs;
  }
}

/** What downloads need from the browser. */
export interface Sending {
  readonly fetch: typeof fetch;
  /** URL of the locator without a closing slash; empty for the page's own origin. */
  readonly site: string;
}

const listTimeoutMs = 8_000;
const fileTimeoutMs = 45_000;
/** Default wait before a retry: equal to the time that a cache may keep the list. */
const usualRetryMs = 5_000;
const mostRetryMs = 10_000;

/** Reads the current list of files. A cache between browser and server may delay it by a few seconds. */
export function fetchList(sending: Sending, signal: AbortSignal): Promise<FileList> {
  return limited(signal, listTimeoutMs, async (within) => {
    const response = await ask(sending, '/v1/dataset', 'no-cache', within);
    if (!response.ok) throw new Error(`/v1/dataset answered ${response.status}`);
    return readList(await response.json());
  });
}

/**
 * Downloads a file and checks it. The browser may keep the file in its HTTP cache, as the server's headers say, but
 * nowhere else. A damaged copy is downloaded once more without that cache.
 * @throws GoneError, DamagedError, and what fetch throws
 */
export async function fetchFile(sending: Sending, file: ListedFile, signal: AbortSignal): Promise<string> {
  try {
    return await fetchOnce(sending, file, 'default', signal);
  } catch (error) {
    if (!(error instanceof DamagedError)) throw error;
    return fetchOnce(sending, file, 'reload', signal);
  }
}

async function fetchOnce(sending: Sending, file: ListedFile, cache: RequestCache, signal: AbortSignal) {
  const text = await limited(signal, fileTimeoutMs, async (within) => {
    const response = await ask(sending, file.path, cache, within);
    if (response.status === 410) throw new GoneError(file.path, retryMs(response.headers.get('retry-after')));
    if (!response.ok) throw new Error(`${file.path} answered ${response.status}`);
    return response.text();
  });
  if (file.centers === null) await checkPlaces(text, file);
  else checkPart(text, file);
  return text;
}

function ask({ fetch, site }: Sending, path: string, cache: RequestCache, signal: AbortSignal): Promise<Response> {
  return fetch(`${site}${path}`, { cache, credentials: 'omit', referrerPolicy: 'no-referrer', signal });
}

function checkPart(text: string, { path, centers }: ListedFile): void {
  const found = rowsOf(text, path);
  if (found !== centers) throw new DamagedError(`${path} has ${found} centers instead of ${centers}`);
}

function rowsOf(text: string, path: string): number {
  try {
    return readPart(text).rows.length;
  } catch (cause) {
    throw new DamagedError(`${path} cannot be read`, { cause });
  }
}

/**
 * Compares the file of places with its name, which is the hash of its text. Browsers compute hashes only on secure
 * pages (HTTPS); on other pages, the file's format is still checked when the engine reads it.
 */
async function checkPlaces(text: string, { path }: ListedFile): Promise<void> {
  const { subtle } = globalThis.crypto ?? {};
  if (subtle === undefined) return;
  const hash = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text))).subarray(0, 16);
  const name = btoa(String.fromCharCode(...hash)).replace(/[+/=]/g, (sign) => ({ '+': '-', '/': '_' })[sign] ?? '');
  if (!path.endsWith(`/${name}`)) throw new DamagedError(`${path} does not have the hash in its name`);
}

function retryMs(seconds: string | null): number {
  return seconds !== null && /^\d+$/.test(seconds) ? Math.min(Number(seconds) * 1_000, mostRetryMs) : usualRetryMs;
}

/**
 * Runs a function with a signal that also aborts after a time. Many phones lack AbortSignal.any and
 * AbortSignal.timeout.
 */
async function limited<Value>(
  signal: AbortSignal,
  ms: number,
  run: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  signal.throwIfAborted();
  const controller = new AbortController();
  const abort = () => controller.abort(signal.reason);
  const timer = setTimeout(() => controller.abort(), ms);
  signal.addEventListener('abort', abort);
  try {
    return await run(controller.signal);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}
