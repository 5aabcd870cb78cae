import { type ApiDocument, placesOf } from './document.ts';
import { type Html, html, line, prose } from './html.ts';
import { operationView } from './operation-view.ts';
import { limitsView, membersView } from './schema-view.ts';

export interface Frame {
  readonly title: string;
  readonly description: string;
  readonly main: Html;
  /** Beside or above the rest. */
  readonly contents?: Html;
  readonly script?: boolean;
}

/** A whole page in the reference's frame. */
export function framed({ title, description, main, contents, script = false }: Frame): string {
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
    ${script ? html`<script type="module" src="/docs/try.js"></script>` : null}
  </head>
  <body class="reference">
    <a class="skip" href="#main">Skip to the text</a>
    <header class="bar">
      <p class="brand"><a href="/docs">Program locator <span>API</span></a></p>
      <nav aria-label="Site"><a href="/">Find a program</a> <a href="/v1/openapi.json">OpenAPI 3.1</a></nav>
    </header>
    <div class="${contents === undefined ? 'plain' : 'columns'}">
      ${contents ?? null}
      <main id="main" tabindex="-1">${main}</main>
    </div>
    <footer><p>In crisis? <a href="tel:988">Call</a> or <a href="sms:988">text 988</a>. Emergency: <a href="tel:911">911</a>.</p></footer>
  </body>
</html>
`;
  return text;
}

/** The reference of the API, whole without a script. */
export function referencePage(document: ApiDocument): string {
  const { info, tags, components } = document;
  const places = placesOf(document);
  const groups = tags.map((tag) => ({
    ...tag,
    places: places.filter(({ operation }) => operation.tags.includes(tag.name)),
  }));
  const contents = html`
    <nav class="contents" aria-label="Contents">
      <details open>
        <summary>Contents</summary>
        <ul role="list">
          <li><a href="#main">Overview</a></li>
          ${groups.map(
            ({ name, places: own }) => html`
              <li><span class="group">${name}</span>
                <ul role="list">${own.map(
                  ({ method, operation }) =>
                    html`<li><a href="#${operation.operationId}"><span class="method ${method.toLowerCase()}">${method}</span> <span>${operation.summary}</span></a></li>`,
                )}</ul>
              </li>`,
          )}
          <li><a href="#headers">Headers</a></li>
          <li><a href="#shapes">Shapes</a></li>
        </ul>
      </details>
    </nav>`;
  const main = html`
    <h1>${info.title} API</h1>
    <p class="lead">${info.summary}</p>
    ${prose(info.description)}
    <h2 class="minor">From a program</h2>
    <pre tabindex="0" role="region" aria-label="The typed client"><code>import { LocatorClient } from 'program-locator-client'; // npm install &lt;this site&gt;/client.tgz, or import '/client.js'

const client = new LocatorClient({ baseUrl: '${document.servers[0]?.url ?? ''}' });
const { results } = await client.search({ near: '85004', level: ['iop'], within: '25mi' });</code></pre>
    ${groups.map(
      ({ name, description, places: own }) => html`
        <section aria-label="${name}">
          <h2>${name}</h2>
          <p class="lead">${line(description)}</p>
          ${own.map((place) => operationView(place, document))}
        </section>`,
    )}
    <section aria-labelledby="headers"><h2 id="headers">Headers</h2>
      <dl class="members">${Object.entries(components.headers).map(
        ([name, { description, example }]) => html`
          <div><dt><code class="name">${name}</code></dt><dd><p>${line(description)}</p><p class="limits">Such as <code>${String(example)}</code></p></dd></div>`,
      )}</dl>
    </section>
    <section aria-labelledby="shapes"><h2 id="shapes">Shapes</h2>
      <p class="lead">What answers are made of. Members may be added: ignore what you do not know.</p>
      ${Object.entries(components.schemas).map(
        ([name, schema]) => html`
          <section class="shape" id="shape-${name}" aria-label="${name}"><h3>${name}</h3>
            ${schema.description === undefined ? null : html`<p>${line(schema.description)}</p>`}
            ${limitsView(schema)}${membersView(schema)}
          </section>`,
      )}
    </section>`;
  return framed({ title: `${info.title} API reference`, description: info.summary, main, contents, script: true });
}

export interface ProblemText {
  readonly status: number;
  readonly title: string;
  readonly meaning: string;
  readonly remedy: string;
}

/** The page that a problem's `type` leads to. @param example An answer of the kind, where there is one. */
export function problemPage(
  kind: string,
  { status, title, meaning, remedy }: ProblemText,
  example: Html | null,
): string {
  const main = html`
    <p class="address"><a href="/docs">API reference</a> / <a href="/problems">Problems</a></p>
    <h1>${title}</h1>
    <p class="address"><code class="status other">${status}</code> <code>${kind}</code></p>
    <h2>What happened</h2>
    <p>${line(meaning)}</p>
    <h2>What to do</h2>
    <p>${line(remedy)}</p>
    ${example === null ? null : html`<h2>How it looks</h2>${example}`}`;
  return framed({ title: `${title}: problem ${kind}`, description: meaning, main, script: true });
}

/** All kinds of problems. */
export function problemIndex(kinds: Readonly<Record<string, ProblemText>>): string {
  const main = html`
    <p class="address"><a href="/docs">API reference</a></p>
    <h1>Problems</h1>
    <p class="lead">Every error is problem details (RFC 9457); its <code>type</code> leads to one of these pages.</p>
    <dl class="answers">${Object.entries(kinds).map(
      ([kind, { status, title }]) => html`
        <div><dt><code class="status other">${status}</code></dt><dd><p><a href="/problems/${kind}"><code>${kind}</code></a> ${title}</p></dd></div>`,
    )}</dl>`;
  return framed({
    title: 'Problems of the program locator API',
    description: 'Every kind of error and what to do.',
    main,
  });
}
