import type { ApiDocument, Place } from '../document.ts';
import { html, line } from '../html.ts';
import { operationView } from '../views/operation-view.ts';
import { operationsMarkdown } from './markdown.ts';
import type { DocsPage, Entry, TagPage } from './page.ts';
import { linkOn, shapesView } from './shapes.ts';

export const V1_GROUP = 'JSON API: /v1';
const FACES_GROUP = 'Other faces';

/** Titles of those pages for which the tag's name would not be clear. */
const titles: Readonly<Record<string, string>> = {
  Reference: 'Places and filter values',
  Device: 'Listings for devices',
  FHIR: 'FHIR R4',
  HSDS: 'Open Referral HSDS 3.0',
  MCP: 'Model Context Protocol',
  Agents: 'The admissions team',
};

/** Makes a page for each tag of the document, those of `/v1` first. A new tag gets a page by itself. */
export function tagPages(document: ApiDocument, places: readonly Place[]): TagPage[] {
  const pages = document.tags.flatMap(({ name, description }) => {
    const own = places.filter(({ operation }) => operation.tags.includes(name));
    const isPublicV1 = own.every(({ path }) => path.startsWith('/v1/') && !path.startsWith('/v1/agent/'));
    const title = titles[name] ?? name;
    const page = { path: `/docs/${name.toLowerCase()}`, name: title, title, description, places: own };
    return own.length === 0 ? [] : [{ ...page, group: isPublicV1 ? V1_GROUP : FACES_GROUP }];
  });
  return [...pages.filter(({ group }) => group === V1_GROUP), ...pages.filter(({ group }) => group !== V1_GROUP)];
}

/** Builds a page of operations. It includes the shapes that no other page refers to. */
export function operationsPage(tag: TagPage, document: ApiDocument, homes: ReadonlyMap<string, string>): DocsPage {
  const { path, title, name, group, description, places } = tag;
  const link = linkOn(path, homes);
  const shapes = [...homes].filter(([, home]) => home === path).map(([shape]) => shape);
  const main = html`
    <h1>${title}</h1>
    <p class="lead">${line(description)}</p>
    ${places.map((place) => operationView(place, document, link))}
    ${
      shapes.length === 0
        ? null
        : html`<section class="shapes" aria-labelledby="shapes"><h2 id="shapes">Shapes of these answers</h2>${shapesView(shapes, document, link)}</section>`
    }`;
  return {
    path,
    title,
    name,
    group,
    description: description.replaceAll('`', ''),
    main,
    markdown: operationsMarkdown(tag, document),
    sections: [
      ...places.map(({ method, operation }) => ({ id: operation.operationId, title: operation.summary, method })),
      ...(shapes.length === 0 ? [] : [{ id: 'shapes', title: 'Shapes' }]),
    ],
    entries: [...places.flatMap((place) => entriesOf(place, path)), ...shapeEntries(shapes, path, document)],
  };
}

function entriesOf({ method, path: address, operation }: Place, path: string): Entry[] {
  const { operationId, summary, description, parameters = [] } = operation;
  return [
    {
      title: summary,
      kind: 'Operation',
      url: `${path}#${operationId}`,
      words: `${method} ${address} ${operationId} ${description}`,
    },
    ...parameters
      .filter(({ in: place }) => place === 'query')
      .map(
        ({ name, description: text }): Entry => ({
          title: name,
          kind: 'Parameter',
          url: `${path}#${operationId}.${name}`,
          words: `${summary}: ${text}`,
        }),
      ),
  ];
}

export const shapeEntries = (names: readonly string[], path: string, { components }: ApiDocument): Entry[] =>
  names.map((name) => {
    const { description = '', properties = {} } = components.schemas[name] ?? {};
    const words = `${description} ${Object.keys(properties).join(' ')}`;
    return { title: name, kind: 'Shape', url: `${path}#shape-${name}`, words };
  });
