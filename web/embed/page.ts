import { type Html, html } from '../docs/html.ts';
import { form } from './form.ts';
import { layout } from './layout.ts';
import type { ManifestElement } from './manifest.ts';
import { privacyText } from './privacy.ts';
import { reference } from './reference.ts';
import { framePolicyOf, iframeOf, linkOf, type Pinned, policyOf, scriptOf, shortcodeOf, tagOf } from './snippets.ts';

/** Placeholder for the site's URL in the built page. The script replaces it by the page's own origin. */
export const exampleSite = 'https://find.example.org';

/** The page with the configurator and the manual for embedding the finder. */
export function embedPage(element: ManifestElement, pinned: Pinned): string {
  const main = html`
      <h1>The finder on your website</h1>
      <p class="lead">Visitors find the nearest programs without leaving your page. Choose the settings, look at the preview, copy one of the four texts below.</p>
      <div class="configurator" data-pinned="${pinned.path}" data-integrity="${pinned.integrity}">
        <section aria-labelledby="settings-title"><h2 id="settings-title">Settings</h2>
          <noscript><p class="notice">The settings need JavaScript. The texts below work as they are, with your locator’s own address in place of <code>${exampleSite}</code>.</p></noscript>
          ${form(element.attributes)}
        </section>
        <section class="preview" aria-labelledby="preview-title"><h2 id="preview-title">Preview</h2>
          <div class="host"><program-locator id="preview"><p class="notice">The preview needs JavaScript.</p></program-locator></div>
          <p class="hint" id="preview-note" role="status"></p>
        </section>
      </div>
      <section aria-labelledby="copy"><h2 id="copy">Copy one of these</h2>
        ${snippet('tag', 'The tag', `${scriptOf(exampleSite)}\n${tagOf(exampleSite, {})}`, 'Put it where the finder should show. It takes the width of its place and your page’s scrolling. Always the newest version.')}
        ${snippet('iframe', 'A frame', iframeOf(exampleSite, {}), 'For a website builder that takes no tags of its own. The second line gives the frame the height it needs; without it the frame scrolls. Panels and the map have more room with the tag.')}
        ${snippet('shortcode', 'WordPress', shortcodeOf({}), html`Download <a href="/embed/program-locator.php" download id="plugin">program-locator.php</a>, put it into <code>wp-content/plugins</code>, activate “Program locator”, and write this shortcode into a page.`)}
        ${snippet('link', 'A plain link', linkOf(exampleSite, {}), 'Works everywhere, in e-mail too.')}
      </section>
      <section aria-labelledby="policy"><h2 id="policy">If your website has a content security policy</h2>
        <p>Add these sources to it. The finder needs no inline style, no inline script, no <code>eval</code>, no image and no font, and works under <code>require-trusted-types-for 'script'</code>.</p>
        ${snippet('policy', 'For the tag', policyOf(exampleSite), '')}
        ${snippet('frame-policy', 'For the frame', framePolicyOf(exampleSite), '')}
        <p>“Use my location” also needs your website’s <code>Permissions-Policy</code> to leave geolocation to itself (browsers do so by default).</p>
      </section>
      <section aria-labelledby="pinned"><h2 id="pinned">A version that never changes</h2>
        <p>Browsers ask for a newer <code>/locator.js</code> at each visit. If your website must know each byte that it runs, load this one file in its place. The browser refuses it if a byte differs (subresource integrity). You then get no corrections until you come back for a new line, and the whole finder with all its maps loads at once: about ${pinned.kilobytes} KB instead of 25.</p>
        ${snippet('pinned-script', 'In place of the script’s line', scriptOf(exampleSite, pinned), '')}
      </section>
      ${privacyText()}
      <section aria-labelledby="story"><h2 id="story">Your own centers</h2>
        <p>From your own sheet to “Confirmed” on your own website, every command included: <a href="/embed/story">from sheet to website</a>.</p>
      </section>
      ${reference(element)}`;
  return layout({
    title: 'Embed the finder',
    description: 'Put the treatment program finder on your website: a tag, a frame, WordPress or a link.',
    main,
    scripts: ['/locator.js', '/embed/embed.js'],
  });
}

/** A text to copy. The script adds the button that copies it. */
function snippet(id: string, title: string, text: string, hint: string | Html): Html {
  return html`<div class="snippet">
          <h3 id="${id}-title">${title}</h3>
          ${hint === '' ? null : html`<p>${hint}</p>`}
          <pre tabindex="0" role="group" aria-labelledby="${id}-title"><code id="snippet-${id}">${text}</code></pre>
          <p class="copying"><button type="button" data-copy="snippet-${id}" aria-describedby="${id}-title" hidden>Copy</button> <span role="status"></span></p>
        </div>`;
}
