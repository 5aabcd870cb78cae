import { type ComponentChild, h } from 'preact';
import { HostMap, type MapHost } from './host.ts';
import { LiveMap, type LiveMapProps } from './live-map.ts';

export interface ProgramMapProps extends LiveMapProps {
  /** The website's own map, which is shown in place of the finder's. */
  readonly host?: MapHost | null;
}

/** The map next to the list. It fills its parent. */
export function ProgramMap({ host = null, ...props }: ProgramMapProps): ComponentChild {
  return host === null ? h(LiveMap, props) : h(HostMap, { ...props, host });
}
