import type { Entry } from '../pages/page.ts';
import { MOST, search } from './search.ts';

/** All search entries. They are built into the script, so that no request reveals what a reader searches for. */
declare const DOCS_ENTRIES: readonly Entry[];

/** The search over the documentation: `/` opens it, arrow keys move through the results, Enter opens a result. */
export function enableFind(): void {
  const button = document.querySelector<HTMLButtonElement>('.open-find');
  const dialog = document.querySelector<HTMLDialogElement>('dialog.find');
  const input = dialog?.querySelector('input');
  const list = dialog?.querySelector('ul');
  const status = dialog?.querySelector('.found');
  if (!button || !dialog || !input || !list || !status) return;
  button.hidden = false;
  const open = (): void => {
    dialog.showModal();
    input.select();
  };
  button.addEventListener('click', open);
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || dialog.open || isTyping()) return;
    event.preventDefault();
    open();
  });
  input.addEventListener('input', () => {
    const found = search(DOCS_ENTRIES, input.value);
    list.replaceChildren(...found.map(itemOf));
    status.textContent = input.value.trim() === '' ? '' : countOf(found.length);
  });
  dialog.addEventListener('keydown', (event) => walk(event, input, [...list.querySelectorAll('a')]));
  // Closes the dialog after a click on a result, because a link within the same page does not.
  list.addEventListener(
    'click',
    (event) => event.target instanceof Element && event.target.closest('a') && dialog.close(),
  );
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
}

const isTyping = (): boolean => document.activeElement?.matches('input, textarea, select') ?? false;

const countOf = (count: number): string =>
  count === 0
    ? 'Nothing found. Try another word.'
    : `${count === MOST ? 'The best ' : ''}${count} ${count === 1 ? 'result' : 'results'}`;

function itemOf({ title, kind, url, words }: Entry): HTMLLIElement {
  const link = document.createElement('a');
  link.href = url;
  const name = document.createElement('strong');
  name.textContent = title;
  const note = document.createElement('span');
  note.textContent = `${kind} · ${words.slice(0, 90)}`;
  link.append(name, ' ', note);
  const item = document.createElement('li');
  item.append(link);
  return item;
}

function walk(event: KeyboardEvent, input: HTMLInputElement, links: readonly HTMLAnchorElement[]): void {
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  if (event.key === 'Enter' && document.activeElement === input) {
    event.preventDefault();
    links[0]?.click();
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  (links[at + step] ?? (step < 0 ? input : links.at(-1)))?.focus();
}
