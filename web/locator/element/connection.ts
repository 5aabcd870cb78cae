import type { Device, Watch } from '../device/index.ts';
import { MOST_BYTES } from '../read/most-bytes.ts';
import type { Event } from '../state/events.ts';
import type { Source, State } from '../state/state.ts';
import { askApi } from './ask.ts';
import { Asker, type DeviceSource } from './asker.ts';
import type { Pocket } from './pocket.ts';
import type { Surroundings } from './ports.ts';

/**
 * Milliseconds between an answer of the API and the download of all listings, which the device will need if the API or
 * the network fails.
 */
const AHEAD_MS = 5_000;

export interface Connecting {
  /** URL of the locator without a closing slash; empty for the page's own origin. */
  readonly site: string;
  readonly onlyDevice: boolean;
  readonly ports: Surroundings;
  readonly send: (event: Event) => void;
  /** The listings of a pocket file. Null if there is a locator with an API. */
  readonly pocket: Pocket | null;
}

/** Connects the element to one locator: to its API, to its listings on the device, or to both. */
export class Connection implements DeviceSource {
  readonly asker: Asker;
  readonly #with: Connecting;
  #loaded: { readonly device: Device; readonly watch: Watch } | null = null;
  #loading: Promise<Device> | null = null;
  #ahead: ReturnType<typeof setTimeout> | null = null;
  #isStopped = false;

  constructor(connecting: Connecting) {
    this.#with = connecting;
    const { site, onlyDevice } = connecting;
    this.asker = new Asker(askApi(site, this.#fetch), this, onlyDevice);
    if (onlyDevice && !this.#savesData()) this.#fetchAhead();
  }

  get device(): Device | null {
    return this.#loaded?.device ?? null;
  }

  load(): Promise<Device> {
    this.#loading ??= this.#load().catch((error) => {
      this.#loading = null;
      throw error;
    });
    return this.#loading;
  }

  /**
   * Called with the state after each rendering. While an answer from the device is shown, its listings are kept
   * current.
   */
  drawn(state: State): void {
    const source = sourceOf(state);
    const { ports, pocket } = this.#with;
    this.#loaded?.watch.set(source === 'device' && pocket === null);
    if (source !== 'api' || this.#ahead !== null || this.#savesData() || ports.isSlow()) return;
    this.#ahead = setTimeout(() => this.#fetchAhead(), AHEAD_MS);
  }

  /** Called when the element leaves the page: cancels the download in advance, and no longer keeps listings current. */
  rest(): void {
    if (this.#ahead !== null) clearTimeout(this.#ahead);
    this.#ahead = null;
    this.#loaded?.watch.set(false);
  }

  /** Called when the element switches to another locator: stops all work for this one. */
  stop(): void {
    this.#isStopped = true;
    this.rest();
    this.#loaded?.device.stop();
  }

  /**
   * Downloads the listings in advance. Ignores errors: a search that needs the listings tries again, and reports what
   * is wrong.
   */
  #fetchAhead(): void {
    this.load()
      .then((device) => device.open())
      .catch(() => undefined);
  }

  readonly #fetch: typeof fetch = (...request) => (this.#with.pocket?.fetch ?? fetch)(...request);

  /** The listings of a pocket file are on the page already, so saving data does not matter. */
  #savesData(): boolean {
    return this.#with.pocket === null && this.#with.ports.savesData();
  }

  async #load(): Promise<Device> {
    const { site, ports, send, pocket } = this.#with;
    const { Device, Watch, makeEngine } = await import('../device/index.ts');
    const device = new Device({
      site,
      makeEngine,
      fetch: this.#fetch,
      mostBytes: pocket === null ? MOST_BYTES : Number.POSITIVE_INFINITY,
      now: () => Date.now(),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      savesData: () => this.#savesData(),
      tell: (told) => {
        if (!this.#isStopped) send({ type: 'device', told });
      },
    });
    this.#loaded = { device, watch: new Watch(device, ports) };
    // The element switched to another locator while this locator's code was loading.
    if (this.#isStopped) device.stop();
    return device;
  }
}

/**
 * Who answered what is on the screen. With `onlyDevice` it is always the device, even for a problem, so that checks for
 * new listings do not depend on what a search found.
 */
function sourceOf({ view, onlyDevice }: State): Source | null {
  if (onlyDevice && view !== null) return 'device';
  return view?.kind === 'answer' ? view.found.from : null;
}
