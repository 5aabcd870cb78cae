import { mapCss } from '../map/style.ts';
import { baseCss } from './base.ts';
import { cardCss } from './card.ts';
import { css } from './css.ts';
import { startCss } from './start.ts';
import { tokensCss } from './tokens.ts';

/** What only a page of a center has. */
const ownCss = css`
body { margin: 0; background: #eef3f2; }
@media (prefers-color-scheme: dark) { body { background: #0c181e; } }
.center-page { display: grid; gap: 14u; max-inline-size: 720u; margin: 0 auto; padding: 16u; }
.center-page h1 { margin: 0; font: 600 28u / 1.2 var(--serif); text-wrap: balance; }
.center-page .calls { display: grid; gap: 8u; }
.where-map { max-inline-size: 480u; border-radius: 12px; overflow: hidden; border: 1px solid var(--line); }
.page-head { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 16u; padding: 6u 16u; background: var(--night); }
.page-head a { display: inline-flex; align-items: center; min-block-size: 44u; color: #f4f7f6; font-size: 15u; }
.page-foot { max-inline-size: 720u; margin: 0 auto; padding: 16u; color: var(--soft); font-size: 14u; }
`;

/** The finder's styles for a page that is drawn on the server, where nothing is a shadow root. */
export const pageCss = [tokensCss, baseCss, startCss, cardCss, mapCss, ownCss]
  .join('\n')
  .replace(/:host(?:\(:not\(\[theme="light"\]\)\))? \.finder/g, '.finder')
  .replace(/:host\(\[theme="dark"\]\) \.finder \{[^}]*\}/g, '')
  .replace('--locator-u: calc(1em / 16)', '--locator-u: calc(1rem / 16)');
