import { type ComponentChild, h } from 'preact';
import type { GridPoint } from './grid.ts';
import type { Box } from './labels.ts';
import { type Outlines, type StateOutline, stateAround } from './outlines.ts';
import { type Pixel, shownBox, type View } from './view.ts';

/** The small overview map: a state, with a frame around the area that the map shows. */
export interface Inset {
  readonly box: Box;
  readonly state: StateOutline;
  readonly scale: number;
}

const SIZE = 112;
const PADDING = 9;
const NARROWEST_MAP = 520;
const LOWEST_MAP = 400;

/**
 * The overview map for a view. Null if the map is small, outside the listed states, or shows most of a state anyway.
 */
export function insetOf(view: View, outlines: Outlines, unit: number): Inset | null {
  if (view.width < NARROWEST_MAP * unit || view.height < LOWEST_MAP * unit) return null;
  const state = stateAround(view, outlines);
  if (state === null) return null;
  const [across, down] = [state.box.maxX - state.box.minX, state.box.maxY - state.box.minY];
  if (view.width / view.scale > across * 0.7) return null;
  const size = SIZE * unit;
  const scale = (size - 2 * PADDING * unit) / Math.max(across, down);
  const [width, height] = [across * scale + 2 * PADDING * unit, down * scale + 2 * PADDING * unit];
  return { state, scale, box: { x: view.width - width - 12, y: view.height - height - 12, width, height } };
}

/** Converts a pixel of the overview map to a grid point. Null outside the overview map. */
export function insetPoint({ box, state, scale }: Inset, { x, y }: Pixel, unit: number): GridPoint | null {
  if (x < box.x || y < box.y || x > box.x + box.width || y > box.y + box.height) return null;
  return {
    x: state.box.minX + (x - box.x - PADDING * unit) / scale,
    y: state.box.minY + (y - box.y - PADDING * unit) / scale,
  };
}

export function insetView({ box, state, scale }: Inset, view: View, unit: number): ComponentChild {
  const shown = shownBox(view);
  const least = 9 / scale;
  const [width, height] = [Math.max(least, shown.maxX - shown.minX), Math.max(least, shown.maxY - shown.minY)];
  const matrix = `translate(${box.x + PADDING * unit - state.box.minX * scale} ${box.y + PADDING * unit - state.box.minY * scale}) scale(${scale})`;
  return h(
    'g',
    { class: 'inset' },
    h('rect', { class: 'panel', ...box, rx: 8 }),
    h(
      'g',
      { transform: matrix },
      h('path', { class: 'small-state', d: state.path }),
      h('rect', { class: 'frame', x: view.x - width / 2, y: view.y - height / 2, width, height }),
    ),
  );
}
