import { render } from 'preact';
import type { MapHost } from '../map/index.ts';
import { app, isStarted } from '../parts/app.ts';
import { problemWithout } from '../read/problem-without.ts';
import { begin, early, type ReadsAsCrisis } from '../state/early.ts';
import type { Effect, Event } from '../state/events.ts';
import { type State, startState } from '../state/state.ts';
import { attributeNames } from './attribute-names.ts';
import { EngineLoader } from './engine-loader.ts';
import { focusOn } from './focus.ts';
import { MapLoader } from './map-loader.ts';
import { narrowingFrom } from './options.ts';
import type { Pocket } from './pocket.ts';
import { readStates } from './read-states.ts';
import { retried } from './retried.ts';
import { settingsOf } from './settings.ts';
import { firstCss, sheetOf } from './sheets.ts';
import { Speech } from './speech.ts';

/** Width of the finder from which panels are next to the list, in pixels at the reader's usual text size of 16. */
const wideUnits = 960;

/**
 * `<program-locator>`: finds treatment programs near a place. All its data is in one state, which only `send` changes.
 * It stores nothing, and deletes the search when the visitor leaves.
 */
export class ProgramLocator extends HTMLElement {
  static readonly observedAttributes: readonly string[] = attributeNames;
  /** Origin of the script: its API is used unless the attribute `api` names another. */
  static origin = '';
  /** The listings that the page itself contains. Null if there is an API. */
  static pocket: Pocket | null = null;

  readonly #root = this.attachShadow({ mode: 'open' });
  #state: State = startState();
  #api: string | null = null;
  #wide = false;
  /** The website's own map, in place of the finder's: see map/host.ts. */
  mapStyle: MapHost | null = null;
  readonly #map = new MapLoader((css) => this.#adopt(css));
  readonly #speech = new Speech(() => this.#draw());
  readonly #loader: EngineLoader;
  #readsAsCrisis: ReadsAsCrisis | null = null;
  #drawing = false;
  #asked = false;
  /** True if a search was stopped because the website moved the element. It restarts in the new place. */
  #interrupted = false;
  /** Queued events: they arrived during rendering, or before the engine was loaded. */
  readonly #waiting: Event[] = [];
  #resizes: ResizeObserver | null = null;

