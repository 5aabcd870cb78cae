import { Html, html } from '../docs/html.ts';

/** What the page is made of. */
export interface AtlasParts {
  /** Names of the states in the atlas. */
  readonly states: readonly string[];
  readonly zips: number;
  readonly centers: number;
  /** Names of the sources, each with its date: `SAMHSA … (2023-04-01)`. */
  readonly sources: readonly string[];
  readonly css: string;
  readonly script: string;
  /** The `AtlasFile` as JSON text. */
  readonly file: string;
  /** SHA-256 hashes of the styles and the script in Base64, for the page's content security policy. */
  readonly hashes: { readonly css: string; readonly script: string };
}

/** Renders the whole HTML file. It loads nothing and sends nothing. */
export function atlasPage({ states, zips, centers, sources, css, script, file, hashes }: AtlasParts): string {
  const { text } = html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'sha256-${hashes.script}'; style-src 'sha256-${hashes.css}'; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Access atlas: how far is an intensive outpatient program?</title>
    <meta name="referrer" content="no-referrer">
    <meta name="color-scheme" content="light dark">
    <style>${new Html(css)}</style>
  </head>
  <body>
    <header>
      <p class="crisis">In a crisis call or text <a href="tel:988">988</a>. In an emergency call <a href="tel:911">911</a>.</p>
      <h1>How far is an intensive outpatient program?</h1>
      <p class="lead">From each of ${zips.toLocaleString('en-US')} ZIPs of ${listOf(states)}, in a straight line, to the nearest of ${centers.toLocaleString('en-US')} centers that list one or may offer one.</p>
    </header>
    <main>
      <div id="atlas"><p>The map and tables need a script, which is in this file. The same numbers are in zips.csv beside it.</p></div>
      <section aria-labelledby="read-heading">
        <h2 id="read-heading">How to read it</h2>
        <ul>
          <li><b>Unknown is not no.</b> A center “may offer” what its listing cannot say. The mental-health directory has no word for an intensive outpatient program, and no directory speaks of every age or payer.</li>
          <li><b>Listings, not current facts.</b> Nothing here is confirmed until somebody calls.</li>
          <li><b>Borders.</b> Only centers of our states are listed. Where a state without listings is nearer, a nearer center may be there.</li>
          <li><b>People</b> are a city’s population shared evenly among its ZIPs. People outside of cities are not counted, and neither is anybody’s search.</li>
          <li><b>Distances</b> are from the ZIP’s point, where most of its people live. Roads are longer.</li>
        </ul>
      </section>
    </main>
    <footer>
      <p>Listings: ${listOf(sources)}. ZIPs and cities: GeoNames (geonames.org), CC BY 4.0, with corrections. Outlines: U.S. Census Bureau.</p>
    </footer>
    <script type="application/json" id="atlas-file">${new Html(file.replaceAll('<', '\\u003c'))}</script>
    <script type="module">${new Html(script)}</script>
  </body>
</html>
`;
  return text;
}

const listOf = (names: readonly string[]): string => new Intl.ListFormat('en-US').format(names);
