import { worthOffering } from './alternatives.ts';
import type { Help, Narrowing, State } from './answer.ts';
import { ApiProblem, readStates, readTaxonomy } from './api.ts';
import { type DevicePoint, locate } from './device-location.ts';
import { el, find } from './dom.ts';
import { helpParts } from './help.ts';
import { PlaceField } from './place-field.ts';
import { type Actions, addPage, answerView, problemView, type Search } from './result-list.ts';
import { SearchForm } from './search-form.ts';
import { cursorPages, devicePages, type SearchPages } from './search-pages.ts';
import { readVocabulary, Vocabulary } from './vocabulary.ts';
import { accuracyText, countText, stateText } from './words.ts';

const form = new SearchForm();
const near = find('near', HTMLInputElement);
const nearError = find('near-error', HTMLElement);
const locateButton = find('locate', HTMLButtonElement);
const status = find('status', HTMLElement);
const results = find('results', HTMLElement);
const places = new PlaceField(near, find('near-list', HTMLDivElement), edited);

/** What the place field shows, in words, while the search starts from something that was not typed. */
type Chosen =
  | { readonly kind: 'device'; readonly point: DevicePoint }
  | { readonly kind: 'state'; readonly state: State };

let vocabulary = new Vocabulary();
/** It lives nowhere but here, and ends when the field is edited. */
let chosen: Chosen | null = null;
let request = new AbortController();
let last: { pages: SearchPages; search: Search; shown: number } | null = null;

const actions: Actions = {
  change(change) {
    form.apply(change);
    void search();
  },
  more: () => void showMore(),
  retry: () => void search(),
  place(label) {
    chosen = null;
    near.value = label;
    void search();
  },
  state(state) {
    chosen = { kind: 'state', state };
    near.value = `All of ${state.name}`;
    void search();
  },
  edit: () => near.focus(),
};

find('search', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  void search();
});
// What stands there in place of a typed text is not for editing: typing replaces it whole.
near.addEventListener('focus', () => chosen !== null && near.select());
locateButton.addEventListener('click', () => void searchFromDevice());

void loadVocabulary();

/** The search works without the further choices, so a failure is not told; a phone's connection gets more tries. */
async function loadVocabulary(): Promise<void> {
  for (const waitMs of [0, 2_000, 10_000]) {
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    const body = await readTaxonomy().catch(() => null);
    if (body === null) continue;
    vocabulary = readVocabulary(body);
    return form.offer(vocabulary);
  }
}

/** @param notes What must be said before the results, besides what the search itself gives to say. */
async function search(notes: readonly string[] = []): Promise<void> {
  places.close();
  const typed = near.value.trim();
  if (chosen === null && typed === '') return refuse('Type a ZIP code, such as 85004, or a city, such as Phoenix, AZ.');
  clearRefusal();
  const narrowing = form.read();
  const pages = pagesFrom(typed, narrowing);
  const asked = { asked: form.asked(), levelName: form.levelName(), within: narrowing.within };
  const told = [...notes, ...ownNotes(narrowing)];
  const ours = begin('Searching…');
  try {
    const page = await pages.next(ours.signal);
    if (ours.signal.aborted) return;
    // The form holds a short list of radii: what it cannot hold cannot be offered.
    const held = (page.answer.alternatives ?? []).filter(({ change }) => form.holds(change));
    const search = { ...asked, notes: told, changes: worthOffering(held) };
    last = { pages, search, shown: page.answer.results.length };
    showHelp(page.answer.help);
    show(answerView(page, search, vocabulary, actions));
    status.textContent = notes.join(' ');
  } catch (error) {
    const problem = asProblem(error, ours.signal);
    const state = problem?.state ? await stateNamed(problem.state, ours.signal) : null;
    if (problem && !ours.signal.aborted) show(problemView(problem, state, actions));
  }
}

