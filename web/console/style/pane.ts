import { css } from '../../locator/style/css.ts';

/** CSS of the center's pane, the line under the list, and the comparison. */
export const paneCss = css`
.pane { display: grid; grid-template-rows: minmax(0, 1fr) auto; overflow: hidden; border-radius: var(--round); background: var(--card); box-shadow: var(--shadow); }
.pane .none { padding: 24u; }
.center-pane { overflow: auto; display: grid; gap: 10u; align-content: start; padding: 14u 18u 16u; }
.name { display: flex; gap: 12u; justify-content: space-between; }
.name h2 { font-size: 22u; text-wrap: balance; }
.code { flex: none; text-align: end; }
.code span { display: block; color: var(--soft); font-size: 13u; }
.code b { font: 700 18u / 1.2 var(--mono); }
.where { margin-block-start: -6u; color: var(--soft); font-size: 14u; }
.back { display: none; justify-self: start; }
.line { display: grid; gap: 0 12u; padding: 9u 14u; border-radius: 10u; background: var(--wash); color: var(--spruce-deep); text-decoration: none; font-variant-numeric: tabular-nums; }
.line b { font-size: 17u; }
.line .who { font-size: 13u; color: var(--ink); }
.line.first { background: var(--spruce); color: var(--on-spruce); }
.line.first b { font-size: 28u; line-height: 1.2; }
.line .ext { font-size: 0.65em; white-space: nowrap; }
.line.first .who { color: inherit; font-size: 14u; }
.line .what { display: flex; justify-content: space-between; font-size: 14u; }
.line:hover b { text-decoration: underline; }
.lines { display: grid; gap: 5u; }
.lines .line { display: flex; flex-wrap: wrap; align-items: baseline; padding: 6u 14u; }
.lines .line b { font-size: 15u; }
.line.small { padding: 5u 10u; }
.line.small b { font-size: 15u; }
.transfer { display: grid; gap: 6u; padding: 10u 14u; border-inline-start: 5px solid var(--lamp-edge); border-radius: 10u; background: var(--lamp); color: var(--lamp-ink); line-height: 1.45; overflow-wrap: anywhere; }
.level { display: grid; gap: 8u; padding: 12u 14u; border: 1.5px solid var(--line); border-radius: var(--round); }
.level-head { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 2u 12u; }
.level h3 { font-size: 17u; }
.level h4 { font-size: 15u; margin-block-end: 6u; }
p.sure { display: flex; align-items: center; font-size: 15u; }
.level .levels { display: flex; flex-wrap: wrap; gap: 8u; }
.level .levels button { min-block-size: 30u; min-inline-size: 44u; padding: 0 8u; border: 1.5px solid var(--line); border-radius: 7u; background: none; color: var(--soft); font: 650 13u / 1 var(--mono); }
.level .levels [aria-pressed="true"] { border-color: var(--spruce); background: var(--wash); color: var(--spruce-deep); }
.four { display: grid; grid-template-columns: 1fr 1fr; gap: 6u; }
.four .do { min-block-size: 40u; }
.asks li { display: grid; grid-template-columns: minmax(0, 1fr) auto auto; gap: 6u; align-items: center; padding: 3u 0; }
.asks .do { min-block-size: 36u; }
.asks .asked { font-weight: 600; }
.facts { display: grid; grid-template-columns: 66u minmax(0, 1fr); gap: 5u 8u; font-size: 14u; line-height: 1.4; }
.facts dt { color: var(--soft); }
.acts { display: flex; flex-wrap: wrap; gap: 6u; }
.acts .do { flex: 1; justify-content: center; padding: 4u 8u; }
.acts.last .do { flex: 1 1 auto; gap: 5u; padding: 4u 5u; font-size: 13u; }
.acts.last:has(:nth-child(5)) { display: grid; grid-template-columns: repeat(6, 1fr); }
.acts.last:has(:nth-child(5)) .do { grid-column: span 2; }
.acts.last:has(:nth-child(5)) .do:nth-child(n + 4) { grid-column: span 3; }
.acts.last { padding: 10u 18u 12u; border-block-start: 1px solid var(--line); background: var(--card); }
.conflict { display: grid; gap: 8u; padding: 12u 14u; border: 2px solid var(--lamp-edge); border-radius: var(--round); background: var(--lamp); color: var(--lamp-ink); }
.conflict h3 { font-size: 17u; }
.conflict .two { display: grid; grid-template-columns: 1fr 1fr; gap: 8u; }
.conflict .two > div { padding: 8u 10u; border-radius: 8u; background: var(--card); color: var(--ink); }
.conflict dt { color: var(--soft); font-size: 13u; }
.conflict .soft { display: block; font-size: 13u; }
.line-box { position: fixed; inset: auto auto 54u 16u; z-index: 4; max-inline-size: min(860u, calc(100vw - 32u)); }
.said { display: flex; align-items: center; gap: 14u; min-block-size: 50u; padding: 4u 8u 4u 18u; border-radius: 12u; background: #0f2430; color: #f4f7f6; box-shadow: 0 6px 24px rgb(0 0 0 / 35%), 0 0 0 1px #2a4a55; }
.said p { font-weight: 650; }
/* Leaves room to scroll the last row above the line. */
.console:has(.said) :is(.list, .compare, .view) { padding-block-end: 72u; }
.said .do.glow { border-color: transparent; background: none; color: #ffd27a; }
.said .do.glow kbd { border-color: #45636b; background: #1b3a44; color: #f4f7f6; }
.said .plain { min-inline-size: 40u; min-block-size: 40u; color: inherit; }
.compare { padding: 14u 18u; }
.compare-head { display: flex; justify-content: space-between; align-items: center; gap: 12u; margin-block-end: 10u; }
.compare-head h2 { font-size: 21u; }
.compare-scroll { overflow-x: auto; }
.compare table { inline-size: 100%; border-collapse: collapse; font-size: 14u; }
.compare th, .compare td { padding: 7u 10u; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top; }
.compare thead th { position: relative; padding-inline-end: 36u; }
.compare thead .plain { position: absolute; inset: 2u 0 auto auto; min-inline-size: 32u; min-block-size: 32u; color: var(--soft); }
.compare-name { display: block; margin-block-end: 6u; font: 600 16u / 1.2 var(--serif); }
.compare tbody th { inline-size: 104u; color: var(--soft); font-weight: 400; }
.compare .group th { padding-block-start: 14u; color: var(--ink); font: 600 15u / 1.2 var(--serif); background: none; }
@media (max-width: 900px) {
  .pane { border-radius: 0; box-shadow: none; overflow: visible; }
  .center-pane { overflow: visible; }
  .back { display: inline-flex; }
  .line-box { inset-block-end: 60u; }
}
`;
