import { type ApiDocument, placesOf } from '../document.ts';
import type { Facts } from '../guides/facts.ts';
import { guidesOf } from '../guides/guides.ts';
import { type Html, html } from '../html.ts';
import { valueView } from '../views/code-view.ts';
import { framed, type Item } from '../views/frame.ts';
import { problemMain, problemsMain } from '../views/problem-pages.ts';
import { operationsPage, tagPages, V1_GROUP } from './operations-page.ts';
import { guidePage, guidesPage, problemMarkdown, problemsMarkdown, sharedPage, startPage } from './other-pages.ts';
import type { DocsPage, Entry } from './page.ts';
import { homesOfShapes } from './shapes.ts';

/** The whole reference: its files by path, such as `/docs/search`, and its search entries. */
export interface DocsSite {
  readonly html: ReadonlyMap<string, string>;
  readonly markdown: ReadonlyMap<string, string>;
  readonly entries: readonly Entry[];
}

/**
 * Builds the reference. It is complete without a script. New operations and tags in the document appear in it by
 * themselves.
 */
export function docsSite(document: ApiDocument, facts: Facts): DocsSite {
  const tags = tagPages(document, placesOf(document));
  const homes = homesOfShapes(document, tags);
  const guides = guidesOf(facts).map(guidePage);
  const operations = tags.map((tag) => operationsPage(tag, document, homes));
  const isV1 = ({ group }: DocsPage) => group === V1_GROUP;
  const [v1, faces] = [operations.filter(isV1), operations.filter((page) => !isV1(page))];
  const cards = Object.fromEntries(Map.groupBy([...v1, ...guides, ...faces], ({ group }) => group));
  const start = startPage(document, cards);
  const problems = problemsPage(facts.problems);
  const pages = [start, ...v1, ...guides, ...faces, sharedPage(document, homes), problems];
  // The first page shows the same cards as this page, so this page is not in the contents.
  const all = guidesPage(guides);
  const contents: Item[] = [
    ...pages,
    { path: '/docs/for-providers', name: 'Check a provider’s file', group: 'More', sections: [] },
  ];
  const frame = (page: Pick<DocsPage, 'path' | 'title' | 'description' | 'main'>, hasMarkdown: boolean) =>
    framed({ ...page, title: titleOf(page.title, document), contents, hasMarkdown });
  const alone = Object.entries(facts.problems).map(([kind, text]): [string, string] => {
    const main = problemMain(kind, text, exampleOf(kind, document));
    const page = { path: `/problems/${kind}`, title: text.title, description: text.meaning, main };
    return [page.path, frame(page, true)];
  });
  return {
    html: new Map([...[...pages, all].map((page): [string, string] => [page.path, frame(page, true)]), ...alone]),
    markdown: new Map(
      [
        ...[...pages, all].map(({ path, markdown }) => [path, markdown] as const),
        ...Object.entries(facts.problems).map(
          ([kind, text]) => [`/problems/${kind}`, problemMarkdown(kind, text)] as const,
        ),
      ].map(([path, markdown]) => [path, `${markdown}\n\n${note}\n`]),
    ),
    entries: joined(pages.flatMap((page) => [pageEntry(page), ...page.entries])),
  };
}

const note =
  '---\n\n`https://locator.example` stands for the website where you read this. In a crisis call or text 988; emergency: 911. Confirm listings with admissions.';

const titleOf = (title: string, { info }: ApiDocument): string =>
  title.startsWith(info.title) ? title : `${title} · ${info.title} API`;

const pageEntry = ({ title, path, description }: DocsPage): Entry => ({
  title,
  kind: 'Page',
  url: path,
  words: description,
});

/**
 * Merges search entries with the same URL into one entry with all their words, such as a page's own entry and that of
 * its first section.
 */
function joined(entries: readonly Entry[]): Entry[] {
  const byUrl = Map.groupBy(entries, ({ url, title }) => (url.endsWith('#headers') ? `${url} ${title}` : url));
  return [...byUrl.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ ...first, words: [first, ...others].map(({ words }) => words).join(' ') }],
  );
}

function problemsPage(problems: Facts['problems']): DocsPage {
  return {
    path: '/problems',
    title: 'Problems',
    name: 'Problems',
    group: 'More',
    description: 'Every kind of error and what to do.',
    sections: [],
    main: problemsMain(problems),
    markdown: problemsMarkdown(problems),
    entries: Object.entries(problems).map(([kind, { status, title, meaning, remedy }]) => ({
      title: `${status} ${kind}`,
      kind: 'Problem',
      url: `/problems/${kind}`,
      words: `${title} ${meaning} ${remedy}`,
    })),
  };
}

/** The example in the OpenAPI document of a problem of this kind. Null if there is none. */
function exampleOf(kind: string, { components }: ApiDocument): Html | null {
  const values = Object.values(components.responses).flatMap(({ content = {} }) =>
    Object.values(content).flatMap(({ examples = {} }) => Object.values(examples).map(({ value }) => value)),
  );
  const example = values.find((value) => String((value as { type?: unknown }).type).endsWith(`/${kind}`));
  return example === undefined ? null : valueView(example, `An answer that is ${kind}`, html`application/problem+json`);
}
