import { type Html, html } from '../docs/html.ts';
import { choicesOf, type ManifestAttribute } from './manifest.ts';

/** Attributes that are seldom needed, so their controls are collapsed. */
const rare = new Set(['api', 'history', 'units', 'theme']);

/** The configurator's form: a control for each attribute that the manifest documents. */
export function form(attributes: readonly ManifestAttribute[]): Html {
  return html`<form id="settings" autocomplete="off">
        ${attributes.filter(({ name }) => !rare.has(name)).map(control)}
        <details><summary>More settings</summary>
          ${attributes.filter(({ name }) => rare.has(name)).map(control)}
        </details>
      </form>`;
}

function control(attribute: ManifestAttribute): Html {
  const { name, description, kind, values, example, default: usual } = attribute;
  const hint = html`<p class="hint" id="${name}-hint">${description}</p>`;
  if (values !== undefined)
    return html`<fieldset data-attribute="${name}" aria-describedby="${name}-hint"><legend>${titleOf(name)}</legend>${hint}
          <div class="ticks">${values.map(
            ({ value, label }) => html`<label><input type="checkbox" name="${name}" value="${value}"> ${label}</label>`,
          )}</div>
        </fieldset>`;
  if (kind === 'flag')
    return html`<div class="field" data-attribute="${name}"><label class="tick"><input type="checkbox" name="${name}" aria-describedby="${name}-hint"> ${titleOf(name)}</label>${hint}</div>`;
  if (kind === 'choice')
    return html`<div class="field" data-attribute="${name}"><label for="set-${name}">${titleOf(name)}</label>${hint}
          <select id="set-${name}" name="${name}" aria-describedby="${name}-hint"><option value="">Default: ${usual}</option>${choicesOf(attribute).map((one) => html`<option>${one}</option>`)}</select></div>`;
  return html`<div class="field" data-attribute="${name}"><label for="set-${name}">${titleOf(name)}</label>
          <p class="hint" id="${name}-hint">${description} Example: <code>${example}</code></p>
          <input id="set-${name}" name="${name}" type="text" maxlength="200" spellcheck="false" aria-describedby="${name}-hint">
          <p class="error" id="${name}-error" role="status"></p></div>`;
}

/** A control's label: plain words, then the attribute's name as code. */
function titleOf(name: string): Html {
  const titles: Readonly<Record<string, string>> = {
    api: 'Another locator’s address',
    level: 'Levels of care',
    within: 'Distance',
    payer: 'Ways to pay',
    organization: 'Your centers only',
    in: 'States',
    near: 'Place to search at once',
    lang: 'Language',
    theme: 'Colors',
    units: 'Miles or kilometers',
    phone: 'Your admissions line',
    benefits: 'Your benefits-check line',
    search: 'Who searches',
    history: 'Keep the search for Back and reload',
  };
  return html`${titles[name] ?? name} <code class="attribute-name">${name}</code>`;
}
