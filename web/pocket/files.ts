import { joinParts, splitParts } from './parts.ts';

/** The answers of a locator that a pocket file contains, by their path. */
export type Files = ReadonlyMap<string, string>;

/** Paths that begin with this are parts of the listings. */
const PARTS = '/v1/dataset/parts/';

/** Joins files into one text: a line with the length of each file, then their texts. */
export function joinFiles(files: Files): string {
  const [parts, others] = [true, false].map((isPart) =>
    [...files].filter(([path]) => path.startsWith(PARTS) === isPart),
  );
  const pieces = [...(others ?? []), ['', joinParts(new Map(parts))] as const];
  const lengths = pieces.map(([path, text]) => [path, text.length]);
  return `${JSON.stringify(lengths)}\n${pieces.map(([, text]) => text).join('')}`;
}

/**
 * Reverses {@link joinFiles}.
 * @throws RangeError if the text does not match its first line
 */
export function splitFiles(joined: string): Files {
  const end = joined.indexOf('\n');
  const lengths = JSON.parse(joined.slice(0, end)) as readonly (readonly [string, number])[];
  const pieces: [string, string][] = [];
  let at = end + 1;
  for (const [path, length] of lengths) {
    pieces.push([path, joined.slice(at, at + length)]);
    at += length;
  }
  if (at !== joined.length) throw new RangeError(`the files have ${joined.length} letters instead of ${at}`);
  return new Map(pieces.flatMap(([path, text]) => (path === '' ? [...splitParts(text)] : [[path, text] as const])));
}

/** Makes a `fetch` that answers from files. For any other path it fails, as if there were no network. */
export function fetchFrom(files: Files): typeof fetch {
  return async (input) => {
    const text = files.get(String(input));
    if (text === undefined) throw new TypeError('this is not in the file');
    return new Response(text, { headers: { 'content-type': 'application/json' } });
  };
}
