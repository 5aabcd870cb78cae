import { type ApiDocument, nameOf, type Operation, type Place } from '../document.ts';
import { type Html, html, line } from '../html.ts';
import { firstSentence } from '../views/operation-view.ts';
import { limitsView, membersView, type ShapeLink } from '../views/schema-view.ts';

/** Path of the page for shapes that several pages refer to. */
export const SHARED_PATH = '/docs/shapes';

/** For each shape, the page that describes it: the only page that refers to it, or the shared page if several do. */
export function homesOfShapes(
  document: ApiDocument,
  pages: readonly { readonly path: string; readonly places: readonly Place[] }[],
): ReadonlyMap<string, string> {
  const users = new Map<string, Set<string>>();
  for (const { path, places } of pages)
    for (const { operation } of places)
      for (const name of reached(operation, document)) users.set(name, (users.get(name) ?? new Set()).add(path));
  return new Map(
    Object.keys(document.components.schemas).map((name) => {
      const [only, ...others] = users.get(name) ?? [];
      return [name, only === undefined || others.length > 0 ? SHARED_PATH : only];
    }),
  );
}

/** All shapes that an operation and its answers refer to, directly or through other shapes. */
function reached(operation: Operation, { components }: ApiDocument): Set<string> {
  const found = new Set<string>();
  const visit = (part: unknown): void => {
    // Skips examples: they hold values, and a value may contain something that looks like a reference.
    const text = JSON.stringify(part, (key, value) => (key === 'examples' ? undefined : value));
    for (const [, kind, name = ''] of text.matchAll(/"\$ref":"#\/components\/(schemas|responses)\/([^"]+)"/g)) {
      const key = `${kind}/${name}`;
      if (found.has(key)) continue;
      found.add(key);
      visit(kind === 'schemas' ? components.schemas[name] : components.responses[name]);
    }
  };
  visit(operation);
  return new Set([...found].filter((key) => key.startsWith('schemas/')).map(nameOf));
}

/**
 * Returns a function that links from one page to a shape.
 * @param path Path of that page.
 */
export const linkOn =
  (path: string, homes: ReadonlyMap<string, string>): ShapeLink =>
  (name) => {
    const home = homes.get(name) ?? SHARED_PATH;
    return `${home === path ? '' : home}#shape-${name}`;
  };

export function shapesView(names: readonly string[], { components }: ApiDocument, link: ShapeLink): Html {
  return html`${names.map((name) => {
    const schema = components.schemas[name] ?? {};
    const { description = '' } = schema;
    const first = firstSentence(description);
    const rest = description.slice(first.length).trim();
    return html`
      <details class="shape" id="shape-${name}">
        <summary><h3>${name}</h3>${first === '' ? null : html` <span>${line(first)}</span>`}</summary>
        ${rest === '' ? null : html`<p>${line(rest)}</p>`}
        ${limitsView(schema)}${membersView(schema, link)}
      </details>`;
  })}`;
}
