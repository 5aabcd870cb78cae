import { type DeviceFiles, deviceLocator, PartError, PlacesError } from '../../../functions/device/device-locator.ts';
import { download, type Texts } from '../../locator/device/download.ts';
import type { Sending } from '../../locator/device/files.ts';
import { type FileList, isSameList, readList } from '../../locator/device/list.ts';
import { SearchProblem } from '../../locator/read/search-problem.ts';
import type { CopyKeeper, KeptCopy } from './kept-copy.ts';
import { type Source, sourceOf } from './source.ts';

/** What changes of the listings in memory. */
export type Told =
  /** So many bytes are here, of how many. */
  | { readonly kind: 'loading'; readonly bytes: number; readonly all: number }
  /** Listings to search from now on. */
  | { readonly kind: 'opened'; readonly source: Source; readonly centers: number; readonly checkedAt: number }
  /** What is in memory is current. */
  | { readonly kind: 'current'; readonly checkedAt: number }
  /** They could not be asked for. What is in memory stays, if there is something. */
  | { readonly kind: 'failed'; readonly at: number; readonly isOpen: boolean }
  /** This computer keeps no copy: the next outage finds nothing after a reload. */
  | { readonly kind: 'not-kept' };

export interface ListingsPorts extends Sending {
  readonly keeper: CopyKeeper;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  readonly tell: (told: Told) => void;
}

/** A team's computer downloads datasets far larger than a visitor's phone would. */
const MOST_BYTES = 60_000_000;

/** All public listings in memory: the copy that this computer keeps first, then the current ones. */
export class Listings {
  readonly #ports: ListingsPorts;
  readonly #stopped = new AbortController();
  #list: FileList | null = null;
  #texts: Texts = new Map();
  #checkedAt = Number.NEGATIVE_INFINITY;
  #checking: Promise<void> | null = null;

  constructor(ports: ListingsPorts) {
    this.#ports = ports;
  }

  /** How long ago they were last known to be current, in milliseconds. */
  get ageMs(): number {
    return this.#ports.now() - this.#checkedAt;
  }

  /** There are listings to search. */
  get isOpen(): boolean {
    return this.#list !== null;
  }

  /**
   * Opens the kept copy, and asks for the current listings.
   * @param stays Resolves once the page is sure to stay: what it downloads before is lost when it leaves to sign in.
   */
  async open(stays: Promise<unknown> = Promise.resolve()): Promise<void> {
    const kept = await this.#ports.keeper.load().catch(() => null);
    if (kept !== null) this.#useKept(kept);
    await stays;
    await this.check();
  }

  /** Asks for the listings and downloads what changed. A failure is told, never thrown. */
  check(): Promise<void> {
    this.#checking ??= this.#check().finally(() => {
      this.#checking = null;
    });
    return this.#checking;
  }

  stop(): void {
    this.#stopped.abort();
  }

  #useKept({ dataset, texts, checkedAt }: KeptCopy): void {
    try {
      this.#use(readList(dataset), new Map(texts), checkedAt);
    } catch {
      // Of another version, or damaged: the current listings are downloaded instead.
      this.#list = null;
      this.#texts = new Map();
    }
  }

  async #check(): Promise<void> {
    const { fetch, site, wait, now, tell, keeper } = this.#ports;
    const askedAt = now();
    const progress = (bytes: number, all: number) => {
      if (this.#list === null) tell({ kind: 'loading', bytes, all });
    };
    const how = { fetch, site, wait, mostBytes: MOST_BYTES, before: () => undefined, progress };
    try {
      const { list, texts } = await download(how, this.#texts, this.#stopped.signal);
      const isNew = this.#list === null || !isSameList(list, this.#list);
      if (isNew) this.#use(list, texts, askedAt);
      this.#checkedAt = askedAt;
      tell({ kind: 'current', checkedAt: askedAt });
      const copy = { dataset: list.dataset, texts: [...texts], checkedAt: askedAt };
      await keeper.save(copy).catch(() => tell({ kind: 'not-kept' }));
    } catch (error) {
      if (this.#stopped.signal.aborted) return;
      if (!(error instanceof SearchProblem || error instanceof PartError || error instanceof PlacesError)) throw error;
      tell({ kind: 'failed', at: now(), isOpen: this.#list !== null });
    }
  }

  /** @throws PartError or PlacesError where a file is damaged; then nothing has changed */
  #use(list: FileList, texts: Texts, checkedAt: number): void {
    const parts = [...texts.values()];
    const places = parts.pop() ?? '';
    const files = { dataset: list.dataset, parts, places } as DeviceFiles;
    const source = sourceOf(deviceLocator(files, this.#ports.now));
    this.#list = list;
    this.#texts = texts;
    this.#checkedAt = checkedAt;
    this.#ports.tell({ kind: 'opened', source, centers: files.dataset.centers, checkedAt });
  }
}
