import { css } from './css.ts';

/** Styles of the search form, at the start and in its smaller form after a search. */
export const boxCss = css`
.band { position: relative; padding: 16u; scroll-margin-block-start: 48u; }
.search { display: grid; grid-template-columns: minmax(0, 1fr); gap: 10u; }
.search > label, .label { font-size: 17u; font-weight: 650; }
.box { position: relative; display: flex; align-items: center; min-block-size: 56u; border: 1.5px solid var(--edge); border-radius: var(--round); background: var(--card); }
.box > .icon { position: absolute; inset-inline-start: 14u; color: var(--soft); pointer-events: none; }
#near { flex: 1; inline-size: 100%; min-inline-size: 0; min-block-size: 53u; padding: 0 12u 0 44u; border: 0; border-radius: var(--round); background: transparent; font-size: 19u; }
#near::placeholder { color: var(--soft); opacity: 1; }
#near:focus-visible { outline: none; }
.box:has(#near:focus-visible) { outline: 3px solid var(--focus); outline-offset: 1px; }
.box:has(#near[aria-invalid="true"]) { border-color: var(--danger); }
.go { align-self: stretch; min-inline-size: 44u; margin: 4u; padding: 0 14u; border: 0; border-radius: calc(var(--round) - 3px); background: transparent; color: var(--spruce); font-size: 17u; font-weight: 650; }
.go:hover { background: var(--wash); }
.start .go { display: none; }
#near-list {
  position: absolute; inset: calc(100% + 4u) 0 auto; z-index: 4; max-block-size: 50vh; overflow: auto; padding: 4u;
  border: 1px solid var(--edge); border-radius: var(--round); background: var(--card); box-shadow: var(--shadow);
}
#near-list li { display: flex; align-items: center; min-block-size: 48u; padding: 4u 12u; border-radius: 8px; font-size: 17u; cursor: pointer; }
#near-list li:hover, #near-list [aria-selected="true"] { background: var(--wash); color: var(--spruce-deep); }
#near-list [aria-selected="true"] { outline: 2px solid var(--spruce); outline-offset: -2px; }
.field-error { color: var(--danger); font-weight: 600; }
#crisis-line { padding: 8u 12u; border-radius: 8px; background: var(--lamp); color: var(--lamp-ink); }
#crisis-line:empty { display: none; }
#crisis-line a { display: inline-block; padding-block: 8u; color: inherit; font-weight: 650; }
.device { display: grid; gap: 6u; }
.device .hint, .kept { text-align: center; }
.level { display: grid; gap: 6u; }
.choice {
  display: flex; align-items: center; justify-content: space-between; gap: 8u; inline-size: 100%; min-block-size: 60u; padding: 8u 14u;
  border: 1.5px solid var(--edge); border-radius: var(--round); background: var(--card); text-align: start;
}
.choice b { display: block; font-size: 17u; }
.choice small { display: block; color: var(--soft); font-size: 15u; }
.search > .solid { min-block-size: 56u; font-size: 19u; }
.owns { display: grid; gap: 1px; background: var(--line); }
.band .owns { margin: -16u -16u 16u; }
.own { display: flex; flex-wrap: wrap; align-items: center; gap: 8u 16u; padding: 12u 16u; background: var(--sunk); }
.own p { display: grid; flex: 1 1 12em; }
.own small { color: var(--soft); }
.own .call { flex: 1 1 16em; }
.under-start { min-block-size: 76u; padding: 16u; text-align: center; }

.framed .band { padding: 0; }
.framed .search { max-inline-size: 36em; padding: 16u; border-radius: 16px; background: var(--card); box-shadow: var(--shadow); }
.framed.start .search { position: relative; margin: -40u 16u 0; }
@container finder (inline-size >= 40em) {
  .framed.start .search { margin-inline: auto; }
  .embedded.start .search { grid-template-columns: 1fr 1fr; align-items: start; }
  .embedded.start .search > :is(label, .box, #crisis-line, .field-error, #near-hint, .solid, .kept) { grid-column: 1 / -1; }
}
`;
