import { type ApiDocument, placesOf } from '../document.ts';
import type { Facts, Guide, ProblemText } from '../guides/facts.ts';
import { type Html, html, line, prose } from '../html.ts';
import { samplesOf } from '../samples/requests.ts';
import { blocksOf, headingsOf, markdownView, slugOf } from '../views/markdown-view.ts';
import { samplesView } from '../views/sample-view.ts';
import { membersOf } from './markdown.ts';
import { shapeEntries } from './operations-page.ts';
import type { DocsPage } from './page.ts';
import { linkOn, SHARED_PATH, shapesView } from './shapes.ts';

const START_PATH = '/docs';
const GUIDES_GROUP = 'Guides';

interface Card {
  readonly path: string;
  readonly name: string;
  readonly description: string;
}

const cardsView = (own: readonly Card[]): Html => html`
      <ul class="cards" role="list">${own.map(
        ({ path, name, description }) =>
          html`<li><a href="${path}"><strong>${name}</strong> <span>${line(description)}</span></a></li>`,
      )}</ul>`;

const cardsMarkdown = (own: readonly Card[]): string =>
  own.map(({ path, name, description }) => `- [${name}](${path}.md): ${description}`).join('\n');

/** The reference's first page: what the API is, a first request, and links to everything else. */
export function startPage(document: ApiDocument, groups: Readonly<Record<string, readonly Card[]>>): DocsPage {
  const { info } = document;
  const first = placesOf(document).find(({ operation }) => operation.operationId === 'searchCenters');
  if (first === undefined) throw new Error('the document has no search to begin with');
  return {
    path: START_PATH,
    title: `${info.title} API`,
    name: 'Start here',
    group: '',
    description: info.summary,
    sections: [],
    main: html`
    <section class="operation start" id="start" aria-labelledby="start-title">
      <div class="about">
        <h1 id="start-title">${info.title} API</h1>
        <p class="lead">${info.summary}</p>
        <h2>A first request</h2>
        <p>Ask for the nearest intensive outpatient programs. It needs no key and no account: copy it, or press Send.</p>
        <p>The nearest comes first. <code>unknown</code> counts centers whose listing cannot say, and <code>help</code> has the helplines: show both.</p>
      </div>
      ${samplesView(first, samplesOf(first).slice(0, 1))}
      <div class="details">
        <h2 id="conventions">What holds everywhere</h2>
        ${prose(info.description)}
      </div>
    </section>
    ${Object.entries(groups).map(([group, own]) => html`<h2 id="${slugOf(group)}">${group}</h2>${cardsView(own)}`)}`,
    markdown: [
      `# ${info.title} API`,
      info.summary,
      ...Object.entries(groups).flatMap(([group, own]) => [`## ${group}`, cardsMarkdown(own)]),
      '## What holds everywhere',
      info.description,
    ].join('\n\n'),
    entries: [
      {
        title: 'What holds everywhere',
        kind: 'Section',
        url: `${START_PATH}#conventions`,
        words: info.description,
      },
    ],
  };
}

/** A guide as a page. */
export function guidePage({ slug, title, description, text }: Guide): DocsPage {
  const path = `${START_PATH}/guides/${slug}`;
  return {
    path,
    title,
    name: title,
    group: GUIDES_GROUP,
    description,
    sections: headingsOf(text).map((heading) => ({ id: slugOf(heading), title: heading })),
    main: html`<div class="text"><h1>${title}</h1><p class="lead">${description}</p>${markdownView(text)}</div>`,
    markdown: `# ${title}\n\n${description}\n\n${text.trim()}`,
    entries: sectionEntries(path, title, text),
  };
}

/** A page that lists the guides, at the URL that remains if a reader removes the last part of a guide's URL. */
export function guidesPage(guides: readonly DocsPage[]): DocsPage {
  const description = 'What one must know beyond single routes, one subject a page.';
  return {
    path: `${START_PATH}/guides`,
    title: GUIDES_GROUP,
    name: GUIDES_GROUP,
    group: GUIDES_GROUP,
    description,
    sections: [],
    main: html`<div class="text"><h1>${GUIDES_GROUP}</h1><p class="lead">${description}</p></div>${cardsView(guides)}`,
    markdown: [`# ${GUIDES_GROUP}`, description, cardsMarkdown(guides)].join('\n\n'),
    entries: [],
  };
}

/** Search entries of a text: one for each heading, with the words below it. */
function sectionEntries(path: string, title: string, text: string): DocsPage['entries'] {
  const parts = [{ heading: '', words: '' }];
  for (const block of blocksOf(text)) {
    if (block.startsWith('## ')) parts.push({ heading: block.slice(3), words: `${title}:` });
    else if (!block.startsWith('```'))
      (parts.at(-1) ?? { words: '' }).words += ` ${block.replaceAll(/[|`*\n]+/g, ' ')}`;
  }
  return parts.map(({ heading, words }) => ({
    title: heading === '' ? title : heading,
    kind: heading === '' ? 'Page' : 'Section',
    url: heading === '' ? path : `${path}#${slugOf(heading)}`,
    words: words.replaceAll(/(?:---|\s)+/g, ' ').trim(),
  }));
}

/** Builds the page of headers, and of shapes that several pages refer to. */
export function sharedPage(document: ApiDocument, homes: ReadonlyMap<string, string>): DocsPage {
  const names = [...homes].filter(([, home]) => home === SHARED_PATH).map(([name]) => name);
  const { headers, schemas } = document.components;
  const description = 'Headers of answers, and what the answers of several routes are made of.';
  return {
    path: SHARED_PATH,
    title: 'Shapes and headers',
    name: 'Shapes and headers',
    group: 'More',
    description,
    sections: [
      { id: 'headers', title: 'Headers' },
      { id: 'shapes', title: 'Shapes' },
    ],
    main: html`
    <div class="text">
      <h1>Shapes and headers</h1>
      <p class="lead">${description} Members may be added: ignore what you do not know.</p>
      <h2 id="headers">Headers</h2>
      <dl class="members">${Object.entries(headers).map(
        ([name, { description: text, example }]) => html`
          <div><dt><code class="name">${name}</code></dt><dd><p>${line(text)}</p><p class="limits">Such as <code>${String(example)}</code></p></dd></div>`,
      )}</dl>
      <h2 id="shapes">Shapes</h2>
      ${shapesView(names, document, linkOn(SHARED_PATH, homes))}
    </div>`,
    markdown: [
      '# Shapes and headers',
      '## Headers',
      Object.entries(headers)
        .map(([name, { description: text }]) => `- \`${name}\`: ${text}`)
        .join('\n'),
      ...Object.entries(schemas).map(
        ([name, schema]) => `## ${name}\n\n${schema.description ?? ''}\n\n${membersOf(schema)}`,
      ),
    ].join('\n\n'),
    entries: [
      ...Object.entries(headers).map(([name, { description: text }]) => ({
        title: name,
        kind: 'Section' as const,
        url: `${SHARED_PATH}#headers`,
        words: `header ${text}`,
      })),
      ...shapeEntries(names, SHARED_PATH, document),
    ],
  };
}

/** Renders every kind of problem as Markdown. */
export const problemsMarkdown = (problems: Facts['problems']): string =>
  ['# Problems', ...Object.entries(problems).map(([kind, text]) => `#${problemMarkdown(kind, text)}`)].join('\n\n');

/** Renders one kind of problem as Markdown. */
export const problemMarkdown = (kind: string, { status, title, meaning, remedy }: ProblemText): string =>
  `# ${status} \`${kind}\`: ${title}\n\n${meaning}\n\n${remedy}`;
