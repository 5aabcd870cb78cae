import { Component, type ComponentChild, createRef, h } from 'preact';
import type { State } from '../../../functions/domain/state.ts';
import type { MapWords } from '../../words/map/en.ts';
import { controls, controlsBox, keyAct, type MapAct } from './controls.ts';
import { firstView } from './frame.ts';
import { Gestures } from './gestures.ts';
import { type GridPoint, toGrid } from './grid.ts';
import type { MapContent } from './host.ts';
import { insetOf, insetPoint } from './inset.ts';
import { legend, legendBox, legendEntries } from './legend.ts';
import { byState, type OutlineSource } from './load.ts';
import type { Marker } from './marker.ts';
import { isInBox, type Outlines, overlapOf, type Region } from './outlines.ts';
import { panned, picture } from './picture.ts';
import { placeMarkers } from './place-markers.ts';
import { boxAround, centered, framing, moved, type Pixel, shownBox, toPixel, type View, zoomed } from './view.ts';

export interface LiveMapProps extends MapContent {
  /** Identifies the search. A new value resets the view. */
  readonly frame: string | number;
  readonly words: MapWords;
  /** @default loads one file per state, when the map shows the state */
  readonly source?: OutlineSource;
}

interface Shown {
  readonly view: View | null;
  readonly unit: number;
  readonly outlines: Outlines | null;
  readonly regions: ReadonlyMap<State, Region>;
  readonly isWithoutOutlines: boolean;
}

/**
 * Counties and towns are shown from this scale on, in pixels per grid unit. The view then shows about half of a large
 * state.
 */
const REGION_SCALE = 0.06;
/** Radius in pixels around a tap within which markers are hit: half of 44 pixels. */
const TOUCH = 22;
/** A tap on a count zooms to its centers, by this factor at least. */
const LEAST_ZOOM = 2;

