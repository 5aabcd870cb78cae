import { render } from 'preact';
import type { Words } from '../../words/en.ts';
import { type StartWords, start } from '../../words/start.en.ts';
import type { MapHost } from '../map/index.ts';
import { app, isStarted } from '../parts/app.ts';
import type { Settings } from '../parts/props.ts';
import { problemWithout } from '../read/problem-without.ts';
import { begin, early } from '../state/early.ts';
import type { Effect, Event } from '../state/events.ts';
import { type State, startState } from '../state/state.ts';
import { attributeNames } from './attribute-names.ts';
import { focusOn } from './focus.ts';
import { MapLoader } from './map-loader.ts';
import { languageOf, narrowingFrom, ownLine } from './options.ts';
import { platformOf } from './platform.ts';
import { readStates } from './read-states.ts';
import { retried } from './retried.ts';
import { firstCss, sheetOf } from './sheets.ts';

/** From this width on, in units of the reader's 16 px, panels stand beside the list. */
const wideUnits = 960;

type Engine = typeof import('./engine.ts');

/**
 * `<program-locator>`: finds treatment programs near a place. All that it knows is in one state; `send` is the only way
 * to change it. It stores nothing, and keeps nothing of a search when the visitor leaves.
 */
export class ProgramLocator extends HTMLElement {
  static readonly observedAttributes: readonly string[] = attributeNames;
  /** Where the script came from: its API is asked unless the attribute `api` says otherwise. */
  static origin = '';

