import { type Html, html } from '../docs/html.ts';
import { head, strip } from '../site/frame.ts';

export interface Layout {
  readonly title: string;
  readonly description: string;
  readonly main: Html;
  readonly scripts?: readonly string[];
}

/** A page for website owners. Like every page of the site, it begins with the crisis line. */
export function layout({ title, description, main, scripts = [] }: Layout): string {
  const { text } = html`<!doctype html>
<html lang="en">
  <head>
${head('en', { title, description })}
    <link rel="stylesheet" href="/embed/embed.css">
    ${scripts.map((src) => html`<script type="module" src="${src}"></script>\n    `)}
  </head>
  <body class="embed-page">
    <a class="skip" href="#main">Skip to the text</a>
    ${strip('en', { label: 'Crisis line of this page' })}
    <nav class="bar" aria-label="Site"><a href="/">Find a program</a> <a href="/embed">Embed the finder</a> <a href="/embed/story">From sheet to website</a> <a href="/docs">API</a></nav>
    <main id="main" tabindex="-1">${main}</main>
    <footer><p>Nothing here is medical or legal advice.</p></footer>
  </body>
</html>
`;
  return text;
}
