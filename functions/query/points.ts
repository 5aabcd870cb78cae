import type { Places } from '../places/places.ts';
import { type NamedPlace, rank, type Span } from './span.ts';
import type { Token } from './tokenize.ts';

/** ZIPs, of nine digits too, and points "33.4484,-112.0740". */
export function pointSpans(tokens: readonly Token[], places: Places): readonly Span[] {
  return tokens.flatMap((token, at): Span[] => {
    const place = token.kind === 'zip' ? zipOf(token, tokens[at + 1], places) : pointOf(token);
    return place === null ? [] : [{ from: at, to: at + 1, rank: rank.sure, meanings: [], place }];
  });
}

/** A ZIP that does not exist is a slip that the caller should hear of, unless the text names another place. */
function zipOf(token: Token, next: Token | undefined, places: Places): NamedPlace | null {
  if (/[$#]\s*$/.test(token.gap) || next?.word === 'dollar') return null;
  const zip = token.text.slice(0, 5);
  const found = places.zip(zip);
  return { near: zip, city: null, state: found?.state ?? null, certainty: found === null ? 0 : 3 };
}

function pointOf({ kind, text }: Token): NamedPlace | null {
  if (kind !== 'point') return null;
  const [lat = Number.NaN, lng = Number.NaN] = text.split(',').map(Number);
  if (!(Math.abs(lat) <= 90 && Math.abs(lng) <= 180)) return null;
  return { near: text.replace(/\s+/g, ''), city: null, state: null, certainty: 3 };
}
