import { fields, fieldsOf, listFields } from '../functions/domain/fields.ts';
import type { FieldValue, Narrowing } from './answer.ts';
import { el, find } from './dom.ts';
import type { Asked } from './facts.ts';
import { listText } from './state-names.ts';
import type { Fields } from './understood.ts';
import { Vocabulary } from './vocabulary.ts';

/** The filters under "More choices", in the order of what most often decides. */
const filters = fieldsOf('list', 'payers', 'times', 'languages')
  .map((field) => ({ field, ...fields[field].page }))
  .sort((a, b) => a.place - b.place);

/**
 * The form holds what narrows a search: everything else reads it from here or changes it here. A field was either
 * chosen by hand or read from typed words: new words replace what the old ones said and never what was chosen.
 */
export class SearchForm {
  readonly #form = find('search', HTMLFormElement);
  /** Fields that show what words were read as. */
  readonly #read = new Set<string>();
  /** Values that no control can show, such as a radius of 20 miles or somebody's age. */
  readonly #held = new Map<string, FieldValue>();
  #vocabulary = new Vocabulary();

  constructor() {
    this.#form.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) this.#chosenByHand(target.name);
      this.#summarize();
    });
    find('level', HTMLDetailsElement).addEventListener('click', (event) => this.#closeLevels(event));
    this.#summarize();
  }

  /** Offers what some center has: hides levels that none has and fills the further choices. */
  offer(vocabulary: Vocabulary): void {
    this.#vocabulary = vocabulary;
    const before = this.read();
    for (const radio of this.#radios('level')) {
      const label = radio.closest('label');
      if (label) label.hidden = radio.value !== '' && !vocabulary.offered('level', radio.value);
    }
    const fields = filters.flatMap(({ field, ask, any }) => {
      const terms = vocabulary.offerable(field);
      if (terms.length === 0) return [];
      const options = terms.map((term) =>
        el('option', { value: term.value }, term.parent === null ? term.label : `\u2003${term.label}`),
      );
      const id = `filter-${field}`;
      const select = el('select', { id, name: field, autocomplete: 'off' }, el('option', { value: '' }, any));
      select.append(...options);
      return [el('p', {}, el('label', { for: id }, ask), select)];
    });
    find('filter-fields', HTMLElement).replaceChildren(...fields);
    find('filters', HTMLDetailsElement).hidden = fields.length === 0;
    for (const [field, value] of Object.entries(before)) if (value !== undefined) this.#set(field, value);
    this.#summarize();
  }

  /** Every field that narrows the search now. */
  read(): Narrowing {
    const within = this.#value('within');
    return { ...(within === '' ? {} : { within }), ...this.#chosenLists(), ...Object.fromEntries(this.#held) };
  }

  /** Those of them that were chosen by hand. */
  chosen(): Narrowing {
    return Object.fromEntries(Object.entries(this.read()).filter(([field]) => !this.#read.has(field)));
  }

  get hasRead(): boolean {
    return this.#read.size > 0;
  }

  /** The radii that can be chosen, ascending. */
  radii(): readonly string[] {
    return this.#radios('within').flatMap(({ value }) => (value === '' ? [] : [value]));
  }

  asked(): Asked {
    const narrowing = this.read();
    return Object.fromEntries(listFields.flatMap((field) => (narrowing[field] ? [[field, narrowing[field]]] : [])));
  }

  /** The levels in the fewest words that fit a sentence; null for any. */
  levelName(): string | null {
    const names = (this.asked().level ?? []).map(
      (level) =>
        this.#radios('level').find(({ value }) => value === level)?.dataset.short ??
        this.#vocabulary.label('level', level),
    );
    return names.length === 0 ? null : listText(names, 'or');
  }

  /** Whether the form can hold the change: a radius, for one, is a short list here. */
  holds(change: Readonly<Record<string, unknown>>): boolean {
    return Object.entries(change).every(([name, value]) => value === null || this.#option(name, value) !== undefined);
  }

  /** Makes the change that an alternative names; null loosens a field. */
  apply(change: Readonly<Record<string, unknown>>): void {
    for (const [field, value] of Object.entries(change)) {
      this.#read.delete(field);
      this.#set(field, value as FieldValue | null);
    }
    this.#summarize();
  }

  /** Shows what words were read as, in place of what earlier words were read as. */
  fill(fields: Fields): void {
    const kept = this.chosen();
    for (const field of this.#read) if (!(field in fields)) this.#set(field, null);
    this.#read.clear();
    for (const [field, value] of Object.entries(fields)) {
      if (field in kept) continue;
      this.#set(field, value);
      this.#read.add(field);
    }
    this.#summarize();
  }

  /** As it was when the page came: nothing typed, nothing chosen, nothing read. */
  reset(): void {
    for (const option of this.#form.querySelectorAll('option[data-read]')) option.remove();
    this.#form.reset();
    this.#read.clear();
    this.#held.clear();
    for (const details of this.#form.querySelectorAll('details')) details.open = false;
    this.#summarize();
  }

  #chosenByHand(field: string): void {
    this.#read.delete(field);
    this.#held.delete(field);
  }

  #set(field: string, value: FieldValue | null): void {
    this.#held.delete(field);
    const option = this.#option(field, value) ?? this.#newOption(field, value);
    if (option instanceof HTMLInputElement) option.checked = true;
    else if (option) option.selected = true;
    else {
      for (const radio of this.#radios(CSS.escape(field))) radio.checked = false;
      if (value !== null) this.#held.set(field, value);
    }
  }

  /** A choice that the list lacks, such as two values at once; it goes when the form is reset. */
  #newOption(field: string, value: FieldValue | null): HTMLOptionElement | null {
    const select = this.#form.querySelector<HTMLSelectElement>(`select[name="${CSS.escape(field)}"]`);
    const known = listFields.find((one) => one === field);
    if (select === null || known === undefined || !Array.isArray(value)) return null;
    const label = listText(
      value.map((one) => this.#vocabulary.label(known, one)),
      'or',
    );
    const option = el('option', { value: value.join(), 'data-read': true }, label);
    select.append(option);
    return option;
  }

  #chosenLists(): Asked {
    const chosen = listFields.map((field) => [field, this.#value(field)] as const).filter(([, value]) => value !== '');
    return Object.fromEntries(chosen.map(([field, value]) => [field, value.split(',')]));
  }

  #value(name: string): string {
    const value = new FormData(this.#form).get(name);
    return typeof value === 'string' ? value : '';
  }

  #radios(name: string): HTMLInputElement[] {
    return [...this.#form.querySelectorAll<HTMLInputElement>(`input[type=radio][name=${name}]`)];
  }

  #option(name: string, value: unknown): HTMLInputElement | HTMLOptionElement | undefined {
    const wanted = value === null ? '' : String(value);
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
    const words = chosen?.nextElementSibling?.cloneNode(true).childNodes ?? [el('b', {}, this.levelName() ?? '')];
    find('level-chosen', HTMLElement).replaceChildren(...words);
    const count = filters.filter(({ field }) => this.#value(field) !== '').length;
    find('filters-chosen', HTMLElement).textContent = count === 0 ? '' : `(${count} chosen)`;
  }
}
