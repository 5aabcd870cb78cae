import { hash as sha256 } from 'node:crypto';
import { type State, stateCodes } from '../../domain/state.ts';
import type { Entry } from '../index-nodes.ts';
import { packed } from '../packed-center.ts';
import { type ContentReader, heldAt, read } from '../read/content-reader.ts';
import { cutOf } from '../tree/key-order.ts';
import { PART_FORMAT, type Part } from './part-text.ts';

/**
 * Largest number of centers in a part. A listed center takes about 74 bytes in brotli (level 5) and 81 in gzip, so a
 * part stays below 60 KB.
 */
export const MOST_CENTERS_OF_PART = 700;

/** What the index says about a part, without reading the part's pages. */
export interface PartNote {
  readonly state: State;
  /** Number of the part within its state, from 1. */
  readonly part: number;
  readonly centers: number;
  /** Hash of the part's format, state and pages: changes only if one of its pages does. */
  readonly hash: string;
  /** Hashes of the part's pages, in order. The pages may also have centers of other states. */
  readonly pages: readonly string[];
}

/** A page, and the number of its centers that are in the state. */
interface PageOfState {
  readonly hash: string;
  readonly firstKey: string;
  readonly centers: number;
}

/**
 * The parts of a dataset, in the order of state, city, name and id. Only keys and counts decide where a part ends. So a
 * confirmation changes the part with its center and no other.
 * @param root Root of the tree "listing".
 * @throws TooBroadError if the index is larger than one request may read.
 */
export async function partsOf(root: string, reader: ContentReader): Promise<readonly PartNote[]> {
  const pages = await pagesUnder(root, reader);
  // Only a page with several states must be read to count its centers in one state. A dataset has few such pages.
  await fetchMissing(
    pages.filter(({ states }) => states.length > 1),
    reader,
  );
  return stateCodes.flatMap((state) => {
    const here = pages
      .filter(({ states }) => states.includes(state))
      .map((entry) => ({ hash: entry.hash, firstKey: entry.firstKey, centers: countOf(entry, state, reader) }));
    return cut(here).map((run, at) => ({
      state,
      part: at + 1,
      centers: countAll(run),
      hash: partHash(state, run),
      pages: run.map(({ hash }) => hash),
    }));
  });
}

/** The centers of a part. @throws TooBroadError if it has more pages than one request may read. */
export async function readPages({ state, pages }: PartNote, reader: ContentReader): Promise<Part> {
  await fetchMissing(
    pages.map((hash) => ({ hash })),
    reader,
  );
  const rows = pages.flatMap((hash) => heldAt(reader, hash, 'centers')?.rows ?? []);
  return { state, rows: rows.filter((row) => row[packed.state] === state) };
}

/** The index entries of all pages, in order. Reads the nodes of the index, with one round trip per floor. */
async function pagesUnder(root: string, reader: ContentReader): Promise<readonly Entry[]> {
  let floor = (await read(reader, root, 'node')).entries;
  while (floor.some(({ leaf }) => !leaf)) {
    await fetchMissing(
      floor.filter(({ leaf }) => !leaf),
      reader,
    );
    const below = floor.map(async (entry) => (entry.leaf ? [entry] : (await read(reader, entry.hash, 'node')).entries));
    floor = (await Promise.all(below)).flat();
  }
  return floor;
}

function countOf({ hash, states, count }: Entry, state: State, reader: ContentReader): number {
  if (states.length === 1) return count;
  const rows = heldAt(reader, hash, 'centers')?.rows ?? [];
  return rows.filter((row) => row[packed.state] === state).length;
}

/** Cuts a run of pages where nodes would be cut (FORMAT.md, section 4), until each part has few enough centers. */
function cut(pages: readonly PageOfState[]): readonly (readonly PageOfState[])[] {
  if (pages.length === 0) return [];
  if (pages.length === 1 || countAll(pages) <= MOST_CENTERS_OF_PART) return [pages];
  const cuts = pages.slice(1).map(({ firstKey }) => cutOf(firstKey));
  const at = 1 + cuts.indexOf(Math.min(...cuts));
  return [...cut(pages.slice(0, at)), ...cut(pages.slice(at))];
}

const countAll = (pages: readonly PageOfState[]): number => pages.reduce((sum, { centers }) => sum + centers, 0);

function partHash(state: State, pages: readonly PageOfState[]): string {
  const text = JSON.stringify([PART_FORMAT, state, ...pages.map(({ hash }) => hash)]);
  return sha256('sha256', text, 'buffer').subarray(0, 16).toString('base64url');
}

async function fetchMissing(items: readonly Pick<Entry, 'hash'>[], reader: ContentReader): Promise<void> {
  const missing = items.map(({ hash }) => hash).filter((hash) => reader.at(hash) === undefined);
  if (missing.length > 0) await reader.fetch(missing);
}
