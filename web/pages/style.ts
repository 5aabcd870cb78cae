import { mapCss } from '../locator/map/style.ts';
import { baseCss } from '../locator/style/base.ts';
import { cardCss } from '../locator/style/card.ts';
import { css } from '../locator/style/css.ts';
import { startCss } from '../locator/style/start.ts';
import { tokensCss } from '../locator/style/tokens.ts';

/** CSS of the parts that every page has. */
const frameCss = css`
html { scroll-padding-block-start: 64u; text-size-adjust: 100%; }
body { margin: 0; background: #eef3f2; }
@media (prefers-color-scheme: dark) { body { background: #0c181e; } }
.page { min-block-size: 100vh; display: grid; grid-template: auto auto 1fr auto / minmax(0, 1fr); }
.skip { position: fixed; inset: 0 auto auto 0; z-index: 9; padding: 12u 16u; background: var(--card); transform: translateY(-110%); }
.skip:focus { transform: none; }
.page-strip { position: sticky; inset-block-start: 0; z-index: 3; display: flex; align-items: center; gap: 8u; min-block-size: 48u; padding-inline: 16u; background: var(--night); color: #f4f7f6; }
.page-strip .strip { position: static; flex: 1; padding: 0; min-inline-size: 0; }
.exits { display: flex; align-items: center; gap: 14u; }
.exits a { display: inline-flex; align-items: center; min-block-size: 44u; color: #f4f7f6; font-size: 15u; }
.exits .leave { min-inline-size: 44u; min-block-size: 40u; justify-content: center; gap: 6u; padding-inline: 10u; border-radius: 8u; background: #f4f7f6; color: #12242b; font-weight: 650; text-decoration: none; }
.exits .leave i { font-style: normal; }
@media (width < 40em) {
  .page-strip { padding-inline: 12u; }
  .page-strip .strip { flex-wrap: nowrap; gap: 10u; }
  .page-strip .strip :is(strong, a) { font-size: 14u; }
  .exits .language { display: none; }
}
@media (width < 24em) { .page-strip .strip strong { display: none; } }
@media (width < 22.5em) { .exits .leave span { display: none; } }
@media (height < 30em) { .page-strip { position: static; } }
.page-band { padding: 8u 16u 30u; background: url("/horizon.svg") center bottom / auto 24u repeat-x, linear-gradient(var(--night), var(--night-far)); color: #f4f7f6; }
.page-band > * { inline-size: 100%; max-inline-size: 1200u; margin-inline: auto; }
.page main, .page-foot { inline-size: 100%; max-inline-size: 1232u; margin-inline: auto; }
.page-band a { color: #f4f7f6; }
.page-band h1 { margin-block: 0; font: 600 28u / 1.15 var(--serif); text-wrap: balance; }
.page-lead { display: grid; grid-template-columns: minmax(0, 1fr); gap: 4u; justify-items: start; margin-block-start: 6u; }
p.page-lead, .page-lead address { font-size: 17u; color: #dbe7e7; }
.page-lead address { max-inline-size: 40em; }
p.page-lead { padding-inline-end: max(0px, min(100%, 1200u) - 40em); }
.page-lead .hint { color: #c3d4d6; }
.page-lead .sure { font-size: 15u; font-weight: 600; }
.page-lead .sure::before { border-color: var(--glow); }
.page-lead .sure.confirmed::before { background: var(--glow); }
.page-lead .sure.stale::before { background: linear-gradient(90deg, var(--glow) 50%, transparent 50%); }
.page-lead .sample { border-color: #f4f7f6; }
.crumbs { display: flex; flex-wrap: wrap; }
.crumbs a { display: inline-flex; align-items: center; min-block-size: 44u; font-size: 15u; }
.crumbs li + li::before { content: "›"; padding-inline: 9u; color: #c3d4d6; }
.page main { padding: 16u 0; }
.page .panel { align-content: start; min-inline-size: 0; border-radius: 0; }
.page .panel h2 { font-size: 21u; }
.page-foot { display: grid; align-content: end; gap: 4u; padding: 16u; color: var(--soft); }
.page-foot p { font-size: 14u; max-inline-size: 60em; }
.page-foot nav { display: flex; flex-wrap: wrap; gap: 0 18u; }
.page-foot a { display: inline-flex; align-items: center; min-block-size: 44u; font-size: 15u; }
.page-search { display: grid; grid-template-columns: minmax(0, 1fr); gap: 6u; }
.page-search label { font-size: 15u; font-weight: 650; }
.page-search .box { position: relative; display: flex; align-items: center; gap: 4u; padding: 4u; border: 1.5px solid var(--edge); border-radius: var(--round); background: var(--card); color: var(--ink); }
.page-search .box > .icon { position: absolute; inset-inline-start: 14u; color: var(--soft); pointer-events: none; }
.page-search input[type="search"] { flex: 1; min-inline-size: 0; min-block-size: 46u; padding: 0 8u 0 40u; border: 0; border-radius: 8u; background: transparent; font-size: 17u; appearance: none; }
.page-search input::placeholder { color: var(--soft); opacity: 1; }
.page-band .page-search { max-inline-size: 30em; margin-block: 12u 4u; }
@media (width < 30em) { .page-band .page-search .box { flex-wrap: wrap; } .page-band .page-search .box input { flex-basis: 100%; } .page-band .page-search .solid { flex: 1; } .page-band .page-search .box > .icon { inset-block-start: 17u; } }
.page-text { display: grid; gap: 16u; max-inline-size: 760u; }
.page-text ul { display: grid; gap: 6u; padding-inline-start: 20u; list-style: disc; }
.page-text p, .page-text li { font-size: 17u; line-height: 1.5; }
@media (width >= 40em) {
  .page main { padding: 20u 16u; }
  .page .panel { border-radius: 16px; }
}
@media (width >= 60em) { .page-band { padding-block: 10u 40u; } .page-band h1 { font-size: 38u; } }
@media (forced-colors: active) { .leave, .panel { border: 1px solid; } }
@media print { .page-strip, .page-band nav, .page-search, .skip { display: none; } .page-band { background: none; color: #000; } .page-lead * { color: #000; } }
`;

