export type { HostedMap, MapContent, MapHost } from './host.ts';
export type { OutlineSource } from './load.ts';
export type { MapCenter } from './marker.ts';
export type { MapStart } from './picture.ts';
export { ProgramMap, type ProgramMapProps } from './program-map.ts';
export { mapCss } from './style.ts';
