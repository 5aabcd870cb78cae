import { css } from './css.ts';

/** CSS of the list's rows and of opened cards. */
export const cardCss = css`
.list > li + li { border-block-start: 1px solid var(--line); }
.card { display: grid; grid-template-columns: minmax(0, 1fr); gap: 8u 12u; padding: 10u 14u 12u; }
.card h3 { font-size: 18u; }
.card .facts { display: grid; align-content: start; gap: 1u; }
.badge { display: none; }
.where { color: var(--soft); }
.distance { color: var(--spruce); }
.what b { font-weight: 700; }
.limit { display: inline-block; padding: 0 7u; border: 1px solid var(--lamp-edge); border-radius: 6px; background: var(--lamp); color: var(--lamp-ink); font-weight: 650; }
.sample { justify-self: start; padding: 0 7u; border: 1px dashed var(--edge); border-radius: 6px; font-weight: 650; }
.sure { display: flex; align-items: baseline; gap: 6u; font-size: 13u; }
.sure::before { content: ""; flex: none; inline-size: 9u; block-size: 9u; border: 2px solid var(--lamp-edge); border-radius: 50%; }
.sure.confirmed::before { border-color: var(--spruce); background: var(--spruce); }
.sure.stale::before { background: linear-gradient(90deg, var(--lamp-edge) 50%, transparent 50%); }
.sure.unknown::before, .sure.denied::before { border-style: dashed; border-radius: 2px; }
.acts { display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: center; gap: 4u 12u; }
.card.open .acts { grid-template-columns: minmax(0, 1fr); }
.card.open .also { justify-content: space-between; }
.also { display: flex; align-items: center; gap: 12u; }
.more .icon { transition: transform 0.15s; }
.more[aria-expanded="true"] .icon { transform: rotate(180deg); }
.compare-tick { display: none; align-items: center; gap: 8u; min-block-size: 44u; color: var(--spruce); font-weight: 650; cursor: pointer; }
.compare-tick input, .tick input, .option input { inline-size: 20u; block-size: 20u; flex: none; margin: 0; accent-color: var(--spruce); }
.card.open .compare-tick { display: flex; }
.sided .card.pointed { background: var(--wash); }
.sided .card.pointed .call:not(.solid) { background: var(--card); }
.opened { grid-column: 1 / -1; display: grid; grid-template-columns: minmax(0, 1fr); gap: 10u; padding-block-start: 4u; }
.opened section { display: grid; gap: 4u; }
.when-calling { padding: 12u 14u; border-radius: var(--round); background: var(--lamp); color: var(--lamp-ink); }
.programs li { display: grid; gap: 2u; padding-block: 7u; }
.programs li + li { border-block-start: 1px solid var(--line); }
.rows { display: grid; gap: 6u; }
.rows > div { display: grid; grid-template-columns: 7em 1fr; gap: 10u; }
.rows dt { color: var(--soft); }
mark { padding: 1u 8u; border: 1.5px solid var(--spruce); border-radius: 12u; background: var(--wash); color: var(--spruce-deep); font-weight: 600; }
.actions { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 8u; }
.actions :is(.hint, .note) { grid-column: 1 / -1; }
.report { justify-self: start; display: inline-flex; align-items: center; min-block-size: 44u; font-size: 15u; }
.actions .quiet { font-size: 15u; padding-inline: 8u; }
.ways { position: relative; }
.ways summary { list-style: none; }
.ways summary::-webkit-details-marker { display: none; }
.ways a { display: flex; align-items: center; min-block-size: 44u; padding-inline: 12u; }
.compare-bar { position: sticky; inset-block-end: 0; z-index: 2; display: flex; flex-wrap: wrap; align-items: center; gap: 4u 12u; margin-inline: -16u; padding: 8u 16u; border-block-start: 1px solid var(--edge); background: var(--card); box-shadow: var(--shadow); font-size: 15u; }
.compare-bar .solid { margin-inline-start: auto; }
.compare { display: grid; gap: 8u; margin: 12u 16u; padding: 12u 16u 16u; border-radius: 16px; background: var(--card); box-shadow: var(--shadow); }
.compare .back { justify-self: start; }
.compare-scroll { overflow-x: auto; }
.compare table { inline-size: 100%; border-collapse: collapse; table-layout: fixed; min-inline-size: 34em; }
.compare thead td { inline-size: 8em; }
.compare th, .compare td { padding: 8u 12u 8u 0; text-align: start; vertical-align: top; }
.compare thead th { vertical-align: bottom; font-family: var(--serif); font-size: 18u; }
.compare-name { display: flex; justify-content: space-between; align-items: start; gap: 4u; }
.compare thead .call { font-family: initial; font-weight: 400; }
.compare tbody tr:not(.group) { border-block-end: 1px solid var(--line); }
.compare tbody th { color: var(--soft); font-weight: 400; }
.compare .group th { padding-block-start: 18u; font-family: var(--serif); font-weight: 600; color: var(--ink); font-size: 16u; }
@container finder (inline-size >= 35em) {
  .list { margin-inline: 0; border-radius: 16px; box-shadow: var(--shadow); overflow: hidden; }
  .card { grid-template-columns: minmax(0, 1fr) 204u; gap: 4u 12u; }
  .acts { grid-template-columns: 1fr; align-content: start; gap: 0; }
  .also { justify-content: space-between; }
  .compare-tick { display: flex; }
  .compare-bar { margin-inline: 0; border-radius: 16px 16px 0 0; }
}
@container finder (inline-size >= 60em) {
  .sided .card { grid-template-columns: 28u minmax(0, 1fr) 204u; }
  .sided .badge { display: grid; place-items: center; inline-size: 26u; block-size: 26u; border-radius: 50%; background: var(--spruce); color: var(--on-spruce); font-size: 14u; font-weight: 700; }
  .card.open .actions { grid-template-columns: repeat(4, 1fr); }
}
@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
`;
