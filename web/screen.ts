import type { Answer } from './answer.ts';
import { type CrisisActions, crisisPanel, type Language } from './crisis-panel.ts';
import { el, find } from './dom.ts';
import { helpParts } from './help.ts';
import type { PlaceField } from './place-field.ts';
import { sourcesText } from './words.ts';

/** The parts of the page that change, and the one place that changes them. */
export class Screen {
  readonly #box = find('near', HTMLInputElement);
  readonly #boxError = find('near-error', HTMLElement);
  readonly #locate = find('locate', HTMLButtonElement);
  readonly #status = find('status', HTMLElement);
  readonly #results = find('results', HTMLElement);
  readonly #crisis = find('crisis', HTMLElement);
  readonly #crisisLine = find('crisis-line', HTMLElement);
  readonly #sources = find('sources', HTMLElement);
  readonly #places: PlaceField;

  constructor(places: PlaceField) {
    this.#places = places;
  }

  get text(): string {
    return this.#box.value.trim();
  }

  set text(words: string) {
    this.#box.value = words;
    this.#crisisLine.hidden = true;
  }

  /** Labels that were suggested for what is in the box. */
  get suggested(): readonly string[] {
    return this.#places.labels;
  }

  edit(): void {
    this.#box.focus();
    this.#box.select();
  }

  /** Helplines under the box while words of a crisis are being typed: nothing moves, and nothing is sent. */
  hintCrisis(inCrisis: boolean): void {
    this.#crisisLine.hidden = !inCrisis;
  }

  refuse(words: string): void {
    this.#boxError.textContent = words;
    this.#boxError.hidden = false;
    this.#box.setAttribute('aria-invalid', 'true');
    this.#box.focus();
  }

  busy(words: string): void {
    this.idle();
    this.#places.close();
    this.#status.textContent = words;
    this.#results.setAttribute('aria-busy', 'true');
  }

  /** Nothing is under way, and nothing is wrong with what is typed. */
  idle(): void {
    this.#boxError.hidden = true;
    this.#box.removeAttribute('aria-invalid');
    this.locating(false);
    this.#finish('');
  }

  locating(now: boolean): void {
    this.#locate.disabled = now;
  }

  /** @param said For a screen reader, besides the heading. @param inCrisis Something more important has the focus. */
  show(nodes: readonly Node[], said: string, inCrisis = false): void {
    this.#finish(said);
    this.#results.replaceChildren(...nodes);
    this.#results.hidden = false;
    if (!inCrisis) this.#goTo(this.#results);
  }

  /** A page that was added. @param first Where it begins. */
  added(first: HTMLElement | null, said: string): void {
    this.#finish(said);
    (first ?? this.#results.querySelector('h2'))?.focus();
  }

  moreFailed(why: string): void {
    this.#finish(why);
    const again = this.#results.querySelector('.more-results');
    if (again) again.textContent = `${why}. Retry: show more centers`;
  }

  /** 988 and 911 before everything else. They stay until the visitor leaves the page, also above what is searched next. */
  showCrisis(language: Language, actions: CrisisActions): void {
    this.idle();
    this.#places.reset();
    this.#results.replaceChildren();
    this.#results.hidden = true;
    this.#crisis.lang = language;
    this.#crisis.replaceChildren(...crisisPanel(language, actions));
    this.#crisis.hidden = false;
    this.#goTo(this.#crisis);
  }

  /** The helplines as the answer words them, and where its listings come from. */
  showHelp({ help, results, dataset }: Answer): void {
    for (const name of ['crisis', 'treatment', 'emergency'] as const) {
      const line = document.querySelector(`[data-help=${name}]`);
      // The page's own words stay where they already say the same.
      if (line === null || line.textContent.trim() === help[name]) continue;
      line.replaceChildren(...helpParts(help[name]).map(({ text, href }) => (href ? el('a', { href }, text) : text)));
    }
    this.#sources.textContent = sourcesText(
      results.flatMap(({ center }) => center.sources),
      dataset.publishedAt,
    );
    this.#sources.hidden = false;
  }

  /** As the page was when it came. */
  clear(): void {
    this.idle();
    this.#places.reset();
    this.hintCrisis(false);
    for (const part of [this.#results, this.#crisis]) {
      part.replaceChildren();
      part.hidden = true;
    }
    this.#sources.textContent = '';
    this.#sources.hidden = true;
    scrollTo(0, 0);
  }

  #finish(words: string): void {
    this.#status.textContent = words;
    this.#results.removeAttribute('aria-busy');
  }

  #goTo(part: HTMLElement): void {
    const heading = part.querySelector('h2');
    heading?.focus({ preventScroll: true });
    // Beside the form the heading is mostly in sight already; below it, on a phone, it belongs at the top.
    const wide = matchMedia('(width >= 60rem)').matches;
    (part.querySelector('.chips') ?? heading)?.scrollIntoView({ block: wide ? 'nearest' : 'start' });
  }
}