  constructor() {
    super();
    const [site, language, onlyDevice] = [() => this.#site, () => this.#speech.language, () => this.#state.onlyDevice];
    this.#loader = new EngineLoader({
      get site() {
        return site();
      },
      get language() {
        return language();
      },
      get onlyDevice() {
        return onlyDevice();
      },
      pocket: ProgramLocator.pocket,
      send: (event) => this.send(event),
      speakAll: () => this.#speech.speak(this, true),
      loaded: ({ engineCss, readsAsCrisis }) => {
        this.#readsAsCrisis = readsAsCrisis;
        this.#begin(engineCss);
      },
    });
  }

  connectedCallback(): void {
    if (this.#root.adoptedStyleSheets.length === 0) this.#root.adoptedStyleSheets = [sheetOf(firstCss)];
    for (const type of ['focusin', 'pointerdown']) this.#root.addEventListener(type, this.#touched);
    addEventListener('pagehide', this.#leave);
    addEventListener('pageshow', this.#return);
    this.#resizes = new ResizeObserver(() => this.#measure());
    this.#resizes.observe(this);
    this.#measure();
    this.#settle();
    this.#draw();
    if (!this.#asked) void this.#askAtOnce();
    this.#asked = true;
    if (this.#interrupted) this.send({ type: 'submitted' });
    this.#interrupted = false;
  }

  disconnectedCallback(): void {
    removeEventListener('pagehide', this.#leave);
    removeEventListener('pageshow', this.#return);
    this.#resizes?.disconnect();
    this.#resizes = null;
    this.#loader.stop();
    this.#interrupted = this.#state.act.kind === 'search';
    if (this.#state.act.kind !== null) this.#state = begin(this.#state, null);
  }

  attributeChangedCallback(): void {
    if (this.#resizes === null) return;
    this.#settle();
    this.#draw();
  }

  /** Searches for a text as if a visitor had typed it and pressed Enter. */
  search(text: string): void {
    this.send({ type: 'typed', text });
    this.send({ type: 'submitted' });
  }

  /** Resets the finder: deletes what was typed, chosen or found. */
  clear(): void {
    this.send({ type: 'forget' });
    if (this.hasAttribute('history')) this.#loader.engine?.keep(null);
  }

  /** Moves the focus into the search box. */
  override focus(): void {
    focusOn(this.#root, 'box', this);
  }

  /** Handles an event. If only the engine can handle it, the event waits until the engine is loaded. */
  send(event: Event): void {
    // While rendering, events are queued: rendering may blur the focused element, and that is an event too.
    if (this.#drawing) {
      this.#waiting.push(event);
      return;
    }
    const { engine } = this.#loader;
    const next = engine === null ? early(this.#state, event, this.#readsAsCrisis) : engine.step(this.#state, event);
    if (next === null) {
      this.#wait(event);
      return;
    }
    const [state, ...effects] = next;
    this.#state = state;
    this.#draw();
    for (const effect of effects) this.#do(effect);
    const waiting = this.#waiting.shift();
    if (waiting !== undefined) this.send(waiting);
  }

  #wait(event: Event): void {
    if (event.type === 'forget') {
      this.#state = {
        ...startState(this.#state.base, this.#state.fixed, this.#state.onlyDevice),
        states: this.#state.states,
      };
      this.#draw();
      return;
    }
    // Shows the running search within 100 ms, even if the engine takes long to load.
    if (event.type === 'submitted') this.#state = begin({ ...this.#state, view: null }, 'search');
    this.#draw();
    this.#loader.load().then(
      () => this.send(event),
      () => this.#failed(event),
    );
  }

  /**
   * Handles a failed download of the engine: after a submitted search it is shown as a problem. The next event that
   * needs the engine tries the download again.
   */
  #failed(event: Event): void {
    if (event.type !== 'submitted') return;
    // The crisis classifier may have loaded although the engine did not.
    if (early(this.#state, event, this.#readsAsCrisis) !== null) {
      this.send(event);
      return;
    }
    this.#state = {
      ...begin(this.#state, null),
      view: { kind: 'problem', problem: problemWithout(0, 'no-answer'), notes: [] },
    };
    this.#draw();
    focusOn(this.#root, 'heading', this);
  }

  #do(effect: Effect): void {
    if (effect.do === 'focus') focusOn(this.#root, effect.on, this);
    else if (effect.do === 'emit') {
      const { name, detail } = effect;
      if (name === 'results' && this.hasAttribute('history')) this.#loader.engine?.keep(this.#state);
      this.#emit(name, detail);
    } else this.#loader.run(effect);
  }

  #emit(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(`locator-${name}`, { detail, bubbles: true, composed: true }));
  }

  #draw(): void {
    if (this.#drawing || !this.#speech.ready || this.#resizes === null) return;
    this.#drawing = true;
    const props = {
      state: this.#state,
      words: this.#speech.start,
      settings: settingsOf(this, this.#site, ProgramLocator.pocket, this.#wide),
      readsAsCrisis: this.#readsAsCrisis,
      send: (event: Event) => this.send(event),
    };
    const { engine } = this.#loader;
    const { words, language } = this.#speech;
    const results =
      engine === null || words === null ? null : engine.results({ ...props, words, map: this.#map.parts });
    render(app(props, results), this.#root);
    const started = isStarted(props);
    if (this.dataset.view !== (started ? 'results' : 'start')) this.dataset.view = started ? 'results' : 'start';
    this.#drawing = false;
    if (results?.mapped) this.#map.want(language, this.mapStyle, this.#state.onlyDevice);
    this.#loader.drawn(this.#state);
  }

  get #site(): string {
    return this.getAttribute('api')?.replace(/\/+$/, '') ?? ProgramLocator.origin;
  }

  /** Reads the attributes: which API, which texts, what is preselected. */
  #settle(): void {
    const narrowing = narrowingFrom((name) => this.getAttribute(name));
    const onlyDevice = this.getAttribute('search') === 'device';
    const { base, fixed } = this.#state;
    const isOther = onlyDevice !== this.#state.onlyDevice;
    if (isOther || JSON.stringify(narrowing) !== JSON.stringify({ base, fixed }))
      this.send({ type: 'settings', ...narrowing, onlyDevice });
    void this.#speech.speak(this, this.#loader.engine !== null);
    if (this.#api === this.#site) {
      if (isOther) this.#loader.connect();
      return;
    }
    this.#api = this.#site;
    void retried(
      () => readStates(this.#site, ProgramLocator.pocket?.fetch ?? fetch),
      (states) => this.send({ type: 'states', states }),
    );
    this.#loader.connect();
  }

  /** Called when the engine is loaded. */
  #begin(css: string): void {
    this.#adopt(css);
    // Requests suggestions for text that was typed while the engine was loading.
    const { text, origin, act } = this.#state;
    if (text !== '' && origin === null && act.kind === null && this.#root.activeElement?.id === 'near')
      this.send({ type: 'typed', text });
    else this.#draw();
  }

  #adopt(css: string): void {
    const sheet = sheetOf(css);
    if (!this.#root.adoptedStyleSheets.includes(sheet)) this.#root.adoptedStyleSheets.push(sheet);
    this.#draw();
  }

  #measure(): void {
    const unit = Number.parseFloat(getComputedStyle(this.#root.querySelector('.finder') ?? this).fontSize) / 16;
    const wide = this.clientWidth >= wideUnits * unit;
    if (wide === this.#wide) return;
    this.#wide = wide;
    this.#draw();
  }

  /**
   * Starts the search that the host asks for: from the place in `near`, or the search that was kept before a reload.
   */
  async #askAtOnce(): Promise<void> {
    const near = this.getAttribute('near')?.trim() ?? '';
    const before = this.hasAttribute('history') && history.state !== null;
    if (near === '' && !before) return;
    await this.#loader.load().catch(() => undefined);
    const kept = before ? this.#loader.engine?.kept(history.state) : null;
    if (kept != null) this.send({ type: 'restored', kept });
    else if (near !== '') this.send({ type: 'place-taken', label: near });
  }

  /**
   * Starts both downloads at the first touch: the crisis classifier first, because it is smaller, then the engine. A
   * failed download is tried again at the next touch.
   */
  readonly #touched = (): void => {
    void this.#listen().catch(() => undefined);
    void this.#loader.load().catch(() => undefined);
  };

  async #listen(): Promise<void> {
    if (this.#readsAsCrisis !== null) return;
    const { readsAsCrisis } = await import('../../../functions/crisis/crisis.ts');
    this.#readsAsCrisis = readsAsCrisis;
    this.#draw();
  }

  /**
   * Deletes the search when the visitor leaves, because browsers keep whole pages for the Back button and for reopened
   * windows.
   */
  readonly #leave = (): void => this.send({ type: 'forget' });

  /**
   * A page from the browser's back-forward cache returns as it was left, so it is cleared once more. Then the search
   * that the host asks for starts again.
   */
  readonly #return = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted) return;
    this.send({ type: 'forget' });
    void this.#askAtOnce();
  };
}
