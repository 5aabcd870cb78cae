import { PLACEHOLDER_ORIGIN } from '../samples/code.ts';
import { addCopyButtons } from './copy.ts';
import { enableFind } from './find.ts';
import { enliven } from './samples.ts';

nameThisOrigin();
closeContentsOnPhones();
for (const samples of document.querySelectorAll<HTMLElement>('.samples')) enliven(samples);
addCopyButtons(document);
enableFind();
openNamed();
addEventListener('hashchange', openNamed);

/** Opens all collapsed sections around the target of the URL's fragment. */
function openNamed(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let part: Element | null = target; part !== null; part = part.parentElement)
    if (part instanceof HTMLDetailsElement) part.open = true;
  target.scrollIntoView();
}

/** Replaces the placeholder URL in the text by this site's URL, which was unknown when the pages were built. */
function nameThisOrigin(): void {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
    if (node.nodeValue?.includes(PLACEHOLDER_ORIGIN)) {
      node.nodeValue = node.nodeValue.replaceAll(PLACEHOLDER_ORIGIN, location.origin);
    }
  }
}

/**
 * Closes the list of contents on phones, where it is above the text and would push it down. Elsewhere it is next to the
 * text.
 */
function closeContentsOnPhones(): void {
  const contents = document.querySelector<HTMLDetailsElement>('.contents details');
  if (contents && !matchMedia('(width >= 60rem)').matches) contents.open = false;
}