/** CSS of what only a center's page has. */
const centerCss = css`
.center-page { display: grid; gap: 12u; }
.page-main, .page-side { display: grid; gap: 12u; align-content: start; min-inline-size: 0; }
.page .programs p:first-child b { display: block; font-size: 16u; }
.page .programs p:first-child a { display: inline-block; padding-block: 4u; }
.page .rows > div { grid-template-columns: minmax(0, 1fr); gap: 0; }
.where-map { border-radius: 12px; overflow: hidden; border: 1px solid var(--line); }
.questions { display: grid; gap: 6u; }
.questions li { padding-inline-start: 20u; position: relative; }
.questions li::before { content: ""; position: absolute; inset: 6u auto auto 0; inline-size: 10u; block-size: 10u; border: 2px dashed var(--lamp-edge); border-radius: 2px; }
.page-side .hint.sources, .after { padding-inline: 16u; }
.after { display: flex; flex-wrap: wrap; gap: 0 20u; }
.after a { display: inline-flex; align-items: center; min-block-size: 44u; }
.houses { display: grid; border: 1px solid var(--line); border-radius: 12px; overflow: hidden; }
.houses li { display: grid; grid-template-columns: 60u minmax(0, 1fr); gap: 0 14u; align-items: center; padding-inline-end: 12u; font-size: 15u; }
.houses li + li { border-block-start: 1px solid var(--line); }
.houses svg { grid-row: 1 / 3; align-self: stretch; inline-size: 60u; block-size: 100%; min-block-size: 58u; background: linear-gradient(#0f2430, #1c4a57); }
.houses b { align-self: end; padding-block-start: 7u; }
.houses span { align-self: start; padding-block-end: 8u; color: var(--soft); }
.houses .walls { fill: #08131a; stroke: #3f5f6a; stroke-width: 1.5; }
.houses .window { fill: #24424e; }
.houses .here .walls { stroke: #ffd27a; }
.houses .here .window { fill: #ffd27a; }
.houses .here span { color: var(--spruce); font-weight: 600; }
.houses .ask .walls { stroke: #d8a24c; stroke-dasharray: 4 3; }
.houses text { fill: #ffd27a; font: 700 18px var(--serif); }
@media (width >= 40em) {
  .page .programs li { grid-template-columns: minmax(0, 1fr) auto; gap: 2u 12u; align-items: baseline; }
  .page .programs li > :not(:first-child, .sure) { grid-column: 1 / -1; }
}
@media (width >= 48em) {
  .houses { grid-template-columns: repeat(6, minmax(0, 1fr)); }
  .houses li { grid-template-columns: minmax(0, 1fr); grid-template-rows: auto auto 1fr; gap: 3u; padding: 0 0 12u; text-align: center; align-content: start; }
  .houses li + li { border-block-start: 0; }
  .houses svg { grid-row: auto; inline-size: 100%; block-size: 96u; margin-block-end: 6u; }
  .houses :is(b, span) { padding: 0 6u; overflow-wrap: anywhere; font-size: 14u; }
  .page .rows > div { grid-template-columns: 9em minmax(0, 1fr); gap: 10u; }
}
@media (width >= 60em) {
  .center-page { grid-template-columns: minmax(0, 1fr) 380u; gap: 20u; grid-template-rows: auto 1fr; }
  .page-main { grid-column: 1; grid-row: 1 / 3; gap: 20u; }
  .center-page > .calls { grid-column: 2; }
  .page-side { grid-column: 2; gap: 20u; }
}
`;