  readonly #root = this.attachShadow({ mode: 'open' });
  #state: State = startState();
  #startWords: StartWords = start;
  #words: Words | null = null;
  #engine: Engine | null = null;
  #loading: Promise<void> | null = null;
  #runner: InstanceType<Engine['Runner']> | null = null;
  #ask: ReturnType<Engine['askApi']> | null = null;
  #api: string | null = null;
  #language: 'en' | 'es' = 'en';
  #wide = false;
  /** The website's own map, in place of ours: see map/host.ts. */
  mapStyle: MapHost | null = null;
  readonly #map = new MapLoader((css) => this.#adopt(css));
  /** The first words are there: nothing is drawn in one language to jump into another. */
  #canSpeak = false;
  #drawing = false;
  #asked = false;
  /** Events that wait for the drawing, or for the engine. */
  readonly #waiting: Event[] = [];
  #resizes: ResizeObserver | null = null;

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
  }

  disconnectedCallback(): void {
    removeEventListener('pagehide', this.#leave);
    removeEventListener('pageshow', this.#return);
    this.#resizes?.disconnect();
    this.#resizes = null;
    this.#runner?.stop();
  }

  attributeChangedCallback(): void {
    if (this.#resizes === null) return;
    this.#settle();
    this.#draw();
  }

  /** Searches a text as if it had been typed and Enter pressed. */
  search(text: string): void {
    this.send({ type: 'typed', text });
    this.send({ type: 'submitted' });
  }

  /** As it was when the page came: nothing typed, nothing chosen, nothing found. */
  clear(): void {
    this.send({ type: 'forget' });
    if (this.hasAttribute('history')) this.#engine?.keep(null);
  }

  /** Puts the cursor into the box. */
  override focus(): void {
    focusOn(this.#root, 'box', this);
  }

  /** Anything that happens. What the start does not know waits until the rest is loaded. */
  send(event: Event): void {
    // Drawing may blur what had the focus, which is an event too: it waits for its turn.
    if (this.#drawing) {
      this.#waiting.push(event);
      return;
    }
    const next = this.#engine === null ? early(this.#state, event) : this.#engine.step(this.#state, event);
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
      this.#state = { ...startState(this.#state.base, this.#state.fixed), states: this.#state.states };
      this.#draw();
      return;
    }
    // Said within 100 ms, whatever the rest takes.
    if (event.type === 'submitted') this.#state = begin({ ...this.#state, view: null }, 'search');
    this.#draw();
    this.#load().then(
      () => this.send(event),
      () => this.#failed(event),
    );
  }

  /** The rest did not come: said for a search, and tried again with the next act. */
  #failed(event: Event): void {
    if (event.type !== 'submitted') return;
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
      if (name === 'results' && this.hasAttribute('history')) this.#engine?.keep(this.#state);
      this.#emit(name, detail);
    } else this.#runner?.run(effect);
  }

  #emit(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(`locator-${name}`, { detail, bubbles: true, composed: true }));
  }

  #draw(): void {
    if (this.#drawing || !this.#canSpeak || this.#resizes === null) return;
    this.#drawing = true;
    const props = {
      state: this.#state,
      words: this.#words ?? this.#startWords,
      settings: this.#settings(),
      send: (event: Event) => this.send(event),
    };
    const results =
      this.#engine === null || this.#words === null
        ? null
        : this.#engine.results({ ...props, words: this.#words, map: this.#map.parts });
    render(app(props, results), this.#root);
    const started = isStarted(props);
    if (this.dataset.view !== (started ? 'results' : 'start')) this.dataset.view = started ? 'results' : 'start';
    this.#drawing = false;
    if (results?.sided) this.#map.want(this.#language, this.mapStyle);
  }

  #settings(): Settings {
    return {
      units: this.getAttribute('units') === 'km' ? 'km' : 'mi',
      phone: ownLine(this.getAttribute('phone')),
      benefits: ownLine(this.getAttribute('benefits')),
      framed: this.querySelector(':scope > [slot=heading]') !== null,
      site: this.#site,
      wide: this.#wide,
      platform: platformOf(navigator.userAgent, navigator.maxTouchPoints),
    };
  }

  get #site(): string {
    return this.getAttribute('api')?.replace(/\/+$/, '') ?? ProgramLocator.origin;
  }

  /** Reads the attributes: which API, which words, what is preselected. */
  #settle(): void {
    const narrowing = narrowingFrom((name) => this.getAttribute(name));
    if (JSON.stringify(narrowing) !== JSON.stringify({ base: this.#state.base, fixed: this.#state.fixed }))
      this.send({ type: 'settings', ...narrowing });
    void this.#speak();
    if (this.#api === this.#site) return;
    this.#api = this.#site;
    void retried(
      () => readStates(this.#site),
      (states) => this.send({ type: 'states', states }),
    );
    this.#connect();
  }

  /** Asks the API that the attributes name, once there is something to ask with. */
  #connect(): void {
    if (this.#engine === null) return;
    const ask = this.#engine.askApi(this.#site);
    this.#ask = ask;
    void retried(
      () => ask.vocabulary(),
      (vocabulary) => this.send({ type: 'vocabulary', vocabulary }),
    );
  }

  /** Loads everything that a search needs. */
  #load(): Promise<void> {
    this.#loading ??= this.#loaded().catch((error) => {
      this.#loading = null;
      throw error;
    });
    return this.#loading;
  }

  async #loaded(): Promise<void> {
    const [engine] = await Promise.all([import('./engine.ts'), this.#speak(true)]);
    this.#engine = engine;
    this.#adopt(engine.engineCss);
    this.#runner = new engine.Runner(
      engine.browser,
      () => this.#ask ?? engine.askApi(this.#site),
      () => this.#site || location.origin,
      (event) => this.send(event),
    );
    this.#connect();
    // What was typed meanwhile gets its suggestions now.
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

  /** @param all All words, not those of the start alone. */
  async #speak(all = this.#engine !== null): Promise<void> {
    const language = languageOf(this.getAttribute('lang'), this.closest('[lang]')?.getAttribute('lang') ?? null);
    this.#language = language;
    if (this.#startWords.code !== language)
      // Without its words the finder speaks English rather than nothing.
      this.#startWords =
        language === 'en'
          ? start
          : await import('../../words/start.es.ts').then(
              (words) => words.start,
              () => start,
            );
    this.#canSpeak = true;
    if (all && this.#words?.code !== language)
      this.#words = language === 'en' ? (await import('../../words/en.ts')).en : (await import('../../words/es.ts')).es;
    if (this.#language === language) this.#draw();
  }

  #measure(): void {
    const unit = Number.parseFloat(getComputedStyle(this.#root.querySelector('.finder') ?? this).fontSize) / 16;
    const wide = this.clientWidth >= wideUnits * unit;
    if (wide === this.#wide) return;
    this.#wide = wide;
    this.#draw();
  }

  /** What the host asks for without a visitor: a place of its own, or the search before a reload. */
  async #askAtOnce(): Promise<void> {
    const near = this.getAttribute('near')?.trim() ?? '';
    const before = this.hasAttribute('history') && history.state !== null;
    if (near === '' && !before) return;
    await this.#load().catch(() => undefined);
    const kept = before ? this.#engine?.kept(history.state) : null;
    if (kept != null) this.send({ type: 'restored', kept });
    else if (near !== '') this.send({ type: 'place-taken', label: near });
  }

  readonly #touched = (): void => void this.#load().catch(() => undefined);

  /** Back or a reopened window must show nothing of the search: browsers keep whole pages behind the Back button. */
  readonly #leave = (): void => this.send({ type: 'forget' });

  /** Kept pages come back as they were left. */
  readonly #return = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted) return;
    this.send({ type: 'forget' });
    void this.#askAtOnce();
  };
}
