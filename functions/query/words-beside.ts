import type { Places } from '../places/places.ts';
import { rawText } from './names.ts';
import type { Token } from './tokenize.ts';
import type { Where } from './where.ts';

/**
 * "acton ma", "aberdeen proving ground": where only the places of some states are known, a city's name beside a word that
 * was not understood may be part of the name of a town elsewhere. `near` is then both, so that the caller is asked.
 * @param isIgnored True of a token that was not understood.
 */
export function nearWithWordsBeside(
  { near, read }: Where,
  tokens: readonly Token[],
  places: Places,
  isIgnored: (token: Token, at: number) => boolean,
): string | null {
  if (near === null || places.states === null) return near;
  const [span, ...others] = [...read].flatMap(([one, { field }]) => (field === 'near' ? [one] : []));
  // A ZIP or a point is a place by itself, and a state that was said tells which town is meant.
  if (span?.place === undefined || others.length > 0 || span.place.city === null || span.place.saysState === true)
    return near;
  const isBeside = (at: number): boolean => {
    const token = tokens[at];
    return token?.kind === 'word' && isIgnored(token, at);
  };
  let { from, to } = span;
  while (isBeside(from - 1)) from -= 1;
  while (isBeside(to)) to += 1;
  return from === span.from && to === span.to ? near : rawText(tokens, from, to);
}
