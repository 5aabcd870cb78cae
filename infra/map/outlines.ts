import { createRequire } from 'node:module';
import { stateCodes, stateNames } from '../../functions/domain/state.ts';
import {
  type Area,
  areaPath,
  gridLines,
  type Line,
  lineNumber,
  linePath,
  ringLine,
  ringsOf,
  simplify,
  type Topology,
} from './topology.ts';

const require = createRequire(import.meta.url);
type Atlas<Name extends string> = Topology & {
  readonly objects: Readonly<Record<Name, { readonly geometries: readonly Area[] }>>;
};
const counties: Atlas<'states' | 'counties'> = require('us-atlas/counties-10m.json');
const states: Atlas<'states'> = require('us-atlas/states-10m.json');

/** FIPS codes of the states and territories that are not on the map, because ocean would fill most of it. */
const FAR_AWAY: ReadonlySet<string> = new Set(['02', '15', '60', '66', '69', '72', '78']);
/**
 * Outlines of other states are simplified by up to this many grid units (about twelve miles), because they are only for
 * orientation.
 */
const OTHERS_TOLERANCE = 80;
/** Islands of the other states smaller than this (grid units across) are left out. */
const SMALLEST_ISLAND = 800;

const countyLines = gridLines(counties);
const codeOf = new Map<string, string>(stateCodes.map((code) => [stateNames[code], code]));

/** Returns the outlines of the directory's states, and the borders between the other states. */
export function outlines(): { states: readonly string[]; others: string } {
  const ours = counties.objects.states.geometries.filter(({ properties }) => codeOf.has(properties.name));
  const paths = ours.map((area) => `${codeOf.get(area.properties.name)}|${boxOf(area)}|${areaPath(area, countyLines)}`);
  return { states: paths.sort(), others: otherLines() };
}

function boxOf(area: Area): string {
  const corners = ringsOf(area).flatMap((ring) => ringLine(ring, countyLines));
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].join(' ');
}

function otherLines(): string {
  const arcsOf = (areas: readonly Area[]) => new Set(areas.flatMap((area) => ringsOf(area).flat().map(lineNumber)));
  const areas = states.objects.states.geometries.filter(({ id }) => !FAR_AWAY.has(id));
  const shared = arcsOf(areas.filter(({ properties }) => codeOf.has(properties.name)));
  const lines = gridLines(states);
  return [...arcsOf(areas)]
    .filter((arc) => !shared.has(arc))
    .map((arc) => lines[arc] ?? [])
    .filter((line) => !isIsland(line))
    .map((line) => linePath(simplify(line, OTHERS_TOLERANCE)))
    .join('');
}

function isIsland(line: Line): boolean {
  const [first, last] = [line[0], line.at(-1)];
  if (first?.x !== last?.x || first?.y !== last?.y) return false;
  const xs = line.map(({ x }) => x);
  return Math.max(...xs) - Math.min(...xs) < SMALLEST_ISLAND;
}

/** Returns each county of a state as `name|path`. */
export function countiesOf(state: keyof typeof stateNames): readonly string[] {
  const area = counties.objects.states.geometries.find(({ properties }) => properties.name === stateNames[state]);
  if (area === undefined) throw new Error(`there is no outline of ${state}`);
  return counties.objects.counties.geometries
    .filter(({ id }) => id.startsWith(area.id))
    .map((county) => `${county.properties.name}|${areaPath(county, countyLines)}`)
    .sort();
}
