import { css } from './css.ts';

/** CSS of panels, over the list or next to it. */
export const panelCss = css`
.sheet { margin: 0; padding: 0; border: 0; color: var(--ink); background: var(--card); font: inherit; }
.sheet[open] { display: grid; grid-template-rows: auto minmax(0, 1fr) auto; }
.sheet > header { display: flex; align-items: center; gap: 12u; padding: 12u 16u; border-block-end: 1px solid var(--line); }
.sheet > header h2 { flex: 1; }
.sheet-body { overflow: auto; overscroll-behavior: contain; padding: 12u 16u; display: grid; grid-auto-rows: max-content; gap: 12u; align-content: start; }
.sheet > footer { display: grid; gap: 8u; padding: 12u 16u; border-block-start: 1px solid var(--line); }
.sheet.modal { position: fixed; inset: 0; inline-size: min(100vw, 640u); max-inline-size: none; block-size: 100dvh; max-block-size: none; margin-inline: auto; }
.sheet.modal::backdrop { background: rgb(11 27 36 / 60%); }
.sheet.beside { position: absolute; inset: 10u 24u auto 0; z-index: 1; inline-size: auto; max-block-size: calc(100vh - 150u); border-radius: 16px; box-shadow: var(--shadow); }
.sheet.beside:only-child { position: static; }
.groups { display: grid; gap: 16u 20u; }
.beside .groups { grid-template-columns: repeat(auto-fill, minmax(200u, 1fr)); }
legend, .group-title { font-size: 16u; font-weight: 650; padding-block-end: 4u; }
.tick, .option { display: flex; align-items: center; gap: 12u; min-block-size: 44u; padding: 4u 8u; border-radius: 8px; cursor: pointer; }
.tick:hover, .option:hover { background: var(--sunk); }
.tick:has(:checked), .option:has(:checked) { background: var(--wash); }
.tick span:nth-of-type(1), .option span:nth-of-type(1) { flex: 1; }
.option b { display: block; font-size: 17u; }
.option small { display: block; color: var(--soft); font-size: 15u; }
.option { min-block-size: 54u; }
.count { color: var(--soft); font-variant-numeric: tabular-nums; font-size: 14u; }
.groups summary, .sheet summary { display: flex; align-items: center; gap: 6u; min-block-size: 44u; padding-inline: 8u; color: var(--spruce); font-weight: 650; cursor: pointer; list-style: none; }
.sheet summary::-webkit-details-marker { display: none; }
@media (width >= 48em) and (height >= 40em) {
  .sheet.modal { block-size: fit-content; max-block-size: 90dvh; margin: auto; border-radius: 16px; }
}
`;
