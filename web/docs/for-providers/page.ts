import { html } from '../html.ts';
import { type Language, words } from './words.ts';

/** URL path of the example file, for download. */
export const EXAMPLE_PATH = '/docs/for-providers/treatment-programs.json';

/** The page where a provider checks its file. Everything except the check works without a script. */
export function providersPage(language: Language): string {
  const w = words[language];
  const [other, otherPath] = w.other;
  const [ask, call, text, emergency] = w.crisis;
  return html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${w.title}</title>
    <meta name="description" content="${w.description}">
    <meta name="referrer" content="no-referrer">
    <meta name="color-scheme" content="light dark">
    <meta name="theme-color" content="#0f2430">
    <link rel="icon" href="/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/style.css">
    <link rel="stylesheet" href="/docs/docs.css">
    <link rel="stylesheet" href="/docs/for-providers/check.css">
    <script type="module" src="/docs/for-providers/check.js"></script>
  </head>
  <body class="reference">
    <a class="skip" href="#main">${w.skip}</a>
    <header class="bar">
      <p class="brand"><a href="/docs">Program locator <span>API</span></a></p>
      <nav aria-label="${language === 'es' ? 'Sitio' : 'Site'}"><a href="/">${w.home}</a> <a href="${otherPath}" lang="${language === 'es' ? 'en' : 'es'}">${other}</a></nav>
    </header>
    <div class="plain">
      <main id="main" tabindex="-1" class="text providers">
        <h1>${w.title}</h1>
        <p>${w.intro}</p>
        <ol>${w.steps.map((step) => html`<li>${step}</li>`)}</ol>
        <p><a href="${EXAMPLE_PATH}" download>${w.example}</a></p>
        <h2>${w.rulesTitle}</h2>
        <ul>${w.rules.map((rule) => html`<li>${rule}</li>`)}</ul>
        <h2>${w.check}</h2>
        <form class="check">
          <p><strong>${w.private}</strong>${w.english === '' ? null : html` ${w.english}`}</p>
          <label for="text">${w.label}</label>
          <textarea id="text" rows="14" spellcheck="false" autocapitalize="off" autocomplete="off"></textarea>
          <label for="file">${w.choose}</label>
          <input id="file" type="file" accept=".json,application/json">
          <button type="submit">${w.check}</button>
        </form>
        <section class="result" aria-live="polite"></section>
      </main>
    </div>
    <footer><p>${ask} <a href="tel:988">${call}</a> · <a href="sms:988">${text}</a> · <a href="tel:911">${emergency}</a></p></footer>
  </body>
</html>
`.text;
}
