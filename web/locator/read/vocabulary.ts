import type { ListField } from '../../words/fields.ts';
import { fromSlug } from '../../words/text.ts';

export interface Term {
  readonly value: string;
  readonly label: string;
  readonly parent: string | null;
  /** Number of centers that have the value. A value that no center has is never offered. */
  readonly centers: number;
}

/** The closed lists of filter values, with labels and counts, as `/v1/taxonomy` answers them. */
export class Vocabulary {
  readonly #terms: ReadonlyMap<ListField, readonly Term[]>;

  constructor(terms: ReadonlyMap<ListField, readonly Term[]> = new Map()) {
    this.#terms = terms;
  }

  label(field: ListField, value: string): string {
    return this.#terms.get(field)?.find((term) => term.value === value)?.label ?? fromSlug(value);
  }

  /**
   * True if the value may be offered: some center has it, or the taxonomy is not loaded, so that the form works without
   * it.
   */
  offered(field: ListField, value: string): boolean {
    const terms = this.#terms.get(field);
    return terms === undefined || terms.some((term) => term.value === value && term.centers > 0);
  }

  /** True if the taxonomy is loaded and has values for the field. */
  knows(field: ListField): boolean {
    return this.#terms.has(field);
  }

  /** The values that some center has. Each value comes directly after its parent value. */
  offerable(field: ListField): readonly Term[] {
    const some = (this.#terms.get(field) ?? []).filter((term) => term.centers > 0);
    const top = some.filter((term) => !some.some((other) => other.value === term.parent));
    return top.flatMap((term) => [term, ...some.filter((child) => child.parent === term.value)]);
  }
}
