import { type ComponentChild, h } from 'preact';
import type { MapWords } from '../../words/map/en.ts';
import { clipped } from './clip.ts';
import { type GridPoint, toGrid, unitsPerMile } from './grid.ts';
import { groundText } from './ground.ts';
import type { MapCenter } from './marker.ts';
import type { Outlines, Region } from './outlines.ts';
import { picture } from './picture.ts';
import { placeMarkers } from './place-markers.ts';
import { shownBox, type View } from './view.ts';

export interface StaticMapProps {
  readonly center: MapCenter;
  readonly outlines: Outlines;
  readonly region: Region;
  readonly words: MapWords;
  readonly width?: number;
  readonly height?: number;
  /** Width of the map in miles. */
  readonly miles?: number;
}

/** A map of one center for the center's page: no script and no controls. A server renders the same map. */
export function StaticMap({
  center,
  outlines,
  region,
  words,
  width = 400,
  height = 220,
  miles = 24,
}: StaticMapProps): ComponentChild {
  const point: GridPoint = toGrid(center.location);
  const scale = width / (miles * unitsPerMile(center.location.lat));
  const view: View = { ...point, scale, width, height };
  const alone = { ...center, rank: null };
  const near = clipped(outlines, region, shownBox(view));
  return h(
    'div',
    { class: 'map small' },
    picture({
      view,
      outlines: near.outlines,
      regions: [near.region],
      markers: placeMarkers([{ center: alone, ...point }], { scale, unit: 1, start: null }),
      start: null,
      units: 'mi',
      words,
      unit: 1,
      covered: [],
      inset: null,
      label: words.where(center.name),
      drawGround: groundText,
      chosen: center.id,
      pointed: null,
    }),
  );
}
