import { readsAsCrisis } from '../functions/crisis/crisis.ts';
import { ApiProblem, suggestPlaces } from './api.ts';
import { el } from './dom.ts';
import { mayNamePlace } from './typed.ts';

/** Long enough that a word typed at ease is one request, short enough to feel at once. */
const debounceMs = 150;

/**
 * The search box: a combobox that suggests places (WAI-ARIA APG, list autocomplete with manual selection).
 * Suggestions only help: what is typed can be searched without them. A request for suggestions holds what is typed, so
 * none is sent for words of a crisis, nor for a text that goes on where no place name does.
 */
export class PlaceField {
  readonly #input: HTMLInputElement;
  readonly #list: HTMLDivElement;
  readonly #onEdit: () => void;
  #active = -1;
  #timer = 0;
  #request = new AbortController();
  #labels: readonly string[] = [];
  #deadEnd: string | null = null;

  constructor(input: HTMLInputElement, list: HTMLDivElement, onEdit: () => void) {
    this.#input = input;
    this.#list = list;
    this.#onEdit = onEdit;
    input.addEventListener('input', () => this.#edited());
    input.addEventListener('keydown', (event) => this.#key(event));
    input.addEventListener('blur', () => this.close());
    // Without this, pressing on an option would blur the field and close the list before the click.
    list.addEventListener('pointerdown', (event) => event.preventDefault());
    list.addEventListener('click', (event) => {
      const option = event.target instanceof Element ? event.target.closest('[role=option]') : null;
      if (option) this.#choose(option);
    });
  }

  /** The labels that were suggested last. */
  get labels(): readonly string[] {
    return this.#labels;
  }

  /** Forgets what was typed. */
  reset(): void {
    this.close();
    this.#input.value = '';
    this.#labels = [];
    this.#deadEnd = null;
  }

  /** Ends what is under way: no list may open once a search has begun. */
  close(): void {
    clearTimeout(this.#timer);
    this.#request.abort();
    this.#show([]);
  }

  #edited(): void {
    this.#onEdit();
    clearTimeout(this.#timer);
    this.#request.abort();
    // The old list stays until the new one is there, but Enter must not take a place that was marked for other words.
    this.#mark(-1);
    const query = this.#input.value.trim();
    if (!mayNamePlace(query, this.#deadEnd) || readsAsCrisis(query)) this.#show([]);
    else this.#timer = window.setTimeout(() => this.#suggest(query), debounceMs);
  }

  async #suggest(query: string): Promise<void> {
    const request = new AbortController();
    this.#request = request;
    try {
      const places = await suggestPlaces(query, request.signal);
      if (request.signal.aborted) return;
      this.#labels = places.map(({ label }) => label);
      this.#deadEnd = places.length === 0 ? query : null;
      this.#show(this.#labels);
    } catch (error) {
      if (!request.signal.aborted) this.#show([]);
      if (!(error instanceof ApiProblem) && !request.signal.aborted) throw error;
    }
  }

  #show(labels: readonly string[]): void {
    this.#list.replaceChildren(
      ...labels.map((label, index) =>
        el('div', { role: 'option', id: `near-${index}`, 'aria-selected': 'false' }, label),
      ),
    );
    this.#list.hidden = labels.length === 0;
    this.#input.setAttribute('aria-expanded', String(labels.length > 0));
    this.#mark(-1);
  }

  #mark(index: number): void {
    this.#active = index;
    for (const [at, option] of [...this.#list.children].entries()) {
      option.setAttribute('aria-selected', String(at === index));
      if (at !== index) continue;
      this.#input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    }
    if (index < 0) this.#input.removeAttribute('aria-activedescendant');
  }

  #choose(option: Element): void {
    this.#input.value = option.textContent;
    this.close();
  }

  #key(event: KeyboardEvent): void {
    const { length } = this.#list.children;
    if (event.isComposing || length === 0) return;
    // -1 is the field itself: the arrows go round through it, as through one more option.
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: length };
    const step = steps[event.key];
    const option = this.#list.children[this.#active];
    if (step !== undefined) this.#mark(((this.#active + 1 + step) % (length + 1)) - 1);
    else if (event.key === 'Enter' && option) this.#choose(option);
    else if (event.key === 'Escape') this.close();
    else return;
    event.preventDefault();
  }
}
