import { type ComponentChild, h } from 'preact';
import type { Point } from '../../../functions/geo/point.ts';
import type { MapWords } from '../../words/map/en.ts';
import { toGrid } from './grid.ts';
import { ground } from './ground.ts';
import { type Inset, insetView } from './inset.ts';
import { around, type Box, Free, townLabels, widthOf } from './labels.ts';
import type { Marker } from './marker.ts';
import { type Lit, markerViews } from './marker-view.ts';
import { countyAt, type Outlines, type Region } from './outlines.ts';
import { ringsAround, type Units } from './rings.ts';
import { house, ringViews, startLabel } from './start-view.ts';
import { toPixel, type View } from './view.ts';

export interface MapStart {
  readonly location: Point;
  /** Short name of the search's origin: `Phoenix` or `85004`. */
  readonly label: string;
}

export interface PictureProps extends Lit {
  readonly view: View;
  readonly outlines: Outlines | null;
  /** Details of those states in view that are loaded. */
  readonly regions: readonly Region[];
  /** Markers at their positions before the map is moved. */
  readonly markers: readonly Marker[];
  readonly start: MapStart | null;
  readonly units: Units;
  readonly words: MapWords;
  /** The reader's text size divided by 16 pixels. */
  readonly unit: number;
  /** Areas that controls and the legend cover. No text is drawn there. */
  readonly covered: readonly Box[];
  readonly inset: Inset | null;
  readonly label: string;
  /**
   * Draws the states and counties.
   * @default draws elements
   */
  readonly drawGround?: typeof ground;
}

/** Moves markers to their positions in the view. */
export function panned(markers: readonly Marker[], view: View): readonly Marker[] {
  const [dx, dy] = [view.width / 2 - view.x * view.scale, view.height / 2 - view.y * view.scale];
  return markers.map((marker) => ({
    ...marker,
    x: marker.x + dx,
    y: marker.y + dy,
    trueX: marker.trueX + dx,
    trueY: marker.trueY + dy,
  }));
}

/** The whole map as one picture: a pure function of its props, the same on a server. */
export function picture(props: PictureProps): ComponentChild {
  const { view, outlines, regions, start, units, words, unit, inset, label } = props;
  const markers = panned(props.markers, view).filter(
    ({ x, y, radius }) => x > -radius && y > -radius && x < view.width + radius && y < view.height + radius,
  );
  const home = start === null ? null : toPixel(toGrid(start.location), view);
  const caption = captionOf(view, regions, words, unit);
  const free = new Free(view, [
    ...props.covered,
    ...(caption === null ? [] : [caption.box]),
    ...(inset === null ? [] : [inset.box]),
    ...markers.map((marker) => around(marker, marker.radius + 3)),
    ...(home === null ? [] : [around(home, 15 * unit)]),
  ]);
  const startName = home === null || start === null ? null : startLabel(start.label, home, free, unit);
  const rings = start === null ? [] : ringsAround(start.location, view, units);
  const ringList = ringViews(rings, (distance) => words.distance(distance, units), free, unit);
  const towns = regions.flatMap((region) => region.towns).filter(({ name }) => name !== start?.label);
  return h(
    'svg',
    { class: 'picture', role: 'img', 'aria-label': label, viewBox: `0 0 ${view.width} ${view.height}` },
    outlines && (props.drawGround ?? ground)(view, outlines, regions),
    ringList,
    townLabels(towns, view, markers, free, unit).map(({ name, square, text, anchor }) =>
      h(
        'g',
        { key: `town ${name}`, class: 'town' },
        square && h('rect', { x: square.x - 2.5 * unit, y: square.y - 2.5 * unit, width: 5 * unit, height: 5 * unit }),
        h('text', { x: text.x.toFixed(1), y: text.y.toFixed(1), 'text-anchor': anchor }, name),
      ),
    ),
    caption && h('text', { class: 'caption', x: caption.box.x, y: caption.box.y + 14 * unit }, caption.text),
    startName,
    home && house(home, unit),
    markerViews(markers, props, unit),
    inset && insetView(inset, view, unit),
  );
}

/** The name of the county in the middle of the view. Null if many counties are in view. */
function captionOf(view: View, regions: readonly Region[], words: MapWords, unit: number) {
  if (view.scale < 0.35) return null;
  for (const region of regions) {
    const name = countyAt(view, region);
    if (name === null) continue;
    const text = words.county(name);
    // 17 pixels instead of the font size: capitals and letter spacing make the name wider than other text.
    return { text, box: { x: 16, y: 14, width: widthOf(text, 17 * unit), height: 20 * unit } };
  }
  return null;
}
