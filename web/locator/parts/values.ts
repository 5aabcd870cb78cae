import { boundTo, medicaidNameIn } from '../../../functions/domain/state-plans.ts';
import type { Words } from '../../words/en.ts';
import type { ListField } from '../../words/fields.ts';
import { stateNames } from '../../words/states.ts';
import { fromSlug } from '../../words/text.ts';
import type { Vocabulary } from '../read/vocabulary.ts';

/** A value as people say it: in our words, else the API's label. Without the lists a slug is still readable. */
export function valueText(
  words: Words,
  vocabulary: Vocabulary | null,
  field: ListField,
  value: string,
  state: string | null = null,
): string {
  const label = words.values[field][value] ?? vocabulary?.label(field, value) ?? fromSlug(value);
  const bound = boundTo(field, value);
  const name = state === null ? undefined : stateNames[state];
  if (bound === null || state === null || name === undefined) return label;
  if (bound === 'telehealth') return words.card.telehealthIn(label, name);
  return words.card.ofState(label, name, bound === 'medicaid' ? medicaidNameIn(state) : null);
}
