import { nameOf, type Schema } from '../document.ts';
import { type Html, html, line } from '../html.ts';

/** URL of a shape's description, such as `/docs/shapes#shape-Center`. */
export type ShapeLink = (name: string) => string;

/** The type of a value in a few words, with links to the shapes that it refers to. */
export function typeText(schema: Schema, link: ShapeLink): Html {
  const { $ref, anyOf, type, format, items, additionalProperties } = schema;
  if ($ref !== undefined) return html`<a href="${link(nameOf($ref))}">${nameOf($ref)}</a>`;
  if (anyOf !== undefined) {
    const kinds = anyOf
      .map((one) => typeText(one, link))
      .filter((kind, at, all) => all.findIndex(({ text }) => text === kind.text) === at);
    return html`${kinds.map((kind, index) => (index === 0 ? kind : html` or ${kind}`))}`;
  }
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`;
  if (type === 'array') {
    const { minItems, maxItems } = schema;
    const pair = minItems !== undefined && minItems === maxItems ? html` (${minItems} of them)` : null;
    return html`list of ${items === undefined ? 'anything' : typeText(items, link)}${pair}`;
  }
  if (type === 'object' && typeof additionalProperties === 'object')
    return html`object of ${typeText(additionalProperties, link)}`;
  if (type === 'string' && format !== undefined) return html`${wordsOfFormat[format] ?? format}`;
  return html`${wordsOfType[type ?? ''] ?? 'any'}`;
}

const wordsOfFormat: Readonly<Record<string, string>> = { 'date-time': 'time (ISO 8601)', date: 'date', uri: 'URL' };
const wordsOfType: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  object: 'object',
  null: 'null',
};

const FEW = 9;

/** What values are accepted, with limits and default. Null if the schema says nothing about them. */
export function limitsView(schema: Schema): Html | null {
  const { items, minimum, exclusiveMinimum, maximum } = schema;
  const values = schema.enum ?? items?.enum ?? schema.anyOf?.find((one) => one.enum !== undefined)?.enum;
  const parts: Html[] = [];
  if (values !== undefined) {
    const list = values.map((value, index) => html`${index === 0 ? '' : ' '}<code>${String(value)}</code>`);
    parts.push(
      values.length <= FEW
        ? html`<p class="limits">One of ${list}</p>`
        : html`<details class="limits"><summary>${values.length} accepted values</summary><p>${list}</p></details>`,
    );
  }
  const bounds = [
    exclusiveMinimum === undefined ? [] : [`more than ${exclusiveMinimum}`],
    minimum === undefined || minimum === Number.MIN_SAFE_INTEGER ? [] : [`at least ${minimum}`],
    maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? [] : [`at most ${maximum}`],
    schema.default === undefined ? [] : [`${String(schema.default)} if left out`],
  ].flat();
  if (bounds.length > 0) parts.push(html`<p class="limits">${bounds.join(', ')}</p>`);
  return parts.length === 0 ? null : html`${parts}`;
}

/** Lists the properties of an object, including those of nested objects without a name. */
export function membersView(schema: Schema, link: ShapeLink): Html | null {
  if (schema.anyOf !== undefined) return html`${schema.anyOf.map((one) => membersView(one, link))}`;
  if (schema.items?.properties !== undefined) return membersView(schema.items, link);
  if (schema.properties === undefined) return null;
  const required = new Set(schema.required);
  return html`<dl class="members">${Object.entries(schema.properties).map(
    ([name, member]) => html`
      <div>
        <dt><code class="name">${name}</code> <span class="type">${typeText(member, link)}</span>${
          required.has(name) ? null : html` <span class="tag">may be absent</span>`
        }</dt>
        <dd>${member.description === undefined ? null : html`<p>${line(member.description)}</p>`}${limitsView(member)}${exampleView(member)}${membersView(member, link)}</dd>
      </div>`,
  )}</dl>`;
}

function exampleView({ examples }: Schema): Html | null {
  const [example] = examples ?? [];
  return example === undefined ? null : html`<p class="limits">Such as <code>${JSON.stringify(example)}</code></p>`;
}
