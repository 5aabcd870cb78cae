import { type Html, html, line } from '../docs/html.ts';
import type { ManifestElement } from './manifest.ts';

/** Definition lists of everything that the manifest documents. */
export function reference(element: ManifestElement): Html {
  const { attributes, members, events, slots, cssParts, cssProperties } = element;
  const own = members.filter(({ attribute }) => attribute === undefined);
  return html`<section aria-labelledby="reference"><h2 id="reference">Reference</h2>
      <p>The same as a file for editors and catalogs of components: <a href="/embed/custom-elements.json">custom-elements.json</a>.</p>
      ${group('Attributes', attributes, ({ type, default: usual }) => `${type.text}, default: ${usual}`)}
      <p>Each attribute is also a property of the same name: <code>finder.level = 'iop'</code>. Only <code>search</code> is the property <code>searchMode</code>, because <code>search()</code> is a method.</p>
      ${group('Properties and methods', own, ({ kind, type, parameters = [] }) =>
        kind === 'method'
          ? `(${parameters.map(({ name, type: { text } }) => `${name}: ${text}`).join(', ')})`
          : (type?.text ?? ''),
      )}
      ${group('Events', events, ({ type }) => type.text)}
      <p>Events bubble and leave the shadow tree. No event names a place, a center or a number, so counting them tells nobody where a visitor looked.</p>
      ${group('Slots', slots, () => '')}
      ${group('Parts, for ::part()', cssParts, () => '')}
      ${group('Custom properties', cssProperties, ({ default: usual }) => `default: ${usual}`)}
    </section>`;
}

function group<One extends { readonly name: string; readonly description: string }>(
  title: string,
  all: readonly One[],
  typeOf: (one: One) => string,
): Html {
  return html`<h3>${title}</h3>
      <dl class="reference-list">${all.map((one) => {
        const type = typeOf(one);
        return html`
        <div><dt><code>${one.name}</code>${type === '' ? null : html` <span class="type">${type}</span>`}</dt><dd>${line(one.description)}</dd></div>`;
      })}</dl>`;
}
