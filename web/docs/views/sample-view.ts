import type { Place } from '../document.ts';
import { type Html, html } from '../html.ts';
import { clientOf } from '../samples/client-code.ts';
import { curlOf, fetchOf } from '../samples/code.ts';
import { jsonText } from '../samples/json.ts';
import type { Sample } from '../samples/requests.ts';
import { codeView, valueView } from './code-view.ts';

/**
 * An operation's requests in every language, a form that sends them, and their answers. The page contains all of it; a
 * script shows one request and one language at a time.
 */
export function samplesView(place: Place, samples: readonly Sample[]): Html {
  const { operationId } = place.operation;
  const canSend = samples.every(({ signedIn }) => !signedIn);
  return html`
    <div class="samples" data-operation="${operationId}">
      ${samples.map((sample, index) => sampleView(place, sample, index, samples.length > 1))}
      ${canSend ? tryView(place, samples) : html`<p class="hint">Set <code>TOKEN</code> to an access token first. On your own machine, <code>npm run -s token -- editor</code> prints one that may do everything here.</p>`}
      ${samples.map((sample, index) =>
        sample.answer === undefined
          ? null
          : html`<div class="answer" data-sample="${index}">${valueView(sample.answer.value, `An answer: ${sample.title}`, html`Answer 200 ${sample.answer.type}`)}</div>`,
      )}
    </div>`;
}

function sampleView(place: Place, sample: Sample, index: number, isOneOfMany: boolean): Html {
  const client = clientOf(place, sample);
  const { operationId } = place.operation;
  const one = (kind: string, view: Html) => html`<div class="language" data-language="${kind}">${view}</div>`;
  return html`
      <div class="sample" data-sample="${index}" data-title="${sample.title}">
        ${isOneOfMany ? html`<p class="sample-title">${sample.title}</p>` : null}
        ${one('curl', codeView(curlOf(sample), 'sh', `${operationId} with curl: ${sample.title}`, 'curl'))}
        ${one('fetch', codeView(fetchOf(sample), 'js', `${operationId} with fetch: ${sample.title}`, 'fetch'))}
        ${client === null ? null : one('client', codeView(client, 'js', `${operationId} with the typed client: ${sample.title}`, 'client'))}
      </div>`;
}

/** The request as one line that script/try.ts can change and send; hidden without the script. */
function tryView({ method, operation: { operationId } }: Place, samples: readonly Sample[]): Html {
  const [first] = samples;
  const { target = '', body, headers = {} } = first ?? {};
  const types = [...new Set(samples.map((sample) => sample.headers.accept ?? 'application/json'))];
  const requests = samples.map(({ target: path, headers: sent, body: text, lead }) => ({
    target: path,
    headers: sent,
    ...(text === undefined ? {} : { body: text }),
    lead,
  }));
  return html`
      <form class="try" data-method="${method}" data-requests="${JSON.stringify(requests)}" aria-label="Send ${operationId}" hidden>
        <div class="line">
          <span class="method ${method.toLowerCase()}" aria-hidden="true">${method}</span>
          <input type="text" name="target" aria-label="Path and query" value="${target}" spellcheck="false" autocomplete="off" autocapitalize="off">
          ${
            types.length < 2
              ? null
              : html`<select name="accept" aria-label="Format">${types.map((type) => html`<option>${type}</option>`)}</select>`
          }
          <button type="submit" class="send">Send</button>
        </div>
        ${
          body === undefined
            ? null
            : html`<textarea name="body" rows="7" aria-label="Body, as ${headers['content-type'] ?? 'application/json'}" spellcheck="false">${jsonText(body)}</textarea>`
        }
        <div class="outcome" role="status"></div>
        <pre class="shown" tabindex="0" role="group" aria-label="The answer to ${operationId}" hidden></pre>
      </form>`;
}
