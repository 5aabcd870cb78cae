import type { ListField } from '../../words/fields.ts';
import { fromSlug } from '../../words/text.ts';

export interface Term {
  readonly value: string;
  readonly label: string;
  readonly parent: string | null;
  /** How many centers have it: a value of none is never offered. */
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

  /** Whether the value may be offered; true while nothing is known, so that the form works without the lists. */
  offered(field: ListField, value: string): boolean {
    const terms = this.#terms.get(field);
    return terms === undefined || terms.some((term) => term.value === value && term.centers > 0);
  }

  /** Whether the list of the field has come. */
  knows(field: ListField): boolean {
    return this.#terms.has(field);
  }

  /** The values that some center has, each child straight after its parent. */
  offerable(field: ListField): readonly Term[] {
    const some = (this.#terms.get(field) ?? []).filter((term) => term.centers > 0);
    const top = some.filter((term) => !some.some((other) => other.value === term.parent));
    return top.flatMap((term) => [term, ...some.filter((child) => child.parent === term.value)]);
  }
}
