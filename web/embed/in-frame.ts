import { pageWords } from '../words/page.ts';
import { settable } from './frame-settings.ts';
import { askHeight, heightMessage } from './height-message.ts';

const longestSetting = 200;

/** Shows the finder with the settings after `#` in the URL, and sends its height to the page around the frame. */
function show(main: HTMLElement): void {
  const settings = new URLSearchParams(location.hash.slice(1));
  const finder = document.createElement('program-locator');
  for (const name of settable) {
    const value = settings.get(name);
    if (value !== null && value.length <= longestSetting) finder.setAttribute(name, value);
  }
  const language = settings.get('lang') === 'es' ? 'es' : 'en';
  document.documentElement.lang = language;
  document.title = pageWords[language].title;
  main.replaceChildren(finder);

  // Any page may receive this message, because it only contains a number.
  const tell = () => parent.postMessage(heightMessage(finder.getBoundingClientRect().height), '*');
  new ResizeObserver(tell).observe(finder);
  addEventListener('message', ({ data, source }) => {
    if (source === parent && data === askHeight) tell();
  });
}

/**
 * The site's other pages refuse to be framed, so links to them open in a new tab. Phone links (`tel:`) and message
 * links (`sms:`) work as usual.
 */
function openBeside(event: MouseEvent): void {
  const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement);
  if (link === undefined || !/^https?:$/.test(link.protocol)) return;
  link.target = '_blank';
  link.relList.add('noopener', 'noreferrer');
}

const main = document.querySelector('main');
if (parent !== window && main !== null) {
  show(main);
  addEventListener('click', openBeside, { capture: true });
}