/** The finder's map. It holds the view, which the visitor moves, and loads the files that the view needs. */
export class LiveMap extends Component<LiveMapProps, Shown> {
  override state: Shown = { view: null, unit: 1, outlines: null, regions: new Map(), isWithoutOutlines: false };
  readonly #root = createRef<HTMLDivElement>();
  readonly #asked = new Set<State>();
  readonly #gestures = new Gestures({
    move: (dx, dy) => this.#look((view) => moved(view, dx, dy)),
    zoom: (factor, at) => this.#look((view) => zoomed(view, factor, at)),
    tap: (at) => this.#tap(at),
    hover: (at) => this.#hover(at),
  });
  #sizes: ResizeObserver | null = null;
  /** True if the visitor has moved the map since its view was last reset. */
  #isHeld = false;
  #placed: { readonly key: readonly unknown[]; readonly markers: readonly Marker[] } = { key: [], markers: [] };

  override componentDidMount(): void {
    const root = this.#root.current;
    if (root === null) return;
    this.#sizes = new ResizeObserver(() => this.#measure(root));
    this.#sizes.observe(root);
    this.#source.outlines().then(
      (outlines) => this.setState({ outlines }, () => this.#isHeld || this.#reframe()),
      () => this.setState({ isWithoutOutlines: true }),
    );
  }

  get #source(): OutlineSource {
    return this.props.source ?? byState;
  }

  override componentWillUnmount(): void {
    this.#sizes?.disconnect();
  }

  override componentDidUpdate(before: LiveMapProps): void {
    const { frame, chosen, centers } = this.props;
    if (before.frame !== frame) this.#reframe();
    else if (before.chosen !== chosen) this.#show(centers.find(({ id }) => id === chosen)?.location);
    this.#loadRegions();
  }

  #measure(root: HTMLElement): void {
    const { width, height } = root.getBoundingClientRect();
    if (width === 0 || height === 0) return;
    const unit = Math.min(2, Math.max(1, Number.parseFloat(getComputedStyle(root).fontSize) / 16));
    const { view } = this.state;
    this.setState({ unit, view: view === null ? null : { ...view, width, height } }, () => {
      if (!this.#isHeld || view === null) this.#reframe({ width, height });
    });
  }

  #reframe(size: { readonly width: number; readonly height: number } | null = this.state.view): void {
    if (size === null) return;
    this.#isHeld = false;
    const { start, words, centers } = this.props;
    const { outlines, unit } = this.state;
    const apart = centers.map((center) => ({ spots: [{ center, x: 0, y: 0 }] }));
    const { height } = legendBox(legendEntries(apart, start, words, size.width), size.width, size.height, unit);
    this.setState({ view: firstView(this.props, outlines, size, unit, height) });
  }

  /** Changes the view for the visitor, and from then on the map keeps the visitor's view. */
  #look(change: (view: View) => View): void {
    this.#isHeld = true;
    this.setState(({ view }) => ({ view: view === null ? null : change(view) }));
  }

  /** Moves the map if a point of the list is outside the view. */
  #show(location: { readonly lat: number; readonly lng: number } | undefined): void {
    const { view } = this.state;
    if (location === undefined || view === null) return;
    const point = toGrid(location);
    if (!isInBox(point, shownBox(view))) this.#look((now) => centered(now, point));
  }

  #loadRegions(): void {
    const { view, outlines } = this.state;
    if (view === null || outlines === null || view.scale < REGION_SCALE) return;
    const shown = shownBox(view);
    for (const { code, box } of outlines.states) {
      if (this.#asked.has(code) || !overlapOf(box, shown) || !this.#isShown(code)) continue;
      this.#asked.add(code);
      this.#source.region(code).then(
        (region) => this.setState(({ regions }) => ({ regions: new Map([...regions, [code, region]]) })),
        () => this.setState({ isWithoutOutlines: true }),
      );
    }
  }

  /** True if a state's counties and towns may be shown. If one state was searched, those of other states are not. */
  #isShown(code: State): boolean {
    return this.props.state === null || this.props.state === code;
  }

  #markers(view: View): readonly Marker[] {
    const { centers, start } = this.props;
    const key = [centers, start, view.scale, this.state.unit];
    if (this.#placed.key.some((part, index) => part !== key[index]) || this.#placed.key.length === 0) {
      const spots = centers.map((center) => ({ center, ...toGrid(center.location) }));
      const home = start === null ? null : scaled(toGrid(start.location), view.scale);
      const markers = placeMarkers(spots, { scale: view.scale, unit: this.state.unit, start: home });
      this.#placed = { key, markers };
    }
    return this.#placed.markers;
  }

  /** The nearest marker within `reach` pixels of a pixel; null if there is none. */
  #markerAt(at: Pixel, reach: number): Marker | null {
    const { view } = this.state;
    if (view === null) return null;
    const near = panned(this.#markers(view), view)
      .map((marker) => ({ marker, away: Math.hypot(marker.x - at.x, marker.y - at.y) - marker.radius }))
      .filter(({ away, marker }) => away <= Math.max(1, reach - marker.radius))
      .sort((a, b) => a.away - b.away);
    return near[0]?.marker ?? null;
  }

  #hover(at: Pixel | null): void {
    const marker = at === null ? null : this.#markerAt(at, 0);
    const id = marker === null ? null : idOf(marker);
    if (id !== this.props.pointed) this.props.onPoint(id);
  }

  #tap(at: Pixel): void {
    const { view, outlines, unit } = this.state;
    if (view === null) return;
    const inset = outlines && insetOf(view, outlines, unit);
    const place = inset && insetPoint(inset, at, unit);
    const marker = this.#markerAt(at, TOUCH * unit);
    if (place) this.#look((now) => centered(now, place));
    else if (marker !== null) this.#open(marker, view);
  }

  /**
   * A tap on a count zooms to its centers if that is possible. A tap on any other marker selects its center in the
   * list.
   */
  #open(marker: Marker, view: View): void {
    const numbered = marker.spots.filter(({ center }) => center.rank !== null);
    const closer = this.#around(marker.spots, view);
    if (marker.spots.length === 1 || numbered.length === 1 || closer.scale <= view.scale) {
      const id = idOf(marker);
      if (id !== null) this.props.onChoose(id);
    } else this.#look(() => closer);
  }

  #around(points: readonly GridPoint[], view: View): View {
    const edge = 70 * this.state.unit;
    const framed = framing(boxAround(points), view, { top: edge, right: edge, bottom: edge, left: edge });
    return framed.scale > view.scale * LEAST_ZOOM ? framed : zoomed(view, LEAST_ZOOM, toPixel(framed, view));
  }

  readonly #act = (act: MapAct): void => {
    if (act === 'whole') this.#reframe();
    else this.#look(act);
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const act = keyAct(event);
    if (act === null) return;
    event.preventDefault();
    this.#act(act);
  };

  override render(
    { words, centers, start, state, units, chosen, pointed }: LiveMapProps,
    shown: Shown,
  ): ComponentChild {
    const { view, unit, outlines, regions, isWithoutOutlines } = shown;
    const root = { class: 'map', ref: this.#root, onKeyDown: this.#onKeyDown };
    if (view === null) return h('div', root);
    const markers = this.#markers(view);
    const entries = legendEntries(markers, start, words, view.width);
    const inset = outlines === null || state !== null ? null : insetOf(view, outlines, unit);
    const seen = outlines?.states.filter(({ box }) => overlapOf(box, shownBox(view))) ?? [];
    const near =
      view.scale < REGION_SCALE ? [] : seen.flatMap(({ code }) => (this.#isShown(code) && regions.get(code)) || []);
    const covered = [controlsBox(view, unit), legendBox(entries, view.width, view.height, unit)];
    const label = centers.length === 0 ? words.empty : words.label(centers.length);
    return h(
      'div',
      root,
      h(
        'div',
        { class: 'hand', ...this.#gestures.listeners },
        picture({
          view,
          outlines,
          regions: near,
          markers,
          start,
          units,
          words,
          unit,
          covered,
          inset,
          label,
          chosen,
          pointed,
        }),
      ),
      legend(entries),
      isWithoutOutlines ? h('p', { class: 'map-note', role: 'status' }, words.noOutlines) : null,
      controls(words, this.#act),
    );
  }
}

const scaled = ({ x, y }: GridPoint, scale: number): Pixel => ({ x: x * scale, y: y * scale });

/** The center of a marker that comes first in the list. */
function idOf({ spots }: Marker): string | null {
  const [first] = spots.toSorted(
    (a, b) => (a.center.rank ?? Number.POSITIVE_INFINITY) - (b.center.rank ?? Number.POSITIVE_INFINITY),
  );
  return first?.center.id ?? null;
}
