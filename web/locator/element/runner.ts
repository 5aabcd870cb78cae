import { centerPage } from '../parts/center-page.ts';
import type { Effect, Event } from '../state/events.ts';
import type { Copied, Refusal } from '../state/state.ts';
import { problemOf } from './ask.ts';
import type { Asking } from './asker.ts';
import type { Ports } from './ports.ts';

/**
 * Milliseconds without typing before suggestions are requested: long enough that a word usually causes one request,
 * short enough to feel immediate.
 */
const debounceMs = 150;
/** Milliseconds after which a note says that the search is slow. */
const slowMs = 3_000;
const copiedMs = 4_000;

/** The reason for a missing location, by the code of a GeolocationPositionError. */
const refusals: Readonly<Record<number, Refusal>> = { 1: 'denied', 2: 'unfound', 3: 'slow' };

/** The website with centers' pages, and the language of links to them. */
export interface Pages {
  readonly site: string;
  readonly language: string;
}

/**
 * Runs the reducer's effects and sends their results back as events. A new action of the visitor aborts the requests of
 * the previous one. If a late result still arrives, the reducer ignores it because its turn number is old.
 */
export class Runner {
  readonly #ports: Ports;
  readonly #send: (event: Event) => void;
  readonly #pages: () => Pages;
  readonly #ask: () => Asking;
  #act = new AbortController();
  #suggesting = new AbortController();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();

  constructor(ports: Ports, ask: () => Asking, pages: () => Pages, send: (event: Event) => void) {
    this.#ports = ports;
    this.#ask = ask;
    this.#pages = pages;
    this.#send = send;
  }

  run(effect: Effect): void {
    if (effect.do === 'search') void this.#search(effect);
    else if (effect.do === 'renew') void this.#renew(effect);
    else if (effect.do === 'allow-download') void this.#allowDownload();
    else if (effect.do === 'locate') void this.#locate(effect.turn);
    else if (effect.do === 'suggest') this.#suggest(effect);
    else if (effect.do === 'details') void this.#details(effect);
    else if (effect.do === 'tick') this.#later(1_000, { type: 'ticked', turn: effect.turn });
    else if (effect.do === 'share') void this.#share(effect);
    else if (effect.do === 'copy') void this.#copy(effect);
    else if (effect.do === 'print') this.#ports.print();
    else if (effect.do === 'stop') this.stop();
  }

  /** Starts the download of listings that the visitor allowed. If it fails, the next search reports it. */
  async #allowDownload(): Promise<void> {
    await this.#ask()
      .allowDownload()
      .catch(() => undefined);
  }

  /** Aborts running requests. */
  stop(): void {
    this.#act.abort();
    this.#suggesting.abort();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  #begin(): AbortSignal {
    this.stop();
    this.#act = new AbortController();
    return this.#act.signal;
  }

  async #search({ turn, fields }: Extract<Effect, { do: 'search' }>): Promise<void> {
    const signal = this.#begin();
    this.#later(slowMs, { type: 'slow', turn });
    try {
      const instead = () => this.#send({ type: 'instead', turn });
      const { answer, from } = await this.#ask().search(fields, signal, instead);
      this.#send({ type: 'answered', turn, answer, from });
    } catch (error) {
      const problem = problemOf(error, signal);
      if (problem !== null) this.#send({ type: 'failed', turn, problem });
    }
  }

  /**
   * Repeats the shown search. If that fails, the shown results stay, and the next check of the listings tries again.
   */
  async #renew({ found }: Extract<Effect, { do: 'renew' }>): Promise<void> {
    const answers = await this.#ask()
      .renew(found)
      .catch(() => null);
    if (answers !== null) this.#send({ type: 'renewed', found, answers });
  }

  async #locate(turn: number): Promise<void> {
    this.#begin();
    try {
      this.#send({ type: 'located', turn, point: await this.#ports.locate() });
    } catch (error) {
      const { code } = error as { readonly code?: number };
      this.#send({ type: 'unlocated', turn, why: refusals[code ?? 2] ?? 'unfound' });
    }
  }

  #suggest({ turn, text }: Extract<Effect, { do: 'suggest' }>): void {
    this.#suggesting.abort();
    const request = new AbortController();
    this.#suggesting = request;
    const timer = setTimeout(async () => {
      this.#timers.delete(timer);
      // Suggestions are optional: the typed text can be searched without them.
      const labels = await this.#ask()
        .places(text, request.signal)
        .catch(() => null);
      if (labels !== null) this.#send({ type: 'suggested', turn, labels });
    }, debounceMs);
    this.#timers.add(timer);
  }

  async #details({ id, level }: Extract<Effect, { do: 'details' }>): Promise<void> {
    const details = await this.#ask()
      .details(id, level)
      .catch(() => 'failed' as const);
    this.#send({ type: 'details', id, details });
  }

  async #share({ id, name }: Extract<Effect, { do: 'share' }>): Promise<void> {
    const { site, language } = this.#pages();
    const url = centerPage(site, language, id);
    const done = await this.#ports
      .share({ title: name, url })
      // If the visitor closes the share sheet, the promise rejects too. Nothing was shared, but that is not an error.
      .catch((error) => (error instanceof DOMException && error.name === 'AbortError' ? 'shared' : 'refused'));
    if (done !== 'shared') this.#told({ id, what: done === 'copied' ? 'link' : 'refused' });
  }

  async #copy({ id, text }: Extract<Effect, { do: 'copy' }>): Promise<void> {
    // If the page has no clipboard, because it is not secure, copying throws at once and not in the promise.
    const copied = new Promise<void>((resolve) => resolve(this.#ports.copy(text)));
    const what = await copied.then(
      () => 'address' as const,
      () => 'refused' as const,
    );
    this.#told({ id, what });
  }

  #told(copied: { readonly id: string; readonly what: Copied['what'] }): void {
    this.#send({ type: 'copied', copied });
    // The message after a refused copy says what to do instead, so it stays until the visitor's next action.
    if (copied.what !== 'refused') setTimeout(() => this.#send({ type: 'copied', copied: null }), copiedMs);
  }

  #later(ms: number, event: Event): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#send(event);
    }, ms);
    this.#timers.add(timer);
  }
}
