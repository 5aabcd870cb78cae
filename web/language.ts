/** Selectors of the parts with translated text. Both languages have these parts in the same order. */
const parts = ['.skip', '[slot=crisis]', '[slot=heading]', '.languages', '.calling', 'body > footer'];
const inHead = ['meta[name=description]', 'link[hreflang]'];

/**
 * Changes the page's language in place, so that a running search is kept: it is only in memory, and no URL may contain
 * it. Replaces our words by the other page's. If they do not load, follows the link normally.
 */
export async function changeLanguage(link: HTMLAnchorElement, finder: HTMLElement | null): Promise<void> {
  const { href } = link;
  const at = links().indexOf(link);
  const other = await load(href).catch(() => null);
  if (other === null || finder === null) {
    location.assign(href);
    return;
  }
  for (const part of [...inHead, ...parts]) {
    const words = other.querySelector(part);
    if (words !== null) document.querySelector(part)?.replaceWith(words);
  }
  const { lang } = other.documentElement;
  document.documentElement.lang = lang;
  document.title = other.title;
  finder.lang = lang;
  // Sets the URL for reloads and bookmarks. The history entry is replaced and not added, because it is the same page
  // with the same search.
  history.replaceState(history.state, '', href);
  links()[at]?.focus({ preventScroll: true });
}

const links = (): HTMLAnchorElement[] => [...document.querySelectorAll<HTMLAnchorElement>('[data-language]')];

/** Loads a page as a document. It inserts no text into this page, so a policy with Trusted Types allows it. */
function load(href: string): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', href);
    request.responseType = 'document';
    request.onload = () =>
      request.status === 200 && request.responseXML !== null
        ? resolve(request.responseXML)
        : reject(new Error(`${href} answered ${request.status}`));
    request.onerror = () => reject(new Error(`${href} could not be loaded`));
    request.send();
  });
}
