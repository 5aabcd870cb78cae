import { readsAsCrisis } from '../functions/crisis/crisis.ts';
import { worthOffering } from './alternatives.ts';
import type { Answer, Narrowing, State, Where } from './answer.ts';
import { ApiProblem, readStates } from './api.ts';
import { chipsOf } from './chips.ts';
import { type DevicePoint, locate } from './device-location.ts';
import { missingPlace, problemView } from './problem-view.ts';
import { type Actions, addPage, answerView, type Search } from './result-list.ts';
import type { Screen } from './screen.ts';
import type { SearchForm } from './search-form.ts';
import { cursorPages, devicePages, type Page, type SearchPages } from './search-pages.ts';
import { readsAsSpanish } from './spanish.ts';
import { stateName } from './state-names.ts';
import { Turn } from './turn.ts';
import { longestText, startOf } from './typed.ts';
import { readUnderstood, type Understood } from './understood.ts';
import { Vocabulary } from './vocabulary.ts';
import { accuracyText, countText, ignoredText, stateText, viewerText } from './words.ts';

/** Where a search starts, once that is more than a text in the box. */
type Origin = Where | { readonly kind: 'device'; readonly point: DevicePoint };

/** Shown while a search goes on. */
interface Last {
  readonly pages: SearchPages;
  readonly page: Page;
  readonly search: Search;
  readonly shown: number;
}

/**
 * The search as a visitor meets it: reads the box and the form, asks, and shows what comes. Whatever is started last
 * wins. All that it knows about a visitor is in these fields, and `forget` empties them.
 */
export class Finder {
  readonly #form: SearchForm;
  readonly #screen: Screen;
  readonly #turn = new Turn();
  vocabulary = new Vocabulary();
  /** Ends when the box is edited. */
  #origin: Origin | null = null;
  #last: Last | null = null;

  constructor(form: SearchForm, screen: Screen) {
    this.#form = form;
    this.#screen = screen;
  }

  readonly actions: Actions = {
    change: (change) => {
      this.#form.apply(change);
      void this.search();
    },
    remove: (field) => void this.#remove(field),
    more: () => void this.#more(),
    anyway: () => void this.#anyway(),
    retry: () => void this.search(),
    locate: () => void this.searchFromDevice(),
    place: (near) => void this.#searchFrom({ kind: 'place', near }, near),
    state: ({ code, name }) => void this.#searchFrom({ kind: 'state', state: code }, `All of ${name}`),
    edit: () => this.#screen.edit(),
  };

  /** Whether the box shows where the search starts in words that nobody typed: typing replaces them whole. */
  get isLabelShown(): boolean {
    return this.#origin !== null && this.#origin.kind !== 'place';
  }

  /** The box was edited: what is typed now counts, and no location that comes late. */
  edited(): void {
    this.#origin = null;
    this.#turn.end();
    this.#screen.idle();
  }

  /** Leaves nothing of any search, on the screen or here. */
  forget(): void {
    this.#turn.end();
    this.#origin = null;
    this.#last = null;
    this.#form.reset();
    this.#screen.clear();
  }

  /** Searches from the box and the form, unless the words are of a crisis: then 988 and 911 come, and no request. */
  async search(notes: readonly string[] = [], anyway = false): Promise<void> {
    const text = this.#screen.text;
    if (this.#origin !== null) return this.#ask(this.#pagesFrom(this.#origin), null, notes, anyway);
    if (text === '') return this.#screen.refuse('Type a ZIP code or a city, or say what you need and where.');
    if (readsAsCrisis(text)) return this.#crisis(text, () => void this.#searchWords(text));
    const start = startOf(text, this.#screen.suggested);
    if ('near' in start) {
      this.#origin = { kind: 'place', near: start.near };
      return this.search(notes, anyway);
    }
    return this.#searchWords(start.q);
  }

  async searchFromDevice(): Promise<void> {
    const signal = this.#begin('Finding your location…');
    this.#screen.locating(true);
    try {
      const point = await locate();
      if (signal.aborted) return;
      this.#screen.locating(false);
      await this.#searchFrom({ kind: 'device', point }, 'My location');
    } catch (error) {
      if (signal.aborted) return;
      this.#screen.idle();
      this.#screen.refuse(error instanceof Error ? error.message : String(error));
    }
  }

  async #searchFrom(origin: Origin, label: string): Promise<void> {
    this.#origin = origin;
    this.#screen.text = label;
    await this.search();
  }

  async #searchWords(text: string): Promise<void> {
    if (text.length > longestText)
      return this.#screen.refuse(`That is more than we can read: say it in ${longestText} letters or fewer.`);
    const narrowing = this.#form.chosen();
    await this.#ask(cursorPages({ q: text }, narrowing), text, []);
  }

