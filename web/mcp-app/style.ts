import { baseCss } from '../locator/style/base.ts';
import { cardCss } from '../locator/style/card.ts';
import { css } from '../locator/style/css.ts';
import { startCss } from '../locator/style/start.ts';
import { darkTokens, tokensCss } from '../locator/style/tokens.ts';

const ownCss = css`
body { margin: 0; }
.app { padding: 12u; }
.app > * { max-inline-size: 820u; }
.app h1, .app .title { margin: 0 0 8u; font: 600 19u / 1.2 var(--serif); color: inherit; }
.app h2 { margin: 10u 0 4u; font: 650 15u / 1.2 inherit; color: var(--soft); }
.app .cards { list-style: none; margin: 0; padding: 0; }
.app .said { white-space: pre-wrap; }
.app .help { margin-block: 10u 0; }
.app .help a { color: var(--spruce); font-weight: 650; }
.app .quiet { border: 0; background: none; }
@media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) .finder { ${darkTokens} } }
:root[data-theme="dark"] .finder { ${darkTokens} }
`;

/** CSS of the cards in a chat: the finder's styles for a separate document. */
export const appCss = [tokensCss, baseCss, startCss, cardCss, ownCss].join('\n');
