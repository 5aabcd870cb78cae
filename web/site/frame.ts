import { type Html, html } from '../docs/html.ts';
import { en } from '../words/en.ts';
import { es } from '../words/es.ts';
import { type PageLanguage, pageWords } from '../words/page.ts';

/** The `<head>` of every page of the site. */
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
  /**
   * Accessible name of the crisis line. It must differ from that of another crisis line on the page, such as the
   * finder's.
   */
  readonly label?: string;
  /** Link to the page in the other language. */
  readonly other?: Html;
  /**
   * Where the link "Leave" leads.
   * @default a page about the weather
   */
  readonly leaveTo?: string;
}

/** The crisis line, ending with a link to leave: a plain link, so that it works before any script. */
export function strip(
  language: PageLanguage,
  { label, other, leaveTo = 'https://www.weather.gov/' }: Strip = {},
): Html {
  const { strip: w } = language === 'es' ? es : en;
  return html`<div slot="crisis" class="strip" role="region" aria-label="${label ?? w.label}">
          <strong>${w.ask}</strong>
          <a href="tel:988">${w.call}</a>
          <a href="${w.textHref}">${w.text}<span class="wide">${w.textMore}</span></a>
          <a class="wide" href="https://988lifeline.org/chat/" rel="noreferrer">${w.chat}</a>
          <a href="tel:911"><span class="wide">${w.dangerMore}</span>${w.danger}</a>
          ${other ?? null}<a class="leave" href="${leaveTo}" rel="noreferrer" data-leave title="${w.leaveHint}"><span>${w.leave}</span> <i aria-hidden="true">✕</i></a>
        </div>`;
}

/**
 * Questions to ask on the phone.
 * @param id Id of their heading, unique in the page.
 */
export function calling(language: PageLanguage, id: string): Html {
  const page = pageWords[language];
  return html`<h2 id="${id}">${page.callingTitle}</h2>
        <ol>${page.calling.map((line) => html`<li>${line}</li>`)}</ol>
        <p>${page.callingNote}</p>`;
}

/** Names the sources of the facts, and says that they are not medical advice. */
export function sources(language: PageLanguage): Html {
  const page = pageWords[language];
  return html`<p>${page.sources}</p>
      <p>${page.medical}</p>
      <p>${page.places.before} <a href="https://www.geonames.org/" rel="noreferrer">GeoNames</a>, <a href="https://creativecommons.org/licenses/by/4.0/" rel="license noreferrer">CC BY 4.0</a>, ${page.places.after}</p>`;
}
