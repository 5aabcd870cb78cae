const WORDS = 5;

/** A page's runs of five words, as sorted 32-bit hashes: 4,858 pages fit in a few megabytes. */
export function runsOf(text: string): Uint32Array {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const count = Math.max(1, words.length - WORDS + 1);
  const runs = new Set<number>();
  for (let at = 0; at < count; at += 1) runs.add(hash(words.slice(at, at + WORDS).join(' ')));
  return Uint32Array.from(runs).sort();
}

/** FNV-1a. Two runs of thousands of pages with one hash would make them more alike, never less. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

export interface Pair {
  readonly a: string;
  readonly b: string;
  /** Runs of both, of all runs of either (Jaccard). */
  readonly share: number;
}

/**
 * Every pair of pages that share at least `least` of their runs, the most alike first. Exact: two sets as alike as that share
 * one of the rarest (1 − least) of their runs at the least, so only pages with such a run in common are compared (prefix
 * filtering, Bayardo et al. 2007).
 */
export function pairsAlike(pages: ReadonlyMap<string, Uint32Array>, least: number): Pair[] {
  const counts = new Map<number, number>();
  for (const runs of pages.values()) for (const run of runs) counts.set(run, (counts.get(run) ?? 0) + 1);
  const rarest = (a: number, b: number) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || a - b;
  const index = new Map<number, number[]>();
  const names = [...pages.keys()];
  const all = [...pages.values()];
  const pairs: Pair[] = [];
  all.forEach((runs, at) => {
    const prefix = [...runs].sort(rarest).slice(0, runs.length - Math.ceil(least * runs.length) + 1);
    const candidates = new Set<number>();
    for (const run of prefix) {
      const holders = index.get(run);
      if (holders === undefined) index.set(run, [at]);
      else {
        for (const other of holders) candidates.add(other);
        holders.push(at);
      }
    }
    for (const other of candidates) {
      const theirs = all[other] ?? new Uint32Array();
      if (Math.min(runs.length, theirs.length) < least * Math.max(runs.length, theirs.length)) continue;
      const share = shareOf(runs, theirs);
      if (share >= least) pairs.push({ a: names[other] ?? '', b: names[at] ?? '', share });
    }
  });
  return pairs.sort((one, other) => other.share - one.share || (one.a < other.a ? -1 : 1));
}

function shareOf(a: Uint32Array, b: Uint32Array): number {
  let [atA, atB, both] = [0, 0, 0];
  while (atA < a.length && atB < b.length) {
    const difference = (a[atA] ?? 0) - (b[atB] ?? 0);
    if (difference === 0) both += 1;
    if (difference <= 0) atA += 1;
    if (difference >= 0) atB += 1;
  }
  return both / (a.length + b.length - both);
}
