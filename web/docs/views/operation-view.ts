import { type ApiDocument, nameOf, type Parameter, type Place, type Response } from '../document.ts';
import { type Html, html, line, prose } from '../html.ts';
import { samplesOf } from '../samples/requests.ts';
import { samplesView } from './sample-view.ts';
import { limitsView, membersView, type ShapeLink, typeText } from './schema-view.ts';

/** One operation: its purpose, parameters and answers, and the request to copy or send. */
export function operationView(place: Place, document: ApiDocument, link: ShapeLink): Html {
  const { method, path, operation } = place;
  const { operationId, summary, description, requestBody, responses } = operation;
  const body = requestBody?.content['application/json'];
  return html`
    <section class="operation" id="${operationId}" aria-labelledby="${operationId}-title">
      <div class="about">
        <h2 id="${operationId}-title">${anchored(operationId, summary)}</h2>
        <p class="address"><span class="method ${method.toLowerCase()}">${method}</span> <code>${path}</code></p>
        ${prose(description)}
      </div>
      ${samplesView(place, samplesOf(place))}
      <div class="details">
        ${parametersView(place, document, link)}
        ${
          body === undefined
            ? null
            : html`<h3>Body</h3><p>${line(requestBody?.description ?? '')}</p>
            <details><summary>Members of the body</summary>${membersView(body.schema, link)}</details>`
        }
        <h3>Answers</h3>
        <dl class="answers">${Object.entries(responses).map(([status, response]) => answerView(status, response, document.components.responses, link))}</dl>
      </div>
    </section>`;
}

/** The text of a heading, as a link to the heading itself. */
export const anchored = (id: string, text: string): Html => html`<a class="anchor" href="#${id}">${text}</a>`;

/** Parameters of the search that another operation also takes are collapsed: the search's page describes them. */
function parametersView({ path, operation }: Place, { paths }: ApiDocument, link: ShapeLink): Html | null {
  const { operationId, parameters = [] } = operation;
  if (parameters.length === 0) return null;
  const view = (some: readonly Parameter[]) =>
    html`<dl class="members">${some.map((one) => parameterView(one, operationId, link))}</dl>`;
  const search = path === SEARCH_PATH ? [] : (paths[SEARCH_PATH]?.get?.parameters ?? []);
  const known = new Set(search.map((one) => JSON.stringify(one)));
  const [shared, own] = [true, false].map((is) => parameters.filter((one) => known.has(JSON.stringify(one)) === is));
  if (shared === undefined || own === undefined || shared.length < 5)
    return html`<h3>Parameters</h3>${view(parameters)}`;
  return html`<h3>Parameters</h3>${own.length === 0 ? null : view(own)}
        <details><summary>${shared.length} parameters as in a search</summary>${view(shared)}</details>`;
}

const SEARCH_PATH = '/v1/centers';

function parameterView(
  { name, in: place, required, description, schema, example }: Parameter,
  operationId: string,
  link: ShapeLink,
): Html {
  return html`
    <div id="${operationId}.${name}">
      <dt><code class="name">${name}</code> <span class="type">${typeText(schema, link)}${place === 'query' ? null : ` in the ${place}`}</span>${
        required ? html` <span class="tag needed">required</span>` : null
      }</dt>
      <dd><p>${line(description)}</p>${limitsView(schema)}<p class="limits">Such as <code>${String(example)}</code></p></dd>
    </div>`;
}

/** Finds the kinds of problems that an operation's description names, one per line. */
export const problemsIn = (description: string): { kind: string; text: string }[] =>
  [...description.matchAll(/^`([\w-]+)`: (.*)$/gm)].map(([, kind = '', text = '']) => ({ kind, text }));

function answerView(status: string, given: Response, named: Readonly<Record<string, Response>>, link: ShapeLink): Html {
  const { description, content = {} } = given.$ref === undefined ? given : (named[nameOf(given.$ref)] ?? given);
  const kinds = given.$ref === undefined ? [] : problemsIn(description);
  return html`
    <div>
      <dt><code class="status ${/^[23]/.test(status) ? 'good' : 'other'}">${status}</code></dt>
      <dd>${
        kinds.length > 0
          ? kinds.map(
              ({ kind, text }) =>
                html`<p><a href="/problems/${kind}"><code>${kind}</code></a> ${line(firstSentence(text))}</p>`,
            )
          : [
              html`<p>${line(description)}</p>`,
              ...Object.entries(content).map(
                ([type, { schema }]) => html`<p class="format"><code>${type}</code> ${typeText(schema, link)}</p>`,
              ),
            ]
      }</dd>
    </div>`;
}

export const firstSentence = (text: string): string => /^.*?[.](?=\s|$)/.exec(text)?.[0] ?? text;
