/**
 * The script of the page that configures a finder: it reads the form, sets the preview's attributes, and writes the
 * code to copy.
 */
import { downloadPlugin } from './plugin.ts';
import { chosenFrom, faultOf } from './settings.ts';
import { type Chosen, framePolicyOf, iframeOf, linkOf, policyOf, scriptOf, shortcodeOf, tagOf } from './snippets.ts';

const copiedMs = 4_000;
const site = location.origin;
const one = <Found extends Element>(selector: string): Found => {
  const found = document.querySelector<Found>(selector);
  if (found === null) throw new Error(`the page lacks ${selector}`);
  return found;
};

const form = one<HTMLFormElement>('#settings');
const preview = one<HTMLElement>('#preview');
const { pinned: path = '', integrity = '' } = one<HTMLElement>('.configurator').dataset;
const pinned = { path, integrity };
const attributes = [...form.querySelectorAll<HTMLElement>('[data-attribute]')].map(
  (each) => each.dataset.attribute ?? '',
);

function controls() {
  return [...form.elements].flatMap((element) =>
    element instanceof HTMLInputElement || element instanceof HTMLSelectElement
      ? [
          {
            name: element.name,
            type: element.type,
            value: element.value,
            checked: 'checked' in element && element.checked,
          },
        ]
      : [],
  );
}

/**
 * Shows an error next to each faulty field.
 * @returns the valid values only
 */
function checked(all: Chosen): Chosen {
  const right = Object.entries(all).filter(([name, value]) => faultOf(name, value) === null);
  for (const error of form.querySelectorAll('.error')) {
    const name = error.id.replace(/-error$/, '');
    const fault = faultOf(name, all[name]) ?? '';
    if (error.textContent !== fault) error.textContent = fault;
    one(`#set-${name}`).toggleAttribute('aria-invalid', fault !== '');
  }
  return Object.fromEntries(right);
}

/**
 * Sets the preview's attributes except two: it must use this page's own API, and must not change this page's history.
 */
function show(chosen: Chosen): void {
  for (const name of attributes) {
    const value = name === 'api' || name === 'history' ? undefined : chosen[name];
    if (value === undefined) preview.removeAttribute(name);
    else if (preview.getAttribute(name) !== value) preview.setAttribute(name, value === true ? '' : value);
  }
  const unseen = ['api', 'history'].filter((name) => name in chosen);
  one('#preview-note').textContent =
    unseen.length === 0 ? '' : `The preview leaves out ${unseen.join(' and ')}; the texts below have it.`;
}

function write(chosen: Chosen): void {
  const { history: _, api: __, ...framed } = chosen;
  const texts: Readonly<Record<string, string>> = {
    tag: `${scriptOf(site)}\n${tagOf(site, chosen)}`,
    iframe: iframeOf(site, framed),
    shortcode: shortcodeOf(chosen),
    link: linkOf(site, chosen),
    policy: policyOf(site),
    'frame-policy': framePolicyOf(site),
    'pinned-script': scriptOf(site, pinned),
  };
  for (const [id, text] of Object.entries(texts)) one(`#snippet-${id}`).textContent = text;
}

function update(): void {
  const chosen = checked(chosenFrom(controls()));
  show(chosen);
  write(chosen);
}

form.addEventListener('submit', (event) => event.preventDefault());
// Listens to `change` and not to `input`, because the preview would otherwise search after every letter.
form.addEventListener('change', update);
for (const mine of document.querySelectorAll('[data-site]')) mine.textContent = site;
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const status = button.nextElementSibling;
    const text = one(`#${button.dataset.copy}`).textContent ?? '';
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    if (status === null) return;
    status.textContent = done ? 'Copied' : 'This browser does not let the page copy. Select the text instead.';
    setTimeout(() => {
      status.textContent = '';
    }, copiedMs);
  });
}
one('#plugin').addEventListener('click', (event) => downloadPlugin(event as MouseEvent, site));
update();
