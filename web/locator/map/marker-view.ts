import { type ComponentChild, h } from 'preact';
import { kindOf, type Marker, textOf } from './marker.ts';

export interface Lit {
  readonly chosen: string | null;
  readonly pointed: string | null;
}

/** Least distance in pixels from its true position at which a marker gets a line to that position. */
const MOVED = 0.5;

const isMoved = ({ x, y, trueX, trueY }: Marker): boolean => Math.hypot(x - trueX, y - trueY) > MOVED;
const isLit = ({ spots }: Marker, { chosen, pointed }: Lit): boolean =>
  spots.some(({ center }) => center.id === chosen || center.id === pointed);

const fixed = (pixels: number): string => pixels.toFixed(1);
const firstId = ({ spots }: Marker): string => spots[0]?.center.id ?? '';

/**
 * Draws all markers: below them lines from moved markers to their true positions, then dots, then numbers and counts,
 * then highlighted markers.
 */
export function markerViews(markers: readonly Marker[], lit: Lit, unit: number): readonly ComponentChild[] {
  const order = (marker: Marker): number => (isLit(marker, lit) ? 2 : kindOf(marker.spots) === 'dot' ? 0 : 1);
  const drawn = markers.toSorted((a, b) => order(a) - order(b));
  return [...drawn.filter(isMoved).map(leader), ...drawn.map((marker) => markerView(marker, isLit(marker, lit), unit))];
}

function leader(marker: Marker): ComponentChild {
  const { x, y, trueX, trueY } = marker;
  return h(
    'g',
    { key: `${firstId(marker)} line`, class: 'leader' },
    h('line', { x1: fixed(x), y1: fixed(y), x2: fixed(trueX), y2: fixed(trueY) }),
    h('circle', { cx: fixed(trueX), cy: fixed(trueY), r: 2 }),
  );
}

function markerView(marker: Marker, lit: boolean, unit: number): ComponentChild {
  const { spots, x, y, radius } = marker;
  const kind = kindOf(spots);
  const ask = spots.every(({ center }) => center.ask === true);
  const holdsMore = kind === 'number' && spots.length > 1;
  const text = textOf(spots);
  return h(
    'g',
    {
      key: firstId(marker),
      class: `marker ${kind}${lit ? ' lit' : ''}${ask ? ' ask' : ''}`,
      transform: `translate(${fixed(x)} ${fixed(y)})`,
    },
    holdsMore ? h('circle', { class: 'more', r: fixed(radius - unit) }) : null,
    h('circle', {
      class: 'disk',
      r: fixed(holdsMore ? radius - 3 * unit : radius - (kind === 'dot' ? 0 : 0.75 * unit)),
    }),
    text === '' ? null : h('text', { dy: '.36em' }, text),
  );
}
