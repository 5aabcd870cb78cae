import { type ComponentChild, h } from 'preact';
import type { MapWords } from '../../words/map/en.ts';
import type { Box } from './labels.ts';
import { moved, type View, zoomed } from './view.ts';

/** What a button or key does: changes the view, or returns to the first view (`whole`). */
export type MapAct = ((view: View) => View) | 'whole';

const SIZE = 44;
const EDGE = 12;
const STEP = 90;

const closer: MapAct = (view) => zoomed(view, 1.6);
const farther: MapAct = (view) => zoomed(view, 1 / 1.6);

const keys: Readonly<Record<string, MapAct>> = {
  '+': closer,
  '=': closer,
  '-': farther,
  _: farther,
  '0': 'whole',
  ArrowLeft: (view) => moved(view, STEP, 0),
  ArrowRight: (view) => moved(view, -STEP, 0),
  ArrowUp: (view) => moved(view, 0, STEP),
  ArrowDown: (view) => moved(view, 0, -STEP),
};

/** What a key does on the map. Null if the browser should handle the key. */
export function keyAct(event: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>): MapAct | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  return keys[event.key] ?? null;
}

/** The area that the map's buttons cover. */
export const controlsBox = ({ width }: View, unit: number): Box => ({
  x: width - (SIZE * unit + EDGE),
  y: EDGE,
  width: SIZE * unit,
  height: 3 * SIZE * unit,
});

export function controls(words: MapWords, act: (act: MapAct) => void): ComponentChild {
  const button = (name: string, path: string, does: MapAct): ComponentChild =>
    h(
      'button',
      { type: 'button', 'aria-label': name, title: name, onClick: () => act(does) },
      h('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, h('path', { d: path })),
    );
  return h(
    'div',
    { class: 'map-controls', role: 'group', 'aria-label': words.controls },
    button(words.zoomIn, 'M12 5v14M5 12h14', closer),
    button(words.zoomOut, 'M5 12h14', farther),
    button(words.whole, 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5', 'whole'),
  );
}
