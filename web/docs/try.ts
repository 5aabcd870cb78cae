import type { ExampleRequest } from './document.ts';

/** Where the document has no address of its own yet; the same as in functions/api/service/load.ts. */
const PLACEHOLDER_ORIGIN = 'https://locator.example';

nameThisOrigin();
for (const form of document.querySelectorAll<HTMLFormElement>('form.try')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send(form);
  });
  for (const chip of form.querySelectorAll<HTMLButtonElement>('.chip')) {
    chip.addEventListener('click', () => {
      fill(form, JSON.parse(chip.dataset.request ?? '{}') as ExampleRequest);
      void send(form);
    });
  }
}
closeContentsOnPhones();

const running = new WeakMap<HTMLFormElement, AbortController>();

function fill(form: HTMLFormElement, { target, headers = {}, body }: ExampleRequest): void {
  field(form, 'target').value = target;
  const accept = form.querySelector('select');
  if (accept) accept.value = headers.accept ?? 'application/json';
  const text = form.querySelector('textarea');
  if (text && body !== undefined) text.value = JSON.stringify(body, null, 2);
}

/** Sends what stands in the form to this very site, and to no other. */
async function send(form: HTMLFormElement): Promise<void> {
  running.get(form)?.abort();
  const ours = new AbortController();
  running.set(form, ours);
  const outcome = part(form, '.outcome');
  const shown = part(form, '.shown');
  const target = field(form, 'target').value.trim();
  if (!/^\/(?!\/)/.test(target)) {
    outcome.textContent = 'The path begins with one slash.';
    return;
  }
  outcome.textContent = 'Sending…';
  const body = form.querySelector('textarea')?.value;
  const started = performance.now();
  try {
    const response = await fetch(target, {
      method: form.dataset.method ?? 'GET',
      headers: {
        accept: form.querySelector('select')?.value ?? 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body }),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: ours.signal,
    });
    const text = await response.text();
    const type = response.headers.get('content-type') ?? '';
    const kept = ['cache-control', 'etag', 'link', 'x-request-id'].flatMap((name) => {
      const value = response.headers.get(name);
      return value === null ? [] : [`${name}: ${value}`];
    });
    outcome.textContent = `${response.status} · ${type.split(';')[0]} · ${Math.round(performance.now() - started)} ms · ${text.length.toLocaleString('en')} characters`;
    shown.textContent = `${kept.join('\n')}\n\n${/json$/.test(type.split(';')[0] ?? '') ? JSON.stringify(JSON.parse(text), null, 2) : text}`;
    shown.hidden = false;
  } catch (error) {
    if (ours.signal.aborted) return;
    shown.hidden = true;
    outcome.textContent = 'No answer came back. Is the connection up?';
    console.error(error);
  }
}

/** Examples were made before anybody knew where they would be read. */
function nameThisOrigin(): void {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
    if (node.nodeValue?.includes(PLACEHOLDER_ORIGIN)) {
      node.nodeValue = node.nodeValue.replaceAll(PLACEHOLDER_ORIGIN, location.origin);
    }
  }
}

/** Beside the text the contents stand open; above it they would push it away. */
function closeContentsOnPhones(): void {
  const contents = document.querySelector<HTMLDetailsElement>('.contents details');
  if (contents && !matchMedia('(width >= 60rem)').matches) contents.open = false;
}

function field(form: HTMLFormElement, name: string): HTMLInputElement {
  const found = form.elements.namedItem(name);
  if (!(found instanceof HTMLInputElement)) throw new Error(`the form has no ${name}`);
  return found;
}

function part(form: HTMLFormElement, selector: string): HTMLElement {
  const found = form.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`the form has no ${selector}`);
  return found;
}
