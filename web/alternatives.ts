import { type Alternative, type ListField, listFields } from './answer.ts';
import type { Asked } from './facts.ts';
import type { Vocabulary } from './vocabulary.ts';
import { countText, milesText, withinText } from './words.ts';

/** What a change would find: `3 centers, nearest 31.4 mi`. */
export function foundText({ count, more, nearestMiles }: Alternative): string {
  const found = more ? `more than ${count} centers` : countText(count, 'center');
  return nearestMiles === null ? found : `${found}, nearest ${milesText(nearestMiles)}`;
}

/** A change in words, without what it would find: `Any distance`, `Without “Medicaid”`. */
export function changeText(change: Alternative['change'], asked: Asked, vocabulary: Vocabulary): string {
  const parts = Object.entries(change).map(([name, value]) => {
    if (name === 'within') return typeof value === 'string' ? `Within ${withinText(value)}` : 'Any distance';
    if (name === 'level') return 'Any kind of program';
    const field = listFields.find((one) => one === name);
    return field === undefined ? `Without “${name}”` : `Without ${chosen(field, asked, vocabulary)}`;
  });
  return parts.join(', ');
}

function chosen(field: ListField, asked: Asked, vocabulary: Vocabulary): string {
  return (asked[field] ?? []).map((value) => `“${vocabulary.label(field, value)}”`).join(' or ');
}
