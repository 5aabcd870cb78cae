import { type Html, html } from '../html.ts';

/** A link in the list of contents. */
export interface Item {
  readonly path: string;
  readonly name: string;
  readonly group: string;
  readonly sections: readonly { readonly id: string; readonly title: string; readonly method?: string }[];
}

export interface Frame {
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly main: Html;
  /** All pages of the reference, in the order of the contents. */
  readonly contents: readonly Item[];
  /** True if the page is also served as Markdown. */
  readonly hasMarkdown: boolean;
}

/** Renders a whole page: the reference's header, contents and footer around the page's own content. */
export function framed({ path, title, description, main, contents, hasMarkdown }: Frame): string {
  const { text } = html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <meta name="description" content="${description}">
    <meta name="referrer" content="no-referrer">
    <meta name="color-scheme" content="light dark">
    <meta name="theme-color" content="#0f2430">
    <link rel="icon" href="/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/style.css">
    <link rel="stylesheet" href="/docs/docs.css">
    <link rel="stylesheet" href="/docs/code.css">
    <link rel="stylesheet" href="/docs/members.css">
    ${hasMarkdown ? html`<link rel="alternate" type="text/markdown" href="${path}.md">` : null}
    <script type="module" src="/docs/script.js"></script>
  </head>
  <body class="reference">
    <a class="skip" href="#main">Skip to the text</a>
    <header class="bar">
      <p class="brand"><a href="/docs">Program locator <span>API</span></a></p>
      <button type="button" class="open-find" aria-keyshortcuts="/" hidden>Search <span>the docs</span> <kbd>/</kbd></button>
      <nav aria-label="Site"><a href="/">Find a program</a> <a href="/v1/openapi.json">OpenAPI 3.1</a></nav>
    </header>
    <div class="columns">
      ${contentsView(contents, path)}
      <main id="main" tabindex="-1">
        ${main}
        ${hasMarkdown ? html`<p class="as-markdown"><a href="${path}.md">This page as Markdown</a></p>` : null}
        ${neighboursView(contents, path)}
      </main>
    </div>
    <dialog class="find" aria-label="Search the docs">
      <form method="dialog" role="search">
        <input type="search" aria-label="Search the docs" placeholder="A parameter, a route, a guide…" autocomplete="off" spellcheck="false" maxlength="80">
        <button type="submit">Close</button>
      </form>
      <p class="found" role="status"></p>
      <ul role="list"></ul>
    </dialog>
    <footer><p>In crisis? <a href="tel:988">Call</a> or <a href="sms:988">text 988</a>. Emergency: <a href="tel:911">911</a>.</p></footer>
  </body>
</html>
`;
  // Removes spaces at the ends of lines, which remain where a part of the page is left out.
  return text.replaceAll(/[ \t]+$/gm, '');
}

function contentsView(contents: readonly Item[], current: string): Html {
  const groups = Map.groupBy(contents, ({ group }) => group);
  return html`
      <nav class="contents" aria-label="Contents">
        <details open>
          <summary>Contents</summary>
          ${[...groups].map(
            ([group, items]) => html`
            ${group === '' ? null : html`<p class="group">${group}</p>`}
            <ul role="list">${items.map((item) => itemView(item, current))}</ul>`,
          )}
        </details>
      </nav>`;
}

function itemView({ path, name, sections }: Item, current: string): Html {
  if (path !== current) return html`<li><a href="${path}">${name}</a></li>`;
  return html`<li><a href="${path}" aria-current="page">${name}</a>${
    sections.length === 0
      ? null
      : html`<ul role="list" class="here">${sections.map(
          ({ id, title, method }) =>
            html`<li><a href="#${id}"><span>${title}</span>${method === undefined ? null : html` <span class="method ${method.toLowerCase()}">${method}</span>`}</a></li>`,
        )}</ul>`
  }</li>`;
}

/** Links to the previous and next page, at the end of a page. */
function neighboursView(contents: readonly Item[], path: string): Html | null {
  const at = contents.findIndex((item) => item.path === path);
  if (at < 0) return null;
  const [before, after] = [contents[at - 1], contents[at + 1]];
  return html`
        <nav class="neighbors" aria-label="Before and after">
          ${before === undefined ? html`<span></span>` : html`<a rel="prev" href="${before.path}"><span>Before</span> ${before.name}</a>`}
          ${after === undefined ? null : html`<a rel="next" href="${after.path}"><span>Next</span> ${after.name}</a>`}
        </nav>`;
}
