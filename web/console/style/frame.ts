import { css } from '../../locator/style/css.ts';
import { darkTokens, lightTokens } from '../../locator/style/tokens.ts';

/** CSS of everything around the views: design tokens, header, bars, footer, and layout. */
export const frameCss = css`
:root {
  --locator-u: calc(1rem / 16);
  --serif: "Iowan Old Style", Charter, "Bitstream Charter", "Sitka Text", Cambria, "Noto Serif", serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono", monospace;
  --round: 12u;
  ${lightTokens}
  --full: #a1301f; --red-wash: #fbe9e5;
}
@media (prefers-color-scheme: dark) { :root { ${darkTokens} --full: #ffac9c; --red-wash: #3a2320; } }
*, ::before, ::after { box-sizing: border-box; }
html, body { block-size: 100%; margin: 0; }
body { background: var(--paper); color: var(--ink); font: 15u / 1.4 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
h1, h2, h3, h4, p, ul, ol, dl, dd, dt { margin: 0; padding: 0; }
ul, ol { list-style: none; }
h2, h3, h4 { font-family: var(--serif); line-height: 1.2; }
button, input, select { font: inherit; color: inherit; }
button { cursor: pointer; touch-action: manipulation; }
a { color: var(--spruce); text-underline-offset: 0.2em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
[tabindex="-1"]:focus { outline: none; }
.hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.icon { inline-size: 20u; block-size: 20u; flex: none; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.soft { color: var(--soft); font-weight: 400; }
.fine { color: var(--soft); font-size: 14u; }
.skip { position: absolute; inset: 8px auto auto 8px; z-index: 9; padding: 8u 14u; border-radius: 8u; background: var(--card); transform: translateY(-200%); }
.skip:focus { transform: none; }

.console { display: grid; grid-template-rows: auto auto minmax(0, 1fr) auto; block-size: 100dvh; min-inline-size: 0; }
.top { display: flex; align-items: center; gap: 6u 18u; min-block-size: 62u; padding: 8u 16u; background: linear-gradient(#0f2430, #1c4a57); color: #f4f7f6; }
.brand { display: flex; align-items: center; gap: 10u; font: 700 21u / 1 var(--serif); }
.brand svg { inline-size: 30u; block-size: 30u; }
.brand .walls { fill: #7cc9be; }
.brand .window { fill: var(--glow); }
.box { position: relative; display: flex; align-items: center; gap: 10u; flex: 0 1 620u; min-inline-size: 0; block-size: 46u; padding: 0 8u 0 14u; border: 1.5px solid var(--edge); border-radius: 10u; background: var(--card); color: var(--ink); }
.box:focus-within { outline: 3px solid var(--focus); outline-offset: 2px; }
.box .icon { color: var(--soft); }
.box input { flex: 1; min-inline-size: 0; block-size: 100%; border: 0; background: none; font-size: 19u; }
.box input:focus { outline: none; }
.box input::placeholder { color: var(--soft); opacity: 1; font-size: 16u; }
.box .count { flex: none; color: var(--soft); font-size: 14u; font-variant-numeric: tabular-nums; }
.tabs { display: flex; gap: 4u; }
.tabs button { min-block-size: 44u; padding: 0 13u; border: 0; border-radius: 9u; background: none; color: inherit; font-weight: 600; }
.tabs button:hover { background: rgb(255 255 255 / 10%); }
.tabs [aria-current] { background: rgb(255 255 255 / 17%); font-weight: 700; }
.person { display: flex; align-items: center; gap: 4u 12u; margin-inline-start: auto; font-size: 14u; }
.person button { min-block-size: 40u; padding: 0 12u; border: 1.5px solid transparent; border-radius: 9u; background: none; color: inherit; font-weight: 650; white-space: nowrap; }
.person .plain:hover { background: rgb(255 255 255 / 10%); }
.person .sign-in { border-color: var(--glow); color: var(--glow); }
.person .off { display: flex; align-items: center; gap: 8u; color: var(--glow); font-weight: 700; }
.sign { flex: none; inline-size: 12u; block-size: 12u; border: 2.5px solid currentcolor; border-radius: 50%; background: linear-gradient(45deg, transparent 44%, currentcolor 44% 56%, transparent 56%); }

.bars { display: grid; }
.bar { display: flex; align-items: center; gap: 14u; min-block-size: 56u; padding: 8u 16u; }
.bar p { flex: 1; }
.bar.lamp { border-block-end: 1.5px solid var(--lamp-edge); background: var(--lamp); color: var(--lamp-ink); }
.bar.night { background: #0f2430; color: #f4f7f6; }
.bar.night a { display: grid; place-items: center; min-block-size: 44u; padding: 0 20u; border-radius: 10u; background: var(--glow); color: #0f2430; font-weight: 700; text-decoration: none; }
.bar .quiet { min-block-size: 44u; padding: 0 14u; border: 1.5px solid var(--lamp-edge); border-radius: 10u; background: none; color: inherit; font-weight: 700; white-space: nowrap; }

.foot-keys { display: flex; align-items: center; gap: 6u 18u; min-block-size: 44u; padding: 2u 16u; background: #0f2430; color: #dfe8e7; font-size: 14u; }
.foot-keys ul { display: flex; flex-wrap: wrap; gap: 2u 18u; }
.foot-keys li, .foot-keys button { display: flex; align-items: center; gap: 7u; white-space: nowrap; }
.foot-keys button { min-block-size: 36u; padding: 0; border: 0; background: none; color: inherit; }
.foot-keys button:hover:not(:disabled) span { text-decoration: underline; }
.foot-keys button:disabled { opacity: 1; color: #9fb2b4; cursor: default; }
.switch { display: flex; align-items: center; gap: 8u; margin-inline-start: auto; min-block-size: 36u; white-space: nowrap; cursor: pointer; }
.switch input { inline-size: 20u; block-size: 20u; margin: 0; accent-color: var(--glow); }

kbd { display: inline-grid; place-items: center; min-inline-size: 22u; block-size: 22u; padding: 0 5u; border: 1.5px solid var(--edge); border-block-end-width: 2.5px; border-radius: 5u; background: var(--card); color: var(--ink); font: 700 13u / 1 var(--mono); }
.keys { display: inline-flex; gap: 2u; flex: none; }
.foot-keys kbd { border-color: #45636b; background: #1b3a44; color: #f4f7f6; }
.do { display: inline-flex; align-items: center; gap: 8u; min-block-size: 42u; padding: 4u 12u; border: 1.5px solid var(--edge); border-radius: 9u; background: var(--card); color: var(--ink); font-size: 14u; font-weight: 650; line-height: 1.2; text-align: start; }
.do:hover:not(:disabled) { border-color: var(--spruce); background: var(--sunk); }
.do[aria-pressed="true"] { border-color: var(--spruce); background: var(--wash); color: var(--spruce-deep); }
.do:disabled { border-color: var(--line); color: var(--soft); cursor: default; }
.do:disabled kbd { border-color: var(--line); color: var(--soft); }
.do.solid { border-color: transparent; background: var(--spruce); color: var(--on-spruce); }
.do.solid:hover { background: var(--spruce-deep); }
.do.text { min-block-size: 32u; padding: 0 6u; border-color: transparent; background: none; color: var(--spruce); }
.do.text[aria-pressed="true"] { border-color: var(--spruce); }
.do.link, .link { display: inline; min-block-size: 0; padding: 0; border: 0; background: none; color: var(--spruce); font: inherit; text-align: start; text-decoration: underline; }
.do.link .keys { margin-inline-end: 6u; }
.plain { border: 0; background: none; }
@media (forced-colors: active) { .do, .chip, kbd, .box { border: 1px solid; } tr[aria-selected="true"] { outline: 2px solid Highlight; } }
/* A phone has no keys to press. */
@media (pointer: coarse) { .keys { display: none; } }
@media (max-width: 1180px) { .foot-keys ul { flex-wrap: nowrap; overflow: hidden; } }
@media (max-width: 900px) {
  .console { block-size: auto; min-block-size: 100dvh; }
  .top { flex-wrap: wrap; }
  .box { order: 3; flex: 1 1 100%; }
  .box .keys, .foot-keys ul, .box .count { display: none; }
  .top, .chips, .bar, .foot-keys { padding-inline: 12u; }
  .console, .console > * { min-inline-size: 0; max-inline-size: 100vw; }
  .tabs { order: 2; inline-size: 100%; }
  .box { order: 3; }
  .person { margin-inline-start: auto; }
}
`;
