import type { State } from '../../../functions/domain/state.ts';
import { type GridPoint, toGrid, unitsPerMile } from './grid.ts';
import type { MapCenter } from './marker.ts';
import type { GridBox, Outlines } from './outlines.ts';
import type { MapStart } from './picture.ts';
import { boxAround, framing, type Margins, type View } from './view.ts';

export interface Subject {
  readonly centers: readonly MapCenter[];
  readonly start: MapStart | null;
  /** The state that was searched as a whole, which the first view shows completely; null for other searches. */
  readonly state: State | null;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Miles shown in each direction around the search's origin if no center is listed. */
const ALONE_MILES = 12;
/**
 * Least width of the view in miles. If all centers are closer together, the view is still this wide, so that a town's
 * name is visible.
 */
const LEAST_MILES = 8;
/** Latitude for the map's scale if the search has no origin: roughly the middle of the listed states. */
const MIDDLE_LATITUDE = 38;

/**
 * The first view of a search: its origin with all listed centers, or the requested state, or all states.
 * @param below Pixels that the legend covers at the bottom.
 */
export function firstView(
  { centers, start, state }: Subject,
  outlines: Outlines | null,
  size: Size,
  unit: number,
  below: number,
): View {
  const margins = marginsOf(size, unit, below);
  const asked = outlines?.states.find(({ code }) => code === state);
  if (asked !== undefined) return framing(asked.box, size, margins);
  const listed = centers.filter(({ rank }) => rank !== null);
  const shown = (listed.length > 0 || start !== null ? listed : centers).map(({ location }) => toGrid(location));
  const home = start === null ? [] : [toGrid(start.location)];
  if (shown.length === 0 && start !== null) return framing(boxOfMiles(start, ALONE_MILES), size, margins);
  if (shown.length > 0) return framing(boxAround([...home, ...shown]), size, margins, closest(size, start));
  const states = outlines?.states.map(({ box }) => box) ?? [];
  return framing(boxAround([...states.flatMap(cornersOf), { x: 0, y: 0 }]), size, margins);
}

function closest({ width, height }: Size, start: MapStart | null): number {
  return Math.min(width, height) / (LEAST_MILES * unitsPerMile(start?.location.lat ?? MIDDLE_LATITUDE));
}

function boxOfMiles({ location }: MapStart, miles: number): GridBox {
  const [{ x, y }, reach] = [toGrid(location), miles * unitsPerMile(location.lat)];
  return { minX: x - reach, minY: y - reach, maxX: x + reach, maxY: y + reach };
}

const cornersOf = ({ minX, minY, maxX, maxY }: GridBox): readonly GridPoint[] => [
  { x: minX, y: minY },
  { x: maxX, y: maxY },
];

/**
 * Margins that keep markers clear of the controls (right), the county's name (top) and the legend (bottom). A small map
 * has smaller margins.
 */
function marginsOf({ width, height }: Size, unit: number, below: number): Margins {
  const isSmall = width < 520 || height < 400;
  const side = (isSmall ? 26 : 44) * unit;
  return { left: side, right: side + (isSmall ? 44 : 36) * unit, top: side + 22 * unit, bottom: side + below };
}
