import { z } from 'zod';
import { deviceLocator } from '../../../functions/device/device-locator.ts';
import { download } from '../../../web/locator/device/download.ts';
import { readVocabulary } from '../../../web/locator/read/read-vocabulary.ts';
import { SearchProblem } from '../../../web/locator/read/search-problem.ts';
import type { Files } from '../../../web/pocket/files.ts';
import { PocketError } from './error.ts';

/** A locator to read from: a running one, or the handler over records in memory. */
export interface Locator {
  readonly fetch: typeof fetch;
  /** URL without a closing slash; empty for the handler in memory. */
  readonly url: string;
  readonly progress: (line: string) => void;
}

/** The answers of a locator as a pocket stores them, and facts about the listings in them. */
export interface Listings {
  readonly files: Files;
  /** The day on which the listings were published, in UTC, such as `2026-11-29`. */
  readonly asOf: string;
  readonly centers: number;
  readonly states: readonly string[];
}

/** Maximum size of the listings in bytes; more is too much for a phone. Today's listings take less than a tenth. */
const MOST_BYTES = 8_000_000;
const TIMEOUT_MS = 15_000;

const datasetSchema = z.object({
  version: z.string().min(1).max(100),
  publishedAt: z.iso.datetime(),
  centers: z.int().min(1, 'has no centers'),
});
const taxonomySchema = z.object({ dataset: z.object({ version: z.string() }) });
const statesSchema = z.object({
  states: z.array(z.object({ code: z.string(), name: z.string(), centers: z.int().min(0) })).min(1),
});

/**
 * Reads everything that a pocket contains. Then opens it as a device would, to make sure that it can be searched.
 * @throws PocketError
 */
export async function readListings({ fetch, url, progress }: Locator): Promise<Listings> {
  const { list, texts } = await downloaded({ fetch, url, progress });
  const dataset = checked('/v1/dataset', datasetSchema, list.dataset);
  const [states, taxonomy] = [await read(fetch, url, '/v1/states'), await read(fetch, url, '/v1/taxonomy')];
  const listed = checked('/v1/states', statesSchema, states).states.filter((one) => one.centers > 0);
  const named = checked('/v1/taxonomy', taxonomySchema, taxonomy).dataset;
  const sum = listed.reduce((all, one) => all + one.centers, 0);
  // The versions may differ even if nothing changed just now: caches may keep an answer about earlier listings for some
  // minutes.
  if (named.version !== dataset.version || sum !== dataset.centers)
    throw new PocketError('The listings changed while they were read. Run the command again in some minutes.');
  open(list.dataset, [...texts.values()], taxonomy);
  const files = new Map([
    ['/v1/dataset', JSON.stringify(list.dataset)],
    ['/v1/states', JSON.stringify(states)],
    ['/v1/taxonomy', JSON.stringify(taxonomy)],
    ...texts,
  ]);
  const asOf = dataset.publishedAt.slice(0, 10);
  return { files, asOf, centers: dataset.centers, states: listed.map(({ code }) => code) };
}

async function downloaded({ fetch, url, progress }: Locator) {
  const how = {
    fetch,
    site: url,
    mostBytes: MOST_BYTES,
    before: () => progress('Reading the listings …'),
    progress: () => undefined,
    wait: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
  };
  try {
    return await download(how, new Map(), new AbortController().signal);
  } catch (error) {
    if (!(error instanceof SearchProblem)) throw error;
    throw new PocketError(reasons[error.problem.kind]?.(url, causeOf(error)) ?? error.message, { cause: error });
  }
}

const reasons: Readonly<Record<string, (url: string, cause: string) => string>> = {
  'too-large': (url) => `${url} lists more than ${MOST_BYTES / 1e6} MB: that is too much for a file on a phone.`,
  damaged: (url, cause) => `${url} did not answer with listings that this version can read: ${cause}`,
  updating: () => 'The listings kept changing while they were read. Run the command again.',
  'no-answer': (url, cause) => `No listings were received from ${url}: ${cause}`,
};

/** Returns the message of the innermost cause, which is where fetch gives the reason. */
function causeOf({ cause }: Error): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? causeOf(cause) : cause.message;
}

async function read(send: typeof fetch, url: string, path: string): Promise<unknown> {
  try {
    const response = await send(`${url}${path}`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (response.ok) return await response.json();
    throw new Error(`it answered ${response.status}`);
  } catch (error) {
    if (error instanceof PocketError) throw error;
    throw new PocketError(`${url}${path} could not be read: ${causeOf(new Error('', { cause: error }))}`);
  }
}

function checked<Value>(path: string, schema: z.ZodType<Value>, value: unknown): Value {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const [first] = error.issues;
  throw new PocketError(`${path} is not what this version can read: ${first?.path.join('.')} ${first?.message}`);
}

function open(dataset: unknown, texts: readonly string[], taxonomy: unknown): void {
  const [parts, places = ''] = [texts.slice(0, -1), texts.at(-1)];
  try {
    deviceLocator({ dataset, parts, places } as Parameters<typeof deviceLocator>[0]);
    readVocabulary(taxonomy as Parameters<typeof readVocabulary>[0]);
  } catch (cause) {
    throw new PocketError(`The listings cannot be searched: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  }
}
