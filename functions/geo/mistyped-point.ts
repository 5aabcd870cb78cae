import type { Point } from './point.ts';

/**
 * Boxes around the parts of the United States: south, north, west, east. A part that crosses the date line ends there.
 */
const unitedStates: readonly (readonly [number, number, number, number])[] = [
  [24.3, 49.5, -125, -66.8],
  [51, 71.6, -170, -129.9],
  [18.8, 22.4, -160.4, -154.6],
  [17.6, 18.7, -67.4, -64.4],
];

const isInside = ({ lat, lng }: Point): boolean =>
  unitedStates.some(([south, north, west, east]) => lat >= south && lat <= north && lng >= west && lng <= east);

/**
 * The point in the United States that two numbers outside of it most likely mean: a longitude without its minus sign,
 * swapped latitude and longitude, or both. Null if neither explains it.
 */
export function likelyPoint(first: number, second: number): Point | null {
  if (isInside({ lat: first, lng: second })) return null;
  const meant = [
    { lat: first, lng: -second },
    { lat: second, lng: first },
    { lat: second, lng: -first },
  ];
  return meant.find(isInside) ?? null;
}
