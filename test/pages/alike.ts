const WORDS = 5;

/** All sequences of five words in a page, as sorted 32-bit hashes. 4,858 pages fit in a few megabytes. */
export function runsOf(text: string): Uint32Array {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const count = Math.max(1, words.length - WORDS + 1);
  const runs = new Set<number>();
  for (let at = 0; at < count; at += 1) runs.add(hash(words.slice(at, at + WORDS).join(' ')));
  return Uint32Array.from(runs).sort();
}

/** The FNV-1a hash. If hashes of different sequences collide, pages can only look more alike than they are. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

export interface Pair {
  readonly a: string;
  readonly b: string;
  /** Number of word sequences that both pages have, divided by the number that at least one has (Jaccard index). */
  readonly share: number;
}

/**
 * Finds every pair of pages that share at least `least` of their word sequences, the most similar first. The result is
 * exact: for each page, an index of sequences gives the number that it shares with every earlier page.
 */
export function pairsAlike(pages: ReadonlyMap<string, Uint32Array>, least: number): Pair[] {
  const names = [...pages.keys()];
  const all = [...pages.values()];
  const holders = new Map<number, number[]>();
  const shared = new Uint32Array(all.length);
  const pairs: Pair[] = [];
  for (const [at, runs] of all.entries()) {
    shared.fill(0, 0, at);
    for (const run of runs) {
      const others = holders.get(run);
      if (others === undefined) holders.set(run, [at]);
      else {
        for (const other of others) shared[other] = (shared[other] ?? 0) + 1;
        others.push(at);
      }
    }
    for (let other = 0; other < at; other += 1) {
      const both = shared[other] ?? 0;
      const share = both / (runs.length + (all[other]?.length ?? 0) - both);
      if (share >= least) pairs.push({ a: names[other] ?? '', b: names[at] ?? '', share });
    }
  }
  return pairs.sort((one, other) => other.share - one.share || (one.a < other.a ? -1 : 1));
}
