import { html } from '../docs/html.ts';
import { head, strip } from '../site/frame.ts';

/**
 * The page that other websites show in a frame; no other page may be framed. Its settings are after `#`, so no server
 * sees them. Opened outside a frame it shows no finder: otherwise a link could show anybody's phone number under our
 * domain.
 */
export function framePage(): string {
  const { text } = html`<!doctype html>
<html lang="en">
  <head>
${head('en', { title: 'Find a treatment program near you', description: 'The finder, for a frame of another website.' })}
    <meta name="robots" content="noindex">
    <link rel="stylesheet" href="/embed/frame.css">
    <script type="module" src="/embed/frame.js"></script>
    <script type="module" src="/locator.js"></script>
  </head>
  <body class="framed">
    <main id="finder">
      ${strip('en')}
      <p class="notice"><a href="/">Find a treatment program near you</a></p>
    </main>
  </body>
</html>
`;
  return text;
}
