import { type NameTerms, nameTermsOf, nameTextOf, searchedWordsOf } from '../dataset/name-text.ts';
import { type PackedCenter, unpackCenter } from '../dataset/packed-center.ts';
import { isFew } from '../search/names/meant.ts';
import { lookedUp, type Part, readingsOf, type WordFacts } from '../search/names/readings.ts';
import { cutsOf, FORM_QUALITY, likeliest, nearest, otherForms } from '../search/names/repairs.ts';
import { leastFound, scoreOf } from '../search/names/score.ts';
import type { Counts } from '../search/names/typed-word.ts';

/** Finds centers by name and scores them, with the same results as search/by-name.ts on a published index. */
export class NameIndex {
  readonly #termsOf = new Map<PackedCenter, NameTerms>();
  readonly #rowsOf = new Map<string, PackedCenter[]>();

  constructor(rows: readonly PackedCenter[]) {
    for (const row of rows) {
      const terms = nameTermsOf(nameTextOf(unpackCenter(row)));
      this.#termsOf.set(row, terms);
      for (const word of searchedWordsOf(terms)) {
        const known = this.#rowsOf.get(word);
        if (known === undefined) this.#rowsOf.set(word, [row]);
        else known.push(row);
      }
    }
  }

  /** True for a word that appears in few names, so that it identifies a center. */
  isTelling(word: string): boolean {
    const found = this.#count(word);
    return found > 0 && isFew(found, this.#termsOf.size);
  }

  /** Finds all matching centers, with their scores. */
  find(text: string): ReadonlyMap<PackedCenter, number> {
    const { words, joined } = lookedUp(text);
    const facts = new Map<string, WordFacts>();
    for (const { text: both } of joined) facts.set(both, { ...this.#countsOf(both), alike: [], splits: [] });
    for (const word of words) facts.set(word, this.#factsOf(word));
    const readings = readingsOf(text, facts, this.#termsOf.size);
    const scores = new Map<PackedCenter, number>();
    let best = 0;
    for (const [row, terms] of this.#termsOf) {
      const score = scoreOf(terms, readings);
      if (score > 0) scores.set(row, score);
      best = Math.max(best, score);
    }
    const least = leastFound(best);
    return new Map([...scores].filter(([, score]) => score >= least));
  }

  #factsOf(word: string): WordFacts {
    const counts = this.#countsOf(word);
    const isUnknown = counts.begun === 0;
    const forms = otherForms(word).map((form) => ({ word: form, quality: FORM_QUALITY }));
    const slips = isUnknown ? nearest(word, this.#rowsOf.keys()) : [];
    const alike = [...forms, ...slips]
      .map((one) => ({ ...one, count: this.#count(one.word) }))
      .filter(({ count }) => count > 0);
    const part = (part: string): Part => ({ text: part, count: this.#count(part) });
    const cuts = isUnknown ? cutsOf(word, (part) => this.#rowsOf.has(part)) : [];
    return { ...counts, alike, splits: likeliest(cuts.map((parts) => parts.map(part))) };
  }

  #countsOf(word: string): Counts {
    let begun = 0;
    for (const [known, rows] of this.#rowsOf) if (known.startsWith(word)) begun += rows.length;
    return { whole: this.#count(word), begun };
  }

  #count(word: string): number {
    return this.#rowsOf.get(word)?.length ?? 0;
  }
}
