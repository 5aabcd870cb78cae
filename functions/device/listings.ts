import { type Facts, fact, isDenied, isKeptToDui } from '../dataset/facts.ts';
import { factsOf, type PackedCenter, packed, rememberFacts } from '../dataset/packed-center.ts';
import { fields } from '../domain/fields.ts';
import { NameIndex } from './name-index.ts';

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
  #names: NameIndex | undefined;
  #lastNamed: { readonly text: string; readonly found: ReadonlyMap<PackedCenter, number> } | undefined;

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

  /** Centers whose names match the typed text, with their scores. */
  named(text: string): ReadonlyMap<PackedCenter, number> {
    // Keeps the last result, because one search asks for the same name several times.
    if (this.#lastNamed?.text !== text) this.#lastNamed = { text, found: this.#nameIndex().find(text) };
    return this.#lastNamed.found;
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

/** Facts whose values are counted as listed: not those of offerings that were denied or that DUI clients alone can use. */
const factsThatCount = (row: PackedCenter): Facts[] =>
  row[packed.offerings]
    .map((offering) => factsOf(row, offering))
    .filter((facts) => !isDenied(facts) && !isKeptToDui(facts));

const ascending = (values: readonly string[]): readonly string[] =>
  [...new Set(values)].sort((a, b) => (a < b ? -1 : 1));