/** CSS of the pages of states, kinds of programs and cities. */
const placeCss = css`
.page-lead > p { max-inline-size: 40em; font-size: 17u; }
.page-lead .page-search { inline-size: min(30em, 100%); }
.place-page { display: grid; gap: 20u; }
.place-page h2 { font-size: 22u; }
.place-page > .page-main { gap: 20u; padding-inline: 16u; }
.place-page > .page-main > section { display: grid; gap: 12u; }
.numbers { display: grid; grid-template-columns: repeat(auto-fit, minmax(108u, 1fr)); border-radius: 16px; background: var(--card); box-shadow: var(--shadow); overflow: hidden; }
.numbers div { display: flex; flex-direction: column-reverse; justify-content: flex-end; padding: 12u 6u; text-align: center; box-shadow: 1px 0 var(--line), 0 1px var(--line); }
.numbers dd { font: 600 26u / 1.1 var(--serif); font-variant-numeric: tabular-nums; }
.numbers dt { font-size: 14u; color: var(--soft); }
.cities { display: grid; gap: 0 24u; align-items: start; }
.cities section { border-block-start: 1px solid var(--line); padding-block: 12u; break-inside: avoid; scroll-margin-block-start: 64u; }
.cities h3 { font-size: 20u; }
.cities :is(h3, .count) { font-variant-numeric: tabular-nums; }
.cities :target { outline: 3px solid var(--glow); outline-offset: 4px; }
.cities li, .city-list li { padding-block: 5u; }
.cities li a, .city-list a { display: inline-block; padding-block: 4u; font-size: 16u; }
.cities li p, .city-list p { color: var(--soft); }
.cities summary { list-style: none; cursor: pointer; }
.cities summary::-webkit-details-marker { display: none; }
.cities .link .icon { inline-size: 16u; block-size: 16u; }
.city-list { display: grid; gap: 0 24u; }
.chip-links { display: grid; gap: 8u; padding-inline: 16u; }
.chip-links h2 { font-size: 18u; }
.chip-links ul { display: flex; flex-wrap: wrap; gap: 8u; }
.chip-links .chip { text-decoration: none; }
.place-page .page-side { gap: 20u; }
.place-page .page-side > .where-map { margin-inline: 16u; }
@media (width >= 40em) {
  .place-page > .page-main, .chip-links { padding-inline: 0; }
  .place-page .page-side > .where-map { margin-inline: 0; }
  .city-list { grid-template-columns: 1fr 1fr; }
  .cities { display: block; columns: 2; column-gap: 28u; }
}
@media (width >= 60em) {
  .place-page { grid-template-columns: minmax(0, 1fr) 420u; gap: 28u; align-items: start; }
}
`;

/** CSS of the search page that works without a script. */
const searchCss = css`
.search-page { display: grid; gap: 12u; max-inline-size: 800u; margin-inline: auto; }
.search-page .crisis { padding: 0; }
.filter-form { gap: 12u; padding: 16u; background: var(--card); box-shadow: var(--shadow); }
.filter-form details[open] { display: grid; gap: 12u; }
.filter-form summary { list-style: none; }
.filter-form details > .solid { position: sticky; inset-block-end: 8u; margin-block-start: 8u; }
.selects { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 10u; }
.selects label { display: grid; gap: 4u; font-weight: 400; }
.selects select { inline-size: 100%; text-overflow: ellipsis; appearance: auto; }
.groups { display: grid; grid-template-columns: repeat(auto-fill, minmax(220u, 1fr)); gap: 16u 20u; }
.filter-form legend { font-size: 16u; font-weight: 650; }
.filter-form .tick { display: flex; align-items: center; gap: 12u; min-block-size: 44u; font-weight: 400; font-size: 15u; }
.tick span:nth-of-type(1) { flex: 1; }
.count { color: var(--soft); font-variant-numeric: tabular-nums; font-size: 14u; }
.search-page .results header { display: grid; gap: 4u; }
.results form .quiet { inline-size: 100%; }
.note, .may-offer { display: grid; gap: 8u; padding: 10u 12u; border-inline-start: 3px solid var(--lamp-edge); background: var(--lamp); color: var(--lamp-ink); border-radius: 0 8px 8px 0; }
.changes, .changes ul { display: grid; gap: 8u; }
.change { display: grid; grid-template-columns: 1fr auto; align-items: center; gap: 0 8u; inline-size: 100%; min-block-size: 56u; padding: 8u 14u; border: 1.5px solid var(--spruce); border-radius: var(--round); background: var(--card); text-align: start; }
.change b { color: var(--spruce); font-size: 17u; }
.change span { grid-row: 2; color: var(--soft); font-size: 15u; }
.change .icon { grid-row: 1 / 3; grid-column: 2; color: var(--spruce); }
@media (width >= 40em) { .filter-form { border-radius: 16px; } .search-page .results { padding-inline: 0; } }
`;

/** The finder's styles for pages rendered on the server, without a shadow root. */
export const pageCss = [tokensCss, baseCss, startCss, cardCss, mapCss, frameCss, centerCss, placeCss, searchCss]
  .join('\n')
  .replace(/:host(?:\(:not\(\[theme="light"\]\)\))? \.finder/g, '.finder')
  .replace(/:host\(\[theme="dark"\]\) \.finder \{[^}]*\}/g, '')
  .replace('--locator-u: calc(1em / 16)', '--locator-u: calc(1rem / 16)');
