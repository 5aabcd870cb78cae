import { type ListField, listFields, type Narrowing } from './answer.ts';
import { el, find } from './dom.ts';
import type { Asked } from './facts.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The filters under "More choices", in the order of what most often decides. */
const filters: readonly { readonly field: ListField; readonly label: string; readonly any: string }[] = [
  { field: 'payer', label: 'How would you pay?', any: 'Any way' },
  { field: 'population', label: 'A program for', any: 'Anyone' },
  { field: 'condition', label: 'What it treats', any: 'Anything' },
  { field: 'therapy', label: 'Therapy', any: 'Any' },
  { field: 'schedule', label: 'Time of day', any: 'Any time' },
  { field: 'modality', label: 'In person or online', any: 'Either' },
  { field: 'language', label: 'Language besides English', any: 'Any' },
];

/** The form is the one place that holds the search: everything else reads it from here or changes it here. */
export class SearchForm {
  readonly #form = find('search', HTMLFormElement);

  constructor() {
    this.#form.addEventListener('change', () => this.#summarize());
    find('level', HTMLDetailsElement).addEventListener('click', (event) => this.#closeLevels(event));
    this.#summarize();
  }

  /** Offers what some center has: hides levels that none has and fills the further choices. */
  offer(vocabulary: Vocabulary): void {
    for (const radio of this.#radios('level')) {
      const label = radio.closest('label');
      if (label) label.hidden = radio.value !== '' && !vocabulary.offered('level', radio.value);
    }
    const fields = filters.flatMap(({ field, label, any }) => {
      const terms = vocabulary.offerable(field);
      if (terms.length === 0) return [];
      const options = terms.map((term) =>
        el('option', { value: term.value }, term.parent === null ? term.label : `\u2003${term.label}`),
      );
      const select = el('select', { id: `filter-${field}`, name: field }, el('option', { value: '' }, any), ...options);
      return [el('p', {}, el('label', { for: select.id }, label), select)];
    });
    find('filter-fields', HTMLElement).replaceChildren(...fields);
    find('filters', HTMLDetailsElement).hidden = fields.length === 0;
  }

  /** The search that the form stands for, but for where it starts. */
  read(): Narrowing {
    const within = this.#value('within');
    return { ...(within === '' ? {} : { within }), ...this.asked() };
  }

  /** The radii that can be chosen, ascending. */
  radii(): readonly string[] {
    return this.#radios('within').flatMap(({ value }) => (value === '' ? [] : [value]));
  }

  asked(): Asked {
    const chosen = listFields.map((field) => [field, this.#value(field)] as const).filter(([, value]) => value !== '');
    return Object.fromEntries(chosen.map(([field, value]) => [field, [value]]));
  }

  /** The level in the fewest words that fit a sentence; null for any. */
  levelName(): string | null {
    return this.#radios('level').find((radio) => radio.checked)?.dataset.short ?? null;
  }

  /** Whether the form can hold the change: a radius, for one, is a short list here. */
  holds(change: Readonly<Record<string, unknown>>): boolean {
    return Object.entries(change).every(([name, value]) => this.#option(name, value) !== undefined);
  }

  /** Makes the change that an alternative names; null loosens a field. */
  apply(change: Readonly<Record<string, unknown>>): void {
    for (const [name, value] of Object.entries(change)) {
      const option = this.#option(name, value);
      if (option instanceof HTMLInputElement) option.checked = true;
      else if (option) option.selected = true;
    }
    this.#summarize();
  }

  #value(name: string): string {
    const value = new FormData(this.#form).get(name);
    return typeof value === 'string' ? value : '';
  }

  #radios(name: string): HTMLInputElement[] {
    return [...this.#form.querySelectorAll<HTMLInputElement>(`input[type=radio][name=${name}]`)];
  }

  #option(name: string, value: unknown): HTMLInputElement | HTMLOptionElement | undefined {
    const wanted = value === null ? '' : Array.isArray(value) ? value[0] : value;
    const options = this.#form.querySelectorAll<HTMLOptionElement>(`select[name="${CSS.escape(name)}"] option`);
    return [...this.#radios(CSS.escape(name)), ...options].find((option) => option.value === wanted);
  }

  /** A tap on a level is a decision and folds the list; the arrow keys only try a level out. */
  #closeLevels({ currentTarget, detail, target }: MouseEvent): void {
    if (detail === 0 || !(currentTarget instanceof HTMLDetailsElement) || !(target instanceof Element)) return;
    if (target.closest('.choices label') === null) return;
    // The label's click checks its radio only after this handler.
    setTimeout(() => {
      currentTarget.open = false;
      currentTarget.querySelector('summary')?.focus();
    });
  }

  #summarize(): void {
    const chosen = this.#radios('level').find((radio) => radio.checked);
    const words = chosen?.nextElementSibling?.cloneNode(true);
    if (words) find('level-chosen', HTMLElement).replaceChildren(...words.childNodes);
    const count = filters.filter(({ field }) => this.#value(field) !== '').length;
    find('filters-chosen', HTMLElement).textContent = count === 0 ? '' : `(${count} chosen)`;
  }
}
