import { render } from 'preact';
import { en, type Words } from '../../words/en.ts';
import { app, type More } from '../parts/app.ts';
import type { Settings } from '../parts/props.ts';
import type { Effect, Event, Focus } from '../state/events.ts';
import { type State, startState } from '../state/state.ts';
import { step } from '../state/step.ts';
import { type Ask, askApi } from './ask.ts';
import { attributes } from './attributes.ts';
import { focusOn } from './focus.ts';
import { keep, kept } from './kept.ts';
import { languageOf, narrowingFrom, ownLine } from './options.ts';
import { browser, platformOf } from './ports.ts';
import { retried } from './retried.ts';
import { Runner } from './runner.ts';
import { firstCss, sheetOf } from './sheets.ts';

/** From this width on, in the reader's own 16 px, panels stand beside the list. */
const wideUnits = 960;

/**
 * `<program-locator>`: finds treatment programs near a place. All that it knows is in one state; `send` is the only way
 * to change it. It stores nothing, and keeps nothing of a search when the visitor leaves.
 */
export class ProgramLocator extends HTMLElement {
  static readonly observedAttributes: readonly string[] = attributes.map(({ name }) => name);
  /** Where the script came from: its API is asked unless the attribute `api` says otherwise. */
  static origin = '';

  readonly #root = this.attachShadow({ mode: 'open', delegatesFocus: false });
  readonly #runner = new Runner(
    browser,
    () => this.#ask,
    () => this.#site,
    () => this.#load(),
    (event) => this.send(event),
  );
  #state: State = startState();
  #words: Words = en;
  #ask: Ask = askApi('');
  #api: string | null = null;
  #more: More | null = null;
  #wide = false;
  #drawing = false;
  #asked = false;
  readonly #waiting: Event[] = [];
  #resizes: ResizeObserver | null = null;

  connectedCallback(): void {
    if (this.#root.adoptedStyleSheets.length === 0) this.#root.adoptedStyleSheets = [sheetOf(firstCss)];
    for (const type of ['focusin', 'pointerdown']) this.#root.addEventListener(type, this.#begin, { once: true });
    this.#settle();
    addEventListener('pagehide', this.#leave);
    addEventListener('pageshow', this.#return);
    this.#resizes = new ResizeObserver(() => this.#measure());
    this.#resizes.observe(this);
    this.#measure();
    this.#draw();
    const before = this.hasAttribute('history') ? kept(history.state) : null;
    const near = this.getAttribute('near')?.trim() ?? '';
    if (before !== null) this.send({ type: 'restored', kept: before });
    else if (near !== '' && !this.#asked) this.send({ type: 'place-taken', label: near });
    this.#asked = true;
  }

  disconnectedCallback(): void {
    removeEventListener('pagehide', this.#leave);
    removeEventListener('pageshow', this.#return);
    this.#resizes?.disconnect();
    this.#runner.stop();
  }

  attributeChangedCallback(): void {
    if (!this.isConnected || this.#resizes === null) return;
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
    if (this.hasAttribute('history')) keep(null);
  }

  /** Puts the cursor into the box. */
  override focus(): void {
    focusOn(this.#root, 'box', this);
  }

  send(event: Event): void {
    // Drawing may blur what had the focus, which is an event too: it waits for its turn.
    if (this.#drawing) {
      this.#waiting.push(event);
      return;
    }
    const [state, ...effects] = step(this.#state, event);
    this.#state = state;
    this.#draw();
    for (const effect of effects) this.#do(effect);
    const next = this.#waiting.shift();
    if (next !== undefined) this.send(next);
  }

  #do(effect: Effect): void {
    if (effect.do === 'focus') this.#focus(effect.on);
    else if (effect.do === 'emit') {
      const { name, detail } = effect;
      if (name === 'results' && this.hasAttribute('history')) keep(this.#state);
      this.dispatchEvent(new CustomEvent(`locator-${name}`, { detail, bubbles: true, composed: true }));
    } else this.#runner.run(effect);
  }

  #focus(on: Focus): void {
    focusOn(this.#root, on, this);
  }

  #draw(): void {
    this.#drawing = true;
    const props = {
      state: this.#state,
      words: this.#words,
      settings: this.#settings(),
      send: (event: Event) => this.send(event),
      wide: this.#wide,
      more: this.#more,
      map: null,
    };
    render(app(props), this.#root);
    this.#drawing = false;
  }

  #settings(): Settings {
    return {
      units: this.getAttribute('units') === 'km' ? 'km' : 'mi',
      phone: ownLine(this.getAttribute('phone')),
      benefits: ownLine(this.getAttribute('benefits')),
      framed: this.querySelector(':scope > [slot=heading]') !== null,
      site: this.#site,
      platform: platformOf(navigator.userAgent, navigator.maxTouchPoints),
    };
  }

  get #site(): string {
    return this.getAttribute('api')?.replace(/\/+$/, '') ?? ProgramLocator.origin;
  }

  /** Reads the attributes: which API, which words, what is preselected. */
  #settle(): void {
    const narrowing = narrowingFrom((name) => this.getAttribute(name));
    this.#state = step(this.#state, { type: 'settings', ...narrowing })[0];
    void this.#speak();
    if (this.#api === this.#site) return;
    this.#api = this.#site;
    this.#ask = askApi(this.#site);
    void retried(
      () => this.#ask.vocabulary(),
      (vocabulary) => this.send({ type: 'vocabulary', vocabulary }),
    );
    void retried(
      () => this.#ask.states(),
      (states) => this.send({ type: 'states', states }),
    );
  }

  async #speak(): Promise<void> {
    const language = languageOf(this.getAttribute('lang'), this.closest('[lang]')?.getAttribute('lang') ?? null);
    if (language === this.#words.code) return;
    this.#words = language === 'en' ? en : (await import('../../words/es.ts')).es;
    if (this.isConnected) this.#draw();
  }

  readonly #begin = (): void => void this.#load().catch(() => undefined);

  /** Loads what draws results. A search needs it and tries again, so a failure here is not told yet. */
  async #load(): Promise<void> {
    if (this.#more !== null) return;
    const more = await import('../parts/more.ts');
    if (this.#more !== null) return;
    this.#more = more;
    this.#root.adoptedStyleSheets = [...this.#root.adoptedStyleSheets, sheetOf(more.moreCss)];
    this.#draw();
  }

  #measure(): void {
    const unit = Number.parseFloat(getComputedStyle(this).fontSize) / 16;
    const wide = this.clientWidth >= wideUnits * unit;
    if (wide === this.#wide) return;
    this.#wide = wide;
    this.#draw();
  }

  /** Back or a reopened window must show nothing of the search: browsers keep whole pages behind the Back button. */
  readonly #leave = (): void => this.send({ type: 'forget' });

  /** Kept pages come back as they were left. */
  readonly #return = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted) return;
    const before = this.hasAttribute('history') ? kept(history.state) : null;
    this.send(before === null ? { type: 'forget' } : { type: 'restored', kept: before });
  };
}

for (const { name } of attributes) {
  if (name === 'lang') continue;
  Object.defineProperty(ProgramLocator.prototype, name, {
    configurable: true,
    enumerable: true,
    get(this: ProgramLocator) {
      return name === 'history' ? this.hasAttribute(name) : this.getAttribute(name);
    },
    set(this: ProgramLocator, value: unknown) {
      if (value === null || value === undefined || value === false) this.removeAttribute(name);
      else this.setAttribute(name, value === true ? '' : String(value));
    },
  });
}
