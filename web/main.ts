/**
 * The home page's script. "Leave" leaves no trace in the history, "Español" keeps the search, and text typed before the
 * finder was loaded stays.
 */
import { changeLanguage } from './language.ts';

const finder = document.querySelector('program-locator') as
  | (HTMLElement & {
      clear?: () => void;
      send?: (event: { readonly type: 'typed'; readonly text: string }) => void;
    })
  | null;

// The listener is on the whole document, because links are replaced when the language changes.
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (link.matches('.skip')) {
    event.preventDefault();
    finder?.focus();
  } else if (link.matches('[data-leave]')) {
    event.preventDefault();
    finder?.clear?.();
    // Replaces the history entry, so that the Back button does not return to this page.
    location.replace(link.href);
  } else if (link.matches('[data-language]')) {
    event.preventDefault();
    void changeLanguage(link, finder);
  }
});

// Once the finder works, it replaces the plain form. Text typed into the form moves to the finder's box.
void customElements.whenDefined('program-locator').then(() => {
  const plain = document.querySelector('.plain-search');
  const text = plain?.querySelector<HTMLInputElement>('[name="q"]')?.value ?? '';
  plain?.remove();
  if (text === '') return;
  finder?.send?.({ type: 'typed', text });
  finder?.focus();
});
