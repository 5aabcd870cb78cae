import { type NameTerms, nameTermsOf, nameTextOf, searchedWordsOf } from '../dataset/name-text.ts';
import { type PackedCenter, unpackCenter } from '../dataset/packed-center.ts';
import { isFew } from '../search/names/meant.ts';
import { lookedUp, type Part, readingsOf, type WordFacts } from '../search/names/readings.ts';
import { cutsOf, FORM_QUALITY, likeliest, nearest, otherForms, sharedLetters } from '../search/names/repairs.ts';
import { leastFound, type NameReading, scoreOf } from '../search/names/score.ts';
import type { Counts } from '../search/names/typed-word.ts';
import { KeptAnswers } from './kept-answers.ts';
import { KnownWords } from './known-words.ts';

/** Number of words whose looked-up facts are cached: more than an agent types during a call. */
const MOST_WORDS = 500;

/** Finds centers by name and scores them. Gives the same results as search/by-name.ts on a published index. */
export class NameIndex {
  readonly #rows: readonly PackedCenter[];
  readonly #terms: readonly NameTerms[];
  /** Positions of the rows that have each word, by word. */
  readonly #having = new Map<string, number[]>();
  readonly #known: KnownWords;
  readonly #facts = new KeptAnswers<WordFacts>(MOST_WORDS);

  constructor(rows: readonly PackedCenter[]) {
    this.#rows = rows;
    this.#terms = rows.map((row) => nameTermsOf(nameTextOf(unpackCenter(row))));
    for (const [at, terms] of this.#terms.entries())
      for (const word of searchedWordsOf(terms)) {
        const known = this.#having.get(word);
        if (known === undefined) this.#having.set(word, [at]);
        else known.push(at);
      }
    this.#known = new KnownWords(new Map([...this.#having].map(([word, having]) => [word, having.length])));
  }

  /** True for a word that appears in few names, so that it identifies a center. */
  isTelling(word: string): boolean {
    const found = this.#count(word);
    return found > 0 && isFew(found, this.#rows.length);
  }

  /** Finds all matching centers, with their scores. */
  find(text: string): ReadonlyMap<PackedCenter, number> {
    const { words, joined } = lookedUp(text);
    const facts = new Map<string, WordFacts>();
    for (const { text: both } of joined) facts.set(both, { ...this.#countsOf(both), alike: [], splits: [] });
    for (const word of words)
      facts.set(
        word,
        this.#facts.get(word, () => this.#factsOf(word)),
      );
    const readings = readingsOf(text, facts, this.#rows.length);
    const scores: [row: PackedCenter, score: number][] = [];
    let best = 0;
    for (const at of this.#mayMatch(readings)) {
      const [row, terms] = [this.#rows[at], this.#terms[at]];
      if (row === undefined || terms === undefined) continue;
      const score = scoreOf(terms, readings);
      if (score > 0) scores.push([row, score]);
      best = Math.max(best, score);
    }
    const least = leastFound(best);
    return new Map(scores.filter(([, score]) => score >= least));
  }

  /**
   * Ascending positions of all rows that may match: they have a word of the readings, one that begins with it, or a
   * corrected spelling.
   */
  #mayMatch(readings: readonly NameReading[]): Iterable<number> {
    const typed = readings.flatMap(({ words }) => words);
    const asked = new Set(
      typed.flatMap(({ text, alike }) => [...this.#known.beginning(text), ...alike.map(({ word }) => word)]),
    );
    const found = new Uint8Array(this.#rows.length);
    for (const word of asked) for (const at of this.#having.get(word) ?? []) found[at] = 1;
    const positions: number[] = [];
    for (let at = found.indexOf(1); at >= 0; at = found.indexOf(1, at + 1)) positions.push(at);
    return positions;
  }

  #factsOf(word: string): WordFacts {
    const counts = this.#countsOf(word);
    const isUnknown = counts.begun === 0;
    const forms = otherForms(word).map((form) => ({ word: form, quality: FORM_QUALITY }));
    const slips = isUnknown ? nearest(word, this.#known.sharing(word, sharedLetters(word))) : [];
    const alike = [...forms, ...slips]
      .map((one) => ({ ...one, count: this.#count(one.word) }))
      .filter(({ count }) => count > 0);
    const part = (part: string): Part => ({ text: part, count: this.#count(part) });
    const cuts = isUnknown ? cutsOf(word, (part) => this.#having.has(part)) : [];
    return { ...counts, alike, splits: likeliest(cuts.map((parts) => parts.map(part))) };
  }

  #countsOf(word: string): Counts {
    return { whole: this.#count(word), begun: this.#known.rowsBeginning(word) };
  }

  #count(word: string): number {
    return this.#having.get(word)?.length ?? 0;
  }
}
