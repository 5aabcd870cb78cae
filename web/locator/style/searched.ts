import { css } from './css.ts';

/** Styles that make the search form smaller after a search. */
export const searchedCss = css`
.searched .start-only { display: none; }
.searched .search > label { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
.searched .band { padding: 10u 16u; }
.searched .box { min-block-size: 50u; }
.searched #near { min-block-size: 47u; font-size: 17u; }
.searched .device { display: none; }
/*
 * On a narrow screen the location button appears with the box, over what follows: nothing may move when it disappears.
 */
.search { position: relative; }
.searched .search:focus-within .device:not(.busy) { position: absolute; inset: calc(100% + 6u) 0 auto; z-index: 3; display: grid; }
.searched .device .quiet { background: var(--card); box-shadow: var(--shadow); }
.framed.searched .band { padding: 8u 16u 30u; background: linear-gradient(var(--night), var(--night-far)); }
.framed.searched .search { max-inline-size: none; padding: 0; border-radius: var(--round); background: none; box-shadow: none; }
.framed.searched .box { border-color: transparent; }
.framed.searched #crisis-line, .framed.searched .field-error { padding: 8u 12u; border-radius: 8px; background: var(--card); }
@container finder (inline-size >= 60em) { .searched .band, .framed.searched .band { padding-inline: 32u; } }
@container finder (inline-size >= 40em) {
  .searched .search { grid-template-columns: minmax(0, 616u) auto 1fr; align-items: center; }
  .searched .device, .searched .search:focus-within .device:not(.busy) { position: static; display: block; }
  .searched .device .quiet { min-block-size: 50u; }
  .searched .device .quiet { background: none; box-shadow: none; }
  .framed.searched .device .quiet { border-color: rgb(255 255 255 / 45%); color: #fff; }
  .framed.searched .device .quiet:hover { background: rgb(255 255 255 / 12%); }
  .searched .go { background: var(--spruce); color: var(--on-spruce); }
  .searched .field-error, .searched #crisis-line { grid-column: 1 / -1; }
}
`;
