import { css } from './css.ts';

/** CSS of parts that may appear before results: crisis, waiting, problems, call buttons. */
export const startCss = css`
.wide { inline-size: 100%; }
.results { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12u; padding: 10u 16u 0; }
/* Content below the finder stays below the window, so that it does not move while results load. */
.searched .body { min-block-size: var(--locator-least-height, 100vh); grid-auto-rows: max-content; }
.body > * { min-inline-size: 0; }
.body { display: grid; gap: 0 24u; align-items: start; padding: 0 0 24u; }
.panel, .crisis-also { display: grid; grid-template-columns: minmax(0, 1fr); gap: 10u; padding: 16u; border-radius: 16px; background: var(--card); box-shadow: var(--shadow); }
.waiting-title { font-size: 21u; }
.ghost-chips { block-size: 44u; }
.ghost-head { min-block-size: 44u; }
.ghosts li { display: grid; gap: 10u; padding: 14u; }
.ghosts i { block-size: 14u; inline-size: 60%; border-radius: 7u; background: var(--line); }
.ghosts i:nth-child(2) { inline-size: 80%; }
.ghosts i.tall { block-size: 48u; inline-size: 100%; border-radius: var(--round); background: var(--wash); }
.crisis { display: grid; gap: 12u; padding: 12u 16u 0; scroll-margin-block-start: 60u; }
.crisis-panel { display: grid; gap: 12u; padding: 20u 16u; border-radius: 16px; background: linear-gradient(#0f2430, #1c4a57); color: #f4f7f6; }
.crisis-panel h2 { font-size: 26u; }
.crisis-panel p { font-size: 17u; }
.crisis-call, .crisis-way { display: flex; align-items: center; justify-content: center; gap: 8u; min-block-size: 48u; padding: 8u 14u; border: 1px solid rgb(255 255 255 / 45%); border-radius: var(--round); color: #f4f7f6; font-size: 17u; font-weight: 650; text-decoration: none; text-align: center; }
.crisis-call { min-block-size: 60u; border-color: transparent; background: #ffd27a; color: #12242b; font-size: 21u; }
.crisis-ways { display: grid; grid-template-columns: 1fr 1fr; gap: 10u; }
.crisis-danger { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 10u; padding-block-start: 14u; border-block-start: 1px solid rgb(255 255 255 / 30%); }
.crisis-danger span { flex: 1 1 10em; }
.crisis-way.warm, .crisis-panel .crisis-other a { color: #ffd27a; border-color: #ffd27a; }
.crisis-panel .crisis-other { color: #d3e2e2; }
.crisis-other a { display: inline-block; padding-block: 6u; font-weight: 650; }
.helpline { display: grid; gap: 8u; }
.choices { display: flex; flex-wrap: wrap; gap: 8u; }
.call { display: flex; align-items: center; gap: 10u; min-block-size: 52u; padding: 5u 12u; border-radius: var(--round); background: var(--wash); color: var(--spruce-deep); text-decoration: none; line-height: 1.25; }
.call > span { display: grid; }
.call b { font-size: 17u; font-variant-numeric: tabular-nums; }
.call b span { white-space: nowrap; }
.call .who { font-size: 13u; font-weight: 400; }
.call:hover { outline: 2px solid var(--spruce); outline-offset: -2px; }
.call.solid { justify-content: start; border: 0; background: var(--spruce); color: var(--on-spruce); text-align: start; }
.list { margin-inline: -16u; background: var(--card); }
`;
