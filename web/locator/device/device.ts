import type { Answer } from '../read/answer.ts';
import { detailsOf } from '../read/details.ts';
import { readProblem } from '../read/problem.ts';
import { problemWithout } from '../read/problem-without.ts';
import { SearchProblem } from '../read/search-problem.ts';
import { withOrigin } from '../read/with-origin.ts';
import type { Details, OnDevice, SearchFields } from '../state/state.ts';
import { type Copy, download } from './download.ts';
import type { Engine, MakeEngine } from './engine.ts';
import { DamagedError, type Sending } from './files.ts';
import { type FileList, isSameList } from './list.ts';

/** Age in milliseconds from which listings are checked again before their phone numbers are shown. */
const OLDEST_MS = 600_000;
/** Least time between a failed check and the next one that an answer would start. */
const REST_MS = 20_000;

export interface DevicePorts extends Sending {
  readonly makeEngine: MakeEngine;
  /** Size limit in bytes: a dataset that is larger is not downloaded. */
  readonly mostBytes: number;
  /** The current time in milliseconds since 1970. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** True if the visitor's browser asks websites to save data. */
  readonly savesData: () => boolean;
  /** Called with each change of the device's state, which the finder shows. */
  readonly tell: (told: OnDevice) => void;
}

/**
 * Searches the listings on the visitor's device: downloads them completely and keeps them current. No request reveals a
 * search.
 */
export class Device {
  readonly #ports: DevicePorts;
  readonly #stopped = new AbortController();
  #copy: Copy | null = null;
  #engine: Engine | null = null;
  #opening: Promise<void> | null = null;
  #checking: Promise<void> | null = null;
  /** When the list of files was last known to be current, and when a check of it was last tried. */
  #checkedAt = Number.NEGATIVE_INFINITY;
  #triedAt = Number.NEGATIVE_INFINITY;
  #allowed = false;

  constructor(ports: DevicePorts) {
    this.#ports = ports;
  }

  /** True if the listings are loaded and a search needs no request. */
  get isReady(): boolean {
    return this.#copy !== null;
  }

  /** Milliseconds since the list of files was last known to be current. */
  get ageMs(): number {
    return this.#since(this.#checkedAt);
  }

  /** Records that the visitor agreed to the download although their browser asks websites to save data. */
  allow(): void {
    this.#allowed = true;
  }

  /**
   * Downloads the listings once. The first search then decompresses them, which takes a moment on a phone.
   * @throws SearchProblem
   */
  open(): Promise<void> {
    if (this.#copy !== null) return Promise.resolve();
    this.#opening ??= this.#load().finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  /**
   * Reads the list of files again, and downloads what changed. A failed check is reported through `tell`, never thrown.
   */
  check(): Promise<void> {
    this.#checking ??= this.#check().finally(() => {
      this.#checking = null;
    });
    return this.#checking;
  }

  async search(fields: SearchFields, signal: AbortSignal): Promise<Answer> {
    const engine = await this.#current(signal);
    return asked(() => withOrigin(engine.search(fields)));
  }

  /** Suggests places. Rejects if the listings are neither loaded nor loading, because suggestions start no download. */
  async places(text: string, signal: AbortSignal): Promise<readonly string[]> {
    if (this.#copy === null && this.#opening === null) throw new SearchProblem(problemWithout(0, 'no-answer'));
    const engine = await this.#opened(signal);
    return asked(() => engine.places(text, 8)).map(({ label }) => label);
  }

  async details(id: string, level: string | null, signal: AbortSignal): Promise<Details> {
    const engine = await this.#current(signal);
    return asked(() => detailsOf(engine.center(id), engine.continuum(id), level));
  }

  /** Aborts every download. */
  stop(): void {
    this.#stopped.abort();
  }

  async #opened(signal: AbortSignal): Promise<Engine> {
    await unlessAborted(() => this.open(), signal);
    if (this.#copy === null) throw new Error('the device opened without listings');
    this.#engine ??= this.#made(this.#copy);
    return this.#engine;
  }

  /** The engine for a search. Its listings are at most ten minutes old, or older if no server answers. */
  async #current(signal: AbortSignal): Promise<Engine> {
    await this.#opened(signal);
    const isTold = this.#checking === null && this.#since(this.#triedAt) <= REST_MS;
    if (this.ageMs > OLDEST_MS && !isTold) await unlessAborted(() => this.check(), signal);
    return this.#opened(signal);
  }

