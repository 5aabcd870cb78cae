export type { HostedMap, MapContent, MapHost } from './host.ts';
export { loadOutlines, loadRegion } from './load.ts';
export type { MapCenter } from './marker.ts';
export type { MapStart } from './picture.ts';
export { ProgramMap, type ProgramMapProps } from './program-map.ts';
export { StaticMap, type StaticMapProps } from './static-map.ts';
export { mapCss } from './style.ts';