  #pagesFrom(origin: Origin): SearchPages {
    const narrowing = this.#form.read();
    if (origin.kind === 'device') return devicePages(origin.point, narrowing, this.#form.radii());
    if (origin.kind === 'place') return cursorPages({ near: origin.near }, narrowing);
    // The API refuses a radius around a state: there is no point to measure from.
    const { within: _, ...fields } = narrowing;
    return cursorPages({ state: origin.state }, fields as Narrowing);
  }

  /** @param words What the API reads; null where the box and the form say it all. */
  async #ask(pages: SearchPages, words: string | null, notes: readonly string[], anyway = false): Promise<void> {
    const signal = this.#begin('Searching…');
    try {
      const page = await pages.next(signal);
      if (signal.aborted) return;
      const understood = readUnderstood(page.answer.query);
      const { crisis = false } = page.answer;
      if (words !== null) {
        this.#origin = understood.where;
        // A place alone changes the place alone: what earlier words asked for still holds.
        if (this.#form.hasRead && saysPlaceOnly(understood, this.#form.chosen())) {
          return await this.search([...notes, ...this.#ignored(understood.ignored)]);
        }
        this.#form.fill(understood.fields);
      }
      const told = [...notes, ...this.#ownNotes(page.answer, crisis ? [] : understood.ignored)];
      const search = this.#describe(page.answer, told, anyway);
      this.#last = { pages, page, search, shown: page.answer.results.length };
      this.#screen.showHelp(page.answer);
      if (crisis) this.#crisis(words ?? this.#screen.text, null, page.answer.origin.label);
      this.#screen.show(answerView(page, search, this.vocabulary, this.actions), notes.join(' '), crisis);
    } catch (error) {
      const problem = asProblem(error, signal);
      if (problem !== null) await this.#showProblem(problem, words, signal);
    }
  }

  async #showProblem(problem: ApiProblem, words: string | null, signal: AbortSignal): Promise<void> {
    const state = problem.state === null ? null : await stateNamed(problem.state, signal);
    if (signal.aborted) return;
    const understood = readUnderstood(problem.query);
    if (words !== null && problem.query !== null) this.#form.fill(understood.fields);
    // What a problem says of a crisis text may repeat it.
    const told = problem.crisis
      ? new ApiProblem(problem.status, problem.message, { ...problem, messages: [] })
      : problem;
    if (problem.crisis) this.#crisis(words ?? this.#screen.text, null);
    const notes = problem.crisis ? [] : this.#ignored(understood.ignored);
    const asked = { chips: this.#chips(null), notes, state };
    this.#screen.show(problemView(told, asked, this.actions), '', problem.crisis);
  }

  /** @param again Sends the words after all. @param label What the box shows in place of the sentence. */
  #crisis(text: string, again: (() => void) | null, label = ''): void {
    this.#screen.showCrisis(readsAsSpanish(text) ? 'es' : 'en', { locate: this.actions.locate, again });
    this.#screen.text = label;
  }

  async #more(): Promise<void> {
    if (this.#last === null) return;
    const { pages, search, shown } = this.#last;
    const signal = this.#begin('Loading more…');
    try {
      const page = await pages.next(signal);
      if (signal.aborted || this.#last === null) return;
      const added = page.answer.results.length;
      this.#last = { ...this.#last, shown: shown + added };
      const first = addPage(page, shown, search, this.vocabulary);
      this.#screen.added(first, `${countText(added, 'more center')} shown, ${shown + added} in all`);
    } catch (error) {
      const problem = asProblem(error, signal);
      if (problem === null) return;
      if (problem.status === 410)
        return this.search(['The listings were updated meanwhile, so the search began again.']);
      this.#screen.moreFailed(problem.message);
    }
  }

  /** Shows the list that is far away; where a radius held it back, without the radius. */
  async #anyway(): Promise<void> {
    if (this.#last === null) return;
    const { page, search } = this.#last;
    if (page.answer.results.length > 0) {
      const shown = { ...search, anyway: true };
      this.#last = { ...this.#last, search: shown };
      this.#screen.show(answerView(page, shown, this.vocabulary, this.actions), '');
      return;
    }
    this.#form.apply({ within: null });
    await this.search([], true);
  }

  async #remove(field: string): Promise<void> {
    if (field !== 'place') {
      this.#form.apply({ [field]: null });
      return this.search();
    }
    this.#turn.end();
    this.#origin = null;
    this.#screen.text = '';
    this.#screen.show(missingPlace(this.actions), '');
  }

  #describe(answer: Answer, notes: readonly string[], anyway: boolean): Search {
    const narrowing = this.#form.read();
    // The form holds a short list of radii: what it cannot hold cannot be offered.
    const changes = worthOffering((answer.alternatives ?? []).filter(({ change }) => this.#form.holds(change)));
    const { within } = narrowing;
    const asked = this.#form.asked();
    return { asked, levelName: this.#form.levelName(), within, notes, chips: this.#chips(answer), changes, anyway };
  }

  /** @param answer Names the place; null where there is none. */
  #chips(answer: Answer | null) {
    const chips = chipsOf(this.#form.read(), this.#form.levelName(), this.vocabulary);
    if (answer === null) return chips;
    const { kind, label } = answer.origin;
    return [...chips, { field: 'place', label: kind === 'cell' ? 'My location' : label }];
  }

  /** What the search itself gives to say. */
  #ownNotes({ origin }: Answer, ignored: readonly string[]): string[] {
    const notes = this.#ignored(ignored);
    if (origin.kind === 'viewer') notes.push(viewerText);
    if (this.#origin?.kind === 'state') notes.push(stateText(this.#form.read().within));
    const accuracy = this.#origin?.kind === 'device' ? accuracyText(this.#origin.point.accuracyMeters) : null;
    return accuracy === null ? notes : [...notes, accuracy];
  }

  #ignored(words: readonly string[]): string[] {
    return words.length === 0 ? [] : [ignoredText(words, Object.keys(this.#form.chosen()).length > 0)];
  }

  #begin(words: string): AbortSignal {
    this.#screen.busy(words);
    return this.#turn.begin();
  }
}

/** Whether words name a place and ask for nothing that was not chosen in the form already. */
function saysPlaceOnly({ where, fields }: Understood, chosen: Narrowing): boolean {
  return where !== null && Object.keys(fields).every((field) => field in chosen);
}

/** A state whose name does not come is still worth searching. */
async function stateNamed(code: string, signal: AbortSignal): Promise<State> {
  const states = await readStates(signal).catch(() => []);
  return states.find((state) => state.code === code) ?? { code, name: stateName(code) };
}

/** Null for what was given up because something else began. */
function asProblem(error: unknown, signal: AbortSignal): ApiProblem | null {
  if (signal.aborted) return null;
  if (error instanceof ApiProblem) return error;
  // A fault of this page: readable for the visitor, and still in the console for whoever mends it.
  console.error(error);
  return new ApiProblem(0, 'Something went wrong on this page');
}
