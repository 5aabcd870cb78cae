import type { Effect, Event } from '../state/events.ts';
import { retried } from './retried.ts';

export type Engine = typeof import('./engine.ts');

/** What the loader needs of the element. */
export interface EngineHost {
  /** Address of the API and of the pages of centers; empty for the page's own. */
  readonly site: string;
  readonly language: string;
  send(event: Event): void;
  /** Loads all words. */
  speakAll(): Promise<void>;
  /** The engine is there. */
  loaded(engine: Engine): void;
}

/** Loads everything that a search needs, once, and runs effects with it. What did not come is tried again when asked. */
export class EngineLoader {
  readonly #host: EngineHost;
  #engine: Engine | null = null;
  #loading: Promise<void> | null = null;
  #runner: InstanceType<Engine['Runner']> | null = null;
  #ask: ReturnType<Engine['askApi']> | null = null;

  constructor(host: EngineHost) {
    this.#host = host;
  }

  /** Null until it is loaded. */
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
    this.#runner = new engine.Runner(
      engine.browser,
      () => this.#ask ?? engine.askApi(host.site),
      () => ({ site: host.site || location.origin, language: host.language }),
      (event) => host.send(event),
    );
    this.connect();
    host.loaded(engine);
  }

  /** Asks the API that the host names now, once there is something to ask with. */
  connect(): void {
    if (this.#engine === null) return;
    const ask = this.#engine.askApi(this.#host.site);
    this.#ask = ask;
    void retried(
      () => ask.vocabulary(),
      (vocabulary) => this.#host.send({ type: 'vocabulary', vocabulary }),
    );
  }

  run(effect: Effect): void {
    this.#runner?.run(effect);
  }

  /** Gives up what is under way. */
  stop(): void {
    this.#runner?.stop();
  }
}
