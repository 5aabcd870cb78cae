import type { Words } from '../../words/en.ts';
import type { ListField } from '../../words/fields.ts';
import { fromSlug } from '../../words/text.ts';
import type { Vocabulary } from '../read/vocabulary.ts';

/** A value as people say it: in our words, else the API's label. Without the lists a slug is still readable. */
export function valueText(words: Words, vocabulary: Vocabulary | null, field: ListField, value: string): string {
  return words.values[field][value] ?? vocabulary?.label(field, value) ?? fromSlug(value);
}
