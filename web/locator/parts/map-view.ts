import { type ComponentChild, h } from 'preact';
import type { State as ListedState } from '../../../functions/domain/state.ts';
import type { MapWords } from '../../words/map/en.ts';
import type { MapCenter, MapHost, MapStart, OutlineSource, ProgramMapProps } from '../map/index.ts';
import type { Found, State } from '../state/state.ts';
import type { Props } from './props.ts';

/** The map's components, once loaded. */
export interface MapParts {
  readonly ProgramMap: (props: ProgramMapProps) => ComponentChild;
  readonly words: MapWords;
  /** The website's own map, which replaces the finder's. Null if there is none. */
  readonly host: MapHost | null;
  /**
   * The source of the outlines.
   * @default loads one file per state
   */
  readonly source?: OutlineSource | null;
}

/** The map of the list: each marker is in the list, with the same number. */
export function mapView(
  { state, settings, send }: Props,
  { ProgramMap, words, host, source }: MapParts,
): ComponentChild {
  if (state.view?.kind !== 'answer') return null;
  const { found } = state.view;
  return h(ProgramMap, {
    centers: centersOf(found),
    start: startOf(found, state),
    state: state.origin?.kind === 'state' ? (state.origin.state as ListedState) : null,
    chosen: state.opened,
    pointed: state.pointed,
    units: settings.units,
    onPoint: (id) => send({ type: 'pointed', id }),
    onChoose: (id) => send({ type: 'map-chosen', id }),
    frame: JSON.stringify(found.request),
    words,
    host,
    ...(source == null ? {} : { source }),
  });
}

/**
 * The centers for the map: those in the list, with their numbers, and more distant ones that the device already has.
 */
function centersOf({ results, held }: Found): readonly MapCenter[] {
  const listed = new Set(results.map(({ center }) => center.id));
  const farther = (held?.ranked ?? []).filter(({ center }) => !listed.has(center.id));
  return [...results, ...farther].map(({ center: { id, name, location }, certainty }, index) => ({
    id,
    name,
    location,
    rank: listed.has(id) ? index + 1 : null,
    ask: certainty === 'unknown',
  }));
}

/**
 * The map's start, labeled `85004` for `Phoenix, AZ 85004` and `Phoenix` for `Phoenix, AZ`. For a search from the
 * device's location it is the exact point, which is shown but never sent.
 */
function startOf({ answer: { origin } }: Found, { origin: own }: State): MapStart | null {
  if (own?.kind === 'device') return { location: { lat: own.point.lat, lng: own.point.lng }, label: '' };
  if (origin.kind === 'state' || origin.location == null) return null;
  const label = /\d{5}$/.exec(origin.label)?.[0] ?? origin.label.split(',')[0] ?? '';
  return { location: origin.location, label: origin.kind === 'viewer' ? '' : label };
}
