/**
 * The map's own CSS, for the finder's shadow root or a page. Colors are the finder's tokens; a website may set the
 * `--map-…` ones.
 */
export const mapCss = `
.map { position: relative; inline-size: 100%; block-size: 100%; min-block-size: 12em; overflow: hidden;
  font: 1em/1.3 var(--sans, system-ui, sans-serif); color: var(--ink); background: var(--map-beyond, var(--paper)); border-radius: inherit; isolation: isolate; }
.map .hand { position: absolute; inset: 0; touch-action: none; cursor: grab; }
.map .hand:active { cursor: grabbing; }
.map .picture { display: block; inline-size: 100%; block-size: 100%; user-select: none; }
.map.small .picture { block-size: auto; }
.map.small { block-size: auto; min-block-size: 0; }
.map path, .map line, .map rect.frame { vector-effect: non-scaling-stroke; fill: none; }
.map .land { fill: var(--map-land, var(--card)); }
.map .others { stroke: var(--map-county, var(--line)); }
.map .county { stroke: var(--map-county, var(--line)); stroke-width: .8px; }
.map .border { stroke: var(--map-border, var(--edge)); stroke-width: 1.2px; stroke-linejoin: round; }
.map .ring path { stroke: var(--map-ring, var(--edge)); stroke-width: 1.4px; stroke-dasharray: 0.1 5; stroke-linecap: round; }
.map text { font-size: .8125em; fill: var(--soft); paint-order: stroke; stroke: var(--map-land, var(--card)); stroke-width: 3px; stroke-linejoin: round; }
.map .town rect { fill: var(--map-town, var(--soft)); }
.map .caption { font-size: .75em; letter-spacing: .08em; text-transform: uppercase; }
.map .start-name { font-size: .9375em; font-weight: 650; fill: var(--ink); }
.map .house .walls { fill: var(--night); stroke: var(--glow); stroke-width: 1.5px; stroke-linejoin: round; }
.map .house .window { fill: var(--glow); }
.map .leader line { stroke: var(--map-border, var(--edge)); stroke-width: 1.2px; }
.map .leader circle { fill: var(--ink); }
.map .marker { cursor: pointer; }
.map .marker text { text-anchor: middle; font-weight: 700; font-variant-numeric: tabular-nums; stroke: none; fill: var(--on-spruce, var(--card)); }
.map .disk { fill: var(--spruce); stroke: var(--map-land, var(--card)); stroke-width: 1.5px; }
.map .dot .disk { fill: var(--map-dot, color-mix(in srgb, var(--spruce) 72%, var(--card))); stroke-width: 1px; }
.map .more { fill: none; stroke: var(--spruce); stroke-width: 1.5px; }
.map .count .disk { fill: var(--card); stroke: var(--spruce); stroke-width: 2.5px; }
.map .count text { fill: var(--spruce); }
.map .ask .disk { fill: var(--card); stroke: var(--lamp-edge); stroke-width: 2px; stroke-dasharray: 3.2 2.4; }
.map .ask text { fill: var(--ink); }
.map .lit .disk { fill: var(--glow); stroke: var(--night); stroke-width: 2px; stroke-dasharray: none; }
.map .lit text { fill: var(--night); }
.map .lit .more { stroke: var(--night); }
.map .inset .panel { fill: var(--map-beyond, var(--paper)); stroke: var(--line); }
.map .inset .small-state { fill: var(--map-land, var(--card)); stroke: var(--map-border, var(--edge)); }
.map .inset .frame { stroke: var(--spruce); stroke-width: 2px; }
.map .inset { cursor: pointer; }
.map .legend { position: absolute; inset-inline-start: 12px; inset-block-end: 12px; max-inline-size: calc(100% - 24px); box-sizing: border-box;
  display: flex; flex-wrap: wrap; gap: 0 12px; margin: 0; padding: 0 10px; list-style: none; border-radius: 10px;
  font-size: .8125em; line-height: 32px; background: var(--card); color: var(--ink); box-shadow: 0 0 0 1px var(--line); pointer-events: none; }
.map .legend li { display: flex; align-items: center; gap: 5px; line-height: 2.45em; white-space: nowrap; }
.map .sign { inline-size: 1.7em; block-size: 1.7em; flex: none; }
.map .sign text { font-size: 11px; }
.map .map-note { position: absolute; inset-block-start: 12px; inset-inline-start: 12px; margin: 0; padding: 6px 10px; border-radius: 8px; background: var(--card); color: var(--ink); font-size: .8125em; }
.map .map-controls { position: absolute; inset-block-start: 12px; inset-inline-end: 12px; display: flex; flex-direction: column; border-radius: 12px;
  background: var(--card); box-shadow: 0 0 0 1px var(--line), 0 4px 14px rgb(0 0 0 / .12); }
.map .map-controls button { all: unset; box-sizing: border-box; display: grid; place-items: center; inline-size: max(44px, 2.75em); block-size: max(44px, 2.75em);
  cursor: pointer; color: var(--spruce); border-radius: 12px; }
.map .map-controls button + button { border-block-start: 1px solid var(--line); border-start-start-radius: 0; border-start-end-radius: 0; }
.map .map-controls button:not(:last-child) { border-end-start-radius: 0; border-end-end-radius: 0; }
.map .map-controls button:hover { background: var(--wash); }
.map .map-controls button:focus-visible { outline: 3px solid var(--focus, var(--spruce)); outline-offset: -4px; }
.map .map-controls svg { inline-size: 1.4em; block-size: 1.4em; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
@media (max-height: 480px) { .map .hand { touch-action: pan-y; } }
@media print { .map .map-controls { display: none; } }
@media (forced-colors: active) {
  .map { --map-beyond: Canvas; --map-land: Canvas; --map-county: GrayText; --map-border: CanvasText; --map-ring: CanvasText; --map-town: CanvasText; --map-dot: CanvasText;
    --card: Canvas; --ink: CanvasText; --soft: CanvasText; --line: CanvasText; --spruce: CanvasText; --on-spruce: Canvas; --lamp-edge: CanvasText; --night: CanvasText; --glow: Canvas; }
  .map .picture, .map .sign { forced-color-adjust: none; }
  .map .lit .disk { fill: Highlight; } .map .lit text { fill: HighlightText; } .map .inset .frame { stroke: Highlight; }
  .map .legend, .map .map-controls { border: 1px solid; }
}
`;
