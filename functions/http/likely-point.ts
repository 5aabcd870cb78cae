import { likelyPoint } from '../geo/mistyped-point.ts';

/**
 * Suggests the point that two mistyped numbers probably mean, with the digits as typed. Null if the numbers are valid,
 * or if there is nothing to suggest.
 */
export function likelyPointText(first: string, second: string, between: ',' | '|'): string | null {
  const meant = likelyPoint(Number(first), Number(second));
  if (meant === null) return null;
  const digits = new Map([first, second].map((text) => [Math.abs(Number(text)), text.replace(/^[-+]/, '')]));
  const typed = (value: number) => `${value < 0 ? '-' : ''}${digits.get(Math.abs(value)) ?? Math.abs(value)}`;
  return `${typed(meant.lat)}${between}${typed(meant.lng)}`;
}
