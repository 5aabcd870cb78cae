import { readPart } from '../../../functions/dataset/device/part-text.ts';
import { type FileList, type ListedFile, readList } from './list.ts';

/** A file does not match the list. */
export class DamagedError extends Error {
  override readonly name = 'DamagedError';
}

/** The current listings no longer have the file: the list must be read again. */
export class GoneError extends Error {
  override readonly name = 'GoneError';
  /** Time until a list without the file can be expected. */
  readonly retryAfterMs: number;

  constructor(path: string, retryAfterMs: number) {
    super(`${path} was replaced`);
    this.retryAfterMs = retryAfterMs;
  }
}

/** The browser functions that downloads use. */
export interface Sending {
  readonly fetch: typeof fetch;
  /** URL of the locator without a closing slash; empty for the page's own origin. */
  readonly site: string;
}

const listTimeoutMs = 8_000;
const fileTimeoutMs = 45_000;
/** Default retry time: as long as caches keep a list. */
const usualRetryMs = 5_000;
const mostRetryMs = 10_000;

/** The current list; a cache in between may be a few seconds behind. */
export function fetchList(sending: Sending, signal: AbortSignal): Promise<FileList> {
  return limited(signal, listTimeoutMs, async (within) => {
    const response = await ask(sending, '/v1/dataset', 'no-cache', within);
    if (!response.ok) throw new Error(`/v1/dataset answered ${response.status}`);
    return readList(await response.json());
  });
}

/**
 * Downloads a file and checks it. The browser keeps it for as long as the server says, in no other storage; a damaged
 * copy is fetched once more, past the caches.
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
 * The file's name is the hash of its text. Browsers only hash on secure pages; elsewhere only the form is checked, by
 * the search.
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

/** Runs with a signal that also aborts after a time. AbortSignal.any and .timeout are younger than many phones. */
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
