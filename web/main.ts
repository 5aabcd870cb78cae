import type { Answer, Help, SearchFields } from './answer.ts';
import { ApiProblem, readTaxonomy, searchCenters } from './api.ts';
import { locate } from './device-location.ts';
import { el, find } from './dom.ts';
import { helpParts } from './help.ts';
import { PlaceField } from './place-field.ts';
import { type Actions, answerView, cards, problemView, type Search } from './result-list.ts';
import { SearchForm } from './search-form.ts';
import { readVocabulary, Vocabulary } from './vocabulary.ts';
import { countText } from './words.ts';

const form = new SearchForm();
const near = find('near', HTMLInputElement);
const nearError = find('near-error', HTMLElement);
const locateButton = find('locate', HTMLButtonElement);
const status = find('status', HTMLElement);
const results = find('results', HTMLElement);
const places = new PlaceField(near, find('near-list', HTMLDivElement), edited);

/** What the field shows while the search starts from the device: the point itself is kept out of sight. */
const deviceLabel = 'My rough location';
const pageSize = 10;
/** As many as one answer of the API holds. */
const mostShown = 50;

let vocabulary = new Vocabulary();
/** The device's coarse point while the field says so; it lives nowhere but here. */
let devicePoint: string | null = null;
let request = new AbortController();
let last: { fields: SearchFields; shown: number } | null = null;

const actions: Actions = {
  change(change) {
    form.apply(change);
    void search();
  },
  more: () => void showMore(),
  retry: () => void search(),
  place(label) {
    devicePoint = null;
    near.value = label;
    void search();
  },
  edit: () => near.focus(),
};

find('search', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  void search();
});
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

async function search(): Promise<void> {
  places.close();
  const where = devicePoint ?? near.value.trim();
  if (where === '') return refuse('Type a ZIP code, such as 85004, or a city, such as Phoenix, AZ.');
  clearRefusal();
  const fields = form.read(where);
  const ours = begin('Searching…');
  try {
    const { answer, search } = await ask(fields, pageSize, ours.signal);
    if (ours.signal.aborted) return;
    last = { fields, shown: answer.results.length };
    showHelp(answer.help);
    show(answerView(answer, search, vocabulary, actions));
  } catch (error) {
    if (!ours.signal.aborted) show(problemView(asProblem(error), actions));
  }
}

/** Asks for one center more than are shown: whether more follow is then known, not guessed. */
async function ask(fields: SearchFields, count: number, signal: AbortSignal) {
  const answer = await searchCenters(fields, Math.min(count + 1, mostShown), signal);
  const results = answer.results.slice(0, count);
  const shown = { ...answer, results };
  return { answer: shown, search: describe(shown, fields, answer.results.length > count) };
}

async function showMore(): Promise<void> {
  if (last === null) return;
  const { fields, shown } = last;
  const ours = begin('Loading more…');
  const old = results.querySelector('.more-results');
  try {
    const { answer, search } = await ask(fields, Math.min(shown + pageSize, mostShown), ours.signal);
    if (ours.signal.aborted) return;
    last = { fields, shown: answer.results.length };
    const added = cards(answer.results, shown, search, vocabulary);
    find('centers', HTMLOListElement).append(...added);
    if (!search.more) old?.remove();
    finish(`${countText(added.length, 'more center')} shown, ${last.shown} in all`);
    added[0]?.querySelector('h3')?.focus();
  } catch (error) {
    if (ours.signal.aborted) return;
    finish(asProblem(error).message);
    if (old) old.textContent = 'Retry: show more centers';
  }
}

async function searchFromDevice(): Promise<void> {
  clearRefusal();
  locateButton.disabled = true;
  status.textContent = 'Finding your rough location…';
  try {
    devicePoint = await locate();
    near.value = deviceLabel;
    await search();
  } catch (error) {
    status.textContent = '';
    refuse(error instanceof Error ? error.message : String(error));
  } finally {
    locateButton.disabled = false;
  }
}

function describe({ alternatives = [], results }: Answer, fields: SearchFields, more: boolean): Search {
  const named = alternatives.filter(({ change }) => form.holds(change));
  const looser = results.length === 0 ? form.looser() : [];
  return {
    asked: form.asked(),
    levelName: form.levelName(),
    within: fields.within,
    fromDevice: devicePoint !== null,
    more,
    changes: named.length > 0 ? named : looser,
  };
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
  devicePoint = null;
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

function asProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  // A fault of this page: readable for the visitor, and still in the console for whoever mends it.
  console.error(error);
  return new ApiProblem(0, 'Something went wrong on this page');
}
