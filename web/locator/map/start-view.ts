import { type ComponentChild, h } from 'preact';
import { type Box, type Free, widthOf } from './labels.ts';
import type { Ring } from './rings.ts';
import type { Pixel } from './view.ts';

/** Draws the house icon, with a lit window, that marks the search's origin. */
export function house({ x, y }: Pixel, unit: number): ComponentChild {
  return h(
    'g',
    { class: 'house', transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${unit})` },
    h('path', { class: 'walls', d: 'M-12 0 0-11 12 0H9V10H-9V0z' }),
    h('path', { class: 'window', d: 'M-3.5-1h7v6h-7z' }),
  );
}

const LABEL = 15;

/** Draws the name of the search's origin next to its house icon, where there is room. Null if there is no room. */
export function startLabel(label: string, at: Pixel, free: Free, unit: number): ComponentChild | null {
  const width = widthOf(label, LABEL * unit) + 4;
  const places: readonly { anchor: string; x: number; y: number; box: Box }[] = [
    place(at.x - 18 * unit, at.y, -1),
    place(at.x + 18 * unit, at.y, 1),
    place(at.x - width / 2, at.y + 24 * unit, 1),
    place(at.x - width / 2, at.y - 24 * unit, 1),
  ];
  function place(x: number, y: number, side: 1 | -1) {
    const box = { x: side === 1 ? x : x - width, y: y - 10 * unit, width, height: 20 * unit };
    return { anchor: side === 1 ? 'start' : 'end', x, y: y + 5 * unit, box };
  }
  const found = places.find(({ box }) => free.isFree(box));
  if (found === undefined) return null;
  free.take(found.box);
  return h('text', { class: 'start-name', x: found.x, y: found.y, 'text-anchor': found.anchor }, label);
}

/**
 * Bearings at which a ring's distance may be written, in order of preference. Lower left comes first, where markers are
 * least expected.
 */
const BEARINGS = [215, 235, 145, 125, 305, 325, 45, 180, 270, 90, 0];

export function ringViews(
  rings: readonly Ring[],
  words: (distance: number) => string,
  free: Free,
  unit: number,
): readonly ComponentChild[] {
  return rings.map((ring) => {
    const text = words(ring.distance);
    const width = widthOf(text, 13 * unit) + 6;
    const spot = BEARINGS.map(ring.at).find(({ x, y }) =>
      free.isFree({ x: x - width / 2, y: y - 9 * unit, width, height: 18 * unit }),
    );
    if (spot !== undefined) free.take({ x: spot.x - width / 2, y: spot.y - 9 * unit, width, height: 18 * unit });
    return h(
      'g',
      { key: ring.distance, class: 'ring' },
      h('path', { d: ring.path }),
      spot && h('text', { x: spot.x, y: spot.y + 4.5 * unit, 'text-anchor': 'middle' }, text),
    );
  });
}
