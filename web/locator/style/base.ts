import { css } from './css.ts';

/** CSS of elements, buttons and helpers that every part uses. */
export const baseCss = css`
*, ::before, ::after { box-sizing: border-box; }
h2, h3, h4, p, ul, ol, dl, dd, fieldset, legend { margin: 0; padding: 0; border: 0; min-inline-size: 0; }
h2, h3, h4 { font-family: var(--serif); font-weight: 600; line-height: 1.2; text-wrap: balance; }
h2 { font-size: 22u; }
h3 { font-size: 18u; }
h4 { font-size: 16u; }
p, li, dt, dd, td, th, label, legend, summary { font-size: 15u; }
small { font-size: 13u; }
ul, ol { list-style: none; }
address { font-style: normal; font-size: 15u; }
a { color: var(--spruce); text-underline-offset: 0.2em; }
[hidden] { display: none !important; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
[tabindex="-1"]:focus { outline: none; }
.hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.hint, .soft, .note { color: var(--soft); font-size: 14u; line-height: 1.4; }
.icon { inline-size: 20u; block-size: 20u; flex: none; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
button, input, select, summary { font: inherit; color: inherit; }
button, .quiet, .solid, .call { cursor: pointer; touch-action: manipulation; }
.quiet, .solid {
  display: flex; align-items: center; justify-content: center; gap: 8u;
  min-block-size: 48u; padding: 8u 16u; border: 1.5px solid var(--spruce); border-radius: var(--round);
  background: transparent; color: var(--spruce); font-size: 17u; font-weight: 650; line-height: 1.2; text-align: center; text-decoration: none;
}
.quiet:hover { background: var(--wash); }
.solid { border-color: transparent; background: var(--spruce); color: var(--on-spruce); }
.solid:hover { background: var(--spruce-deep); }
:disabled, [aria-disabled="true"] { opacity: 0.65; cursor: default; }
.link, .bare { display: inline-flex; align-items: center; gap: 6u; min-block-size: 44u; padding: 0 4u; border: 0; background: none; color: var(--spruce); font-size: 16u; font-weight: 650; }
.link:hover { text-decoration: underline; }
.bare { min-inline-size: 44u; justify-content: center; }
.chip {
  display: inline-flex; align-items: center; gap: 6u; min-block-size: 44u; max-inline-size: 100%; padding: 2u 11u;
  border: 1.5px solid var(--spruce); border-radius: 22u; background: var(--wash); color: var(--spruce-deep);
  font-size: 14u; font-weight: 600; line-height: 1.2; text-align: start;
}
.chip .icon { inline-size: 16u; block-size: 16u; }
.chip.plain { border-color: var(--edge); background-color: var(--card); color: var(--ink); }
.chip[aria-pressed="true"], .chip[aria-expanded="true"] { border-color: var(--spruce); background-color: var(--wash); color: var(--spruce-deep); }
.chip:hover { border-color: var(--spruce); }
select.chip {
  appearance: none; padding-inline-end: 28u; background-repeat: no-repeat; background-size: 5u 5u;
  background-position: right 15u center, right 10u center;
  background-image: linear-gradient(45deg, transparent 50%, currentcolor 50%), linear-gradient(135deg, currentcolor 50%, transparent 50%);
}
select.chip.plain { min-inline-size: 0; }
.strip {
  position: sticky; inset-block-start: 0; z-index: 3; display: flex; flex-wrap: wrap; align-items: center; gap: 0 14u;
  padding: 0 16u; background: var(--night); color: #f4f7f6;
}
.strip strong, .strip a { font-size: 15u; font-weight: 650; white-space: nowrap; }
.strip a { display: inline-flex; align-items: center; min-block-size: 44u; white-space: pre; color: var(--glow); }
.strip .wide, .strip a.wide { display: none; }
@container finder (inline-size >= 40em) { .strip span.wide { display: inline; } .strip a.wide { display: inline-flex; inline-size: auto; } }
.embedded .strip { border-radius: var(--round) var(--round) 0 0; }
@media (height < 30em) { .strip { position: static; } }
@media (forced-colors: active) { .chip, .call, .quiet, .solid, .limit { border: 1px solid; } }
`;
