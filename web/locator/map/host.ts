import { Component, type ComponentChild, createRef, h } from 'preact';
import type { State } from '../../../functions/domain/state.ts';
import type { MapCenter } from './marker.ts';
import type { MapStart } from './picture.ts';
import type { Units } from './rings.ts';

/** What a map shows, the finder's own or the website's. */
export interface MapContent {
  readonly centers: readonly MapCenter[];
  readonly start: MapStart | null;
  readonly state: State | null;
  readonly chosen: string | null;
  readonly pointed: string | null;
  readonly units: Units;
  readonly onPoint: (id: string | null) => void;
  readonly onChoose: (id: string) => void;
}

/**
 * A website's own map, such as MapLibre: a function that renders into an element. The finder loads none of its code.
 */
export type MapHost = (into: HTMLElement, content: MapContent) => HostedMap;

export interface HostedMap {
  update(content: MapContent): void;
  remove(): void;
}

interface Props extends MapContent {
  readonly host: MapHost;
}

/** Gives the website's own map an empty element, and passes each new content to it. */
export class HostMap extends Component<Props> {
  readonly #root = createRef<HTMLDivElement>();
  #map: HostedMap | null = null;

  override componentDidMount(): void {
    if (this.#root.current !== null) this.#map = this.props.host(this.#root.current, this.props);
  }

  override componentDidUpdate(before: Props): void {
    if (before.host === this.props.host) {
      this.#map?.update(this.props);
      return;
    }
    this.#map?.remove();
    this.#root.current?.replaceChildren();
    this.componentDidMount();
  }

  override componentWillUnmount(): void {
    this.#map?.remove();
  }

  override render(): ComponentChild {
    return h('div', { class: 'map', ref: this.#root });
  }
}
