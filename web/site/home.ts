import { stateCodes } from '../../functions/domain/state.ts';
import { type Html, html } from '../docs/html.ts';
import { en } from '../words/en.ts';
import { es } from '../words/es.ts';
import { type PageLanguage, pageWords } from '../words/page.ts';
import { pages as pagesEn } from '../words/pages/en.ts';
import { pages as pagesEs } from '../words/pages/es.ts';
import { calling, head, sources, strip } from './frame.ts';

function languageLink({ code, href }: (typeof pageWords)[PageLanguage]['other'], text: string, names: string): Html {
  return html`<a class="${names}" href="${href}" hreflang="${code}" lang="${code}" data-language>${text}</a>`;
}

/** Links to states' pages, and to information about the operator. */
function ways(language: PageLanguage): Html {
  const { words, pages } = language === 'es' ? { words: es, pages: pagesEs } : { words: en, pages: pagesEn };
  const { about, privacy, providers } = pages.text;
  const folder = language === 'es' ? '/es' : '';
  const item = (href: string, text: string) => html`<li><a href="${folder}${href}">${text}</a></li>`;
  return html`<nav class="more-links" aria-label="${pages.more}">
        <ul>${stateCodes.map((code) => item(`/states/${code.toLowerCase()}`, words.stateName(code)))}</ul>
        <ul>${item('/about', about.link)}${item('/privacy', privacy.link)}${item('/for-providers', providers.link)}</ul>
      </nav>`;
}

/**
 * The home page: the finder with texts around it. Everything that must work without a script is in the element's
 * content or around it, so helplines never depend on an answer.
 * @param preload Scripts that the finder needs at once.
 * @param reportTo Where visitors report a wrong fact.
 */
export function homePage(language: PageLanguage, preload: readonly string[], reportTo?: string): string {
  const page = pageWords[language];
  const words = language === 'es' ? es : en;
  const { text } = html`<!doctype html>
<html lang="${language}">
  <head>
${head(language, page)}
    <link rel="alternate" hreflang="${page.other.code}" href="${page.other.href}">
    ${preload.map((file) => html`<link rel="modulepreload" href="${file}">\n    `)}<script type="module" src="/locator.js"></script>
    <script type="module" src="/main.js"></script>
  </head>
  <body>
    <a class="skip" href="#finder">${page.skip}</a>
    <main>
      <program-locator id="finder" lang="${language}" tabindex="-1"${reportTo === undefined ? null : html` report="${reportTo}"`}>
        ${strip(language, { other: languageLink(page.other, page.other.name, 'wide language') })}
        <div slot="heading" class="masthead">
          <p class="helplines">
            <span><i class="wide">SAMHSA </i>${page.treatment} <a href="${words.helpline.href}">${words.helpline.number}</a></span>
            ${languageLink(page.other, page.other.name, 'language')}
          </p>
          <h1>${page.title}</h1>
          <p class="lead">${page.lead}</p>
        </div>
        <form class="plain-search" method="post" action="${language === 'es' ? '/es/search' : '/search'}" autocomplete="off">
          <label for="plain-q">${words.box.label}</label>
          <input id="plain-q" name="q" type="search" required maxlength="200" placeholder="${words.box.placeholder}">
          <label for="plain-level">${words.levels.title}</label>
          <select id="plain-level" name="level">
            <option value="">${words.levels.any}</option>
            ${Object.entries(words.levels.names).map(([code, name]) => html`<option value="${code}">${name}</option>`)}
          </select>
          <button type="submit">${words.box.search}</button>
          <p>${words.box.kept}</p>
        </form>
      </program-locator>
      <p class="languages">${languageLink(page.other, page.other.page, 'language')}</p>
      <section class="calling" aria-labelledby="calling">
        ${calling(language, 'calling')}
      </section>
    </main>
    <footer>
      ${ways(language)}
      ${sources(language)}
    </footer>
  </body>
</html>
`;
  return text;
}
