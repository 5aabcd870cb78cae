import { type Facts, fact, isDenied, isKeptToDui } from '../dataset/facts.ts';
import type { Mask } from '../dataset/masks.ts';
import { factsOf, type PackedCenter, packed, rememberFacts } from '../dataset/packed-center.ts';
import { fields } from '../domain/fields.ts';
import type { Answer } from '../search/changes.ts';
import { KeptAnswers } from './kept-answers.ts';
import { NameIndex } from './name-index.ts';

/** Number of name texts whose matching centers are cached. Reading one typed text looks up several parts of it. */
const MOST_NAMED = 32;

/** Number of origins whose distances are cached: that of the search, and those of steps to the next level. */
const MOST_ORIGINS = 4;

/** A center and its distance from where a search starts. */
export interface Measured {
  readonly row: PackedCenter;
  readonly km: number;
  /** Mask of the levels that the center offers, or may offer because its sources do not say. */
  readonly levels: Mask;
}

export const levelsOf = (row: PackedCenter): Mask =>
  row[packed.offerings].reduce((mask, [, level]) => mask | (1 << level), row[packed.unknownLevels]);

/** Number of search answers that are cached: those for the latest letters typed. */
const MOST_ANSWERS = 16;

/** All listings of one dataset, held in memory. */
export class Listings {
  readonly rows: readonly PackedCenter[];
  /** Centers of each state. */
  readonly byState: Readonly<Record<string, { readonly centers: number }>>;
  /** Slugs of the insurers that some offering names, ascending. */
  readonly insurers: readonly string[];
  /** Codes of the languages that some offering names, ascending. */
  readonly languages: readonly string[];
  readonly #byId: ReadonlyMap<string, PackedCenter>;
  readonly #measured = new KeptAnswers<readonly Measured[]>(MOST_ORIGINS);
  readonly #answers = new KeptAnswers<Answer>(MOST_ANSWERS);
  #names: NameIndex | undefined;
  readonly #named = new KeptAnswers<ReadonlyMap<PackedCenter, number>>(MOST_NAMED);

  constructor(rows: readonly PackedCenter[]) {
    this.rows = rows;
    this.#byId = new Map(rows.map((row) => [row[packed.id], row]));
    const byState: Record<string, { centers: number }> = {};
    for (const row of rows) {
      rememberFacts(row);
      byState[row[packed.state]] ??= { centers: 0 };
      const state = byState[row[packed.state]];
      if (state !== undefined) state.centers += 1;
    }
    this.byState = byState;
    const found = rows.flatMap(factsThatCount);
    this.insurers = ascending(found.flatMap((facts) => facts[fact.insurers]));
    this.languages = ascending(found.flatMap((facts) => facts[fields.language.fact]));
  }

  byId(id: string): PackedCenter | null {
    return this.#byId.get(id) ?? null;
  }

  /** The centers whose names match the typed text, each with its score. */
  named(text: string): ReadonlyMap<PackedCenter, number> {
    return this.#named.get(text, () => this.#nameIndex().find(text));
  }

  /**
   * The answer to a search, from the cache if possible.
   * @param answer Computes the answer.
   */
  answered(search: string, answer: () => Answer): Answer {
    return this.#answers.get(search, answer);
  }

  /**
   * All rows by distance from an origin, from the cache if possible.
   * @param measure Computes the distances.
   */
  measuredFrom(origin: string, measure: () => readonly Measured[]): readonly Measured[] {
    return this.#measured.get(origin, measure);
  }

  /** True for a word that appears in few names. */
  isNameWord(word: string): boolean {
    return this.#nameIndex().isTelling(word);
  }

  #nameIndex(): NameIndex {
    this.#names ??= new NameIndex(this.rows);
    return this.#names;
  }
}

/**
 * Facts of the offerings whose values are listed, such as the insurers. Leaves out offerings that admissions denied or
 * that only serve DUI clients.
 */
const factsThatCount = (row: PackedCenter): Facts[] =>
  row[packed.offerings]
    .map((offering) => factsOf(row, offering))
    .filter((facts) => !isDenied(facts) && !isKeptToDui(facts));

const ascending = (values: readonly string[]): readonly string[] =>
  [...new Set(values)].sort((a, b) => (a < b ? -1 : 1));
