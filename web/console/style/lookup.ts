import { css } from '../../locator/style/css.ts';

/** CSS of chips, rows and the map. */
export const lookupCss = css`
.lookup { display: grid; grid-template: auto minmax(0, 1fr) / minmax(0, 1fr) 452u; gap: 0 12u; padding: 0 16u 8u; min-block-size: 0; }
.view { overflow: auto; padding: 16u; }
.chips { grid-column: 1 / -1; display: flex; flex-wrap: wrap; align-items: center; gap: 8u; min-block-size: 55u; padding: 8u 0; }
.chips ul { display: flex; flex-wrap: wrap; gap: 8u; }
.chips .gap { flex: 1; }
.chips .ignored { color: var(--lamp-ink); font-size: 14u; padding: 4u 8u; border-radius: 8u; background: var(--lamp); }
.chip { display: inline-flex; align-items: center; gap: 7u; min-block-size: 32u; padding: 2u 11u; border: 1.5px solid var(--spruce); border-radius: 10u; background: var(--wash); color: var(--ink); font-size: 14u; }
.chip b { color: var(--spruce-deep); }
.chip .field { color: var(--soft); }
.chip .cross { color: var(--spruce-deep); font-size: 12u; }
.chip:hover { background: var(--card); }
.chip.guess { border-style: dashed; }
.left { display: grid; grid-auto-rows: minmax(0, 1fr); gap: 10u; min-block-size: 0; min-inline-size: 0; }
.with-map .left { grid-template-rows: minmax(0, 1fr) minmax(0, 0.9fr); }
.list, .compare, .map-box { min-inline-size: 0; overflow: auto; border-radius: var(--round); background: var(--card); box-shadow: var(--shadow); }
.map-box { overflow: hidden; }
#rows { inline-size: 100%; table-layout: fixed; border-collapse: separate; border-spacing: 0; font-size: 14u; line-height: 16u; }
#rows th { position: sticky; inset-block-start: 0; z-index: 1; block-size: 35u; padding: 0 6u; border-block-end: 1px solid var(--line); background: var(--card); color: var(--soft); font-size: 13u; font-weight: 650; text-align: start; }
#rows td { block-size: 40u; padding: 0 6u; border-block-end: 1px solid var(--line); }
#rows tbody tr { cursor: pointer; }
#rows tbody tr:hover td { background: var(--sunk); }
#rows tr:focus-visible { outline-width: 2px; outline-offset: -2px; }
#rows [aria-selected="true"] td, #rows [aria-selected="true"]:hover td { background: var(--wash); border-block-color: var(--spruce); box-shadow: 0 -1px 0 var(--spruce); }
#rows [aria-selected="true"] td.key { box-shadow: inset 5px 0 0 var(--lamp-edge), 0 -1px 0 var(--spruce); }
#rows .key { inline-size: 36u; color: var(--spruce); font: 700 14u / 1 var(--mono); text-align: center; padding: 0 0 0 5u; }
#rows td.center { display: table-cell; }
#rows .center > * { vertical-align: middle; }
#rows .miles { inline-size: 54u; text-align: end; font-variant-numeric: tabular-nums; }
#rows .city { inline-size: 88u; }
#rows td.city { overflow-wrap: anywhere; hyphens: auto; }
#rows .levels { inline-size: 126u; }
#rows td.levels { color: var(--soft); font: 12u / 16u var(--mono); padding-inline-end: 0; }
#rows td.levels > * { display: inline-block; margin-inline-end: 6u; font-style: normal; }
#rows td.levels b { color: var(--spruce); }
#rows td.levels i { color: var(--lamp-ink); border-block-end: 1.5px dashed var(--lamp-edge); }
#rows .who { inline-size: 98u; }
#rows .intake { inline-size: 82u; }
#rows .sure { inline-size: 98u; white-space: nowrap; padding-inline-end: 0; }
#rows .doubt .sure, #rows .unknown { color: var(--soft); }
.limit { display: inline-block; padding: 2u 7u; border: 1.5px solid var(--lamp-edge); border-radius: 6u; background: var(--lamp); color: var(--lamp-ink); font-size: 13u; font-weight: 650; }
span.open { color: var(--spruce); font-weight: 700; }
span.full, span.closed { color: var(--full); font-weight: 700; }
span.open, span.full, span.closed { overflow-wrap: anywhere; }
.tag { margin-inline-start: 8u; padding: 0 6u; border-radius: 5u; background: var(--wash); color: var(--spruce-deep); font-size: 12u; font-weight: 650; }
.sure-sign { display: inline-block; flex: none; inline-size: 12u; block-size: 12u; margin-inline-end: 7u; border: 2.5px solid var(--lamp-edge); border-radius: 50%; vertical-align: -1px; }
.sure-sign.confirmed { border-color: var(--spruce); background: var(--spruce); }
.sure-sign.stale { background: linear-gradient(90deg, var(--lamp-edge) 50%, transparent 50%); }
.sure-sign.denied { border-color: var(--full); background: linear-gradient(45deg, transparent 42%, var(--full) 42% 58%, transparent 58%); }
.sure-sign.unknown { border-style: dashed; border-width: 2px; border-radius: 2px; }
.after { padding: 10u 16u; }
.hint { display: grid; gap: 12u; align-content: start; max-inline-size: 640u; padding: 32u 28u; }
.hint h2 { font-size: 24u; }
.hint .choices, .hint .examples { display: flex; flex-wrap: wrap; gap: 8u; }
@media (max-width: 1180px) {
  .lookup { grid-template-columns: minmax(0, 1fr) minmax(320u, 38%); }
  #rows .city, #rows .sure { display: none; }
}
@media (max-width: 900px) {
  .lookup { display: block; padding: 0 0 8u; }
  .chips { padding: 8u 12u; }
  .list, .compare, .map-box { border-radius: 0; box-shadow: none; }
  .map-box { block-size: 320u; }
  .lookup.open .left, .lookup:not(.open) .pane { display: none; }
  #rows, #rows tbody { display: block; }
  #rows thead { position: absolute; clip-path: inset(50%); block-size: 1px; overflow: hidden; }
  #rows tbody tr { display: grid; grid-template: "key center miles" "key levels who" "key sure intake" / 26u minmax(0, 1fr) max-content; gap: 3u 10u; padding: 10u 12u; border-block-end: 1px solid var(--line); }
  #rows tbody tr td, #rows tbody tr[aria-selected="true"] td, #rows tbody tr[aria-selected="true"] td.key, #rows tbody tr:hover td { display: block; block-size: auto; inline-size: auto; padding: 0; border: 0; background: none; box-shadow: none; }
  #rows tbody tr td.city { display: none; }
  #rows tbody tr td.sure { display: block; }
  #rows td.key { grid-area: key; inline-size: auto; padding: 0; line-height: 18u; text-align: start; }
  #rows td.center { grid-area: center; }
  #rows td.miles { grid-area: miles; justify-self: end; }
  #rows td.levels { grid-area: levels; }
  #rows td.who { grid-area: who; text-align: end; justify-self: end; }
  #rows td.intake { grid-area: intake; text-align: end; justify-self: end; }
  #rows td.sure { grid-area: sure; }
  #rows tbody tr[aria-selected="true"] { background: var(--wash); box-shadow: inset 4px 0 0 var(--lamp-edge); }
}
`;
