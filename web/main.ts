import { readsAsCrisis } from '../functions/crisis/crisis.ts';
import { readStates, readTaxonomy } from './api.ts';
import { find } from './dom.ts';
import { Finder } from './finder.ts';
import { clearOnLeaving } from './leaving.ts';
import { PlaceField } from './place-field.ts';
import { Screen } from './screen.ts';
import { SearchForm } from './search-form.ts';
import { readVocabulary } from './vocabulary.ts';
import { listedText } from './words.ts';

const box = find('near', HTMLInputElement);
const places = new PlaceField(box, find('near-list', HTMLDivElement), edited);
const form = new SearchForm();
const screen = new Screen(places);
const finder = new Finder(form, screen);

find('search', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  void finder.search();
});
find('locate', HTMLButtonElement).addEventListener('click', finder.actions.locate);
box.addEventListener('focus', () => finder.isLabelShown && box.select());
clearOnLeaving(() => finder.forget());

void retried(readTaxonomy, (body) => {
  finder.vocabulary = readVocabulary(body);
  form.offer(finder.vocabulary);
});
void retried(readStates, (states) => {
  const listed = find('listed', HTMLElement);
  listed.textContent = listedText(states);
  listed.hidden = false;
});

function edited(): void {
  finder.edited();
  screen.hintCrisis(readsAsCrisis(box.value));
}

/** The search works without what is read here, so a failure is not told; a phone's connection gets more tries. */
async function retried<Body>(read: () => Promise<Body>, use: (body: Body) => void): Promise<void> {
  for (const waitMs of [0, 2_000, 10_000]) {
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    const body = await read().catch(() => null);
    if (body !== null) return use(body);
  }
}
