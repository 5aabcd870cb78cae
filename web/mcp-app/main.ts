import { render } from 'preact';
import { en } from '../words/en.ts';
import { es } from '../words/es.ts';
import { Host, type HostContext, type ToolResult } from './host.ts';
import { type Shown, view } from './view.ts';
import { appWords } from './words.ts';

const root = document.body;
let shown: Shown = {
  words: en,
  own: appWords.en,
  site: document.documentElement.dataset.site ?? '',
  result: null,
  isCancelled: false,
};

function show(change: Partial<Shown>): void {
  shown = { ...shown, ...change };
  render(view(shown), root);
}

const host = new Host({
  context({ theme, locale, styles }: HostContext) {
    if (theme !== undefined) document.documentElement.dataset.theme = theme;
    const font = styles?.variables?.['--font-sans'];
    if (font !== undefined) document.documentElement.style.setProperty('--locator-font', font);
    if (locale === undefined) return;
    const isSpanish = locale.toLowerCase().startsWith('es');
    show(isSpanish ? { words: es, own: appWords.es } : { words: en, own: appWords.en });
  },
  result: (result: ToolResult) => show({ result, isCancelled: false }),
  cancelled: () => show({ isCancelled: true }),
});

// A sandboxed frame cannot follow links itself, so it asks the host to open phone numbers and pages.
root.addEventListener('click', (event) => {
  const link = (event.target as Element).closest('a');
  if (link !== null && host.open(link.href)) event.preventDefault();
});
new ResizeObserver(() => {
  const { width, height } = root.getBoundingClientRect();
  host.resized(Math.ceil(width), Math.ceil(height));
}).observe(root);
show({});
