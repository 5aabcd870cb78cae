import './no-eval.ts';
import { checkProviderText } from '../../../functions/records/provider/check-text.ts';
import { MOST_PROVIDER_BYTES } from '../../../functions/records/provider/schema.ts';
import { type CenterPreview, previewOf } from './preview.ts';
import { words } from './words.ts';

const language = document.documentElement.lang === 'es' ? 'es' : 'en';
const w = words[language];
const MOST_SHOWN = 200;
const form = element<HTMLFormElement>('form.check');
const text = element<HTMLTextAreaElement>('#text');
const chosen = element<HTMLInputElement>('#file');
const result = element<HTMLElement>('.result');

form.addEventListener('submit', (event) => {
  event.preventDefault();
  say(judged(text.value));
});
chosen.addEventListener('change', () => void read(chosen.files?.[0]));
text.addEventListener('dragover', (event) => event.preventDefault());
text.addEventListener('drop', (event) => {
  const file = event.dataTransfer?.files[0];
  if (file === undefined) return;
  event.preventDefault();
  void read(file);
});

async function read(file: File | undefined): Promise<void> {
  if (file === undefined) return;
  if (file.size > MOST_PROVIDER_BYTES) {
    say([made('p', w.tooLarge)]);
    return;
  }
  try {
    text.value = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    say([made('p', w.notText)]);
    return;
  }
  say(judged(text.value));
}

function judged(value: string): readonly Node[] {
  if (value.trim() === '') return [made('p', w.empty)];
  if (new TextEncoder().encode(value).length > MOST_PROVIDER_BYTES) return [made('p', w.tooLarge)];
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  const { file, faults } = checkProviderText('', value, day.join('-'));
  if (file !== null) return [made('p', w.good, 'good'), ...previewOf(file, language).map(centerView)];
  const items = faults.slice(0, MOST_SHOWN).map(({ line, column, pointer, message }) => {
    const show = made('button', w.show);
    show.type = 'button';
    show.addEventListener('click', () => select(line, column));
    const place = made('strong', w.place(line, column));
    const item = made('li', '');
    // The file as a whole has no pointer.
    item.append(place, ' ', ...(pointer === '' ? [] : [made('code', pointer), ' ']), made('span', message), ' ', show);
    return item;
  });
  const list = made('ul', '', 'faults');
  list.append(...items);
  return [made('p', w.faults(faults.length), 'bad'), list];
}

function centerView({ title, programs, notOffered }: CenterPreview): HTMLElement {
  const view = made('article', '');
  view.append(made('h3', title));
  for (const program of programs) {
    const facts = made('dl', '');
    for (const { title: name, value } of program.facts) {
      const row = made('div', '');
      row.append(made('dt', name), made('dd', value ?? w.unknown, value === null ? 'unknown' : ''));
      facts.append(row);
    }
    view.append(made('h4', program.title), made('p', program.note, 'note'), facts);
  }
  if (notOffered !== null) view.append(made('p', notOffered));
  return view;
}

function select(line: number, column: number): void {
  const before = text.value.split('\n').slice(0, line - 1);
  const start = before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
  text.focus();
  text.setSelectionRange(start, start + 1);
  text.scrollTop = ((line - 4) * text.scrollHeight) / Math.max(1, text.value.split('\n').length);
}

const say = (parts: readonly Node[]): void => result.replaceChildren(...parts);

function made<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  content: string,
  kind = '',
): HTMLElementTagNameMap[Name] {
  const one = document.createElement(name);
  one.textContent = content;
  if (kind !== '') one.className = kind;
  return one;
}

function element<Kind extends Element>(selector: string): Kind {
  const found = document.querySelector<Kind>(selector);
  if (found === null) throw new Error(`the page has no ${selector}`);
  return found;
}
