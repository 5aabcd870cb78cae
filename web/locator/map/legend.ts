import { type ComponentChild, h } from 'preact';
import type { MapWords } from '../../words/map/en.ts';
import { type Box, widthOf } from './labels.ts';
import { kindOf, type Marker } from './marker.ts';
import type { MapStart } from './picture.ts';
import { house } from './start-view.ts';

type Sign = 'start' | 'number' | 'dot' | 'ask' | 'count';

interface Entry {
  readonly sign: Sign;
  readonly text: string;
}

const ICON = 26;
const TEXT = 13;
const PADDING = 10;
const HEIGHT = 32;

/**
 * Width in pixels below which the legend leaves out the house icon and the numbered disk, which need no explanation.
 */
const NARROW = 480;

type Drawn = Pick<Marker, 'spots'>;

/** The legend's entries: one for each kind of sign that is on the map. */
export function legendEntries(
  markers: readonly Drawn[],
  start: MapStart | null,
  words: MapWords,
  width: number,
): readonly Entry[] {
  const spots = markers.flatMap((marker) => marker.spots);
  const hasNumbers = spots.some(({ center }) => center.rank !== null);
  const has = (test: (marker: Drawn) => boolean): boolean => markers.some(test);
  const isAsk = ({ spots }: Drawn): boolean => spots.every(({ center }) => center.ask === true);
  const entries: readonly (Entry & { readonly isDrawn: boolean })[] = [
    { sign: 'start', text: start?.label ?? words.start, isDrawn: start !== null && width >= NARROW },
    { sign: 'number', text: words.numbered, isDrawn: hasNumbers && width >= NARROW },
    {
      sign: 'dot',
      text: hasNumbers ? words.farther : words.single,
      isDrawn: has((one) => kindOf(one.spots) === 'dot'),
    },
    { sign: 'ask', text: words.ask, isDrawn: has(isAsk) },
    { sign: 'count', text: words.count, isDrawn: has((one) => kindOf(one.spots) === 'count') },
  ];
  return entries.filter(({ isDrawn }) => isDrawn);
}

/** The area that the legend covers. Its entries wrap to as many lines as needed. */
export function legendBox(entries: readonly Entry[], width: number, height: number, unit: number): Box {
  const room = width - 24;
  let rows = entries.length === 0 ? 0 : 1;
  let used = PADDING;
  let widest = 0;
  for (const { text } of entries) {
    const each = ICON * unit + widthOf(text, TEXT * unit) + 12;
    if (used + each > room && used > PADDING) [rows, used] = [rows + 1, PADDING];
    used += each;
    widest = Math.max(widest, used);
  }
  const tall = rows * HEIGHT * unit;
  return { x: 12, y: height - tall - 12, width: Math.min(room, widest), height: tall };
}

export function legend(entries: readonly Entry[]): ComponentChild | null {
  if (entries.length === 0) return null;
  return h(
    'ul',
    { class: 'legend' },
    entries.map(({ sign, text }) => h('li', { key: sign }, signView(sign), text)),
  );
}

function signView(sign: Sign): ComponentChild {
  const drawn =
    sign === 'start'
      ? house({ x: 0, y: 0 }, 0.75)
      : h(
          'g',
          { class: `marker ${sign === 'ask' ? 'number ask' : sign}` },
          h('circle', { class: 'disk', r: sign === 'dot' ? 5 : 9 }),
          sign === 'number' || sign === 'count' ? h('text', { dy: '.36em' }, sign === 'count' ? '9' : '1') : null,
        );
  return h('svg', { class: 'sign', viewBox: '-12 -12 24 24', 'aria-hidden': 'true' }, drawn);
}
