/** Number of words in a run (shingle). Unrelated pages would share shorter runs by chance. */
const WORDS = 5;

/** All runs of five consecutive words in a text, without repetitions. */
function shingles(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = words.slice(0, Math.max(1, words.length - WORDS + 1));
  return new Set(runs.map((_, at) => words.slice(at, at + WORDS).join(' ')));
}

/** Word runs that two pages share, as a share of all their runs (Jaccard). Equal texts give 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let both = 0;
  for (const one of small) if (large.has(one)) both += 1;
  return both / (a.size + b.size - both);
}

/** The two most similar pages. */
export function mostAlike(pages: ReadonlyMap<string, string>): {
  readonly pair: readonly [string, string];
  readonly share: number;
} {
  const all = [...pages].map(([name, text]) => [name, shingles(text)] as const);
  let most: { pair: readonly [string, string]; share: number } = { pair: ['', ''], share: 0 };
  for (const [at, [name, own]] of all.entries())
    for (const [other, theirs] of all.slice(at + 1)) {
      const share = likeness(own, theirs);
      if (share > most.share) most = { pair: [name, other], share };
    }
  return most;
}
