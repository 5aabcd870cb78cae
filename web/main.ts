/** What the home page does around the finder: "Leave" leaves nothing, "Español" keeps the search, typed words stay. */
import { changeLanguage } from './language.ts';

const finder = document.querySelector('program-locator') as
  | (HTMLElement & {
      clear?: () => void;
      send?: (event: { readonly type: 'typed'; readonly text: string }) => void;
    })
  | null;

// One listener for the page: the links in it come anew with the other language.
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (link.matches('.skip')) {
    event.preventDefault();
    finder?.focus();
  } else if (link.matches('[data-leave]')) {
    event.preventDefault();
    finder?.clear?.();
    // Replaced, so that Back does not lead here again.
    location.replace(link.href);
  } else if (link.matches('[data-language]')) {
    event.preventDefault();
    void changeLanguage(link, finder);
  }
});

// The finder takes the plain form's place; what was typed into it before the finder came goes on in the finder's box.
void customElements.whenDefined('program-locator').then(() => {
  const plain = document.querySelector('.plain-search');
  const text = plain?.querySelector<HTMLInputElement>('[name="q"]')?.value ?? '';
  plain?.remove();
  if (text === '') return;
  finder?.send?.({ type: 'typed', text });
  finder?.focus();
});
