import { addTabs } from './languages.ts';
import { fill, prepare, requestsOf } from './try.ts';

/** Shows one request of an operation in one language, with its answer and a form that sends it. */
export function enliven(samples: HTMLElement): void {
  const form = samples.querySelector<HTMLFormElement>('form.try');
  if (form) prepare(form);
  const all = [...samples.querySelectorAll<HTMLElement>('.sample')];
  for (const sample of all) addTabs(sample);
  if (all.length < 2) return;
  const select = document.createElement('select');
  select.className = 'which';
  select.ariaLabel = 'Example';
  select.append(...all.map(({ dataset }) => new Option(dataset.title ?? '', dataset.sample ?? '0')));
  const show = (): void => {
    for (const part of samples.querySelectorAll<HTMLElement>('[data-sample]'))
      part.hidden = part.dataset.sample !== select.value;
    const request = form && requestsOf(form)[Number(select.value)];
    if (form && request) fill(form, request);
  };
  for (const title of samples.querySelectorAll<HTMLElement>('.sample-title')) title.hidden = true;
  select.addEventListener('change', show);
  samples.prepend(select);
  show();
}
