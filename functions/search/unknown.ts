import { packed } from '../dataset/packed-center.ts';
import type { ContentReader } from '../dataset/read/content-reader.ts';
import { type KeySet, keyedEntries } from '../dataset/read/key-range.ts';
import type { BoundedEntry } from './entry-queue.ts';
import type { CompiledFilter } from './filter.ts';
import { isWithinStates, judge, mayBeUnknown } from './match.ts';
import type { Reach } from './reach.ts';
import { isOfLevelsAlone, unknownsKm } from './spot-matches.ts';

/** Pages that one search may read for `unknown.count` alone, beyond what the matches need. */
export const UNKNOWN_PAGES = 6;

export interface UnknownContext {
  readonly reader: ContentReader;
  readonly only: KeySet | null;
  readonly filter: CompiledFilter;
  readonly reach: Reach;
}

/**
 * Counts centers whose sources cannot tell, under entries that the search for matches left unread.
 * Reads at most `budgetPages` pages, nearest first. If more would be needed, the count is a lower bound and `more` is
 * true.
 */
export async function countUnread(
  entries: readonly BoundedEntry[],
  horizonKm: number,
  context: UnknownContext,
  budgetPages: number,
): Promise<{ count: number; more: boolean }> {
  let budget = Math.min(budgetPages, context.reader.left);
  let { count, unread } = unreadUnknown(entries, horizonKm, context);
  while (unread.length > 0 && budget > 0) {
    const next = unread.slice(0, budget);
    const rest = unread.slice(budget);
    budget = Math.min(budget - next.length, context.reader.left - next.length);
    await context.reader.fetch(next.map(({ entry }) => entry.hash));
    const more = unreadUnknown(next, horizonKm, context);
    count += more.count;
    unread = [...more.unread, ...rest].sort((a, b) => a.boundKm - b.boundKm);
  }
  return { count, more: unread.length > 0 };
}

/**
 * Counts what needs no read, and returns the entries that must be read, nearest first. An entry entirely within the
 * horizon is counted from the directory if its own count is exact for the question.
 */
export function unreadUnknown(
  entries: readonly BoundedEntry[],
  horizonKm: number,
  context: UnknownContext,
): { count: number; unread: BoundedEntry[] } {
  const { reader, filter, reach, only } = context;
  const unread: BoundedEntry[] = [];
  const open = [...entries];
  let count = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { entry } = next;
    if (entry.box === null || next.boundKm > horizonKm || !mayBeUnknown(entry, filter)) continue;
    if (only !== null && only.countIn(next) === 0) continue;
    const counted = countFromDirectory(next, filter, only);
    if (counted !== null && reach.limitKm(entry.box) <= horizonKm) {
      count += counted;
      continue;
    }
    if (entry.spots !== undefined) {
      const km = unknownsKm(entry.spots, entry.box, filter, reach.nearestKm).filter((each) => each <= horizonKm);
      if (only === null && isOfLevelsAlone(filter) && isWithinStates(entry, filter)) {
        count += km.length;
        continue;
      }
      if (km.length === 0) continue;
    }
    const content = reader.at(entry.hash);
    if (content === undefined) unread.push(next);
    else if (content.kind === 'node') {
      for (const child of keyedEntries(content, next.endKey)) {
        if (child.entry.box !== null) open.push({ ...child, boundKm: reach.boundKm(child.entry.box) });
      }
    } else if (content.kind === 'centers') {
      for (let at = 0; at < content.count; at += 1) {
        if ((content.unknownAt(at) & filter.levelMask) === 0) continue;
        const km = reach.nearestKm({ lat: content.latAt(at), lng: content.lngAt(at) });
        if (km > horizonKm || (only !== null && !only.hasId(content.rowAt(at)[packed.id]))) continue;
        if (judge(content.rowAt(at), filter) === 'unknown') count += 1;
      }
    }
  }
  return { count, unread: unread.sort((a, b) => a.boundKm - b.boundKm) };
}

/** The entry's own count; null unless the search asks for exactly one level, since only then is that count exact. */
function countFromDirectory({ entry }: BoundedEntry, filter: CompiledFilter, only: KeySet | null): number | null {
  const [level] = filter.levels;
  const exact = filter.levels.length === 1 && !filter.otherFields && only === null && isWithinStates(entry, filter);
  return exact && level !== undefined ? (entry.levels[level]?.unknown ?? 0) : null;
}
