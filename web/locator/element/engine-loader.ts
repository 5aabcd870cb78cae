import type { Effect, Event } from '../state/events.ts';
import type { State } from '../state/state.ts';
import type { Pocket } from './pocket.ts';
import { retried } from './retried.ts';

export type Engine = typeof import('./engine.ts');

/** What the loader needs from the element. */
export interface EngineHost {
  /** URL of the API and of the centers' pages; empty for the page's own origin. */
  readonly site: string;
  readonly language: string;
  /** True if only the device searches. */
  readonly onlyDevice: boolean;
  readonly pocket: Pocket | null;
  send(event: Event): void;
  /** Loads all texts of the finder in its language, not only those of the start. */
  speakAll(): Promise<void>;
  /** Called with the engine when it is loaded. */
  loaded(engine: Engine): void;
}

/**
 * Loads the code that a search needs, once, and runs effects with it. A failed download is tried again when the code is
 * needed the next time.
 */
export class EngineLoader {
  readonly #host: EngineHost;
  #engine: Engine | null = null;
  #loading: Promise<void> | null = null;
  #runner: InstanceType<Engine['Runner']> | null = null;
  #connection: InstanceType<Engine['Connection']> | null = null;

  constructor(host: EngineHost) {
    this.#host = host;
  }

  /** The engine; null until it is loaded. */
  get engine(): Engine | null {
    return this.#engine;
  }

  load(): Promise<void> {
    this.#loading ??= this.#load().catch((error) => {
      this.#loading = null;
      throw error;
    });
    return this.#loading;
  }

  async #load(): Promise<void> {
    const host = this.#host;
    const [engine] = await Promise.all([import('./engine.ts'), host.speakAll()]);
    this.#engine = engine;
    const first = this.#connect(engine);
    this.#runner = new engine.Runner(
      engine.browser,
      () => (this.#connection ?? first).asker,
      () => ({ site: host.pocket?.site ?? (host.site || location.origin), language: host.language }),
      (event) => host.send(event),
    );
    host.loaded(engine);
  }

  /** Connects to the locator that the element's attributes name now, if the engine is loaded. */
  connect(): void {
    if (this.#engine !== null) this.#connect(this.#engine);
  }

  #connect({ Connection, browser }: Engine): InstanceType<Engine['Connection']> {
    const { site, onlyDevice, pocket } = this.#host;
    const send = (event: Event) => this.#host.send(event);
    this.#connection?.stop();
    const connection = new Connection({ site, onlyDevice, pocket, ports: browser, send });
    this.#connection = connection;
    void retried(
      () => connection.asker.vocabulary(),
      (vocabulary) => send({ type: 'vocabulary', vocabulary }),
    );
    return connection;
  }

  /** Called with the state after each rendering. */
  drawn(state: State): void {
    this.#connection?.drawn(state);
  }

  run(effect: Effect): void {
    this.#runner?.run(effect);
  }

  /** Aborts running requests and cancels planned downloads. */
  stop(): void {
    this.#runner?.stop();
    this.#connection?.rest();
  }
}
