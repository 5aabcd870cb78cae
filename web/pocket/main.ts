/**
 * Starts the finder with the listings that this page contains. It uses no network. The page contains both languages.
 */
import { define } from '../locator/element/define.ts';
import { fetchFrom, splitFiles } from './files.ts';
import { fail, packedIds, unpack } from './unpack.ts';

const root = document.documentElement;
const finder = document.querySelector('program-locator') as HTMLElement & { clear?: () => void };

/** Shows the page in a language, and keeps the search with its results. */
function speak(language: string): void {
  root.lang = language;
  finder.lang = language;
  document.title = root.getAttribute(`data-title-${language}`) ?? document.title;
}

document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target.closest<HTMLElement>('a, button') : null;
  if (target === null) return;
  const { language } = target.dataset;
  if (target.matches('.skip')) {
    event.preventDefault();
    finder.focus();
  } else if (target.matches('[data-leave]')) {
    event.preventDefault();
    finder.clear?.();
    // Replaces the history entry, so that the Back button does not return to this page.
    location.replace('about:blank');
  } else if (language !== undefined) {
    const place = target.parentElement?.className.split(' ')[0] ?? '';
    speak(language);
    document.querySelector<HTMLElement>(`.in-${language} .${place} > [data-language]`)?.focus({ preventScroll: true });
  }
});

async function start(): Promise<void> {
  speak(root.lang);
  const { asOf = '', site } = root.dataset;
  const files = splitFiles(await unpack(packedIds.files));
  define('', { fetch: fetchFrom(files), asOf, site: site ?? null });
}

start().catch(fail);