function pagesFrom(typed: string, narrowing: Narrowing): SearchPages {
  if (chosen?.kind === 'device') return devicePages(chosen.point, narrowing, form.radii());
  if (chosen === null) return cursorPages({ near: typed }, narrowing);
  // The API refuses a radius around a state: there is no point to measure from.
  const { within: _, ...fields } = narrowing;
  return cursorPages({ state: chosen.state.code }, fields);
}

/** A state whose name does not come is still worth searching. */
async function stateNamed(code: string, signal: AbortSignal): Promise<State> {
  const states = await readStates(signal).catch(() => []);
  return states.find((state) => state.code === code) ?? { code, name: code };
}

async function showMore(): Promise<void> {
  if (last === null) return;
  const { pages, search: asked, shown } = last;
  const ours = begin('Loading more…');
  try {
    const page = await pages.next(ours.signal);
    if (ours.signal.aborted) return;
    const added = page.answer.results.length;
    last = { ...last, shown: shown + added };
    const first = addPage(page, shown, asked, vocabulary);
    finish(`${countText(added, 'more center')} shown, ${last.shown} in all`);
    (first ?? find('results-heading', HTMLElement)).focus();
  } catch (error) {
    const problem = asProblem(error, ours.signal);
    if (problem === null) return;
    if (problem.status === 410) return search(['The listings were updated meanwhile, so the search began again.']);
    finish(problem.message);
    const again = results.querySelector('.more-results');
    if (again) again.textContent = `${problem.message}. Retry: show more centers`;
  }
}

async function searchFromDevice(): Promise<void> {
  clearRefusal();
  locateButton.disabled = true;
  status.textContent = 'Finding your location…';
  try {
    chosen = { kind: 'device', point: await locate() };
    near.value = 'My location';
    await search();
  } catch (error) {
    status.textContent = '';
    refuse(error instanceof Error ? error.message : String(error));
  } finally {
    locateButton.disabled = false;
  }
}

/** What the search itself gives to say. */
function ownNotes({ within }: Narrowing): string[] {
  if (chosen?.kind === 'state') return [stateText(within)];
  const accuracy = chosen === null ? null : accuracyText(chosen.point.accuracyMeters);
  return accuracy === null ? [] : [accuracy];
}

function begin(words: string): AbortController {
  request.abort();
  request = new AbortController();
  status.textContent = words;
  results.setAttribute('aria-busy', 'true');
  return request;
}

function finish(words: string): void {
  status.textContent = words;
  results.removeAttribute('aria-busy');
}

function show(nodes: readonly Node[]): void {
  finish('');
  results.replaceChildren(...nodes);
  results.hidden = false;
  const heading = results.querySelector('h2');
  heading?.focus({ preventScroll: true });
  // Beside the form the heading is mostly in sight already; below it, on a phone, it belongs at the top.
  heading?.scrollIntoView({ block: matchMedia('(width >= 60rem)').matches ? 'nearest' : 'start' });
}

/** The helplines as the answer words them; the page's own words stay where they already say the same. */
function showHelp(help: Help): void {
  for (const name of ['crisis', 'treatment', 'emergency'] as const) {
    const line = document.querySelector(`[data-help=${name}]`);
    if (line === null || line.textContent.trim() === help[name]) continue;
    line.replaceChildren(...helpParts(help[name]).map(({ text, href }) => (href ? el('a', { href }, text) : text)));
  }
}

function edited(): void {
  chosen = null;
  clearRefusal();
}

function refuse(words: string): void {
  nearError.textContent = words;
  nearError.hidden = false;
  near.setAttribute('aria-invalid', 'true');
  near.focus();
}

function clearRefusal(): void {
  nearError.hidden = true;
  near.removeAttribute('aria-invalid');
}

/** Null for what was given up because another search began. */
function asProblem(error: unknown, signal: AbortSignal): ApiProblem | null {
  if (signal.aborted) return null;
  if (error instanceof ApiProblem) return error;
  // A fault of this page: readable for the visitor, and still in the console for whoever mends it.
  console.error(error);
  return new ApiProblem(0, 'Something went wrong on this page');
}
