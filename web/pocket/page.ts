import { Html, html } from '../docs/html.ts';
import { calling, sources, strip } from '../site/frame.ts';
import { en } from '../words/en.ts';
import { es } from '../words/es.ts';
import { type PageLanguage, pageWords } from '../words/page.ts';
import { packedIds } from './unpack.ts';
import { pocketWords } from './words.ts';

/** What a pocket file is made of. */
export interface PocketParts {
  /** The date of the listings, `2026-11-29`. */
  readonly asOf: string;
  readonly centers: number;
  /** Codes of the listed states. */
  readonly states: readonly string[];
  /** URL of the website with pages of centers, without a closing slash. Null if there is none. */
  readonly site: string | null;
  readonly css: string;
  readonly icon: string;
  /** The text of the only script that is not compressed, which unpacks the program. */
  readonly loader: string;
  /** The program, compressed with gzip and encoded in Base85. */
  readonly program: string;
  readonly files: string;
  /** SHA-256 hashes in Base64 of the styles, the loader, and the uncompressed program. */
  readonly hashes: { readonly css: string; readonly loader: string; readonly program: string };
}

const languages = ['en', 'es'] as const;
const catalog = { en, es };

/**
 * Renders the file. It contains the page in two languages, of which the script shows one. Without a script both are
 * visible, with helplines.
 */
export function pocketPage(parts: PocketParts): string {
  const { text } = html`<!doctype html>
<html lang="en" data-as-of="${parts.asOf}"${parts.site === null ? null : html` data-site="${parts.site}"`}${languages.map((one) => html` data-title-${one}="${titleOf(one, parts)}"`)}>
  <head>
    <meta charset="utf-8">
    <meta http-equiv="content-security-policy" content="${policy(parts.hashes)}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${titleOf('en', parts)}</title>
    <meta name="referrer" content="no-referrer">
    <meta name="robots" content="noindex">
    <meta name="color-scheme" content="light dark">
    <meta name="theme-color" content="#0f2430">
    <link rel="icon" href="${parts.icon}">
    <style>${new Html(parts.css)}</style>
    <script>${new Html(parts.loader)}</script>
  </head>
  <body>
    ${languages.map((one) => html`<a class="skip in-${one}" lang="${one}" href="#finder">${pageWords[one].skip}</a>\n    `)}<main>
      <program-locator id="finder" search="device" tabindex="-1">
        ${languages.map((one) => crisisLine(one))}${languages.map((one) => masthead(one, parts))}
        <noscript>${languages.map((one) => notice(one, pocketWords[one].noScript(catalog[one].centers(parts.centers), catalog[one].and(parts.states))))}</noscript>
        <div class="failed">${languages.map((one) => notice(one, pocketWords[one].failed))}</div>
      </program-locator>
      ${languages.map((one) => html`<div class="in-${one}" lang="${one}"><p class="languages">${languageButton(one)}</p></div>\n      `)}${languages.map(
        (one) => html`<section class="calling in-${one}" lang="${one}" aria-labelledby="calling-${one}">
        ${calling(one, `calling-${one}`)}
      </section>\n      `,
      )}
    </main>
    <footer>
      ${languages.map((one) => html`<div class="sources in-${one}" lang="${one}">${sources(one)}</div>\n      `)}
    </footer>
    <script type="application/octet-stream" id="${packedIds.program}">${new Html(parts.program)}</script>
    <script type="application/octet-stream" id="${packedIds.files}">${new Html(parts.files)}</script>
  </body>
</html>
`;
  return text;
}

/** The content security policy: nothing may be loaded or sent, and only the two scripts with these hashes may run. */
function policy({ css, loader, program }: PocketParts['hashes']): string {
  return [
    "default-src 'none'",
    `script-src 'sha256-${loader}' 'sha256-${program}'`,
    `style-src 'sha256-${css}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types pocket',
  ].join('; ');
}

const asOfText = (language: PageLanguage, { asOf }: PocketParts): string =>
  pocketWords[language].asOf(catalog[language].day(asOf));

const titleOf = (language: PageLanguage, parts: PocketParts): string =>
  `${pageWords[language].title} – ${asOfText(language, parts)}`;

function languageButton(language: PageLanguage): Html {
  const { other } = pageWords[language];
  return html`<button type="button" class="language" lang="${other.code}" data-language="${other.code}">${other.name}</button>`;
}

function crisisLine(language: PageLanguage): Html {
  return html`<div slot="crisis" class="in-${language}" lang="${language}">${strip(language, { other: languageButton(language), leaveTo: 'about:blank' })}</div>
        `;
}

function masthead(language: PageLanguage, parts: PocketParts): Html {
  const { title, treatment } = pageWords[language];
  const { helpline } = catalog[language];
  return html`<div slot="heading" class="in-${language}" lang="${language}"><div class="masthead">
          <p class="helplines">
            <span><i class="wide">SAMHSA </i>${treatment} <a href="${helpline.href}">${helpline.number}</a></span>
            ${languageButton(language)}
          </p>
          <h1>${title} <small>${asOfText(language, parts)}</small></h1>
          <p class="lead">${pocketWords[language].about}</p>
        </div></div>
        `;
}

function notice(language: PageLanguage, text: string): Html {
  const { href, number } = catalog[language].helpline;
  return html`<p class="notice in-${language}" lang="${language}">${text} <a href="${href}">${number}</a>.</p>`;
}
