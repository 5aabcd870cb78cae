import { type Html, html } from '../docs/html.ts';

/**
 * The section that explains what the finder does with a visitor's search, with text for the website's own privacy
 * notice.
 */
export function privacyText(): Html {
  return html`<section aria-labelledby="privacy"><h2 id="privacy">Privacy</h2>
      <p>That somebody looked for treatment is itself sensitive, and some states protect it by law. Here is what happens:</p>
      <ul>
        <li>The finder talks to this locator only: no third party, no cookie, no storage, no referrer.</li>
        <li>A search is sent in a request’s body, never in an address. Neither your website nor this locator logs it: your server does not see it, and this one writes down no search, place, IP address or browser.</li>
        <li>“Use my location” asks the browser first. Only an area some 3 miles wide leaves the device.</li>
        <li>With <code>search="device"</code>, nothing of a search is sent at all: every visitor’s device downloads the same files in the same order, whatever is searched and wherever, and searches by itself. The page of one center is still asked for when a visitor opens it.</li>
        <li>Words of crisis are read on the device, and 988 and 911 are shown before anything is sent.</li>
        <li>The finder’s events hold no place, no center and no number. Still, do not send them to an advertising or analytics service: that a visitor searched at all is what the law protects.</li>
        <li>Other scripts of your page can read what is typed on it. The frame keeps them out: choose it if your website runs scripts of advertising or analytics services.</li>
        <li>A framed finder tells your page its height, and nothing else.</li>
      </ul>
      <h3>If you set <code>history</code></h3>
      <p>Without it, a search is gone when the visitor leaves the page or reloads it. With it, the browser keeps the typed words and the chosen filters so that Back and reload bring them back; never a device’s location, never words of crisis. <strong>Chromium-based browsers (Chrome, Edge and others) write this to their session files on the disk</strong>, where it can remain after the window is closed. Leave <code>history</code> off where people share computers. The frame never uses it.</p>
      <h3>Words for your privacy notice</h3>
      <blockquote><p>The program finder on this page is provided by <code data-site>https://find.example.org</code>. What you type there is sent to it to find programs, and is not kept. It sets no cookies and shares your search with nobody. If you use your location, only an area about 3 miles wide is sent. If you tap a phone number, your phone makes the call.</p></blockquote>
    </section>`;
}
