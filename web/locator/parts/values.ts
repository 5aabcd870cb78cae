import { boundTo, medicaidNameIn } from '../../../functions/domain/state-plans.ts';
import type { Words } from '../../words/en.ts';
import type { ListField } from '../../words/fields.ts';
import { stateNames } from '../../words/states.ts';
import { capitalized, fromSlug } from '../../words/text.ts';
import type { Vocabulary } from '../read/vocabulary.ts';

const names = new Map<string, Intl.DisplayNames>();

function languageNames(code: string): Intl.DisplayNames {
  const known = names.get(code) ?? new Intl.DisplayNames(code, { type: 'language' });
  names.set(code, known);
  return known;
}

/** Name of a value that the catalog lacks. Languages have names in every language; any other value is made readable. */
function nameOf({ code }: Words, field: ListField, value: string): string {
  const named = field === 'language' ? languageNames(code).of(value) : undefined;
  return named === undefined || named === value ? fromSlug(value) : capitalized(named);
}

/**
 * A value in everyday words: from the catalog, otherwise the API's label. If the taxonomy is not loaded, the value's
 * code is made readable.
 */
export function valueText(
  words: Words,
  vocabulary: Vocabulary | null,
  field: ListField,
  value: string,
  state: string | null = null,
): string {
  const label =
    words.values[field][value] ??
    (vocabulary?.knows(field) ? vocabulary.label(field, value) : nameOf(words, field, value));
  const bound = boundTo(field, value);
  const name = state === null ? undefined : stateNames[state];
  if (bound === null || state === null || name === undefined) return label;
  if (bound === 'telehealth') return words.card.telehealthIn(label, name);
  return words.card.ofState(label, name, bound === 'medicaid' ? medicaidNameIn(state) : null);
}
