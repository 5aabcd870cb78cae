import { css } from './css.ts';

/** CSS of everything below the box: chips, headings, notes, further help, waiting, crisis. */
export const resultsCss = css`
.chip-row { display: flex; flex-wrap: wrap; gap: 8u; padding: 10u 16u 0; }
.chips { display: contents; }
.chips li { display: flex; max-inline-size: 100%; }
.results-head { display: flex; align-items: center; justify-content: space-between; gap: 8u 12u; }
.results-head h2 { font-size: 21u; }
.results-head .hint { font-size: 13u; }
@container finder (inline-size < 40em) { .place { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); } }
.tools { display: flex; flex: none; gap: 8u; }
.print, .wide-only { display: none; }
.may-offer { display: grid; gap: 8u; justify-items: start; }
.may-offer .reasons { font-size: 13u; }
.note, .may-offer { padding: 10u 12u; border-inline-start: 3px solid var(--lamp-edge); background: var(--lamp); color: var(--lamp-ink); border-radius: 0 8px 8px 0; }
.results.again > :not(.searching) { opacity: 0.55; }
.searching { position: sticky; inset-block-start: 52u; z-index: 1; justify-self: center; padding: 6u 16u; border-radius: 20u; background: var(--spruce); color: var(--on-spruce); font-weight: 650; }
/* Over the list, without space of its own: nothing moves when it appears or disappears. */
.results > .searching { block-size: 34u; margin-block-end: -46u; white-space: nowrap; }
/* The progress of the download, in place of the list. */
.download { display: grid; gap: 8u; }
.download progress { appearance: none; inline-size: 100%; block-size: 10u; border: 0; border-radius: 5u; overflow: hidden; background: var(--line); }
.download progress::-webkit-progress-bar { background: var(--line); }
.download progress::-webkit-progress-value { border-radius: 5u; background: var(--spruce); transition: inline-size 0.2s; }
.download progress::-moz-progress-bar { border-radius: 5u; background: var(--spruce); }
.amount { color: var(--ink); font-weight: 650; font-variant-numeric: tabular-nums; }
.count-title { font-size: 17u; }
.confirm { text-align: center; }
.changes { display: grid; gap: 8u; }
.changes ul { display: grid; gap: 8u; }
.change {
  display: grid; grid-template-columns: 1fr auto; align-items: center; gap: 0 8u; inline-size: 100%; min-block-size: 56u; padding: 8u 14u;
  border: 1.5px solid var(--spruce); border-radius: var(--round); background: var(--card); text-align: start;
}
.change:hover { background: var(--wash); }
.change b { color: var(--spruce); font-size: 17u; }
.change span { grid-row: 2; color: var(--soft); font-size: 15u; }
.change .icon { grid-area: 1 / 2 / 3 / 3; color: var(--spruce); }
.anyway { justify-self: start; }
@container finder (inline-size >= 40em) {
  .results, .chip-row, .crisis { max-inline-size: 760u; }
  .embedded .results, .embedded .chip-row, .embedded .crisis { max-inline-size: none; }
  .print, select.wide-only { display: inline-flex; }
}
@container finder (inline-size >= 60em) {
  .finder.sided .body, .sided > .body { grid-template-columns: minmax(0, 648u) minmax(0, 1fr); }
  .sided > .body > :not(.side) { grid-column: 1; }
  .sided > .body > .side { grid-column: 2; grid-row: 1 / span 9; position: sticky; inset-block-start: 48u; padding: 10u 24u 0 0; }
  .results, .chip-row, .crisis, .band, .framed .band { padding-inline: 32u; }
  .sided .results { padding-inline-end: 0; }
}
@container finder (inline-size < 60em) { .side { grid-row: 2; padding-block-start: 10u; } }
.map-box { position: relative; block-size: 330u; }
@container finder (inline-size >= 60em) { .map-box { block-size: calc(100vh - 160u); overflow: hidden; border-radius: 16px; } }
`;
