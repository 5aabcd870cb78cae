import { type DeviceFiles, deviceLocator, PartError, PlacesError } from '../../../functions/device/device-locator.ts';
import { download, type Texts } from '../../locator/device/download.ts';
import type { Sending } from '../../locator/device/files.ts';
import { type FileList, isSameList, readList } from '../../locator/device/list.ts';
import { SearchProblem } from '../../locator/read/search-problem.ts';
import type { CopyKeeper, KeptCopy } from './kept-copy.ts';
import { type Source, sourceOf } from './source.ts';

/** Events of the listings in memory. */
export type Told =
  /** Download progress, in bytes of the total. */
  | { readonly kind: 'loading'; readonly bytes: number; readonly all: number }
  /** A new set of listings was opened. Searches use it from now on. */
  | { readonly kind: 'opened'; readonly source: Source; readonly centers: number; readonly checkedAt: number }
  /** The API confirmed that the listings in memory are current. */
  | { readonly kind: 'current'; readonly checkedAt: number }
  /** The listings could not be downloaded. Listings already in memory stay in use. */
  | { readonly kind: 'failed'; readonly at: number; readonly isOpen: boolean }
  /** This computer could not store a copy, so a reload during an outage would find nothing. */
  | { readonly kind: 'not-kept' };

export interface ListingsPorts extends Sending {
  readonly keeper: CopyKeeper;
  /** The current time in milliseconds since 1970. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  readonly tell: (told: Told) => void;
}

/** Maximum size in bytes of one download. A desk computer may download far more than a visitor's phone. */
const MOST_BYTES = 60_000_000;

/** Holds all public listings in memory: this computer's stored copy first, then the current ones. */
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

  /** Time since the listings were last known to be current, in milliseconds. */
  get ageMs(): number {
    return this.#ports.now() - this.#checkedAt;
  }

  /** True if listings are loaded, so that searches are possible. */
  get isOpen(): boolean {
    return this.#list !== null;
  }

  /**
   * Opens the stored copy, then downloads the current listings.
   * @param stays Resolves once the page will certainly not leave to sign in. The download waits for that, because it
   * would be lost.
   */
  async open(stays: Promise<unknown> = Promise.resolve()): Promise<void> {
    const kept = await this.#ports.keeper.load().catch(() => null);
    if (kept !== null) this.#useKept(kept);
    await stays;
    await this.check();
  }

  /** Checks for new listings and downloads what changed. Reports a failure as an event and never throws. */
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
      // A damaged copy, or one of another version, is not used. The current listings are downloaded anyway.
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

  /**
   * Opens downloaded files.
   * @throws PartError or PlacesError if a file is damaged; the listings in use do not change.
   */
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
