import { type ComponentChild, h } from 'preact';
import { fromGrid, type GridPoint, toGrid, unitsPerMile } from '../locator/map/grid.ts';
import type { AtlasZip, StateGround } from './data.ts';
import { bands, type Reading } from './reading.ts';

/** Height of a state's picture in units of its view box, the same for every state. */
const HEIGHT = 320;
const MARGIN = 10;
/** Space under the state for the scale. */
const FOOT = 20;

export interface Panel {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly at: (point: GridPoint) => GridPoint;
  readonly matrix: string;
}

export function panelOf({ box }: StateGround): Panel {
  const scale = (HEIGHT - 2 * MARGIN) / (box.maxY - box.minY);
  const [dx, dy] = [MARGIN - box.minX * scale, MARGIN - box.minY * scale];
  return {
    width: (box.maxX - box.minX) * scale + 2 * MARGIN,
    height: HEIGHT + FOOT,
    scale,
    at: ({ x, y }) => ({ x: x * scale + dx, y: y * scale + dy }),
    matrix: `translate(${dx.toFixed(2)} ${dy.toFixed(2)}) scale(${scale.toFixed(6)})`,
  };
}

/** The area of a dot grows with the people of its ZIP. If that number is unknown, the dot has the smallest size. */
const SMALLEST = 1.6;
const LARGEST = 6.5;
const PEOPLE_OF_LARGEST = 90_000;
export const radiusOf = (people: number): number =>
  SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(Math.min(1, people / PEOPLE_OF_LARGEST));

/**
 * Layers of dots from bottom to top: near ZIPs by color, far ZIPs by color, then those with the results `border` and
 * `ask`.
 */
const layers: readonly (readonly [name: string, isIn: (reading: Reading) => boolean])[] = [
  ...bands.map(
    (_, band) => [`near band${band}`, (one: Reading) => one.standing === 'near' && one.band === band] as const,
  ),
  ...bands.map(
    (_, band) => [`far band${band}`, (one: Reading) => one.standing === 'far' && one.band === band] as const,
  ),
  ['border', ({ standing }) => standing === 'border'],
  ['ask', ({ standing }) => standing === 'ask'],
];

const circle = ({ x, y }: GridPoint, r: number): string =>
  `M${(x - r).toFixed(1)} ${y.toFixed(1)}a${r.toFixed(1)} ${r.toFixed(1)} 0 1 0 ${(2 * r).toFixed(1)} 0a${r.toFixed(1)} ${r.toFixed(1)} 0 1 0 ${(-2 * r).toFixed(1)} 0z`;

export interface MapProps {
  readonly ground: StateGround;
  /** Results of the ZIPs in this state. */
  readonly readings: readonly Reading[];
  readonly chosen: AtlasZip | null;
  /** Description of the picture for screen readers. */
  readonly label: string;
  readonly onPick: (zip: AtlasZip) => void;
}

/** Greatest distance from a dot, in units of the view box, at which a click still selects its ZIP. */
const REACH = 12;

/** The map of one state: land, counties, a dot for each ZIP, some towns and a scale. */
export function stateMap({ ground, readings, chosen, label, onPick }: MapProps): ComponentChild {
  const panel = panelOf(ground);
  const at = ({ location }: AtlasZip): GridPoint => panel.at(toGrid(location));
  const pick = (event: MouseEvent): void => {
    const svg = event.currentTarget as SVGElement;
    const frame = svg.getBoundingClientRect();
    const unit = panel.width / frame.width;
    const [x, y] = [(event.clientX - frame.left) * unit, (event.clientY - frame.top) * unit];
    const distance = ({ zip }: Reading): number => Math.hypot(at(zip).x - x, at(zip).y - y);
    const [first] = readings.toSorted((a, b) => distance(a) - distance(b));
    if (first !== undefined && distance(first) <= REACH) onPick(first.zip);
  };
  return h(
    'svg',
    { viewBox: `0 0 ${panel.width.toFixed(0)} ${panel.height}`, role: 'img', 'aria-label': label, onClick: pick },
    h('g', { transform: panel.matrix }, [
      h('path', { class: 'land', d: ground.path }),
      h('path', { class: 'county', d: ground.counties }),
      h('path', { class: 'edge', d: ground.path }),
    ]),
    layers.map(([name, isIn]) => {
      const dots = readings.filter(isIn).map(({ zip }) => circle(at(zip), radiusOf(zip.people)));
      return dots.length === 0 ? null : h('path', { key: name, class: `dots ${name}`, d: dots.join('') });
    }),
    ground.towns.map((town) => townLabel(panel.at(town), town.name, panel)),
    scaleBar(ground, panel),
    chosen !== null &&
      chosen.state === ground.code &&
      h('circle', { class: 'chosen', cx: at(chosen).x, cy: at(chosen).y, r: 8 }),
  );
}

function townLabel({ x, y }: GridPoint, name: string, { width }: Panel): ComponentChild {
  // Pixels per letter, approximately, at the font size of the style sheet: a name that would leave the picture is
  // written on the left.
  const isRight = x + 8 + name.length * 6.4 > width;
  const side = isRight ? { x: x - 6, 'text-anchor': 'end' } : { x: x + 6, 'text-anchor': 'start' };
  return h('text', { key: name, class: 'town', y: y + 4, ...side }, name);
}

function scaleBar({ box }: StateGround, { scale, width, height }: Panel): ComponentChild {
  const { lat } = fromGrid({ x: box.minX, y: (box.minY + box.maxY) / 2 });
  const perMile = unitsPerMile(lat) * scale;
  const long = [100, 50, 25].find((one) => one * perMile < width * 0.4) ?? 25;
  const y = height - 4;
  return h('g', { class: 'scale' }, [
    h('path', { d: `M4 ${y - 5}v5h${(long * perMile).toFixed(1)}v-5` }),
    h('text', { x: 4 + long * perMile + 4, y }, `${long} mi`),
  ]);
}