  /**
   * Milliseconds since a time. Infinite if the time is in the future: somebody set the clock back, so
   * the real age is unknown.
   */
  #since(then: number): number {
    const ms = this.#ports.now() - then;
    return ms < 0 ? Number.POSITIVE_INFINITY : ms;
  }

  async #load(): Promise<void> {
    const askedAt = this.#ports.now();
    try {
      this.#use(await this.#download((list) => this.#mayDownload(list)), askedAt);
    } finally {
      this.#ports.tell({ loaded: null });
    }
  }

  /**
   * Asks for permission to download.
   * @throws SearchProblem `save-data` if the visitor must allow it first
   */
  #mayDownload({ bytes }: FileList): void {
    this.#ports.tell({ bytes });
    if (this.#ports.savesData() && !this.#allowed) throw new SearchProblem(problemWithout(0, 'save-data'));
  }

  async #check(): Promise<void> {
    if (this.#copy === null) return;
    const { now, tell } = this.#ports;
    const askedAt = now();
    this.#triedAt = askedAt;
    if (this.ageMs > OLDEST_MS) tell({ check: 'checking' });
    try {
      this.#use(await this.#download(() => undefined), askedAt);
    } catch (error) {
      // After `stop()`, the result of a check is not reported.
      if (this.#stopped.signal.aborted) return;
      if (!(error instanceof SearchProblem)) throw error;
      tell({ check: 'failed', checkedAt: this.#checkedAt });
    }
  }

  #download(before: (list: FileList) => void): Promise<Copy> {
    const { fetch, site, mostBytes, wait, tell } = this.#ports;
    const isFirst = this.#copy === null;
    const how = { fetch, site, mostBytes, wait, before, progress: (loaded: number) => isFirst && tell({ loaded }) };
    return download(how, this.#copy?.texts ?? new Map(), this.#stopped.signal);
  }

  /**
   * Replaces the listings in use by a complete copy.
   * @throws SearchProblem `damaged`; the listings in use have not changed then
   */
  #use(copy: Copy, askedAt: number): void {
    if (this.#copy === null || !isSameList(copy.list, this.#copy.list)) {
      if (this.#engine !== null) this.#engine = this.#made(copy);
      this.#copy = copy;
    }
    this.#checkedAt = askedAt;
    this.#triedAt = askedAt;
    this.#ports.tell({ version: copy.list.version, bytes: copy.list.bytes, checkedAt: askedAt, check: 'current' });
  }

  /**
   * Builds the engine of a copy. Deletes the copy if it cannot be read.
   * @throws SearchProblem `damaged`
   */
  #made(copy: Copy): Engine {
    const { list, texts } = copy;
    const parts = [...texts.values()];
    const places = parts.pop() ?? '';
    try {
      return this.#ports.makeEngine({ dataset: list.dataset, parts, places }, this.#ports.now);
    } catch (cause) {
      if (!(cause instanceof DamagedError)) throw cause;
      if (this.#copy === copy) this.#copy = null;
      throw new SearchProblem(problemWithout(0, 'damaged'), { cause });
    }
  }
}

/**
 * Runs a request in the engine.
 * @throws SearchProblem if the engine refuses it, as the API would
 */
function asked<Value>(ask: () => Value): Value {
  try {
    return ask();
  } catch (error) {
    const { status, problem } = error as { readonly status?: unknown; readonly problem?: unknown };
    if (typeof status !== 'number') throw error;
    throw new SearchProblem(readProblem(status, problem), { cause: error });
  }
}

/** Waits for a promise that others wait for too: aborting only stops this wait. */
function unlessAborted(begin: () => Promise<void>, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    begin()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', abort));
  });
}
