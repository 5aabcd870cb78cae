import type { Facts, ProblemText } from '../guides/facts.ts';
import { type Html, html, line } from '../html.ts';

/**
 * Renders the page for a problem's `type`.
 * @param example An answer with this problem. Null if there is none.
 */
export const problemMain = (
  kind: string,
  { status, title, meaning, remedy }: ProblemText,
  example: Html | null,
): Html => html`<div class="text">
    <p class="address"><a href="/docs/guides/errors">Errors</a> / <a href="/problems">Problems</a></p>
    <h1>${title}</h1>
    <p class="address"><code class="status other">${status}</code> <code>${kind}</code></p>
    <h2>What happened</h2>
    <p>${line(meaning)}</p>
    <h2>What to do</h2>
    <p>${line(remedy)}</p>
    ${example === null ? null : html`<h2>How it looks</h2>${example}`}</div>`;

/** Renders the page that lists all kinds of problems. */
export const problemsMain = (kinds: Facts['problems']): Html => html`<div class="text">
    <h1>Problems</h1>
    <p class="lead">Every error is problem details (RFC 9457); its <code>type</code> leads to one of these pages. <a href="/docs/guides/errors">How to deal with errors</a></p>
    <dl class="answers">${Object.entries(kinds).map(
      ([kind, { status, title }]) => html`
        <div><dt><code class="status other">${status}</code></dt><dd><p><a href="/problems/${kind}"><code>${kind}</code></a> ${title}</p></dd></div>`,
    )}</dl></div>`;
