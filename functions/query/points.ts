import { pastedPoint } from '../places/pasted-point.ts';
import type { Places } from '../places/places.ts';
import { stateAt } from './names.ts';
import { type NamedPlace, rank, type Span } from './span.ts';
import type { Token } from './tokenize.ts';

/** Finds ZIPs, including those of nine digits, and coordinates such as "33.4484,-112.0740". */
export function pointSpans(tokens: readonly Token[], places: Places): readonly Span[] {
  return tokens.flatMap((token, at): Span[] => {
    const place =
      token.kind === 'zip' ? zipOf(token, tokens[at + 1], places) : (pointOf(token) ?? shortZipOf(tokens, at, places));
    return place === null ? [] : [{ from: at, to: at + 1, rank: rank.sure, meanings: [], place }];
  });
}

/** A ZIP that does not exist is reported as a slip, unless the text names another place. */
function zipOf(token: Token, next: Token | undefined, places: Places): NamedPlace | null {
  if (/[$#]\s*$/.test(token.gap) || next?.word === 'dollar') return null;
  const zip = token.plain.slice(0, 5);
  const found = places.zip(zip);
  return { near: zip, city: null, state: found?.state ?? null, certainty: found === null ? 0 : 3 };
}

function pointOf({ kind, text }: Token): NamedPlace | null {
  const [lat, lng] = (kind === 'point' ? pastedPoint(text) : null) ?? [];
  if (lat === undefined || lng === undefined || !(Math.abs(Number(lat)) <= 90 && Math.abs(Number(lng)) <= 180))
    return null;
  return { near: `${lat},${lng}`, city: null, state: null, certainty: 3 };
}

/** Reads a New Jersey ZIP without its leading 0, next to the state or alone: "8701 nj". */
function shortZipOf(tokens: readonly Token[], at: number, places: Places): NamedPlace | null {
  const token = tokens[at];
  if (token?.kind !== 'number' || !/^\d{4}$/.test(token.text)) return null;
  const isBeside = [at - 2, at - 1, at + 1].some((from) =>
    [1, 2].some((count) => from >= 0 && from + count <= tokens.length && stateAt(tokens, from, from + count) === 'NJ'),
  );
  const zip = `0${token.text}`;
  if ((!isBeside && tokens.length > 1) || places.zip(zip)?.state !== 'NJ') return null;
  return { near: zip, city: null, state: 'NJ', certainty: 3 };
}
