import { css } from '../../locator/style/css.ts';

/** CSS of dialogs: the palette, filters, and questions before something is recorded. */
export const panelsCss = css`
dialog.panel { inline-size: min(640u, calc(100vw - 24u)); max-block-size: min(640u, calc(100dvh - 48u)); margin: 96u auto auto; padding: 0; border: 0; border-radius: 16u; background: var(--card); color: var(--ink); box-shadow: 0 18px 60px rgb(0 0 0 / 40%); overflow: hidden; }
dialog.panel[open] { display: flex; }
dialog::backdrop { background: rgb(12 24 30 / 55%); }
.panel .inside { display: flex; flex-direction: column; flex: 1; min-block-size: 0; min-inline-size: 0; }
.panel.small { inline-size: min(460u, calc(100vw - 24u)); }
.panel.small .inside { gap: 12u; padding: 20u; overflow: auto; }
.panel.small h2 { font-size: 20u; }
.panel.wide { inline-size: min(1000u, calc(100vw - 24u)); max-block-size: calc(100dvh - 48u); margin-block-start: 24u; }
.panel.wide .inside { padding: 18u; overflow: auto; }
.panel .ask { display: flex; align-items: center; gap: 8u; padding: 0 12u 0 18u; border-block-end: 1px solid var(--line); }
.panel .ask input { flex: 1; min-inline-size: 0; block-size: 56u; border: 0; background: none; font-size: 19u; }
.panel .ask input:focus { outline: none; }
.panel .ask input::placeholder { color: var(--soft); opacity: 1; }
.panel .ask:focus-within { box-shadow: inset 0 -3px 0 var(--focus); }
.panel .ask .plain { min-block-size: 44u; }
.chooser .choices { flex: 1; overflow: auto; padding-block-end: 6u; }
.choices .group { padding: 10u 18u 4u; color: var(--soft); font-size: 13u; font-weight: 650; }
.choices .group::first-letter { text-transform: uppercase; }
.choice { display: flex; align-items: center; gap: 10u; min-block-size: 42u; padding: 4u 18u; cursor: pointer; }
.choice > span:first-child { flex: 1; }
.choice:hover { background: var(--sunk); }
.choice[aria-selected="true"] { background: var(--wash); box-shadow: inset 5px 0 0 var(--lamp-edge); font-weight: 700; }
.panel .choices.fine, .panel p.fine { padding: 12u 18u; }
.panel .foot { padding: 10u 18u; border-block-start: 1px solid var(--line); color: var(--soft); font-size: 14u; }
.small .choices { display: grid; grid-template-columns: 1fr 1fr; gap: 8u; }
.small .choices .do { inline-size: 100%; }
.small .choices .soft { margin-inline-start: auto; }
.other-day { display: flex; flex-wrap: wrap; align-items: center; gap: 8u; }
.other-day label { inline-size: 100%; font-size: 14u; color: var(--soft); }
.other-day input { flex: 1; min-block-size: 42u; padding: 0 10u; border: 1.5px solid var(--edge); border-radius: 9u; background: var(--card); }
.paths .inside { gap: 12u; }
.paths [aria-pressed="true"] { background: var(--wash); font-weight: 700; box-shadow: inset 0 -4px 0 var(--lamp-edge); }
.path { padding: 10u 14u; border: 1px solid var(--line); border-radius: 12u; }
.path h3 { font-size: 17u; }
.path li { display: grid; grid-template-columns: 120u 1fr auto auto; gap: 4u 12u; align-items: center; padding: 6u 0; border-block-start: 1px solid var(--line); }
@media (max-width: 900px) { .path li { grid-template-columns: 88u 1fr; } }
.acts-waiting { display: grid; gap: 8u; }
.acts-waiting .soft { display: block; font-size: 13u; }
@media (max-width: 900px) { dialog.panel { margin-block-start: 12u; } .small .choices { grid-template-columns: 1fr; } }
`;
