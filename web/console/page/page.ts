import { html } from '../../docs/html.ts';
import { consoleWords as w } from '../../words/console.ts';

/**
 * HTML of the console's page. It contains no search, center or person: the script draws everything.
 * @param preload Scripts the page needs at once.
 */
export function consolePage(preload: readonly string[]): string {
  const { text } = html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${w.title}</title>
    <meta name="robots" content="noindex">
    <meta name="referrer" content="no-referrer">
    <meta name="color-scheme" content="light dark">
    <meta name="theme-color" content="#0f2430">
    <link rel="icon" href="/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/console/console.css">
    ${preload.map((file) => html`<link rel="modulepreload" href="${file}">\n    `)}<script type="module" src="/console/main.js"></script>
  </head>
  <body>
    <div id="console"><p>${w.noScript} <a href="tel:988">988</a></p></div>
  </body>
</html>
`;
  return text;
}
