import { css } from './css.ts';

/** The printed list: ten centers with all facts on three pages, without controls. */
export const printCss = css`
.printed { display: none; }
@media print {
  .finder { background: none; color: #000; color-scheme: light; --ink: #000; --soft: #333; --card: #fff; --paper: #fff; --spruce: #000; --spruce-deep: #000; --wash: #fff; --line: #999; }
  .strip { position: static; background: none; color: #000; }
  .strip a, .strip strong { color: #000; min-block-size: 0; }
  .may-offer button, .search, .chip-row, .tools, .also, .actions, .more-results, .changes, .compare-bar, .side, .searching, .icon { display: none !important; }
  .framed .band { display: none; }
  .printed { display: block; grid-column: 1 / -1; }
  .printed, .printed * { font-size: 11u; line-height: 1.3; }
  .results-head { background: none; }
  .printed .rows { display: block; margin: 2u 0 0; }
  .printed .rows > div, .printed dt, .printed dd { display: inline; margin: 0; }
  .printed dt { font-weight: 650; color: #000; }
  .printed dt::after { content: ": "; }
  .printed dd::after { content: ". "; }
  .results { padding: 0; max-inline-size: none; }
  .list { box-shadow: none; }
  .card h3 { font-size: 15u; }
  .card p { font-size: 13u; line-height: 1.3; }
  .card { break-inside: avoid; row-gap: 2u !important; grid-template-columns: 1fr auto !important; padding: 5u 0; }
  .call { padding: 0; min-block-size: 0; }
}
`;
