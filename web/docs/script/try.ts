import { jsonText } from '../samples/json.ts';
import type { Lead } from '../samples/lead.ts';

/** A request that the form can be filled with. */
export interface Request {
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly lead: Lead | null;
}

/** Maximum number of characters shown of an answer. A longer text would freeze the page. */
const MOST_SHOWN = 40_000;

const running = new WeakMap<HTMLFormElement, AbortController>();

export const requestsOf = (form: HTMLFormElement): Request[] => JSON.parse(form.dataset.requests ?? '[]') as Request[];

/** Shows the form, which is hidden in the page because it needs this script, and makes it work. */
export function prepare(form: HTMLFormElement): void {
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send(form);
  });
}

/** Fills the form with a request, and hides the previous answer. */
export function fill(form: HTMLFormElement, { target, headers, body }: Request): void {
  running.get(form)?.abort();
  part(form, '.outcome').textContent = '';
  part(form, '.shown').hidden = true;
  field(form).value = target;
  const accept = form.querySelector('select');
  if (accept) accept.value = headers.accept ?? 'application/json';
  const text = form.querySelector('textarea');
  if (text && body !== undefined) text.value = jsonText(body);
}

/** Sends the form's request to this site only. An id that it needs is found first. */
async function send(form: HTMLFormElement): Promise<void> {
  running.get(form)?.abort();
  const ours = new AbortController();
  running.set(form, ours);
  const outcome = part(form, '.outcome');
  const shown = part(form, '.shown');
  if (!isOurs(field(form).value.trim())) {
    outcome.textContent = 'The path begins with one slash.';
    return;
  }
  outcome.textContent = 'Sending…';
  try {
    await fillIds(form, ours.signal);
    const started = performance.now();
    const response = await ask(form, ours.signal);
    const text = await response.text();
    const type = response.headers.get('content-type')?.split(';')[0] ?? '';
    outcome.textContent = `${response.status} · ${type} · ${Math.round(performance.now() - started)} ms · ${text.length.toLocaleString('en')} characters`;
    shown.textContent = `${headersOf(response)}\n\n${shortened(/[/+]json$/.test(type) ? JSON.stringify(JSON.parse(text), null, 2) : text)}`;
    shown.hidden = false;
    // The new answer replaces the recorded answers, so they are hidden.
    for (const answer of form.parentElement?.querySelectorAll<HTMLElement>('.answer') ?? []) answer.hidden = true;
  } catch (error) {
    if (ours.signal.aborted) return;
    shown.hidden = true;
    outcome.textContent = 'No answer came back. Is the connection up?';
    console.error(error);
  }
}

/** True if the text is a path on this site. `//host` and `/\\host` would lead to another site. */
export const isOurs = (target: string): boolean => /^\/(?![/\\])/.test(target);

function ask(form: HTMLFormElement, signal: AbortSignal): Promise<Response> {
  const body = form.querySelector('textarea')?.value;
  return fetch(field(form).value.trim(), {
    method: form.dataset.method ?? 'GET',
    headers: {
      accept: form.querySelector('select')?.value ?? 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body }),
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal,
  });
}

/**
 * Replaces `{id}` by the first id that a search on this site finds, because ids differ between copies of the listings.
 */
async function fillIds(form: HTMLFormElement, signal: AbortSignal): Promise<void> {
  const input = field(form);
  const lead = requestsOf(form).find((one) => one.lead !== null)?.lead;
  if (!lead || !Object.keys(lead.ids).some((name) => input.value.includes(`{${name}}`))) return;
  const response = await fetch(lead.target, { credentials: 'omit', referrerPolicy: 'no-referrer', signal });
  const found: unknown = await response.json();
  for (const [name, at] of Object.entries(lead.ids)) {
    const value = valueAt(found, at);
    const id = lead.atEnd ? value.split('/').at(-1) : value;
    input.value = input.value.replaceAll(`{${name}}`, encodeURIComponent(id ?? ''));
  }
}

function valueAt(found: unknown, at: readonly (string | number)[]): string {
  const value = at.reduce<unknown>((part, step) => (part as Record<string | number, unknown>)[step], found);
  if (typeof value !== 'string') throw new TypeError(`nothing at ${at.join('.')} of the search`);
  return value;
}

const headersOf = (response: Response): string =>
  ['cache-control', 'etag', 'link', 'x-request-id']
    .flatMap((name) => {
      const value = response.headers.get(name);
      return value === null ? [] : [`${name}: ${value}`];
    })
    .join('\n');

const shortened = (text: string): string =>
  text.length <= MOST_SHOWN
    ? text
    : `${text.slice(0, MOST_SHOWN)}\n\n… ${(text.length - MOST_SHOWN).toLocaleString('en')} more characters`;

function field(form: HTMLFormElement): HTMLInputElement {
  const found = form.elements.namedItem('target');
  if (!(found instanceof HTMLInputElement)) throw new Error('the form has no target');
  return found;
}

function part(form: HTMLFormElement, selector: string): HTMLElement {
  const found = form.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`the form has no ${selector}`);
  return found;
}
