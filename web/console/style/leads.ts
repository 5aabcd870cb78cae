import { css } from '../../locator/style/css.ts';

/** CSS of the worklist, progress, history and corrections. */
export const leadsCss = css`
.leads { display: grid; gap: 16u; align-content: start; max-inline-size: 1320u; margin-inline: auto; }
.leads h1 { font: 600 30u / 1.15 var(--serif); }
.leads h2 { font-size: 21u; }
.leads h3 { font-size: 17u; }
.leads-intro { max-inline-size: 90ch; color: var(--soft); }
.leads-head { display: grid; gap: 8u; }
.leads-filters { display: flex; flex-wrap: wrap; align-items: end; gap: 8u 12u; }
.leads-count { padding-block-end: 9u; color: var(--soft); }
.leads-field { display: grid; gap: 3u; min-inline-size: 0; }
.leads-field label { color: var(--soft); font-size: 13u; font-weight: 650; }
.leads select, .leads input:not([type=checkbox], [type=radio]), .leads textarea { min-block-size: 42u; inline-size: 100%; padding: 6u 10u; border: 1.5px solid var(--edge); border-radius: 9u; background: var(--card); color: var(--ink); font: inherit; }
.leads select { inline-size: auto; max-inline-size: 100%; }
.leads textarea { line-height: 1.45; resize: vertical; }
.leads [aria-invalid="true"] { border-color: var(--full); }
.leads-card .leads-note { padding: 0; box-shadow: none; }
.leads-note { padding: 18u; border-radius: var(--round); background: var(--card); box-shadow: var(--shadow); }
.leads-table { inline-size: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
.leads-table th, .leads-table td { padding: 7u 12u; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top; }
.leads-table thead th { color: var(--soft); font-size: 13u; font-weight: 650; vertical-align: bottom; }
.leads-table tbody th, .leads-table tfoot th { font-weight: 650; }
.leads-table tfoot td, .leads-table tfoot th { border-block-start: 2px solid var(--edge); border-block-end: 0; font-weight: 700; }
.leads-table .amount { text-align: end; white-space: nowrap; }
.leads-table.narrow { inline-size: auto; }
.worklist .leads-table { border-radius: var(--round); background: var(--card); box-shadow: var(--shadow); }
.worklist .leads-table[aria-busy="true"] { opacity: 0.6; }
.worklist .rank { inline-size: 56u; color: var(--spruce); font: 700 14u / 1.5 var(--mono); text-align: end; }
.worklist thead .rank { color: var(--soft); font: inherit; font-size: 13u; }
.worklist tbody tr:hover { background: var(--sunk); }
.worklist tbody th .soft { display: block; font-size: 14u; }
.worklist .call a { display: inline-block; padding: 5u 10u; border-radius: 8u; background: var(--wash); color: var(--spruce-deep); font-weight: 650; text-decoration: none; white-space: nowrap; }
.worklist .call a:hover { text-decoration: underline; }
.leads-link { padding: 0; border: 0; background: none; color: var(--ink); font-weight: 700; text-align: start; text-decoration: underline; text-decoration-color: var(--edge); text-underline-offset: 0.2em; }
.leads-link:hover { color: var(--spruce); text-decoration-color: currentcolor; }
.leads-more { justify-self: start; }
.leads-card { display: grid; gap: 10u; padding: 18u; border-radius: var(--round); background: var(--card); box-shadow: var(--shadow); min-inline-size: 0; }
.leads-card-head { display: flex; flex-wrap: wrap; align-items: start; justify-content: space-between; gap: 8u 16u; }
.leads-scroll { overflow-x: auto; }
.leads-change { font-size: 17u; font-weight: 650; }
.panel .leads { inline-size: 100%; }
.leads-charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 380u), 1fr)); gap: 12u 32u; margin-block-start: 10u; }
.leads-chart { margin: 0; min-inline-size: 0; }
.leads-chart svg { display: block; inline-size: 100%; block-size: auto; max-inline-size: 640u; }
.leads-chart figcaption { margin-block-end: 4u; font-size: 14u; }
.leads-chart .grid { stroke: var(--line); stroke-width: 1; }
.leads-chart .tick { fill: var(--soft); font-size: 12px; }
.leads-chart .path { fill: none; stroke-width: 2.5; stroke-linejoin: round; stroke-linecap: round; }
.line-first .path { stroke: var(--lamp-edge); }
.line-first circle { fill: var(--lamp-edge); }
.line-first figcaption b { color: var(--lamp-ink); }
.line-second .path { stroke: var(--spruce); }
.line-second circle { fill: var(--spruce); }
.line-second figcaption b { color: var(--spruce); }
.leads-numbers summary { min-block-size: 32u; cursor: pointer; color: var(--spruce); font-weight: 650; }
.progress .share { white-space: nowrap; }
.progress meter { inline-size: 90u; block-size: 12u; margin-inline-end: 8u; border-radius: 6u; background: var(--line); vertical-align: middle; }
.progress meter::-webkit-meter-bar { block-size: 12u; border: 0; border-radius: 6u; background: var(--line); }
.progress meter::-webkit-meter-optimum-value { border-radius: 6u; background: var(--spruce); }
.progress meter::-moz-meter-bar { border-radius: 6u; background: var(--spruce); }
.leads-panel-head { display: flex; justify-content: space-between; align-items: start; gap: 12u; }
.leads-panel-head .do { flex: none; }
.leads-lines { display: grid; }
.leads-lines li { display: grid; grid-template-columns: 116u minmax(0, 1fr); gap: 1u 12u; padding: 10u 0; border-block-end: 1px solid var(--line); }
.leads-lines p { grid-column: 2; }
.leads-lines .what { grid-row: 1; font-weight: 650; overflow-wrap: anywhere; }
.leads-lines .history .what { color: var(--soft); text-decoration: line-through; }
.leads-lines .replaced .what { color: var(--soft); }
.leads-tag { grid-row: 1 / 3; justify-self: start; align-self: start; padding: 2u 8u; border: 1.5px solid var(--line); border-radius: 7u; color: var(--soft); font-size: 13u; font-weight: 650; }
.became { margin-inline-start: 10u; padding: 1u 7u; border-radius: 6u; background: var(--sunk); font-size: 13u; font-weight: 650; white-space: nowrap; }
.became.holds { background: var(--wash); color: var(--spruce-deep); }
.became.history { background: var(--lamp); color: var(--lamp-ink); }
.leads-held { display: grid; gap: 8u; }
.leads-held li { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 6u 12u; padding: 8u 12u; border-inline-start: 5px solid var(--lamp-edge); border-radius: 8u; background: var(--lamp); color: var(--lamp-ink); }
.leads-held li p { flex: 1; min-inline-size: 200u; overflow-wrap: anywhere; }
.leads-held li .soft { color: inherit; }
.leads-held li + li { margin-block-start: 6u; }
.leads-form { display: grid; gap: 12u; align-content: start; justify-items: start; }
.leads-form .wide { inline-size: 100%; max-inline-size: 560u; }
.leads-form .soft { font-size: 14u; }
.leads-now { padding: 8u 12u; border-radius: 8u; background: var(--sunk); overflow-wrap: anywhere; }
.leads-choices { inline-size: 100%; margin: 0; padding: 0; border: 0; min-inline-size: 0; }
.leads-choices legend { padding: 0 0 6u; color: var(--soft); font-size: 13u; font-weight: 650; }
.leads-ticks { display: grid; grid-template-columns: repeat(auto-fill, minmax(210u, 1fr)); gap: 2u 12u; max-block-size: 270u; overflow-y: auto; padding: 4u; }
.leads-ticks label { display: flex; align-items: center; gap: 9u; min-block-size: 34u; cursor: pointer; }
.leads-ticks input { flex: none; inline-size: 19u; block-size: 19u; margin: 0; accent-color: var(--spruce); }
.leads-preview { inline-size: 100%; padding: 12u 14u; border: 1.5px solid var(--spruce); border-radius: var(--round); }
.leads-preview .leads-table { margin-block-start: 6u; }
.leads-preview .part { display: block; color: var(--soft); overflow-wrap: anywhere; }
.leads-preview .was .differs { text-decoration: line-through; }
.leads-preview .will .differs { color: var(--ink); font-weight: 700; }
.leads-fault { color: var(--full); font-weight: 650; }
.leads-said.empty { display: none; }
.leads-said { padding: 8u 12u; border-radius: 8u; font-weight: 650; }
.leads-said.done { background: var(--wash); color: var(--spruce-deep); }
.leads-said.fault { background: var(--red-wash); color: var(--full); }
.leads-private { grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) minmax(0, 1fr); justify-items: stretch; }
.leads-private > :not(.leads-field) { grid-column: 1 / -1; justify-self: start; }
.leads-private .private-transfer, .leads-private .private-notes { grid-column: 1 / -1; }
.corrections { gap: 14u; }
.corrections .leads-card { box-shadow: none; border: 1.5px solid var(--line); }
@media (max-width: 900px) {
  .leads h1 { font-size: 25u; }
  .leads-field select { inline-size: 100%; }
  .worklist .leads-table, .worklist .leads-table tbody { display: block; }
  .worklist thead { position: absolute; clip-path: inset(50%); block-size: 1px; overflow: hidden; }
  .worklist tbody tr { display: grid; grid-template-columns: 34u minmax(0, 1fr) auto; gap: 3u 8u; padding: 11u 12u; border-block-end: 1px solid var(--line); }
  .worklist tbody th, .worklist tbody td { padding: 0; border: 0; inline-size: auto; }
  .worklist td.rank { grid-row: 1 / 3; text-align: start; }
  .worklist td.amount { color: var(--soft); font-size: 14u; }
  .worklist td.ask { grid-column: 2 / -1; }
  .worklist td.call { grid-column: 2 / -1; }
  .leads-lines li { grid-template-columns: minmax(0, 1fr); }
  .leads-lines p { grid-column: 1; }
  .leads-lines .what, .leads-tag { grid-row: auto; }
  .leads-private { grid-template-columns: minmax(0, 1fr); }
  .leads-chart .tick { font-size: 20px; }
  .leads-preview table, .leads-preview thead, .leads-preview tbody { display: block; }
  .leads-preview tr { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); border-block-end: 1px solid var(--line); }
  .leads-preview thead td { display: none; }
  .leads-preview tbody th { grid-column: 1 / -1; }
  .leads-preview th, .leads-preview td { padding: 4u 6u; border: 0; }
}
`;
