import { type Html, html } from '../docs/html.ts';
import { en } from '../words/en.ts';
import { es } from '../words/es.ts';
import type { PageLanguage } from '../words/page.ts';

/** What every page of the site says of itself. */
export function head(_language: PageLanguage, page: { readonly title: string; readonly description: string }): Html {
  return html`    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${page.title}</title>
    <meta name="description" content="${page.description}">
    <meta name="referrer" content="no-referrer">
    <meta name="color-scheme" content="light dark">
    <meta name="theme-color" content="#0f2430">
    <link rel="icon" href="/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/site.css">`;
}

interface Strip {
  /** Where a finder of the page has a line of its own: their names must differ. */
  readonly label?: string;
  /** Leads to the page in the other language. */
  readonly other?: Html;
}

/**
 * The crisis line, with the way out at its end: a plain link, so that it works before any script.
 */
export function strip(language: PageLanguage, { label, other }: Strip = {}): Html {
  const { strip: w } = language === 'es' ? es : en;
  return html`<div slot="crisis" class="strip" role="region" aria-label="${label ?? w.label}">
          <strong>${w.ask}</strong>
          <a href="tel:988">${w.call}</a>
          <a href="${w.textHref}">${w.text}<span class="wide">${w.textMore}</span></a>
          <a class="wide" href="https://988lifeline.org/chat/" rel="noreferrer">${w.chat}</a>
          <a href="tel:911"><span class="wide">${w.dangerMore}</span>${w.danger}</a>
          ${other ?? null}<a class="leave" href="https://www.weather.gov/" rel="noreferrer" data-leave title="${w.leaveHint}"><span>${w.leave}</span> <i aria-hidden="true">✕</i></a>
        </div>`;
}
