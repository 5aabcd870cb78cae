import {
  type ApiDocument,
  type ExampleRequest,
  nameOf,
  type Parameter,
  type Place,
  type Response,
} from './document.ts';
import { type Html, html, line, prose } from './html.ts';
import { limitsView, membersView, typeText } from './schema-view.ts';
import { signedInView } from './signed-in-view.ts';

/** One operation: what it does, takes and answers, with a request to send from the page. */
export function operationView({ method, path, operation }: Place, { components }: ApiDocument): Html {
  const { operationId, summary, description, parameters = [], requestBody, responses, security } = operation;
  const requests = examplesOf(responses['200']);
  const body = requestBody?.content['application/json'];
  return html`
    <section class="operation" id="${operationId}" aria-labelledby="${operationId}-title">
      <h3 id="${operationId}-title">${summary}</h3>
      <p class="address"><span class="method ${method.toLowerCase()}">${method}</span> <code>${path}</code></p>
      ${prose(description)}
      ${
        security !== undefined
          ? signedInView(method, plainTarget(path, parameters), operation)
          : parameters.some(isHash)
            ? null
            : tryView(method, operationId, plainTarget(path, parameters), requests)
      }
      ${parameters.length === 0 ? null : html`<h4>Parameters</h4><dl class="members">${parameters.map(parameterView)}</dl>`}
      ${
        body === undefined
          ? null
          : html`<h4>Body</h4><p>${line(requestBody?.description ?? '')}</p>
            <details><summary>Members of the body</summary>${membersView(body.schema)}</details>`
      }
      <h4>Answers</h4>
      <dl class="answers">${Object.entries(responses).map(([status, response]) => answerView(status, response, components.responses))}</dl>
    </section>`;
}

/** A hash of content changes with it, so no example of one could be sent. */
const isHash = ({ name, in: place }: Parameter): boolean => place === 'path' && name === 'hash';

function parameterView({ name, in: place, required, description, schema, example }: Parameter): Html {
  return html`
    <div>
      <dt><code class="name">${name}</code> <span class="type">${typeText(schema)}${place === 'query' ? null : ` in the ${place}`}</span>${
        required ? html` <span class="tag needed">required</span>` : null
      }</dt>
      <dd><p>${line(description)}</p>${limitsView(schema)}<p class="limits">Such as <code>${String(example)}</code></p></dd>
    </div>`;
}

function answerView(status: string, given: Response, named: Readonly<Record<string, Response>>): Html {
  const { description, content = {} } = given.$ref === undefined ? given : (named[nameOf(given.$ref)] ?? given);
  const kinds = [...description.matchAll(/^`([\w-]+)`: (.*)$/gm)];
  const isProblem = given.$ref !== undefined && kinds.length > 0;
  return html`
    <div>
      <dt><code class="status ${/^[23]/.test(status) ? 'good' : 'other'}">${status}</code></dt>
      <dd>${
        isProblem
          ? kinds.map(
              ([, kind = '', text = '']) =>
                html`<p><a href="/problems/${kind}"><code>${kind}</code></a> ${line(firstSentence(text))}</p>`,
            )
          : html`<p>${line(description)}</p>`
      }${
        isProblem
          ? null
          : Object.entries(content).map(
              ([type, { schema, examples = {} }]) => html`
                <p class="format"><code>${type}</code> ${typeText(schema)}</p>
                ${Object.values(examples).map(
                  ({ summary, value }) =>
                    html`<details><summary>${summary}</summary>${codeView(value, summary)}</details>`,
                )}`,
            )
      }</dd>
    </div>`;
}

const firstSentence = (text: string): string => /^.*?[.](?=\s|$)/.exec(text)?.[0] ?? text;

export function codeView(value: unknown, label: string): Html {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  return html`<pre tabindex="0" role="region" aria-label="${label}"><code>${text}</code></pre>`;
}

function examplesOf(response: Response | undefined): { summary: string; request: ExampleRequest }[] {
  return Object.values(response?.content ?? {}).flatMap(({ examples = {} }) =>
    Object.values(examples).flatMap(({ summary, 'x-request': request }) =>
      request === undefined ? [] : [{ summary, request }],
    ),
  );
}

/** The address with the examples of what it needs. */
function plainTarget(path: string, parameters: readonly Parameter[]): string {
  const needed = parameters.filter(({ required }) => required);
  const filled = needed
    .filter(({ in: place }) => place === 'path')
    .reduce((text, { name, example }) => text.replace(`{${name}}`, encodeURIComponent(String(example))), path);
  const query = needed
    .filter(({ in: place }) => place === 'query')
    .map(({ name, example }) => `${name}=${encodeURIComponent(String(example))}`);
  return query.length === 0 ? filled : `${filled}?${query.join('&')}`;
}

/**
 * A request as one line, to be changed and sent: try.ts fills the rest in. Without scripts it is for reading.
 * @param plain What to send where there is no example.
 */
function tryView(
  method: string,
  id: string,
  plain: string,
  examples: readonly { summary: string; request: ExampleRequest }[],
): Html {
  const [first] = examples;
  const { target = plain, body, headers = {} } = first?.request ?? {};
  const types = [...new Set(examples.map(({ request }) => request.headers?.accept ?? 'application/json'))];
  return html`
    <form class="try" data-method="${method}" aria-label="Try: ${id}">
      ${
        examples.length < 2
          ? null
          : html`<p class="chips">${examples.map(
              ({ summary, request }) =>
                html`<button type="button" class="chip" data-request="${JSON.stringify(request)}">${summary}</button>`,
            )}</p>`
      }
      <div class="line">
        <span class="method ${method.toLowerCase()}" aria-hidden="true">${method}</span>
        <input name="target" aria-label="Path and query" value="${target}" spellcheck="false" autocomplete="off" autocapitalize="off">
        ${
          types.length < 2
            ? null
            : html`<select name="accept" aria-label="Format">${types.map((type) => html`<option>${type}</option>`)}</select>`
        }
        <button type="submit" class="send">Send</button>
      </div>
      ${
        method === 'POST'
          ? html`<textarea name="body" rows="7" aria-label="Body, as ${headers['content-type'] ?? 'application/json'}" spellcheck="false">${JSON.stringify(body, null, 2)}</textarea>`
          : null
      }
      <div class="outcome" role="status"></div>
      <pre class="shown" tabindex="0" role="region" aria-label="The answer to ${id}" hidden></pre>
    </form>`;
}
