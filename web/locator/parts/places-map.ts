import { type ComponentChild, h } from 'preact';
import type { State } from '../../../functions/domain/state.ts';
import { mapWords as en } from '../../words/map/en.ts';
import { mapWords as es } from '../../words/map/es.ts';
import { clipped } from '../map/clip.ts';
import { toGrid, unitsPerMile } from '../map/grid.ts';
import { groundText } from '../map/ground.ts';
import { kept } from '../map/kept.ts';
import type { MapCenter } from '../map/marker.ts';
import { picture } from '../map/picture.ts';
import { placeMarkers } from '../map/place-markers.ts';
import { boxAround, framing, shownBox } from '../map/view.ts';

const size = { width: 480, height: 520 };
const margins = { top: 26, right: 26, bottom: 26, left: 26 };
/** Least width of the map in miles: closer up, a city's map would show nothing to recognize the place by. */
const LEAST_MILES = 8;

/**
 * The map of many centers of a state: dots, and counts if they are close together. No script, no controls.
 * @param whole True to show the whole state; otherwise only the area with centers.
 */
export async function placesMap(
  language: 'en' | 'es',
  state: State,
  centers: readonly MapCenter[],
  whole: boolean,
  label: string,
): Promise<ComponentChild> {
  const [first] = centers;
  if (first === undefined) return null;
  const [outlines, region] = await Promise.all([kept.outlines(), kept.region(state)]);
  const spots = centers.map((center) => ({ center, ...toGrid(center.location) }));
  const own = outlines.states.find(({ code }) => code === state);
  const box = whole && own !== undefined ? own.box : boxAround(spots);
  const closest = size.width / (LEAST_MILES * unitsPerMile(first.location.lat));
  const view = framing(box, size, margins, closest);
  const near = clipped(outlines, region, shownBox(view));
  return h(
    'div',
    { class: 'where-map' },
    h(
      'div',
      { class: 'map small' },
      picture({
        view,
        outlines: near.outlines,
        regions: [near.region],
        markers: placeMarkers(spots, { scale: view.scale, unit: 1, start: null }),
        start: null,
        units: 'mi',
        words: language === 'es' ? es : en,
        unit: 1,
        covered: [],
        inset: null,
        label,
        drawGround: groundText,
        chosen: null,
        pointed: null,
      }),
    ),
  );
}
