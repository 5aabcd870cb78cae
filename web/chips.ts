import { listFields } from '../functions/domain/fields.ts';
import type { FieldValue, Narrowing } from './answer.ts';
import { button, el } from './dom.ts';
import { listText } from './state-names.ts';
import type { Vocabulary } from './vocabulary.ts';
import { withinText } from './words.ts';

/** One thing that a search asks for: `field` is what its ✕ removes. */
export interface Chip {
  readonly field: string;
  readonly label: string;
}

/** What a search asks for, a field each. Pure. @param levelName The levels in the fewest words. */
export function chipsOf(narrowing: Narrowing, levelName: string | null, vocabulary: Vocabulary): Chip[] {
  return Object.entries(narrowing).flatMap(([field, value]) =>
    value === undefined ? [] : [{ field, label: chipText(field, value, levelName, vocabulary) }],
  );
}

function chipText(field: string, value: FieldValue, levelName: string | null, vocabulary: Vocabulary): string {
  if (field === 'level') return capitalized(levelName ?? '');
  if (field === 'within') return `Within ${withinText(String(value))}`;
  if (field === 'housing') return value === true ? 'With housing' : 'Without housing';
  if (field === 'accepting') return 'Taking new clients';
  const known = listFields.find((one) => one === field);
  const values = Array.isArray(value) ? value : [String(value)];
  if (known !== undefined)
    return listText(
      values.map((one) => vocabulary.label(known, one)),
      'or',
    );
  return `${capitalized(field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`))}: ${listText(values, 'or')}`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The chips as buttons: each removes one thing. */
export function chipRow(chips: readonly Chip[], remove: (field: string) => void): HTMLElement | null {
  if (chips.length === 0) return null;
  const items = chips.map(({ field, label }) => {
    const chip = button(label, 'chip-button', () => remove(field));
    chip.append(el('span', { 'aria-hidden': 'true' }, '✕'));
    chip.setAttribute('aria-label', `${label}: remove`);
    return el('li', {}, chip);
  });
  return el('ul', { class: 'chips', role: 'list', 'aria-label': 'What was searched' }, ...items);
}
