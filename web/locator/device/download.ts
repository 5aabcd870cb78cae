import { problemWithout } from '../read/problem-without.ts';
import { SearchProblem } from '../read/search-problem.ts';
import { DamagedError, fetchFile, fetchList, GoneError, type Sending } from './files.ts';
import { type FileList, ListError } from './list.ts';

/** Number of downloads that run at the same time. Files start in the order of the list. */
const LANES = 3;
/** How often the list is read again at most, because it named a file that the server no longer has. */
const MOST_LISTS = 4;

/** Texts of downloaded files, keyed by path. */
export type Texts = ReadonlyMap<string, string>;

export interface Copy {
  readonly list: FileList;
  readonly texts: Texts;
}

export interface Downloading extends Sending {
  /** Size limit in bytes: a dataset that is larger is not downloaded. */
  readonly mostBytes: number;
  /**
   * Called with the list before any file is downloaded.
   * @throws to stop the download
   */
  readonly before: (list: FileList) => void;
  /**
   * @param bytes Bytes loaded so far.
   * @param all Bytes of all files in the list.
   */
  readonly progress: (bytes: number, all: number) => void;
  readonly wait: (ms: number) => Promise<void>;
}

/**
 * Downloads the current listings: all of them, or it fails. Requests exactly the files that `held` lacks, so the
 * requests never depend on a search.
 * @throws SearchProblem `too-large`, `damaged`, `updating` or `no-answer`, and what `before` throws
 */
export async function download(how: Downloading, held: Texts, signal: AbortSignal): Promise<Copy> {
  let known = held;
  for (let tries = 1; ; tries += 1) {
    try {
      const list = await fetchList(how, signal);
      if (list.bytes > how.mostBytes) throw new SearchProblem(problemWithout(0, 'too-large'));
      how.before(list);
      const texts = new Map(known);
      // Keeps the files of an interrupted try, so that the next try does not download them again.
      known = texts;
      await fetchMissing(how, list, texts, signal);
      return { list, texts: new Map(list.files.map(({ path }) => [path, texts.get(path) ?? ''])) };
    } catch (error) {
      if (!(error instanceof GoneError) || tries >= MOST_LISTS) throw toldAs(error, signal);
      await how.wait(error.retryAfterMs);
      signal.throwIfAborted();
    }
  }
}

/**
 * Adds the missing files. After the first fault no new download starts; if a file is gone, running ones still finish.
 */
async function fetchMissing(how: Downloading, list: FileList, texts: Map<string, string>, signal: AbortSignal) {
  const missing = list.files.filter(({ path }) => !texts.has(path));
  let here = list.bytes - missing.reduce((all, { bytes }) => all + bytes, 0);
  const stopped = new AbortController();
  const stop = () => stopped.abort(signal.reason);
  signal.addEventListener('abort', stop);
  const faults: unknown[] = [];
  const lane = async () => {
    while (faults.length === 0) {
      const file = missing.shift();
      if (file === undefined) return;
      texts.set(file.path, await fetchFile(how, file, stopped.signal));
      here += file.bytes;
      how.progress(here, list.bytes);
    }
  };
  const failed = (fault: unknown) => {
    faults.push(fault);
    if (!(fault instanceof GoneError)) stop();
  };
  if (missing.length > 0) how.progress(here, list.bytes);
  await Promise.all(Array.from({ length: LANES }, () => lane().catch(failed)));
  signal.removeEventListener('abort', stop);
  if (faults.length > 0) throw faults.find((fault) => !(fault instanceof GoneError)) ?? faults[0];
}

function toldAs(error: unknown, signal: AbortSignal): unknown {
  if (error instanceof SearchProblem || signal.aborted) return error;
  const kind =
    error instanceof GoneError
      ? 'updating'
      : error instanceof DamagedError || error instanceof ListError
        ? 'damaged'
        : 'no-answer';
  return new SearchProblem(problemWithout(0, kind), { cause: error });
}
